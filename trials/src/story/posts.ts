import { until } from './until.js';
import type { Answer, World } from './world.js';

/** A county reviewer on leave names a deputy; a teacher who leaves hands the post over, and what was begun goes with it. */
export async function postsStep(world: World): Promise<void> {
  await aDeputy(world);
  await aHandOver(world);
}

async function aDeputy(world: World): Promise<void> {
  const [county] = world.counties;
  const reviewer = await world.as('countyReviewer', county, 'on leave');
  const colleague = await world.as('bureauLeader', county, 'deputy');
  const [own] = (await reviewer.get('/me')).body.posts;
  const until = new Date(Date.now() + 14 * 24 * 3600_000).toISOString().slice(0, 10);
  const named = await reviewer.post(`/posts/${own.id}/deputies`, { person: colleague.person, until });
  world.check(named.status === 201 && named.body.deputyOf === own.id, 'the reviewer names a deputy', named.body);
  const { posts } = (await colleague.get('/me')).body as { posts: { role: string; deputyOf: string | null }[] };
  const deputising = posts.find(({ deputyOf }) => deputyOf === own.id);
  world.check(deputising?.role === 'countyReviewer', 'who then may act as county reviewer too', posts);
  world.say(`县级审核员请假，指定代理至 ${until}；代理人登录时多一个可选身份`);
}

async function aHandOver(world: World): Promise<void> {
  const admin = await world.as('schoolAdmin', world.school);
  const leaving = await world.as('teacher', world.school, 'handing over');
  const coming = await world.as('correspondent', world.school, 'taking over');
  const draft = await leaving.post('/resources', {
    title: `未完成的教案 ${world.run}`,
    type: 'lessonPlan',
    stage: 'primary',
    subject: 'mathematics',
    grades: [3],
  });
  world.check(draft.status === 201, 'a teacher has begun a resource', draft.body);
  const [post] = (await leaving.get('/me')).body.posts;
  const open = await admin.get(`/posts/${post.id}/work`);
  const lists = (answer: Answer) => answer.body.items?.some(({ id }: { id: string }) => id === draft.body.id);
  world.check(lists(open) && open.body.unheard.length === 0, 'what is open is listed before the post changes hands', open.body);
  const handed = await admin.post(`/posts/${post.id}/hand-over`, { person: coming.person });
  world.check(handed.status === 200 && handed.body.to.person === coming.person, 'the post is handed over', handed.body);
  const stopped = await until(
    () => leaving.get('/me'),
    ({ status }) => status === 401,
  );
  world.check(stopped !== undefined, 'the old holder’s token stops');
  const passed = await until(() => admin.get(`/posts/${handed.body.to.id}/work`), lists);
  world.check(passed !== undefined, 'the draft is the successor’s');
  world.say('教师调离：岗位移交给接任人，未完成的资源随岗位过去，原登录凭证数秒内失效');
}
