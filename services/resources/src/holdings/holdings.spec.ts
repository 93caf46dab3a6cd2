import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, HoldingInput, resources, type InputOf, type Person, type Role } from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { entities } from '../resources.module.js';
import { migrations } from '../migrations/index.js';
import { FallingDue } from './falling-due.js';
import { Holding } from './holding.entity.js';
import { KeepingHoldings } from './keeping-holdings.js';
import { Lending } from './lending.js';
import { Loan } from './loan.entity.js';
import { holdings } from './part.js';
import { TotallingHoldings } from './totalling-holdings.js';
import { UsersWork } from './users-work.js';
import { UsingHoldings } from './using-holdings.js';

const code = (of: string, facts?: object) => ({ kind: { code: of }, ...(facts && { facts }) });

describe('holdings 馆藏', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let keeper: Person;
  let sibling: Person;
  let far: Person;

  const post = (role: Role, at: string) => person({ role, organisation: at });
  beforeAll(async () => {
    room = await openRoom('resources', { entities, migrations, providers: [...holdings.rules, { provide: CLOCK, useValue: clock }] });
    keeper = post('schoolAdmin', room.region.school);
    sibling = post('schoolAdmin', room.region.sibling);
    far = post('schoolAdmin', room.region.farSchool);
  });
  afterAll(() => room.close());
  beforeEach(() => {
    clock.at = new Date('2026-09-10T08:00:00+08:00');
  });

  const keeping = () => room.get(KeepingHoldings);
  const lending = () => room.get(Lending);
  const enter = (copies: number, more: object = {}, by = keeper) => {
    const said = { organisation: room.region.school, kind: 'book', name: '昆虫记', medium: 'printed', copies, ...more };
    return keeping().enter(HoldingInput.parse(said), callOf(resources.enterHolding, by));
  };
  const receive = ({ id }: Holding, copies: number) =>
    keeping().receive({ holdingId: id, copies, because: 'given' }, callOf(resources.receiveCopies, keeper));
  const writeOff = ({ id }: Holding, copies: number) =>
    keeping().writeOff({ holdingId: id, copies, because: 'worn', note: '脱页' }, callOf(resources.writeOffCopies, keeper));
  const lesson = { schoolClass: newId(), className: '三（1）班', lesson: '第 3 课 昆虫', periods: 2, day: '2026-09-10', due: '2026-09-12' };
  const take = ({ id }: Holding, copies: number, by: Person = post('teacher', room.region.school), more: object = {}) =>
    room.get(UsingHoldings).take({ holdingId: id, copies, ...lesson, ...more }, callOf(resources.takeCopies, by));
  const back = (useId: string, returned: number, lost = 0, by = keeper) =>
    room.get(UsingHoldings).bringBack({ useId, returned, lost }, callOf(resources.bringBackUse, by));
  const share = ({ id }: Holding, more: Partial<InputOf<typeof resources.shareHolding>> = {}) =>
    keeping().share(
      { holdingId: id, within: room.region.county, copies: 2, most: 2, days: 30, ...more },
      callOf(resources.shareHolding, keeper),
    );
  const shared = async (copies = 2, more: Partial<InputOf<typeof resources.shareHolding>> = {}) => share(await enter(copies), more);
  const request = ({ id }: Holding, copies = 1, by = sibling) =>
    lending().request({ holdingId: id, copies }, callOf(resources.requestLoan, by));
  const agree = ({ id }: Loan) => lending().agree({ loanId: id }, callOf(resources.agreeLoan, keeper));
  const lend = ({ id }: Loan) => lending().lend({ loanId: id }, callOf(resources.lendCopies, keeper));
  const takeBack = ({ id }: Loan, returned: number, lost = 0) =>
    lending().bringBack({ loanId: id, returned, lost }, callOf(resources.bringBackLoan, keeper));
  const lent = async (holding: Holding, copies = 1, by = sibling) => {
    const loan = await request(holding, copies, by);
    await agree(loan);
    return lend(loan);
  };
  const now = ({ id }: Holding) => room.get(Store).one(Holding, id, callOf(resources.holding, keeper));
  const balance = async (holding: Holding) => {
    const { copies, out, available } = await now(holding);
    return { copies, out, available };
  };
  const ledger = ({ id }: Holding) =>
    room.query<{ kind: string; copies: number; copies_after: number; out_after: number }>(
      'select kind, copies, copies_after, out_after from holding_entry where holding = $1 order by id',
      [id],
    );

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('is what the lines of its ledger add up to, and nobody changes a line', async () => {
    const holding = await enter(10);
    await receive(holding, 5);
    const use = await take(holding, 4);
    await expect(writeOff(holding, 12)).rejects.toMatchObject(code('holding.too_few', { available: 11 }));
    await back(use.id, 2, 1);
    await back(use.id, 1);
    await writeOff(holding, 3);
    expect(await balance(holding)).toEqual({ copies: 11, out: 0, available: 11 });
    expect((await ledger(holding)).map((line) => Object.values(line))).toEqual([
      ['entered', 10, 10, 0],
      ['received', 5, 15, 0],
      ['taken', 4, 15, 4],
      ['broughtBack', 2, 15, 2],
      ['lost', 1, 14, 1],
      ['broughtBack', 1, 14, 0],
      ['writtenOff', 3, 11, 0],
    ]);
    await expect(room.query('delete from holding_entry')).rejects.toThrow('permission denied');
    await expect(room.query(`update holding_entry set copies = 0`)).rejects.toThrow('permission denied');
  });

  it('lends no copy twice and never falls below zero, whoever asks at once', async () => {
    const holding = await enter(5);
    const answers = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map(() => take(holding, 1)));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.map(({ reason }) => reason.kind.code)).toEqual(Array(3).fill('holding.too_few'));
    expect(await balance(holding)).toEqual({ copies: 5, out: 5, available: 0 });
    expect(await ledger(holding)).toHaveLength(6);
    await expect(room.query(`update holding set "out" = 6 where id = $1`, [holding.id])).rejects.toThrow('holding_balance');
  });

  it('answers what was entered or taken already when it is said again, and counts it once', async () => {
    const id = newId();
    const holding = await enter(5, { id });
    expect((await enter(5, { id })).id).toBe(holding.id);
    const [teacher, use] = [post('teacher', room.region.school), newId()];
    await take(holding, 2, teacher, { id: use });
    expect((await take(holding, 2, teacher, { id: use })).copies).toBe(2);
    await expect(take(holding, 3, teacher, { id: use })).rejects.toMatchObject(code('id.taken'));
    expect(await balance(holding)).toEqual({ copies: 5, out: 2, available: 3 });
  });

  it('is brought back by who took it or a keeper, no more than is out', async () => {
    const [holding, teacher] = [await enter(5), post('teacher', room.region.school)];
    const use = await take(holding, 3, teacher);
    await expect(back(use.id, 3, 0, post('teacher', room.region.school))).rejects.toMatchObject(code('holding_use.not_yours'));
    const holder = ({ subject }: Person) => ({ person: subject, role: 'teacher', organisation: room.region.school });
    const [work, successor] = [room.get(UsersWork), post('teacher', room.region.school)];
    expect(await work.of(holder(teacher))).toMatchObject([{ thing: 'holdingUse', id: use.id, title: '昆虫记' }]);
    await work.passOver(holder(teacher), successor.subject);
    expect([await work.of(holder(teacher)), (await work.of(holder(successor))).length]).toEqual([[], 1]);
    await work.passOver(holder(successor), teacher.subject);
    await expect(back(use.id, 2, 2, teacher)).rejects.toMatchObject(code('holding.brought_too_many', { outstanding: 3 }));
    expect((await back(use.id, 1, 0, teacher)).fact()).toMatchObject({ status: 'out', returned: 1 });
    expect((await back(use.id, 2)).fact()).toMatchObject({ status: 'back', returned: 3 });
    await expect(back(use.id, 1)).rejects.toMatchObject(code('holding.brought_too_many', { outstanding: 0 }));
    const said = JSON.stringify((await room.facts()).filter(({ entity }) => entity === use.id));
    for (const hidden of [teacher.subject, lesson.lesson]) expect(said).not.toContain(hidden);
  });

  it('is shared below an authority above, and lent to who asks there', async () => {
    const holding = await enter(2);
    await expect(request(holding)).rejects.toMatchObject({ kind: { status: 404 } });
    for (const unfit of [{ within: room.region.neighbourCounty }, { within: room.region.school }, { copies: 3 }])
      await expect(share(holding, unfit)).rejects.toMatchObject(code('holding.offer_unfit', { copies: 2 }));
    await share(holding);
    await expect(request(holding, 1, far)).rejects.toMatchObject({ kind: { status: 404 } });
    await expect(request(holding, 1, keeper)).rejects.toMatchObject(code('loan.own'));
    const city = post('centreHead', room.region.city);
    await expect(request(holding, 1, city)).rejects.toMatchObject(code('loan.not_offered'));
    const loan = await request(holding);
    await expect(lend(loan)).rejects.toMatchObject(code('move.not_allowed'));
    await agree(loan);
    expect((await balance(holding)).available).toBe(1);
    expect((await lend(loan)).fact()).toMatchObject({ status: 'lent', lentOn: '2026-09-10', due: '2026-10-10' });
    await expect(takeBack(loan, 2)).rejects.toMatchObject(code('holding.brought_too_many', { outstanding: 1 }));
    expect((await takeBack(loan, 1)).status).toBe('returned');
    const lost = await lent(holding);
    expect((await takeBack(lost, 0, 1)).status).toBe('lost');
    expect(await balance(holding)).toEqual({ copies: 1, out: 0, available: 1 });
  });

  it('agrees to one of two requests for the last copy', async () => {
    const holding = await shared(1, { copies: 1, within: room.region.city });
    const [one, other] = [await request(holding), await request(holding, 1, far)];
    const answers = await Promise.allSettled([agree(one), agree(other), take(holding, 1)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await balance(holding)).toEqual({ copies: 1, out: 1, available: 0 });
  });

  it('keeps borrowers to the terms, and who owes overdue copies borrows nothing', async () => {
    const holding = await shared(9, { copies: 3, most: 2, within: room.region.city });
    await expect(request(holding, 3)).rejects.toMatchObject(code('loan.over_limit', { most: 2, has: 0 }));
    const first = await lent(holding, 2);
    await expect(request(holding, 1)).rejects.toMatchObject(code('loan.over_limit', { most: 2, has: 2 }));
    const second = await request(holding, 2, far);
    await expect(agree(second)).rejects.toMatchObject(code('loan.share_used', { copies: 3, has: 2 }));
    clock.at = new Date('2026-10-11T08:00:00+08:00');
    const other = await shared(5);
    await expect(request(other)).rejects.toMatchObject(code('loan.overdue_before', { count: 1 }));
    await room.get(FallingDue).goRound();
    await room.get(FallingDue).goRound();
    const told = (await room.facts()).filter(({ entity, type }) => entity === first.id && type.endsWith('.overdue'));
    expect(told).toHaveLength(1);
    const renew = (due: string) => lending().renew({ loanId: first.id, due }, callOf(resources.renewLoan, keeper));
    await expect(renew('2026-10-11')).rejects.toMatchObject(code('loan.due_unfit', { after: '2026-10-11' }));
    expect((await renew('2026-10-20')).isOverdue('2026-10-11')).toBe(false);
    await request(other);
    await keeping().keep({ holdingId: holding.id }, callOf(resources.keepHolding, keeper));
    await takeBack(first, 2);
    await expect(agree(second)).rejects.toMatchObject(code('loan.not_offered'));
  });

  it('puts back what was kept for a borrower who cancels, or is declined', async () => {
    const holding = await shared();
    const [one, other] = [await request(holding), await request(holding)];
    await agree(one);
    await agree(other);
    const cancel = (by: Person) => lending().cancel({ loanId: one.id }, callOf(resources.cancelLoan, by));
    await expect(cancel(keeper)).rejects.toMatchObject(code('loan.not_yours'));
    await cancel(sibling);
    await lending().decline({ loanId: other.id, reason: '本周要用' }, callOf(resources.declineLoan, keeper));
    expect(await balance(holding)).toEqual({ copies: 2, out: 0, available: 2 });
    await expect(cancel(sibling)).rejects.toMatchObject(code('move.not_allowed'));
    const seen = async (by: Person) =>
      (await room.get(Store).page(Loan, callOf(resources.loans, by), { limit: 200 }, (loan) => loan.id)).items.includes(one.id);
    expect(await Promise.all([keeper, sibling, far].map(seen))).toEqual([true, true, false]);
  });

  it('adds up by county what is held and how much it is used', async () => {
    clock.at = new Date('2031-03-01T08:00:00+08:00');
    const [used, idle] = [await enter(4, { kind: 'audiovisual', medium: 'disc' }), await enter(1, { kind: 'audiovisual', medium: 'disc' })];
    const when = { day: '2031-03-01', due: '2031-03-02' };
    await back((await take(used, 3, undefined, when)).id, 1, 1);
    await writeOff(idle, 1);
    clock.at = new Date('2031-03-05T08:00:00+08:00');
    const asked = { from: '2031-03-01', until: '2031-03-31', kind: 'audiovisual' as const };
    const city = await room.get(TotallingHoldings).totals(asked, callOf(resources.holdingTotals, post('centreHead', room.region.city)));
    const sums = { titles: 1, copies: 3, out: 1, received: 5, writtenOff: 1, lost: 1, uses: 1, periods: 2, classes: 1, used: 1, lent: 0 };
    expect(city).toMatchObject({ ...sums, overdue: 1 });
    expect(city.units).toMatchObject([{ organisation: room.region.county, ...sums }]);
    const before = { from: '2031-02-01', until: '2031-02-28' };
    const empty = await room.get(TotallingHoldings).totals({ ...asked, ...before }, callOf(resources.holdingTotals, keeper));
    expect(empty).toMatchObject({ titles: 1, uses: 0, used: 0, received: 0 });
  });
});
