import { resources } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { Ask, MatrixRow } from '../matrix.js';
import { always, each, subtree, subtreeList } from './words.js';

const keepers = ['schoolAdmin', 'centreHead', 'systemAdmin'] as const;
const users = ['teacher', 'homeroomTeacher', ...keepers] as const;
const readers = [
  ...users,
  ...['countyReviewer', 'cityReviewer', 'provinceReviewer', 'subjectResearcher', 'bureauLeader', 'responsiblePerson', 'app'],
] as readonly ((typeof users)[number] | 'app')[];

/** Shared within the county: neighbours and those below meet it, another county does not. */
const shared = 'ok ok ok ok 404';
const sharedList = 'seen seen seen seen hid';
/** A loan is its lender’s, and its borrower’s, which is the school beside it. */
const lent = 'ok ok ok 404 404';
const lentList = 'seen seen seen hid hid';

const content = { kind: 'book', name: '矩阵馆藏', medium: 'printed', copies: 100_000 };
const description = { kind: 'book', name: '矩阵馆藏', medium: 'printed' };
const useContent = { copies: 1, lesson: '矩阵课', day: '2026-11-20', due: '2026-11-27' };
const terms = (world: World) => ({ within: world.counties[0].id, copies: 100_000, most: 100_000, days: 30 });

async function made(world: World, by: string, place: Place, path: string, body?: object): Promise<string> {
  const answer = await (await world.as(by, place)).post(path, body);
  world.check(answer.status < 300, `for the matrix: ${path}`, answer.body);
  return answer.body.id as string;
}

async function aHolding(world: World, owner: Place) {
  const id = await made(world, 'schoolAdmin', owner, '/holdings', { ...content, organisation: owner.id });
  return { params: { holdingId: id }, id };
}

async function aSharedHolding(world: World, owner: Place) {
  const holding = await aHolding(world, owner);
  await made(world, 'schoolAdmin', owner, `/holdings/${holding.id}/share`, terms(world));
  return holding;
}

async function aUse(world: World, owner: Place) {
  const holding = await aHolding(world, owner);
  const id = await made(world, 'schoolAdmin', owner, `/holdings/${holding.id}/uses`, { ...useContent, copies: 1000 });
  return { params: { useId: id }, id };
}

async function requested(world: World, owner: Place) {
  const holding = await aSharedHolding(world, owner);
  const id = await made(world, 'schoolAdmin', world.sibling, `/holdings/${holding.id}/loans`, { copies: 1000 });
  return { params: { loanId: id }, id };
}

async function lentOut(world: World, owner: Place) {
  const loan = await requested(world, owner);
  for (const step of ['agree', 'lend']) await made(world, 'schoolAdmin', owner, `/loans/${loan.id}/${step}`);
  return loan;
}

type Make = (world: World, owner: Place) => Promise<Ask>;
const only =
  (make: Make, body?: object): Make =>
  async (world, owner) => ({ params: (await make(world, owner)).params!, ...(body && { body }) });
const listed =
  (make: Make): Make =>
  async (world, owner) => ({ id: (await make(world, owner)).id!, query: { limit: 200 } });

/** Holdings are their school’s and of those above, shared ones are met within the county; loans are both sides’. */
export const holdingRows: readonly MatrixRow[] = [
  {
    operation: resources.enterHolding,
    owner: 'school',
    ask: async (_, owner) => ({ body: { ...content, organisation: owner.id } }),
    fresh: true,
    expect: each(keepers, subtree),
  },
  { operation: resources.holdings, owner: 'school', ask: listed(aSharedHolding), expect: each(readers, sharedList) },
  { operation: resources.holding, owner: 'school', ask: only(aSharedHolding), expect: each(readers, shared) },
  { operation: resources.describeHolding, owner: 'school', ask: only(aHolding, description), expect: each(keepers, subtree) },
  {
    operation: resources.receiveCopies,
    owner: 'school',
    ask: only(aHolding, { copies: 1, because: 'bought' }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.writeOffCopies,
    owner: 'school',
    ask: only(aHolding, { copies: 1, because: 'worn' }),
    expect: each(keepers, subtree),
  },
  { operation: resources.holdingEntries, owner: 'school', ask: only(aHolding), expect: each(readers, subtree) },
  {
    operation: resources.shareHolding,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await aHolding(world, owner)).params, body: terms(world) }),
    expect: each(keepers, subtree),
  },
  { operation: resources.keepHolding, owner: 'school', ask: only(aSharedHolding), expect: each(keepers, subtree) },
  {
    operation: resources.holdingTotals,
    owner: 'school',
    ask: async () => ({ query: { from: '2026-01-01', until: '2026-12-31' } }),
    expect: each(readers, always),
  },
  { operation: resources.takeCopies, owner: 'school', ask: only(aHolding, useContent), expect: each(users, subtree) },
  { operation: resources.holdingUses, owner: 'school', ask: listed(aUse), expect: each(readers, subtreeList) },
  { operation: resources.bringBackUse, owner: 'school', ask: only(aUse, { returned: 1 }), expect: each(users, subtree) },
  {
    // Who holds it is refused by the rule: nobody borrows what they hold themselves.
    operation: resources.requestLoan,
    owner: 'school',
    ask: only(aSharedHolding, { copies: 1 }),
    expect: each(keepers, shared),
  },
  { operation: resources.loans, owner: 'school', ask: listed(requested), expect: each(readers, lentList) },
  { operation: resources.loan, owner: 'school', ask: only(requested), expect: each(readers, lent) },
  { operation: resources.agreeLoan, owner: 'school', ask: only(requested), expect: each(keepers, subtree) },
  { operation: resources.declineLoan, owner: 'school', ask: only(requested, { reason: '矩阵' }), expect: each(keepers, subtree) },
  { operation: resources.cancelLoan, owner: 'school', ask: only(requested), expect: each(keepers, lent) },
  { operation: resources.lendCopies, owner: 'school', ask: only(requested), expect: each(keepers, subtree) },
  { operation: resources.renewLoan, owner: 'school', ask: only(lentOut, { due: '2099-01-01' }), expect: each(keepers, subtree) },
  { operation: resources.bringBackLoan, owner: 'school', ask: only(lentOut, { returned: 1 }), expect: each(keepers, subtree) },
];
