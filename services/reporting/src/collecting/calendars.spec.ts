import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, usualCalendar, type Calendar, type Caller } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Filling } from '../submissions/filling.js';
import { Reviewing } from '../submissions/review/reviewing.js';
import { Collecting } from './collecting.js';
import { Granting } from './granting.js';
import { KeepingHolidays } from './keeping-holidays.js';
import type { Period } from './period.entity.js';
import { spanOf } from './reckoning.js';

const rooms = { code: 'rooms', name: '教室', nameEn: 'Rooms', type: 'integer' as const, required: false };

describe('the calendar of a period', () => {
  it('knows months, quarters, half-years and school years; terms are each place’s own', () => {
    expect(spanOf('month', 2028, 2)).toEqual({ firstDay: '2028-02-01', lastDay: '2028-02-29', name: '2028年2月' });
    expect(spanOf('quarter', 2026, 3)).toEqual({ firstDay: '2026-07-01', lastDay: '2026-09-30', name: '2026年第三季度' });
    expect(spanOf('halfYear', 2026, 2)).toEqual({ firstDay: '2026-07-01', lastDay: '2026-12-31', name: '2026年下半年' });
    expect(spanOf('schoolYear', 2026, 1)).toEqual({ firstDay: '2026-09-01', lastDay: '2027-08-31', name: '2026-2027学年' });
    expect(spanOf('term', 2026, 2)).toEqual({ name: '2026-2027学年第二学期' });
  });
});

