import { setTimeout as sleep } from 'node:timers/promises';
import { takesEvents } from './sandbox-events.js';
import { throughTheYear } from './sandbox-year.js';
import { approvedVendor, draftApp } from './vendor-app.js';
import type { Answer, Api, Place, World } from './world.js';

/** A vendor's app from registration through the sandbox to a school's selection, to suspension and off the shelf. */
export async function appsStep(world: World): Promise<void> {
  const bureau = await world.as('systemAdmin', world.city);
  await aVendorRegisters(world, bureau);
  const { vendor, staff } = await approvedVendor(world, world.city, `启智科技 ${world.run}`);
  const app = await onTheWay(world, bureau, vendor, staff);
  await inTheSandbox(world, staff, app);
  await ontoTheShelf(world, bureau, staff, app);
}

type App = Awaited<ReturnType<typeof draftApp>>;

async function aVendorRegisters(world: World, bureau: Api): Promise<void> {
  const answer = await world.anyone.post('/vendors', { name: `自登科技 ${world.run}` });
  world.check(answer.status === 201 && answer.body.account?.oneTimePassword, 'anyone registers as a vendor', answer.body);
  const { id, missing, desk } = answer.body as { id: string; missing: string[]; desk: { role: string; since: string } };
  world.check(missing.includes('creditCode') && desk.role === 'vendor', 'it sees what is missing and who has it', answer.body);
  const returned = await bureau.post(`/vendors/${id}/return`, { reasons: ['请上传营业执照信息'] });
  world.check(
    returned.body.state === 'returned' && returned.body.history.length === 2,
    'the bureau returns it with reasons',
    returned.body,
  );
  world.say(`企业自行登记：还缺 ${missing.length} 项，自 ${desk.since} 起在企业手里；主管部门退回并说明理由`);
}

async function onTheWay(world: World, bureau: Api, vendor: Place, staff: Api): Promise<App> {
  const app = await draftApp(world, vendor, staff, `口算练习 ${world.run}`, ['identity.read', 'events.read', 'reporting.read']);
  const purposes = [{ purpose: 'recommendation', basis: 'consent', minors: true, notice: '按作业情况推荐练习；学年末删除' }];
  const declared = await staff.post(`/apps/${app.id}/purposes`, { purposes });
  world.check(declared.body.forPupils === 'consent', 'it declares what it asks consent for', declared.body);
  const submitted = await staff.post(`/apps/${app.id}/submit`);
  world.check(submitted.body.desk?.role === 'systemAdmin', 'submitted, it is on the bureau’s desk', submitted.body);
  const admitted = await bureau.post(`/apps/${app.id}/admit`);
  world.check(admitted.body.state === 'integrating', 'the bureau admits it to integration', admitted.body);
  return app;
}

async function inTheSandbox(world: World, staff: Api, app: App): Promise<void> {
  const opened = await staff.post(`/apps/${app.id}/sandbox`);
  world.check(opened.status === 200 && opened.body.clientSecret, 'its sandbox is opened, the secret shown once', opened.body);
  const { clientId, clientSecret, county, school } = opened.body as Record<'clientId' | 'clientSecret' | 'county' | 'school', string>;
  const program = await world.app(clientId, clientSecret);
  const pupils = () => program.get(`/organisations/${school}/people`, { query: { limit: 5 } });
  const first = await pupils();
  world.check(first.status === 200 && first.body.next, 'it reads its synthetic school under the same addresses', first.body);
  const second = await program.get(`/organisations/${school}/people`, { query: { limit: 5, cursor: first.body.next } });
  world.check(second.status === 200, 'and the next page', second.body);
  const real = await program.get(`/organisations/${world.school.id}/people`);
  world.check(real.status === 404, 'real schools are not there for it', real.body);
  const unseen = await (await world.as('systemAdmin', world.city)).get(`/organisations/${school}`);
  world.check(unseen.status === 404, 'and its school is not there for anyone real', unseen.body);

  const etag = (await program.get(`/organisations/${school}`)).headers.get('etag')!;
  const unchanged = await program.get(`/organisations/${school}`, { headers: { 'if-none-match': etag } });
  world.check(unchanged.status === 304, 'it asks whether something changed', unchanged.status);
  await program.put('/sandbox/faults', { fault: '429' });
  const limited = await pupils();
  world.check(limited.status === 429, 'a 429 on demand', limited.body);
  await sleep(Number(limited.headers.get('retry-after')) * 1000 + 50);
  world.check((await pupils()).status === 200, 'after Retry-After it goes on');
  await program.put('/sandbox/faults', { fault: '503' });
  const away = await pupils();
  world.check(away.status === 503 && (await pupils()).status === 200, 'a 503 on demand, and the same read again', away.body);

  await throughTheYear(world, program, county);
  const moved = await program.put('/sandbox/clock', { preset: 'expiry' });
  world.check(
    moved.body.offsetSeconds > 0 && (await pupils()).status === 404,
    'past the expiry of its selection nothing is there',
    moved.body,
  );
  world.check((await program.put('/sandbox/clock', { preset: 'now' })).body.offsetSeconds === 0, 'and the clock goes back');
  const reach = await program.get('/me/reach');
  world.check(reach.status === 200 && reach.body.items[0]?.state === 'serving', 'it reads whom it may serve', reach.body);
  await takesEvents(world, program);
  const reset = await program.post('/sandbox/reset');
  world.check(reset.body.school === school, 'reset, the ids are the same', reset.body);
  const checklist = await until(
    () => program.get('/sandbox/checklist'),
    ({ body }) => body.passed,
  );
  world.check(checklist.body.passed, 'the checklist was filled by what it did', checklist.body);
  world.say(`沙箱：检查单 ${checklist.body.items.length} 项由实际调用填写；时钟拨到到期后读不到学校，平台时间未动；重置后标识不变`);
}

