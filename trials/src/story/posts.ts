import { eventually, until } from './until.js';
import type { Answer, World } from './world.js';

/** A county reviewer on leave names a deputy; a teacher who leaves hands the post over with what was begun; an auditor reads of it. */
export async function postsStep(world: World): Promise<void> {
  await aDeputy(world);
  await aHandOver(world);
  await aNamedReviewer(world);
  await theAuditor(world);
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

/** Whom the tier has named as reviewer passes that on with the post, and takes it along when the post only ends. */
async function aNamedReviewer(world: World): Promise<void> {
  const admin = await world.as('schoolAdmin', world.school);
  const named = await world.as('resourceReviewer', world.school, 'named');
  const coming = await world.as('dutyOfficer', world.school, 'taking over reviews');
  const naming = { organisation: world.school.id, stages: ['special'], subjects: ['music'] };
  const unfit = await admin.post('/reviewers', { ...naming, person: coming.person });
  world.check(unfit.status === 422 && unfit.body.code === 'reviewer.without_post', 'only who reviews there is named', unfit.body);
  const made = await admin.post('/reviewers', { ...naming, person: named.person });
  world.check(made.status === 201, 'a reviewer is named', made.body);
  const [post] = (await named.get('/me')).body.posts;
  const handed = await admin.post(`/posts/${post.id}/hand-over`, { person: coming.person });
  const namings = () => admin.get('/reviewers', { query: { organisation: world.school.id, limit: 200 } });
  const person = ({ body }: Answer) => body.items.find(({ id }: { id: string }) => id === made.body.id)?.person;
  world.check(handed.status === 200, 'the post is handed over', handed.body);
  const passed = await eventually(namings, (answer) => person(answer) === coming.person);
  world.check(person(passed) === coming.person, 'the naming passes over with the post', passed.body);
  const ended = await admin.post(`/posts/${handed.body.to.id}/end`);
  world.check(ended.status < 300, 'the post ends', ended.body);
  const lapsed = await eventually(namings, (answer) => person(answer) === undefined);
  world.check(person(lapsed) === undefined, 'and with it the naming', lapsed.body);
  world.say('指定的审核人随岗位移交，岗位结束即失效，待审资源不会无人可审');
}

/** Who keeps the machine, who guards it and who looks over both are three people 三员分立. */
async function theAuditor(world: World): Promise<void> {
  const auditor = await world.as('auditAdmin', world.city);
  const keeper = await world.as('systemAdmin', world.city);
  const { items } = (await auditor.get('/audit/identity', { query: { operation: 'identity.handOver' } })).body;
  world.check(
    items[0]?.role === 'schoolAdmin' && items[0].organisation === world.school.id,
    'an auditor reads who handed the post over',
    items,
  );
  const chain = await auditor.get('/audit/identity/chain');
  world.check(chain.body.brokenAt === null && chain.body.to > 0, 'and that the trail fits together, link by link', chain.body);
  world.check((await keeper.get('/audit/identity')).status === 403, 'which is not for those who keep the machine');
  world.say(`审计管理员查到移交人与时间，审计链前 ${chain.body.to} 条核对无误；系统管理员看不到审计记录`);
}
