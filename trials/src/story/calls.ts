import { download, sendFile } from './files-of-story.js';
import { eventually } from './until.js';
import type { Api, World } from './world.js';

const hour = 3600_000;
const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const dayAt = (hours: number) => new Date(Date.now() + (hours + 8) * hour).toISOString().slice(0, 10);

const lesson = Buffer.from('%PDF-1.7\n圆的面积');
const usage = { method: '课前自学，课上讨论', scene: '六年级新授课', example: '第一课时' };

/**
 * 精品课: a city calls for lessons; a school plans one, shoots it, hands it in and hears what is missing; a stranger says what it is
 * worth; accepted, it stands in the catalogue with where it comes from, and who is late is urged.
 */
export async function callsStep(world: World): Promise<void> {
  const centre = await world.as('centreHead', world.city);
  const teacher = await world.as('teacher', world.school);
  const call = await open(world, centre);
  const task = await assign(world, centre, call);
  await shoot(world, teacher, task);
  const work = await handIn(world, teacher, call, task);
  await judge(world, { centre, teacher }, work);
  await enter(world, { centre, teacher }, work);
  await oversee(world, centre, call);
  await recognise(world, centre);
}

async function open(world: World, centre: Api): Promise<string> {
  const template = await shipped(world, centre, 'finestLessons');
  const settings = { ...template.rules, name: `精品课拍摄 ${world.run}`, experts: 1, opens: at(-48), closes: at(240) };
  const prepared = await centre.post('/calls', { organisation: world.city.id, settings });
  world.check(prepared.status === 201, 'the city prepares a call', prepared.body);
  const opened = await centre.post(`/calls/${prepared.body.id}/open`);
  world.check(opened.body.status === 'open' && opened.body.target === 100, 'it is open, for a hundred lessons', opened.body);
  return prepared.body.id as string;
}

async function shipped(world: World, centre: Api, code: string): Promise<{ rules: object }> {
  const { body } = await centre.get('/call-templates');
  const template = (body.items as { code: string; rules: object }[]).find((each) => each.code === code);
  world.check(template, `${code} is shipped`, body);
  return template;
}

/** One lesson is due in a week, the other was due yesterday. */
async function assign(world: World, centre: Api, call: string): Promise<string> {
  const asked = { title: '圆的面积', stage: 'primary', subject: 'mathematics', grade: 6 };
  const tasks = [
    { ...asked, organisation: world.school.id, due: at(168) },
    { ...asked, organisation: world.farSchool.id, due: at(-24) },
  ];
  const assigned = await centre.post(`/calls/${call}/tasks`, { tasks });
  world.check(assigned.status === 200 && assigned.body.items.length === 2, 'two lessons are asked of two schools', assigned.body);
  return assigned.body.items[0].id as string;
}

async function shoot(world: World, teacher: Api, task: string): Promise<void> {
  const read = await teacher.get(`/call-tasks/${task}`);
  const headers = { 'if-match': read.headers.get('etag')! };
  const plan = { day: dayAt(0), place: '录播教室', presenter: teacher.person };
  const planned = await teacher.put(`/call-tasks/${task}/plan`, plan, { headers });
  world.check(planned.body.status === 'planned', 'the school plans the shooting', planned.body);
  const shot = await teacher.post(`/call-tasks/${task}/shot`, { day: dayAt(0) });
  world.check(shot.body.status === 'shot', 'and has shot it', shot.body);
}

async function handIn(world: World, teacher: Api, call: string, task: string): Promise<string> {
  const content = { title: `圆的面积 ${world.run}`, stage: 'primary', subject: 'mathematics', grades: [6] };
  const begun = await teacher.post(`/calls/${call}/works`, { organisation: world.school.id, task, content });
  world.check(begun.status === 201, 'the teacher begins the work', begun.body);
  const path = `/call-works/${begun.body.id}`;
  const early = await teacher.post(`${path}/submit`);
  world.check(early.body.code === 'resource.not_ready' && early.body.missing.includes('使用方法'), 'what it lacks is named', early.body);
  const headers = { 'if-match': '*' };
  const changed = await teacher.put(path, { content: { ...content, usage } }, { headers });
  world.check(changed.status === 200, 'it is written', changed.body);
  const file = await sendFile(world, teacher, { kind: 'work', name: '圆的面积.pdf' }, lesson);
  const added = await teacher.post(`${path}/files`, { file });
  world.check(added.body.files?.[0]?.kind === 'pdf', 'the lesson is uploaded by ticket', added.body);
  const submitted = await teacher.post(`${path}/submit`);
  world.check(submitted.body.status === 'submitted', 'and handed in', submitted.body);
  return begun.body.id as string;
}