async function ontoTheShelf(world: World, bureau: Api, staff: Api, app: App): Promise<void> {
  const school = await world.as('schoolAdmin', world.school);
  const select = () =>
    school.post(`/organisations/${world.school.id}/selections`, { client: app.clientId, scopes: ['identity.read'], profile: 'roster' });
  world.check((await select()).body.code === 'app.not_listed', 'no school selects it before it is listed');
  await staff.post(`/apps/${app.id}/request-listing`);
  const listed = await bureau.post(`/apps/${app.id}/list`);
  world.check(listed.status === 200 && listed.body.state === 'listed', 'accepted by its checklist, it is listed', listed.body);
  world.check((await select()).status === 201, 'a school selects it');
  await inTheSpace(world, bureau, staff, app);
  const program = await world.app(app.clientId, app.clientSecret);
  const serving = await program.get('/me/reach');
  world.check(serving.body.items[0]?.organisation === world.school.id, 'it learns whom it serves', serving.body);
  const foreign = await program.get(`/organisations/${world.sibling.id}/people`);
  world.check(foreign.status === 404, 'the neighbour school is not there', foreign.body);
  const refusals = await program.get('/me/refusals');
  world.check(refusals.body.items[0]?.organisation === world.sibling.id, 'it reads why it was refused', refusals.body);

  await rotate(world, staff, app);
  await bureau.post(`/apps/${app.id}/suspend`);
  const from = Date.now();
  const cut = await until(
    () => program.get('/me/reach'),
    ({ status }) => status === 401,
  );
  world.check(cut.status === 401, 'suspended, its tokens end', cut.body);
  world.say(`上架、选用、暂停：暂停后 ${Date.now() - from} 毫秒令牌失效`);
  await bureau.post(`/apps/${app.id}/resume`);
  const withdrawn = await staff.post(`/apps/${app.id}/withdraw`, { reasons: ['停止运营'] });
  const lost = await staff.get(`/apps/${app.id}/reach`);
  world.check(
    withdrawn.body.state === 'withdrawn' && lost.body.items[0]?.why === 'withdrawn' && lost.body.items[0]?.endedBy === 'vendor',
    'withdrawn, its vendor reads why it serves nobody any more',
    lost.body,
  );
}

/** Selected, it is in the space of every teacher of the school; under another name only once the bureau has looked at that. */
async function inTheSpace(world: World, bureau: Api, staff: Api, app: App): Promise<void> {
  const teacher = await world.as('teacher', world.school);
  const shown = async () =>
    ((await teacher.get('/me/app-space', { query: { limit: 200 } })).body.items as { id: string; name: string; launchUrl: string }[]).find(
      ({ id }) => id === app.id,
    );
  const before = await shown();
  world.check(before?.launchUrl.startsWith('https://'), 'a teacher finds it in the app space', before);
  const elsewhere = await (await world.as('teacher', world.sibling)).get('/me/app-space', { query: { limit: 200 } });
  world.check(!elsewhere.body.items.some(({ id }: { id: string }) => id === app.id), 'a teacher of the neighbour school does not');
  const name = `口算天天练 ${world.run}`;
  const changed = await staff.patch(`/apps/${app.id}`, { name }, { headers: { 'if-match': '*' } });
  world.check(
    changed.body.proposed?.name === name && changed.body.desk?.role === 'systemAdmin',
    'another name waits for review',
    changed.body,
  );
  world.check((await shown())?.name === before?.name, 'until then it keeps its name');
  const approved = await bureau.post(`/apps/${app.id}/proposed-change/approve`);
  world.check(approved.body.name === name && approved.body.proposed === null, 'the bureau approves it', approved.body);
  world.say(`应用空间：教师看到 ${name}；改名须重新审核，批准前沿用原名`);
}

/** The old secret opens until the program has been moved over; told to, it stops at once. */
async function rotate(world: World, staff: Api, { id, clientId, clientSecret: first }: App): Promise<void> {
  const opens = async (secret: string) =>
    (await world.app(clientId, secret)).token().then(
      () => true,
      () => false,
    );
  const renewed = await staff.post(`/apps/${id}/secret`, {});
  const second = renewed.body.clientSecret as string;
  world.check(await eventually(() => opens(second)), 'a renewed secret opens', renewed.body);
  world.check(renewed.body.oldSecretStopsAt && (await opens(first)), 'and so does the old one, for a while', renewed.body);
  const last = await staff.post(`/apps/${id}/secret`, { immediately: true });
  world.check(await eventually(async () => !(await opens(second))), 'told to, the old one stops at once', last.body);
  world.check(await opens(last.body.clientSecret as string), 'and the last one opens', last.body);
  world.say(`更换密钥：旧密钥并行至 ${renewed.body.oldSecretStopsAt}；要求立即停用时即刻失效`);
}

async function eventually(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries <= 50; tries++) {
    if (await holds()) return true;
    await sleep(100);
  }
  return false;
}

async function until(ask: () => Promise<Answer>, hoped: (answer: Answer) => boolean): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (hoped(answer) || tries > 50) return answer;
    await sleep(100);
  }
}
