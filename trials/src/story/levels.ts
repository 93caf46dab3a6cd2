import { announced, at, count, defined } from './announcing.js';
import type { World } from './world.js';

/** Where every level reviews: two people at one form, handed on from county to city, handed back once, accepted. */
export async function levelsStep(world: World): Promise<void> {
  const city = await world.as('cityReviewer', world.city);
  const county = await world.as('countyReviewer', world.counties[0]);
  const indicators = [count('rooms', '教室数', 'Rooms'), { ...count('devices', '终端数', 'Devices'), required: false }];
  const dataSet = await defined(world, city, {
    code: 'levels',
    name: '逐级审核',
    nameEn: 'By every level',
    reviewedBy: 'everyLevel',
    form: { indicators },
  });
  const path = await filledTogether(world, await announced(world, city, dataSet, `逐级审核 ${world.run}`));

  const early = await city.get(path);
  const why = (early.body.blocked as { move: string; code: string }[]).find(({ move }) => move === 'approve');
  world.check(why?.code === 'submission.waiting_lower_level', 'the city reads why it cannot approve yet', early.body.blocked);
  const on = await county.post(`${path}/approve`, { note: '同意' });
  world.check(on.body.status === 'submitted' && on.body.reviewer === world.city.id, 'the county’s approval hands it on', on.body);
  const twice = await county.post(`${path}/approve`, {});
  world.check(twice.status === 409 && twice.body.code === 'submission.with_higher_level', 'which it does once', twice.body);
  const back = await city.post(`${path}/return`, { to: 'levelBelow', reasons: [{ field: 'rooms', reason: '请与校舍库核对' }] });
  world.check(back.status === 200 && back.body.reviewer === world.counties[0].id, 'the city hands it back to the county', back.body);
  for (const reviewer of [county, city]) world.check((await reviewer.post(`${path}/approve`, {})).status === 200, 'each level approves');

  const { items } = (await county.get(`${path}/trail`)).body as { items: { level: string; decision: string }[] };
  const way = items.map(({ level, decision }) => `${level} ${decision}`).join(' → ');
  const told = 'school submitted → county approved → city handedBack → county approved → city approved';
  world.check(way === told, 'the trail tells its whole way', way);
  const sealed = await county.post(`${path}/sealed-copy`, { receivedOn: at(0).slice(0, 10) });
  world.check(sealed.status === 200 && sealed.body.sealedOn, 'the paper with its seal has come', sealed.body);
  world.say(`逐级审核：${way}；盖章件已登记`);
}

/** Two people read the same form and save one after the other; answers the submitted form's path. */
async function filledTogether(world: World, period: string): Promise<string> {
  const head = await world.as('schoolAdmin', world.school);
  const clerk = await world.as('rollManager', world.school);
  const draft = await head.post(`/periods/${period}/submissions`, { organisation: world.school.id, values: { rooms: 30 } });
  world.check(draft.status === 201, 'a school begins', draft.body);
  const path = `/submissions/${draft.body.id}`;
  const read = { headers: { 'if-match': `"${draft.body.version}"` } };
  world.check((await head.patch(path, { values: { devices: 100 } }, read)).status === 200, 'one person saves a field');
  const beside = await clerk.patch(path, { values: { rooms: 31 } }, read);
  world.check(beside.status === 200 && beside.body.values.devices === 100, 'another’s field stands beside it', beside.body);
  const same = await clerk.patch(path, { values: { devices: 90 } }, read);
  world.check(same.status === 409 && same.body.fields?.[0]?.value === 100, 'the same field is asked about', same.body);
  world.check((await head.post(`${path}/submit`)).status === 200, 'the school submits');
  world.say('两人同填一张表：各填各的都保留；改同一项的，后一人先看到前一人填的 100');
  return path;
}