async function judge(world: World, { centre, teacher }: Record<'centre' | 'teacher', Api>, work: string): Promise<void> {
  const path = `/call-works/${work}`;
  const returned = await centre.post(`${path}/return`, { reason: '请补导学案' });
  world.check(returned.body.status === 'returned', 'it is returned with a reason', returned.body);
  const guide = await sendFile(world, teacher, { kind: 'work', name: '导学案.pdf' }, Buffer.from('%PDF-1.7\n导学案'));
  world.check((await teacher.post(`${path}/files`, { file: guide })).status === 200, 'the study guide is added');
  world.check((await teacher.post(`${path}/submit`)).body.round === 2, 'and it is handed in again');

  const hasty = await centre.post(`${path}/accept`, { note: '采用' });
  world.check(hasty.body.code === 'call_work.opinions_missing', 'nothing is accepted before an expert has seen it', hasty.body);
  const insider = await world.as('expert', world.school);
  const refused = await centre.post(`${path}/opinions`, { expert: insider.person });
  world.check(refused.body.code === 'expert.conflict', 'an expert of the same school is refused', refused.body);
  const expert = await world.as('expert', world.farSchool);
  const asked = await centre.post(`${path}/opinions`, { expert: expert.person });
  world.check(asked.status === 201, 'one of another school is asked', asked.body);
  const { body } = await expert.get(path);
  const given = await expert.post(`${path}/files/${body.files[0].id}/file`);
  const seen = Buffer.from(await download(world, expert, given.body.id as string));
  world.check(seen.equals(lesson), 'who reads the lesson as it was sent');
  const opinion = await expert.post(`/work-opinions/${asked.body.id}/give`, { verdict: 'accept', comment: '重点突出' });
  world.check(opinion.body.status === 'given', 'and says what it is worth', opinion.body);
  const accepted = await centre.post(`${path}/accept`, { note: '采用' });
  world.check(accepted.body.status === 'accepted', 'the city accepts it', accepted.body);
  world.say('精品课：拍摄计划 → 拍摄 → 上传 → 退回 → 再交 → 专家评审 → 采用');
}

/** By event: it is there within seconds, and says where it comes from. */
async function enter(world: World, { centre, teacher }: Record<'centre' | 'teacher', Api>, work: string): Promise<void> {
  const collected = await eventually(
    () => centre.get('/collected-works', { query: { work } }),
    ({ body }) => Boolean(body.items?.[0]?.resource),
  );
  const entered = collected.body.items[0];
  world.check(entered?.resource, 'the work has entered the catalogue', collected.body);
  const resource = await teacher.get(`/resources/${entered.resource}`);
  const { status, author, source, organisation } = resource.body;
  world.check(
    status === 'published' && author === teacher.person && organisation === world.school.id && source === 'collected',
    'published, under its author, of its school, and collected by a call',
    resource.body,
  );
  const provenance = await teacher.get(`/resources/${entered.resource}/provenance`);
  world.check(JSON.stringify(provenance.body).includes(work), 'with the work and the call it comes from', provenance.body);
  const { body: held } = await teacher.get(`/resources/${entered.resource}/files`);
  world.check(held.files?.length === 2 && held.files[0].name === '圆的面积.pdf', 'and its files came with it', held);
  const far = await world.as('teacher', world.farSchool);
  const found = await far.get('/resources', { query: { q: `圆的面积 ${world.run}` } });
  world.check(found.body.items?.[0]?.id === entered.resource, 'a school of the other county finds it', found.body);
  world.say('采用的作品经事件入库，留有来历，全市可查');
}

async function oversee(world: World, centre: Api, call: string): Promise<void> {
  const { body: late } = await centre.get('/call-tasks', { query: { call, overdue: true } });
  world.check(late.items.length === 1 && late.items[0].name === world.farSchool.name, 'the overdue list names the other school', late);
  const urged = await centre.post(`/calls/${call}/urge`, { note: '请尽快完成拍摄' });
  world.check(urged.body.urged === 1, 'it is urged', urged.body);
  const { body: board } = await centre.get(`/calls/${call}/board`);
  const { tasks, accepted, overdue } = board.total;
  world.check(tasks === 2 && accepted === 1 && overdue === 1, 'the board counts two tasks, one accepted, one overdue', board);
  world.say('看板：2 项任务，采用 1 件，逾期 1 项，已催报');
}

/** 十百千: a school applies with a statement and is recognised; no application becomes a resource. */
async function recognise(world: World, centre: Api): Promise<void> {
  const { rules } = await shipped(world, centre, 'productionSchools');
  const settings = { ...rules, name: `十百千资源制作学校申报 ${world.run}`, opens: at(-48), closes: at(240) };
  const call = await centre.post('/calls', { organisation: world.city.id, settings });
  world.check((await centre.post(`/calls/${call.body.id}/open`)).body.status === 'open', 'the city calls for applications', call.body);
  const admin = await world.as('schoolAdmin', world.school);
  const content = { title: '资源制作学校申报书', stage: 'primary', subject: 'other' };
  const applied = await admin.post(`/calls/${call.body.id}/works`, { organisation: world.school.id, content });
  world.check(applied.status === 201, 'a school applies', applied.body);
  const file = await sendFile(world, admin, { kind: 'work', name: '申报书.pdf' }, Buffer.from('%PDF-1.7\n申报书'));
  for (const [step, body] of [['files', { file }], ['submit']] as const) {
    const done = await admin.post(`/call-works/${applied.body.id}/${step}`, body);
    world.check(done.status === 200, `with its statement: ${step}`, done.body);
  }
  world.check((await centre.post(`/call-works/${applied.body.id}/accept`, { note: '同意认定' })).status === 200, 'the city approves it');
  const list = await centre.get('/call-works', { query: { call: call.body.id, status: 'accepted' } });
  world.check(list.body.items[0]?.organisation === world.school.id, 'and the school is on the list of those recognised', list.body);
  const revoked = await centre.post(`/call-works/${applied.body.id}/revoke`, { reason: '两年没有制作资源' });
  world.check(revoked.status === 200 && revoked.body.status === 'revoked', 'what was recognised can be revoked', revoked.body);
  const told = await admin.get(`/call-works/${applied.body.id}`);
  world.check(told.body.reason === '两年没有制作资源', 'and the school reads why', told.body);
  world.say('十百千资源制作学校：申报 → 审批 → 认定 → 撤销认定');
}
