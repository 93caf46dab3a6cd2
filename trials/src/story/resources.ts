import type { Api, World } from './world.js';

const title = '分数的初步认识';

/** Step 2: a teacher’s resource is refused while it says too little, returned once, published, and found by any piece of its title. */
export async function resourcesStep(world: World): Promise<void> {
  const teacher = await world.as('teacher', world.school);
  const reviewer = await world.as('resourceReviewer', world.counties[0]);
  const id = await register(world, teacher);
  await review(world, { teacher, reviewer }, id);
  await find(world, teacher, id);
}

async function register(world: World, teacher: Api): Promise<string> {
  const registered = await teacher.post('/resources', {
    title: `${title} ${world.run}`,
    type: 'microLesson',
    stage: 'primary',
    subject: 'mathematics',
    grades: [3],
    keywords: ['几分之一'],
  });
  world.check(registered.status === 201 && registered.body.status === 'draft', 'the teacher registers a resource', registered.body);
  const { id } = registered.body;
  const refused = await teacher.post(`/resources/${id}/submit`);
  world.check(refused.status === 409 && refused.body.code === 'resource.not_ready', 'it cannot be submitted yet', refused.body);
  const said = JSON.stringify(refused.body);
  for (const missing of ['使用方法', '应用场景', '典型案例'])
    world.check(said.includes(missing), `the refusal names ${missing}`, refused.body);
  world.say(`《${title}》 was registered; submitting was refused, naming 使用方法、应用场景、典型案例`);
  return id as string;
}

async function review(world: World, { teacher, reviewer }: Record<'teacher' | 'reviewer', Api>, id: string): Promise<void> {
  const usage = { method: '课前自学微课，课上动手折一折', scene: '三年级新授课', example: '某校公开课' };
  await edit(world, teacher, id, { usage });
  await make(world, teacher, id, 'submit', 'submitted');
  const own = await teacher.post(`/resources/${id}/publish`, {});
  world.check(own.status === 403, 'a teacher cannot publish', own.body);
  const returned = await make(world, reviewer, id, 'return', 'returned', { reason: '请写明典型案例的学校和课时' });
  world.check(returned.lastReason === '请写明典型案例的学校和课时', 'the reason stands in the resource', returned);
  await edit(world, teacher, id, { usage: { example: `${world.school.name}，第一课时` } });
  await make(world, teacher, id, 'submit', 'submitted');

  const changes = await reviewer.get(`/resources/${id}/changes`);
  const [change, ...more] = changes.body.changes;
  const isExample = change?.field === 'usage.example' && change.old === usage.example && change.new.startsWith(world.school.name);
  world.check(changes.status === 200 && isExample && more.length === 0, 'the reviewer sees what changed since the return', changes.body);
  await make(world, reviewer, id, 'publish', 'published', {});
  world.say(`returned with a reason, resubmitted, the one change shown (${change.name.zh}), published`);
}

async function find(world: World, teacher: Api, id: string): Promise<void> {
  const characters = [...title];
  const pieces = characters.slice(1).map((character, index) => characters[index]! + character);
  for (const q of ['分数', ...pieces]) {
    const found = await teacher.get('/resources', { query: { q, stage: 'primary', status: 'published' } });
    const has = found.status === 200 && found.body.items.some((item: { id: string }) => item.id === id);
    world.check(has, `a search for ${q} finds it`, found.body);
  }
  world.say(`a search for 分数 finds it, and so does each of ${pieces.join('、')}`);
}

/** A resource of this author, reviewed and published by the county. */
export async function publishedBy(world: World, author: Api, content: object): Promise<string> {
  const usage = { method: '先看后练', scene: '新授课', example: world.school.name };
  const registered = await author.post('/resources', { stage: 'primary', subject: 'mathematics', usage, ...content });
  world.check(registered.status === 201, 'a resource is registered', registered.body);
  const id = registered.body.id as string;
  await make(world, author, id, 'submit', 'submitted');
  await make(world, await world.as('resourceReviewer', world.counties[0]), id, 'publish', 'published', {});
  return id;
}

async function edit(world: World, teacher: Api, id: string, change: object): Promise<void> {
  const { headers } = await teacher.get(`/resources/${id}`);
  const edited = await teacher.patch(`/resources/${id}`, change, { headers: { 'if-match': headers.get('etag') ?? '' } });
  world.check(edited.status === 200, 'the teacher edits the resource', edited.body);
}

async function make(world: World, by: Api, id: string, move: string, status: string, body?: object) {
  const answer = await by.post(`/resources/${id}/${move}`, body);
  world.check(answer.status === 200 && answer.body.status === status, `the resource is ${status}`, answer.body);
  return answer.body;
}
