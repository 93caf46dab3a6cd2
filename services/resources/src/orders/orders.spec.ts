import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, OrderTitleInput, resources, type InputOf, type OrderLine, type Person } from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { entities } from '../resources.module.js';
import { migrations } from '../migrations/index.js';
import { AnnouncingRounds } from './announcing-rounds.js';
import { Complaining } from './complaining.js';
import { Delivering } from './delivering.js';
import { ErasingRounds } from './erasing-rounds.js';
import { KeepingTitles } from './keeping-titles.js';
import { OrderComplaint } from './order-complaint.entity.js';
import { Ordering } from './ordering.js';
import { orders } from './part.js';
import { PublishingTotals } from './publishing-totals.js';
import type { SchoolOrder } from './school-order.entity.js';
import { TotallingOrders } from './totalling-orders.js';

const isbn = ['9787107000010', '9787107000027', '9787107000034', '9787107000041'];

describe('ordering 征订', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let city: Person;
  let county: Person;
  let school: Person;
  let title: string;
  let set: string;
  let round: string;
  const [classA, classB] = [newId(), newId()];

  beforeAll(async () => {
    room = await openRoom('resources', { entities, migrations, providers: [...orders.rules, { provide: CLOCK, useValue: clock }] });
    city = person({ role: 'centreHead', organisation: room.region.city });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
    [title, set] = [await vetted(isbn[0]!, 1250), await vetted(isbn[1]!, 99_99)];
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    clock.at = new Date('2026-09-05T08:00:00+08:00');
    round = (await announce()).id;
  });

  const content = {
    name: '科学实验录像',
    kind: 'video' as const,
    publisher: '某音像出版社',
    stage: 'primary' as const,
    subject: 'science' as const,
  };
  const enter = (value: string, fen = 1000, by = city) =>
    room
      .get(KeepingTitles)
      .enter({ code: { scheme: 'isbn', value }, ...content, grades: [3, 4], fen }, callOf(resources.enterOrderTitle, by));
  const vet = (
    titleId: string,
    by = person({ role: 'resourceReviewer', organisation: room.region.city }),
    decision: 'vet' | 'return' = 'vet',
  ) => room.get(KeepingTitles).vet({ titleId, decision }, callOf(resources.vetOrderTitle, by));
  const vetted = async (value: string, fen: number) => (await vet((await enter(value, fen)).id)).id;
  const announce = (more: Partial<InputOf<typeof resources.announceOrderRound>> = {}) =>
    room.get(AnnouncingRounds).announce(
      {
        ...{ name: '2026 年秋季征订', schoolYear: 2026, term: 'autumn', mostFen: 3000 },
        ...{ opens: '2026-09-01T00:00:00+08:00', closes: '2026-09-20T18:00:00+08:00' },
        titles: [
          { title, per: 'pupil', most: 1 },
          { title: set, per: 'class', most: 2 },
        ],
        ...more,
      },
      callOf(resources.announceOrderRound, city),
    );
  const line = (more: Partial<OrderLine> = {}): OrderLine => ({
    ...{ schoolClass: classA, className: '三（1）班', grade: 3, title, pupils: 45, volunteers: 40, copies: 40 },
    ...more,
  });
  const place = (lines: OrderLine[], organisation = room.region.school, by = school, roundId = round) =>
    room.get(Ordering).place({ roundId, organisation, lines }, callOf(resources.placeSchoolOrder, by));
  const submit = (orderId: string, by = school) =>
    room.get(Ordering).submit({ orderId, voluntary: true }, callOf(resources.submitSchoolOrder, by));
  const confirm = (orderId: string, by = county) => room.get(Ordering).confirm({ orderId }, callOf(resources.confirmSchoolOrder, by));
  const adjust = (orderId: string, lines: OrderLine[]) =>
    room.get(Ordering).adjust({ orderId, lines, reason: '转入一人' }, callOf(resources.adjustSchoolOrder, school));
  const confirmed = async (lines: OrderLine[] = [line()]) => {
    const { id } = await place(lines);
    await submit(id);
    return confirm(id);
  };
  const deliver = (order: SchoolOrder, copies: number, of = title) =>
    room
      .get(Delivering)
      .deliver(
        { orderId: order.id, number: 'PS-1', day: '2026-09-25', lines: [{ title: of, copies }] },
        callOf(resources.deliverOrder, county),
      );
  const receive = (deliveryId: string, received: number, damaged = 0, of = title) =>
    room.get(Delivering).receive({ deliveryId, lines: [{ title: of, received, damaged }] }, callOf(resources.receiveOrderDelivery, school));
  const totals = (by = city) => room.get(TotallingOrders).totals({ roundId: round }, callOf(resources.orderTotals, by));
  const publish = (by = city) =>
    room.get(PublishingTotals).publish({ roundId: round, note: '征订结束' }, callOf(resources.publishOrderTotals, by));
  const complain = (by = person({ role: 'guardian', organisation: room.region.school })) =>
    room
      .get(Complaining)
      .file(
        { roundId: round, school: room.region.school, about: 'forced', words: '班里要求都买' },
        callOf(resources.fileOrderComplaint, by),
      );
  const moveEnd = (closes: string) =>
    room.get(AnnouncingRounds).moveEnd({ roundId: round, closes }, callOf(resources.moveOrderRound, city, {}, { ifMatch: '*' }));
  const close = () => (clock.at = new Date('2026-09-21T08:00:00+08:00'));
  const code = (of: string) => ({ kind: { code: of } });

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('takes codes that are right, each once, and lets nobody vet what they wrote', async () => {
    const accepts = (scheme: string, value: string) =>
      OrderTitleInput.safeParse({ code: { scheme, value }, ...content, grades: [3], fen: 1 }).success;
    expect(['978-7-107-00003-4', '9787107000035'].map((value) => accepts('isbn', value))).toEqual([true, false]);
    expect(['CN-A01-05-0001-0/V.G4', 'CN-A01-0/V'].map((value) => accepts('isrc', value))).toEqual([true, false]);
    const { id } = await enter('978-7-107-00003-4');
    await expect(enter(isbn[2]!)).rejects.toMatchObject(code('order_title.code_taken'));
    await expect(vet(id, city)).rejects.toMatchObject(code('order_title.own'));
    await expect(announce({ titles: [{ title: id, per: 'pupil', most: 1 }] })).rejects.toMatchObject({
      ...code('order_round.not_vetted'),
      facts: { count: 1, titles: [id] },
    });
    await vet(id);
    const edited = await room
      .get(KeepingTitles)
      .edit({ titleId: id, fen: 2000 }, callOf(resources.editOrderTitle, city, {}, { ifMatch: '*' }));
    expect(edited.status).toBe('entered');
    expect((await vet(id, undefined, 'return')).status).toBe('returned');
    const strike = () => room.get(KeepingTitles).strike({ titleId: id, reason: '停止出版' }, callOf(resources.strikeOrderTitle, city));
    await strike();
    await expect(strike()).rejects.toMatchObject(code('move.not_allowed'));
    await enter(isbn[2]!);
  });

  it('holds every line to the rules, and names those that break one', async () => {
    const broken = (lines: OrderLine[]) =>
      place(lines).then(
        () => [],
        (error: { facts: { faults: { rule: string; most: number | null }[] } }) => error.facts.faults.map(({ rule, most }) => [rule, most]),
      );
    expect(await broken([line({ title: newId() }), line({ grade: 5 }), line()])).toEqual([
      ['title', null],
      ['grade', null],
      ['repeated', null],
    ]);
    expect(await broken([line(), line({ title: set, grade: 4, copies: 1 })])).toEqual([['class', null]]);
    expect(await broken([line({ volunteers: 46 })])).toEqual([['volunteers', 45]]);
    expect(await broken([line({ copies: 41 })])).toEqual([['copies', 40]]);
    expect(await broken([line({ title: set, volunteers: 0, copies: 3 })])).toEqual([['copies', 2]]);
    round = (await announce({ mostFen: 1249 })).id;
    expect(await broken([line()])).toEqual([['amount', 1249 * 40]]);
  });

  it('is a school’s, once, while the round is open', async () => {
    const head = person({ role: 'schoolAdmin', organisation: room.region.farSchool });
    await expect(place([line()], room.region.school, head)).rejects.toMatchObject({ kind: { status: 404 } });
    const order = await place([line()]);
    await expect(place([line()])).rejects.toMatchObject(code('school_order.placed'));
    clock.at = new Date('2026-09-20T18:00:01+08:00');
    await expect(submit(order.id)).rejects.toMatchObject({
      ...code('order_round.not_open'),
      facts: { closes: '2026-09-20T18:00:00+08:00' },
    });
    await expect(moveEnd('2026-09-20T18:00:00+08:00')).rejects.toMatchObject(code('order_round.past'));
    await moveEnd('2026-09-22T18:00:00+08:00');
    expect((await submit(order.id)).status).toBe('submitted');
  });

  it('is returned, changed, confirmed by somebody else, and kept as a ledger of what was ordered when', async () => {
    const { id } = await place([line(), line({ title: set, volunteers: 0, copies: 2 })]);
    await submit(id);
    const both = person({ role: 'countyReviewer', organisation: room.region.county, subject: school.subject });
    await expect(confirm(id, both)).rejects.toMatchObject(code('school_order.own'));
    await room.get(Ordering).giveBack({ orderId: id, reason: '请核对人数' }, callOf(resources.returnSchoolOrder, county));
    await room
      .get(Ordering)
      .fill(
        { orderId: id, lines: [line({ volunteers: 38, copies: 38 })] },
        callOf(resources.fillSchoolOrder, school, {}, { ifMatch: '*' }),
      );
    await submit(id);
    await confirm(id);
    await expect(adjust(id, [line({ volunteers: 38, copies: 38 })])).rejects.toMatchObject(code('school_order.unchanged'));
    const more = await adjust(id, [
      line({ volunteers: 39, copies: 39 }),
      line({ schoolClass: classB, className: '四（1）班', grade: 4, volunteers: 2, copies: 2 }),
    ]);
    expect(more.fact()).toMatchObject({ status: 'submitted', copies: 41, fen: 41 * 1250, classes: 2 });
    await adjust(id, [line({ copies: 0 })]);
    const entries = await room.query<{ kind: string; copies: string; fen: string }>(
      'select kind, copies, fen from order_entry where school_order = $1 order by id',
      [id],
    );
    expect(entries.map(({ kind, copies, fen }) => [kind, Number(copies), Number(fen)])).toEqual([
      ['order', 40, 1250],
      ['order', 2, 9999],
      ['withdrawal', -2, 1250],
      ['withdrawal', -2, 9999],
      ['supplement', 1, 1250],
      ['supplement', 2, 1250],
      ['withdrawal', -39, 1250],
    ]);
    await expect(room.query('delete from order_entry where school_order = $1', [id])).rejects.toThrow('permission denied');
    await expect(room.query('delete from school_order where id = $1', [id])).rejects.toThrow('permission denied');
  });

  it('is delivered once it is confirmed and closed, counted on arrival, and what is short is sent again', async () => {
    const order = await confirmed();
    await expect(deliver(order, 40)).rejects.toMatchObject(code('order_round.running'));
    close();
    await expect(deliver(order, 41)).rejects.toMatchObject({ ...code('order_delivery.too_much'), facts: { titleId: title, left: 40 } });
    const sent = await deliver(order, 40);
    await expect(deliver(order, 1)).rejects.toMatchObject({ facts: { left: 0 } });
    await expect(receive(sent.id, 39, 2)).rejects.toMatchObject({ ...code('order_delivery.miscounted'), facts: { titles: [title] } });
    expect((await receive(sent.id, 36, 3)).fact()).toMatchObject({ status: 'received', short: 4 });
    await expect(receive(sent.id, 40)).rejects.toMatchObject(code('order_delivery.received'));
    await receive((await deliver(order, 4)).id, 4);
    expect(await totals()).toMatchObject({ copies: 40, sent: 44, received: 40, short: 4 });
    const stock = await room.query(
      `select h.kind, h.medium, h.copies, array_agg(m.copies order by m.id) as come from holding h join holding_entry m on m.holding = h.id
       where h.order_title = $1 and m.because = 'order' group by h.id`,
      [title],
    );
    expect(stock).toEqual([{ kind: 'audiovisual', medium: 'video', copies: 40, come: [36, 4] }]);
    await expect(moveEnd('2026-10-01T00:00:00+08:00')).rejects.toMatchObject(code('order_round.settled'));
  });

  it('adds up by unit, title and grade, and is published when every order is decided', async () => {
    await confirmed();
    const far = person({ role: 'schoolAdmin', organisation: room.region.farSchool });
    const other = await place([line({ schoolClass: classB, grade: 4, volunteers: 3, copies: 3 })], room.region.farSchool, far);
    await expect(publish()).rejects.toMatchObject(code('order_round.running'));
    await submit(other.id, far);
    close();
    await expect(publish(person({ role: 'countyReviewer', organisation: room.region.county }))).rejects.toMatchObject({
      kind: { status: 404 },
    });
    await expect(publish()).rejects.toMatchObject({ ...code('order_round.unconfirmed'), facts: { count: 1 } });
    await confirm(other.id, city);
    const published = await publish();
    expect(published).toMatchObject({ nth: 1, totals: { schools: 2, confirmed: 2, copies: 43, fen: 43 * 1250 } });
    expect(published.totals.titles).toMatchObject([
      {
        title,
        copies: 43,
        grades: [
          { grade: 3, copies: 40, fen: 40 * 1250 },
          { grade: 4, copies: 3 },
        ],
      },
    ]);
    expect(published.totals.units.map(({ name, copies }) => [name, copies])).toEqual(
      expect.arrayContaining([
        ['临川区教育局', 40],
        ['东乡区教育局', 3],
      ]),
    );
    expect(await totals(county)).toMatchObject({ schools: 1, copies: 40 });
    expect((await publish()).nth).toBe(2);
  });

  it('hears complaints past the school, answers them, and keeps everything for three years', async () => {
    const guardian = person({ role: 'guardian', organisation: room.region.school });
    const { id } = await complain(guardian);
    const seen = async (by: Person) =>
      (await room.get(Store).page(OrderComplaint, callOf(resources.orderComplaints, by), { limit: 200 }, (row) => row.id)).items.includes(
        id,
      );
    expect(await Promise.all([guardian, county, city, school].map(seen))).toEqual([true, true, true, false]);
    const answer = () =>
      room
        .get(Complaining)
        .answer({ complaintId: id, decision: 'uphold', answer: '已责令退款' }, callOf(resources.answerOrderComplaint, county));
    await answer();
    await expect(answer()).rejects.toMatchObject(code('move.not_allowed'));
    expect((await totals()).complaints).toEqual({ filed: 1, answered: 1 });
    const said = JSON.stringify(await room.facts());
    for (const hidden of [guardian.subject, '班里要求都买', '已责令退款']) expect(said).not.toContain(hidden);

    await confirmed();
    const admin = person({ role: 'systemAdmin', organisation: room.region.city });
    const erase = () => room.get(ErasingRounds).erase({ roundId: round }, callOf(resources.eraseOrderRound, admin));
    clock.at = new Date('2029-09-20T17:59:59+08:00');
    const until = await erase().then(
      () => undefined,
      ({ kind, facts }: { kind: { code: string }; facts: { until: string } }) => kind.code === 'order_round.kept' && facts.until,
    );
    clock.at = new Date(new Date(until as string).getTime() + 1);
    await erase();
    expect(await room.query('select id from school_order where round = $1', [round])).toEqual([]);
    const last = (await room.facts()).filter(({ entity }) => entity === round).at(-1);
    expect(last).toMatchObject({ type: 'cn.lianxue.resources.order_round.erased', data: null });
    await expect(room.query('delete from school_order')).rejects.toThrow('permission denied');
  });
});
