import { setTimeout as sleep } from 'node:timers/promises';
import { resources } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, staff, subtree, subtreeList } from './words.js';

const keepers = ['systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const vetters = ['resourceReviewer', ...keepers] as const;
const readers = [...keepers, 'bureauLeader', 'schoolAdmin', 'responsiblePerson', 'app'] as const;
const concerned = [...readers, 'teacher', 'homeroomTeacher', 'guardian'] as const;
const complainants = ['guardian', 'teacher', 'homeroomTeacher', 'schoolAdmin'] as const;
const everyone = [...staff, 'vendor', 'pupil', 'guardian', 'app', 'anyone'] as const;

let counter = 0;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const day = 24 * 3600_000;
const content = (world: World) => ({
  code: { scheme: 'other', value: `${world.run}-${++counter}` },
  ...{ name: '矩阵录像', kind: 'video', publisher: '某音像出版社', stage: 'primary', subject: 'science', grades: [3], fen: 1250 },
});
const line = (title: string) => ({
  ...{ schoolClass: '01900000-0000-7000-8000-00000000000c', className: '三（1）班', grade: 3 },
  ...{ title, pupils: 45, volunteers: 40, copies: 40 },
});

async function made(world: World, by: string, place: Place, path: string, body: object, status = 201): Promise<string> {
  const answer = await (await world.as(by, place)).post(path, body);
  world.check(answer.status === status, `for the matrix: ${path}`, answer.body);
  return answer.body.id as string;
}

async function title(world: World, owner: Place) {
  const id = await made(world, 'countyReviewer', owner, '/order-titles', content(world));
  return { params: { titleId: id }, id };
}

async function vetted(world: World, owner: Place) {
  const titleOf = await title(world, owner);
  await made(world, 'resourceReviewer', owner, `/order-titles/${titleOf.id}/vet`, { decision: 'vet' }, 200);
  return titleOf;
}

const roundContent = (of: string, [opens, closes]: readonly [number, number] = [-day, day]) => ({
  ...{ name: '矩阵征订', schoolYear: 2026, term: 'autumn', opens: at(opens), closes: at(closes) },
  titles: [{ title: of }],
});

async function round(world: World, owner: Place, window?: readonly [number, number]) {
  const offered = await vetted(world, owner);
  const id = await made(world, 'countyReviewer', owner, '/order-rounds', roundContent(offered.id, window));
  return { params: { roundId: id }, id, title: offered.id };
}

async function publication(world: World, owner: Place) {
  const over = await round(world, owner, [-2 * day, -day]);
  const id = await made(world, 'countyReviewer', owner, `/order-rounds/${over.id}/publications`, { note: '征订结束' });
  return { params: { publicationId: id }, id };
}

/** An order of the school in a round of its county. */
async function order(world: World, owner: Place, isSubmitted = false) {
  const of = await round(world, world.counties[0]);
  const body = { organisation: owner.id, lines: [line(of.title)] };
  const id = await made(world, 'schoolAdmin', owner, `/order-rounds/${of.id}/orders`, body);
  if (isSubmitted) await made(world, 'schoolAdmin', owner, `/school-orders/${id}/submit`, { voluntary: true }, 200);
  return { params: { orderId: id }, id, title: of.title, round: of.id };
}

const deliveryContent = (of: string) => ({ number: 'PS-1', day: '2026-09-25', lines: [{ title: of, copies: 1 }] });

/** What was sent for a confirmed order, once its round had been brought to its end. */
async function delivery(world: World, owner: Place) {
  const ordered = await order(world, owner, true);
  const county = await world.as('countyReviewer', world.counties[0]);
  const confirmed = await county.post(`/school-orders/${ordered.id}/confirm`);
  world.check(confirmed.status === 200, 'it is confirmed', confirmed.body);
  const moved = await county.patch(`/order-rounds/${ordered.round}`, { closes: at(500) }, { headers: { 'if-match': '*' } });
  world.check(moved.status === 200, 'its round ends', moved.body);
  await sleep(600);
  const id = await made(
    world,
    'countyReviewer',
    world.counties[0],
    `/school-orders/${ordered.id}/deliveries`,
    deliveryContent(ordered.title),
  );
  return { params: { deliveryId: id }, id, title: ordered.title };
}

const complaintContent = (owner: Place) => ({ school: owner.id, about: 'forced', words: '班里要求都买' });

async function complaint(world: World, owner: Place) {
  const of = await round(world, world.counties[0]);
  const guardian = await world.as('guardian', owner, 'complainant');
  const answer = await guardian.post(`/order-rounds/${of.id}/complaints`, complaintContent(owner));
  world.check(answer.status === 201, 'a complaint for the matrix', answer.body);
  return { params: { complaintId: answer.body.id as string }, id: answer.body.id as string };
}

const ids = <A extends { params: Record<string, string> }>({ params }: A) => ({ params });

/** The catalogue and its rounds are handed down; an order is its school’s and its authorities’; a complaint never its school’s. */
export const orderRows: readonly MatrixRow[] = [
  {
    operation: resources.enterOrderTitle,
    owner: 'county',
    ask: async (world) => ({ body: content(world) }),
    fresh: true,
    expect: each(keepers, always),
  },
  {
    operation: resources.orderTitles,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await vetted(world, owner)).id, query: { limit: 200 } }),
    expect: each([...concerned, 'resourceReviewer'], handedDownList),
  },
  { operation: resources.orderTitle, owner: 'county', ask: vetted, expect: each([...concerned, 'resourceReviewer'], handedDown) },
  {
    operation: resources.editOrderTitle,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await title(world, owner)), body: { fen: 1300 } }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.vetOrderTitle,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await title(world, owner)), body: { decision: 'vet' } }),
    expect: each(vetters, subtree),
  },
  {
    operation: resources.strikeOrderTitle,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await title(world, owner)), body: { reason: '停止出版' } }),
    expect: each(keepers, subtree),
  },
  {
    // Who does not meet the title is told by the rule that it is not in their catalogue.
    operation: resources.announceOrderRound,
    owner: 'county',
    ask: async (world, owner) => ({ body: roundContent((await vetted(world, owner)).id) }),
    expect: each(keepers, always),
  },
  {
    operation: resources.orderRounds,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await round(world, owner)).id, query: { limit: 200 } }),
    expect: each(concerned, handedDownList),
  },
  {
    operation: resources.orderRound,
    owner: 'county',
    ask: async (world, owner) => ids(await round(world, owner)),
    expect: each(concerned, handedDown),
  },
  {
    operation: resources.moveOrderRound,
    owner: 'county',
    ask: async (world, owner) => ({ ...ids(await round(world, owner)), body: { closes: at(2 * day) } }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.orderTotals,
    owner: 'county',
    ask: async (world, owner) => ids(await round(world, owner)),
    expect: each(readers, handedDown),
  },
  {
    operation: resources.publishOrderTotals,
    owner: 'county',
    ask: async (world, owner) => ({ ...ids(await round(world, owner)), body: { note: '征订结束' } }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.orderPublications,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await publication(world, owner)).id, query: { limit: 200 } }),
    expect: each(everyone, 'seen seen seen seen seen'),
  },
  { operation: resources.orderPublication, owner: 'county', ask: publication, expect: each(everyone, always) },
  {
    operation: resources.eraseOrderRound,
    owner: 'county',
    ask: async (world, owner) => ids(await round(world, owner)),
    expect: { systemAdmin: subtree },
  },
  {
    operation: resources.placeSchoolOrder,
    owner: 'school',
    ask: async (world, owner) => {
      const of = await round(world, world.counties[0]);
      return { params: of.params, body: { organisation: owner.id, lines: [line(of.title)] } };
    },
    expect: { schoolAdmin: subtree },
  },
  {
    operation: resources.schoolOrders,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await order(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  {
    operation: resources.schoolOrder,
    owner: 'school',
    ask: async (world, owner) => ids(await order(world, owner)),
    expect: each(readers, subtree),
  },
  {
    operation: resources.fillSchoolOrder,
    owner: 'school',
    ask: async (world, owner) => {
      const ordered = await order(world, owner);
      return { params: ordered.params, body: { lines: [line(ordered.title)] } };
    },
    expect: { schoolAdmin: subtree },
  },
  {
    operation: resources.submitSchoolOrder,
    owner: 'school',
    ask: async (world, owner) => ({ ...ids(await order(world, owner)), body: { voluntary: true } }),
    expect: { schoolAdmin: subtree },
  },
  {
    operation: resources.adjustSchoolOrder,
    owner: 'school',
    ask: async (world, owner) => {
      const ordered = await order(world, owner, true);
      return { params: ordered.params, body: { reason: '转出一人', lines: [{ ...line(ordered.title), volunteers: 39, copies: 39 }] } };
    },
    expect: { schoolAdmin: subtree },
  },
  {
    operation: resources.confirmSchoolOrder,
    owner: 'school',
    ask: async (world, owner) => ids(await order(world, owner, true)),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.returnSchoolOrder,
    owner: 'school',
    ask: async (world, owner) => ({ ...ids(await order(world, owner, true)), body: { reason: '请核对人数' } }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.orderEntries,
    owner: 'school',
    ask: async (world, owner) => ids(await order(world, owner, true)),
    expect: each(readers, subtree),
  },
  {
    operation: resources.deliverOrder,
    owner: 'school',
    ask: async (world, owner) => {
      const ordered = await order(world, owner, true);
      return { params: ordered.params, body: deliveryContent(ordered.title) };
    },
    expect: each(keepers, subtree),
  },
  {
    operation: resources.orderDeliveries,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await delivery(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  {
    operation: resources.orderDelivery,
    owner: 'school',
    ask: async (world, owner) => ids(await delivery(world, owner)),
    expect: each(readers, subtree),
  },
  {
    operation: resources.receiveOrderDelivery,
    owner: 'school',
    ask: async (world, owner) => {
      const sent = await delivery(world, owner);
      return { params: sent.params, body: { lines: [{ title: sent.title, received: 1 }] } };
    },
    expect: { schoolAdmin: subtree },
  },
  {
    operation: resources.fileOrderComplaint,
    owner: 'school',
    ask: async (world, owner) => ({ ...ids(await round(world, world.counties[0])), body: complaintContent(owner) }),
    expect: each(complainants, subtree),
  },
  {
    operation: resources.orderComplaints,
    owner: 'school',
    ask: async (world, owner) => ({ id: (await complaint(world, owner)).id, query: { limit: 200 } }),
    expect: { ...each([...keepers, 'bureauLeader'], subtreeList), ...each(complainants, 'hid hid hid hid hid') },
  },
  {
    operation: resources.orderComplaint,
    owner: 'school',
    ask: async (world, owner) => ids(await complaint(world, owner)),
    expect: { ...each([...keepers, 'bureauLeader'], subtree), ...each(complainants, '404 404 404 404 404') },
  },
  {
    operation: resources.answerOrderComplaint,
    owner: 'school',
    ask: async (world, owner) => ({ ...ids(await complaint(world, owner)), body: { decision: 'uphold', answer: '已责令退款' } }),
    expect: each(keepers, subtree),
  },
];
