import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOCK, incidents, type Caller, type DailyReportInput, type Role } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Reporting } from '../cases/reporting.js';
import { entities } from '../entities.js';
import { migrations } from '../migrations/index.js';
import { Declaring } from './declaring.js';
import { Filing } from './filing.js';
import { Overseeing } from './overseeing.js';

const clock = { at: new Date('2026-10-02T10:00:00+08:00'), now: () => clock.at };
const day = '2026-10-02';

describe('a guard period', () => {
  let room: Room;
  let city: Caller;
  let county: Caller;
  let school: Caller;
  beforeAll(async () => {
    room = await openRoom('incidents', {
      entities,
      migrations,
      providers: [{ provide: CLOCK, useValue: clock }, Declaring, Filing, Overseeing, Reporting],
    });
    city = at('securityAdmin', room.region.city);
    county = at('securityAdmin', room.region.county);
    school = at('securityContact', room.region.school);
  });
  afterAll(() => room.close());

  const at = (role: Role, organisation: string) => person({ role, organisation });
  const declare = async (by = city, more: object = {}) => {
    const input = {
      name: '国庆',
      from: '2026-10-01',
      to: '2026-10-07',
      dailyDeadline: '17:00',
      kinds: ['school' as const, 'centralSchool' as const],
      ...more,
    };
    return (await room.get(Declaring).declare(input, callOf(incidents.declareGuardPeriod, by))).id;
  };
  const file = (guardPeriodId: string, by: Caller, report: Partial<DailyReportInput> = {}) =>
    room.get(Filing).file({ guardPeriodId, day, kind: 'zero', ...report }, callOf(incidents.fileDailyReport, by));
  const missing = async (guardPeriodId: string, by: Caller) => {
    const answer = await room.get(Overseeing).missing({ guardPeriodId, day }, callOf(incidents.missing, by));
    return { ...answer, missing: answer.missing.map(({ organisation }) => organisation) };
  };

  it('tells each authority who has not filed among its own', async () => {
    const { region } = room;
    const id = await declare();
    await file(id, school);
    expect(await missing(id, county)).toMatchObject({
      expected: 3,
      filed: 1,
      overdue: false,
      dueAt: '2026-10-02T17:00:00+08:00',
      more: false,
    });
    expect(new Set((await missing(id, county)).missing)).toEqual(new Set([region.sibling, region.centralSchool]));
    expect(new Set((await missing(id, city)).missing)).toEqual(
      new Set([region.sibling, region.centralSchool, region.farSchool, region.citySchool]),
    );
    expect((await missing(id, at('securityAdmin', region.neighbourCounty))).missing).toEqual([region.farSchool]);
    expect((await missing(id, school)).missing).toEqual([]);
  });

  it('expects nothing of a unit that has closed, but keeps what it filed before', async () => {
    const { sibling, school: filed, county: own } = room.region;
    const id = await declare();
    await file(id, school);
    const close = (closed: boolean) =>
      room.query('update organisation set closed = $2 where id = any($1::uuid[])', [[sibling, filed], closed]);
    await close(true);
    try {
      expect(await missing(id, county)).toMatchObject({ expected: 2, filed: 1, missing: [room.region.centralSchool] });
      await expect(file(id, at('securityContact', sibling))).rejects.toMatchObject({ kind: { code: 'daily_report.not_expected' } });
      expect((await missing(id, at('securityAdmin', own))).missing).not.toContain(sibling);
    } finally {
      await close(false);
    }
  });

  it('is handed down, and not across', async () => {
    const id = await declare(county);
    expect(await room.get(Declaring).one(id, callOf(incidents.guardPeriod, school))).toMatchObject({ name: '国庆' });
    await expect(file(id, at('securityContact', room.region.farSchool))).rejects.toMatchObject({
      kind: { code: 'guard_period.not_found' },
    });
    const asked = { on: '2026-10-07', limit: 100 };
    const seen = await room.get(Declaring).page(asked, callOf(incidents.guardPeriods, school, asked), (row) => row.id);
    expect(seen.items).toContain(id);
  });

  it('takes one report a day from each unit that is asked', async () => {
    const id = await declare();
    await file(id, school);
    await expect(file(id, school)).rejects.toMatchObject({ kind: { code: 'daily_report.already_filed' } });
    await expect(file(id, at('securityContact', room.region.teachingPoint))).rejects.toMatchObject({
      kind: { code: 'daily_report.not_expected' },
    });
    await expect(file(id, school, { day: '2026-10-08' })).rejects.toMatchObject({ kind: { code: 'guard_period.day_outside' } });
    await expect(file(id, school, { day: '2026-10-03' })).rejects.toMatchObject({ kind: { code: 'daily_report.day_to_come' } });
    expect(await file(id, school, { day: '2026-10-01' })).toMatchObject({ late: true });
  });

  it('accepts no zero report of a day with an incident', async () => {
    const id = await declare();
    const citySchool = at('securityContact', room.region.citySchool);
    const incident = {
      title: '网页被篡改',
      category: 'NA09',
      level: 'IV' as const,
      operatorKind: 'other' as const,
      discoveredAt: '2026-10-02T00:00:00+08:00',
      summary: '首页',
    };
    await room.get(Reporting).report(incident, callOf(incidents.report, citySchool));
    await expect(file(id, citySchool)).rejects.toMatchObject({ kind: { code: 'daily_report.not_zero' } });
    expect(await file(id, citySchool, { kind: 'incident' })).toMatchObject({ kind: 'incident', late: false });
    expect(await file(id, citySchool, { day: '2026-10-01' })).toMatchObject({ kind: 'zero' });
  });

  it('refuses to run backwards or without end', async () => {
    await expect(declare(city, { to: '2026-09-30' })).rejects.toMatchObject({ kind: { code: 'guard_period.backwards' } });
    await expect(declare(city, { to: '2027-10-01' })).rejects.toMatchObject({ kind: { code: 'guard_period.too_long' } });
    const id = await declare();
    const amend = (by: Caller, ifMatch: number) =>
      room.get(Declaring).amend({ guardPeriodId: id, to: '2026-10-08' }, callOf(incidents.amendGuardPeriod, by, {}, { ifMatch }));
    await expect(amend(county, 1)).rejects.toMatchObject({ kind: { code: 'guard_period.not_found' } });
    expect(await amend(city, 1)).toMatchObject({ to: '2026-10-08', version: 2 });
    await expect(amend(city, 1)).rejects.toMatchObject({ kind: { code: 'version.changed' } });
  });
});