describe('a period opened from the calendar', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let county: Caller;
  let city: Caller;
  let school: Caller;
  let dataSet: string;

  beforeAll(async () => {
    room = await openRoom('reporting', {
      entities,
      migrations,
      providers: [Collecting, KeepingHolidays, Granting, Filling, Reviewing, { provide: CLOCK, useValue: clock }],
    });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    clock.at = new Date('2026-09-20T08:00:00+08:00');
    dataSet = await define();
  });

  const define = async (calendar?: Calendar) => {
    const { id } = await room.get(Collecting).define(
      {
        organisation: room.region.city,
        code: `set_${Math.random().toString(36).slice(2, 10)}`,
        name: '季度数据',
        nameEn: 'Quarterly',
        filledBy: ['school', 'centralSchool'],
        reviewedBy: 'nearest',
        form: { indicators: [rooms], rules: [] },
        ...(calendar && { calendar }),
      },
      callOf(reporting.defineDataSet, city),
    );
    return id;
  };
  const open = (said: object, by = city, of = dataSet): Promise<Period> =>
    room.get(Collecting).open({ dataSetId: of, year: 2026, ordinal: 3, ...said }, callOf(reporting.openPeriod, by));
  const grant = ({ id }: Period, organisation: string, until: string, by = city, acts: 'filling' | 'reviewing' = 'filling') =>
    room.get(Granting).grant({ periodId: id, organisation, acts, until, reason: '台风停课' }, callOf(reporting.grantException, by));
  const windows = ({ id }: Period, organisation: string, by = city) =>
    room.get(Granting).windows(id, organisation, callOf(reporting.periodWindows, by));

  it('has its days and windows from year and place alone', async () => {
    expect((await open({})).fact()).toMatchObject({
      name: '2026年第三季度',
      kind: 'quarter',
      firstDay: '2026-07-01',
      lastDay: '2026-09-30',
      opens: '2026-08-31T00:00:00+08:00',
      due: { school: '2026-09-30T23:59:59+08:00', county: '2026-10-05T23:59:59+08:00', city: '2026-10-10T23:59:59+08:00' },
      reviewOpens: {},
      year: 2026,
      ordinal: 3,
    });
  });

  it('does not count holidays where it is shifted over them', async () => {
    const due = (await open({ shiftHolidays: true })).fact().due;
    expect(due).toEqual({ school: '2026-09-30T23:59:59+08:00', county: '2026-10-12T23:59:59+08:00', city: '2026-10-17T23:59:59+08:00' });
    const days = [1, 2, 3, 4, 5].map((day) => `2027-10-0${day}`);
    await room
      .get(KeepingHolidays)
      .set({ organisation: room.region.city, year: 2027, days: ['2027-10-08'] }, callOf(reporting.setHolidays, city));
    await room.get(KeepingHolidays).set({ organisation: room.region.city, year: 2027, days }, callOf(reporting.setHolidays, city));
    expect((await open({ year: 2027, shiftHolidays: true })).fact().due.county).toBe('2027-10-10T23:59:59+08:00');
    expect((await open({ year: 2026, ordinal: 4, shiftHolidays: true })).fact().due.county).toBe('2027-01-05T23:59:59+08:00');
  });

  it('is opened once for the same days, and answers again what it opened', async () => {
    const first = await open({});
    await expect(open({})).rejects.toMatchObject({ kind: { code: 'period.exists' }, facts: { period: first.id } });
    expect((await open({ id: first.id })).id).toBe(first.id);
    await expect(open({ ordinal: 5 })).rejects.toMatchObject({ kind: { code: 'period.misplaced' }, facts: { most: 4 } });
  });

  it('asks the days of a term', async () => {
    const termly = await define({ ...usualCalendar, kind: 'term' });
    await expect(open({ ordinal: 1 }, city, termly)).rejects.toMatchObject({ kind: { code: 'period.undated' } });
    const term = await open({ ordinal: 1, firstDay: '2026-09-01', lastDay: '2027-01-22' }, city, termly);
    expect(term.fact()).toMatchObject({ name: '2026-2027学年第一学期', due: { county: '2027-01-27T23:59:59+08:00' } });
  });

  it('holds review back where the calendar says when it begins', async () => {
    const late = await define({ ...usualCalendar, county: { opens: { day: 1, time: '00:00:00' }, closes: { day: 5, time: '23:59:59' } } });
    const period = await open({}, city, late);
    expect(period.fact().reviewOpens).toEqual({ county: '2026-10-01T00:00:00+08:00' });
    expect(() => period.windows.holdOpenFor('county', clock.now())).toThrow('period.not_open');
    period.windows.holdOpenFor('school', clock.now());
    (await open({})).windows.holdOpenFor('county', clock.now());
  });

  describe('with an exception', () => {
    it('is open longer for one school, and for those who review it', async () => {
      const period = await open({});
      await grant(period, room.region.school, '2026-10-07T18:00:00+08:00');
      expect(await windows(period, room.region.school)).toMatchObject({
        due: { school: '2026-10-07T18:00:00+08:00', county: '2026-10-07T18:00:00+08:00', city: '2026-10-10T23:59:59+08:00' },
        usual: { school: '2026-09-30T23:59:59+08:00' },
        openFor: ['school', 'county', 'city', 'province'],
      });
      expect((await windows(period, room.region.sibling)).exceptions).toEqual([]);
      clock.at = new Date('2026-10-07T18:00:01+08:00');
      expect((await windows(period, room.region.school)).openFor).toEqual(['city', 'province']);
    });

    it('lets the school begin and submit after the others, and its county approve', async () => {
      const period = await open({});
      await grant(period, room.region.school, '2026-10-07T18:00:00+08:00');
      clock.at = new Date('2026-10-06T08:00:00+08:00');
      const begin = (by: Caller) =>
        room
          .get(Filling)
          .begin({ periodId: period.id, organisation: by.organisation!, values: { rooms: 3 } }, callOf(reporting.beginSubmission, by));
      await expect(begin(person({ role: 'schoolAdmin', organisation: room.region.sibling }))).rejects.toMatchObject({
        kind: { code: 'period.closed' },
      });
      const { id: submissionId } = await begin(school);
      await room.get(Filling).submit({ submissionId }, callOf(reporting.submitSubmission, school));
      const approved = await room.get(Reviewing).approve({ submissionId }, callOf(reporting.approveSubmission, county));
      expect(approved.status).toBe('approved');
    });

    it('covers all who fill in below a county, or the county’s own review', async () => {
      const period = await open({});
      await grant(period, room.region.county, '2026-10-03T00:00:00+08:00');
      await grant(period, room.region.county, '2026-10-08T00:00:00+08:00', city, 'reviewing');
      const due = { school: '2026-10-03T00:00:00+08:00', county: '2026-10-08T00:00:00+08:00', city: '2026-10-10T23:59:59+08:00' };
      expect(await windows(period, room.region.centralSchool, county)).toMatchObject({ due });
      expect((await windows(period, room.region.farSchool)).due.school).toBe('2026-09-30T23:59:59+08:00');
    });

    it('comes only from above, and not beyond the time of who grants it', async () => {
      const period = await open({});
      const soon = '2026-10-02T00:00:00+08:00';
      await expect(grant(period, room.region.school, soon, school)).rejects.toMatchObject({ kind: { code: 'exception.from_below' } });
      await expect(grant(period, room.region.farSchool, soon, county)).rejects.toMatchObject({ kind: { status: 404 } });
      await expect(grant(period, room.region.school, '2026-10-06T00:00:00+08:00', county)).rejects.toMatchObject({
        kind: { code: 'exception.too_late' },
        facts: { latest: '2026-10-05T23:59:59+08:00' },
      });
      await grant(period, room.region.school, soon, county);
    });

    it('must be more time than there is, and for who reviews, if for reviewing', async () => {
      const period = await open({});
      await expect(grant(period, room.region.school, '2026-09-30T00:00:00+08:00')).rejects.toMatchObject({
        kind: { code: 'exception.empty' },
      });
      await expect(grant(period, room.region.school, '2026-10-20T00:00:00+08:00', city, 'reviewing')).rejects.toMatchObject({
        kind: { code: 'exception.no_reviewer' },
      });
    });

    it('can be taken back by who stands above, and says no word of the reason in its facts', async () => {
      const period = await open({});
      const { id } = await grant(period, room.region.school, '2026-10-02T00:00:00+08:00', county);
      const withdraw = (by: Caller) => room.get(Granting).withdraw(id, callOf(reporting.withdrawException, by));
      await expect(withdraw(school)).rejects.toMatchObject({ kind: { code: 'exception.from_below' } });
      await withdraw(city);
      expect((await windows(period, room.region.school)).exceptions).toEqual([]);
      const facts = (await room.facts()).filter(({ entity }) => entity === id);
      expect(facts.map(({ type }) => type.split('.').at(-1))).toEqual(['granted', 'withdrawn']);
      expect(JSON.stringify(facts)).not.toContain('台风');
    });
  });

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });
});
