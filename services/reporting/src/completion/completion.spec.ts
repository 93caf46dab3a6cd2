import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, type Caller, type OutputOf } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import { Granting } from '../collecting/granting.js';
import type { Period } from '../collecting/period.entity.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Filling } from '../submissions/filling.js';
import { Reviewing } from '../submissions/review/reviewing.js';
import { KnownUnits, type UnitContact, type UnitCounts } from './known-units.js';
import { Overseeing } from './overseeing.js';
import { Reminding } from './reminding.js';
import { UrgingUnits } from './urging.js';

const contactPerson = '01980000-0000-7000-8000-000000000001';

/** Knows somebody at every organisation. */
class EverybodyKnown extends KnownUnits {
  override contacts(organisations: readonly string[]): Promise<UnitContact[]> {
    const contact = { person: contactPerson, role: 'schoolAdmin' as const, name: '张*', phone: '138****0001' };
    return Promise.resolve(organisations.map((organisation) => ({ organisation, ...contact })));
  }

  override counts(): Promise<UnitCounts> {
    return Promise.resolve({ pupils: 0, classes: 0, teachers: 0, teachingPoints: 0 });
  }
}

describe('how far a period has come', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let period: Period;
  let county: Caller;
  let city: Caller;

  beforeAll(async () => {
    room = await openRoom('reporting', {
      entities,
      migrations,
      providers: [
        ...[Collecting, Granting, Filling, Reviewing, Overseeing, UrgingUnits, Reminding],
        { provide: CLOCK, useValue: clock },
        { provide: KnownUnits, useClass: EverybodyKnown },
      ],
    });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    clock.at = new Date('2026-09-20T08:00:00+08:00');
    const { id: dataSetId } = await room.get(Collecting).define(
      {
        organisation: room.region.city,
        code: `set_${Math.random().toString(36).slice(2, 10)}`,
        name: '季度数据',
        nameEn: 'Quarterly',
        filledBy: ['school', 'centralSchool'],
        reviewedBy: 'nearest',
        form: { indicators: [{ code: 'rooms', name: '教室', nameEn: 'Rooms', type: 'integer', required: false }], rules: [] },
      },
      callOf(reporting.defineDataSet, city),
    );
    period = await room.get(Collecting).open({ dataSetId, year: 2026, ordinal: 3 }, callOf(reporting.openPeriod, city));
  });

  const schoolAdmin = (organisation: string) => person({ role: 'schoolAdmin', organisation });
  const begin = (organisation: string) =>
    room
      .get(Filling)
      .begin({ periodId: period.id, organisation, values: { rooms: 3 } }, callOf(reporting.beginSubmission, schoolAdmin(organisation)));
  const submit = async (organisation: string) => {
    const { id: submissionId } = await begin(organisation);
    return room.get(Filling).submit({ submissionId }, callOf(reporting.submitSubmission, schoolAdmin(organisation)));
  };
  const decide = async (organisation: string, how: 'approve' | 'return', by = county) => {
    const { id: submissionId } = await submit(organisation);
    if (how === 'approve') return room.get(Reviewing).approve({ submissionId }, callOf(reporting.approveSubmission, by));
    const reasons = [{ field: 'rooms', reason: '请核对' }];
    return room.get(Reviewing).return({ submissionId, reasons, to: 'school' }, callOf(reporting.returnSubmission, by));
  };
  const completion = (by: Caller, organisation?: string) =>
    room.get(Overseeing).completion({ periodId: period.id, organisation }, callOf(reporting.completion, by));
  const overdue = (by: Caller, limit = 200, cursor?: string) =>
    room.get(Overseeing).overdue({ periodId: period.id, limit, cursor }, callOf(reporting.overdueUnits, by));
  const names = ({ items }: { items: readonly { name: string }[] }) => items.map(({ name }) => name).sort();
  const urge = (by: Caller, organisations?: string[]): Promise<OutputOf<typeof reporting.urge>> =>
    room.get(UrgingUnits).urge({ periodId: period.id, note: '请尽快填报', organisations }, callOf(reporting.urge, by));

  it('is told by the authority that reviews, and by state', async () => {
    const { region } = room;
    await decide(region.school, 'approve');
    await decide(region.sibling, 'return');
    await submit(region.citySchool);
    await begin(region.farSchool);
    const { lines, total } = await completion(city);
    const none = { notBegun: 0, draft: 0, submitted: 0, returned: 0, approved: 0, overdue: 0 };
    expect(lines.map(({ name: _, ...line }) => line)).toEqual([
      { ...none, organisation: region.city, expected: 1, submitted: 1 },
      { ...none, organisation: region.county, expected: 3, notBegun: 1, returned: 1, approved: 1 },
      { ...none, organisation: region.neighbourCounty, expected: 1, draft: 1 },
    ]);
    expect(total).toMatchObject({ expected: 5, approved: 1 });
    expect((await completion(city, region.county)).total.expected).toBe(3);
    await expect(completion(county, region.neighbourCounty)).rejects.toMatchObject({ kind: { status: 404 } });
  });

  it('lists its units, some at a time, and those in one state', async () => {
    await submit(room.region.school);
    const units = (more: object) => room.get(Overseeing).units({ periodId: period.id, limit: 200, ...more }, callOf(reporting.units, city));
    const first = await units({ limit: 3 });
    const rest = await units({ limit: 3, cursor: first.next });
    expect([first.items.length, rest.items.length, rest.next]).toEqual([3, 2, undefined]);
    expect(names({ items: [...first.items, ...rest.items] })).toEqual(names(await units({})));
    expect((await units({ status: 'submitted' })).items).toMatchObject([
      { organisation: room.region.school, kind: 'school', reviewer: room.region.county, reviewerName: '临川区教育局', overdue: false },
    ]);
    await expect(units({ cursor: 'nonsense' })).rejects.toMatchObject({ kind: { code: 'cursor.invalid' } });
  });

  it('names those who are overdue, with whom to ask; not who has more time or was given it back', async () => {
    const { region } = room;
    await submit(region.school);
    await decide(region.sibling, 'return');
    const until = '2026-10-04T00:00:00+08:00';
    const more = { periodId: period.id, organisation: region.farSchool, acts: 'filling' as const, until, reason: '停电' };
    await room.get(Granting).grant(more, callOf(reporting.grantException, city));
    clock.at = new Date('2026-10-01T08:00:00+08:00');
    expect(names(await overdue(city))).toEqual(['云山中心小学', '市第一中学']);
    expect((await overdue(county)).items).toMatchObject([
      { status: 'notBegun', due: '2026-09-30T23:59:59+08:00', contact: contactPerson, contactName: '张*', contactPhone: '138****0001' },
    ]);
    clock.at = new Date('2026-10-06T08:00:00+08:00');
    expect(names(await overdue(city))).toEqual(['东乡小学', '云山中心小学', '市第一中学', '第二小学']);
  });

  it('urges all that are overdue in one call, and nobody twice within a day', async () => {
    await expect(urge(city)).rejects.toMatchObject({ kind: { code: 'urging.nothing_overdue' } });
    await submit(room.region.school);
    clock.at = new Date('2026-10-01T08:00:00+08:00');
    expect(await urge(county, [room.region.sibling])).toEqual({ urged: 1, urgedToday: 0, left: 0 });
    expect(await urge(city)).toEqual({ urged: 3, urgedToday: 1, left: 0 });
    expect(await urge(city)).toEqual({ urged: 0, urgedToday: 4, left: 0 });
    await room.query(`update urging set at = at - interval '25 hours' where period = $1`, [period.id]);
    expect(await urge(county)).toEqual({ urged: 2, urgedToday: 0, left: 0 });
    const urged = (await room.facts()).filter(
      ({ type, data }) => type.endsWith('urging.urged') && (data as { period: string }).period === period.id,
    );
    expect(urged).toHaveLength(6);
    expect(JSON.stringify(urged)).not.toContain('尽快');
  });

  it('urges one unit once, though two call at the same moment', async () => {
    clock.at = new Date('2026-10-01T08:00:00+08:00');
    const both = await Promise.all([urge(city), urge(county)]);
    expect(both.reduce((sum, { urged }) => sum + urged, 0)).toBe(5);
  });

  it('reminds those who have not submitted once, three days before their time ends', async () => {
    await submit(room.region.school);
    const reminded = () => room.query('select organisation from urging where period = $1 and kind = $2', [period.id, 'reminded']);
    await room.get(Reminding).goRound();
    expect(await reminded()).toEqual([]);
    clock.at = new Date('2026-09-28T08:00:00+08:00');
    await Promise.all([room.get(Reminding).goRound(), room.get(Reminding).goRound()]);
    expect(await reminded()).toHaveLength(4);
  });

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });
});
