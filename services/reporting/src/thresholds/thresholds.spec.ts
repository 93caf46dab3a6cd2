import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting, type Caller, type InputOf } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import { newId, Store } from '@lianxue/persistence';
import type { Period } from '../collecting/period.entity.js';
import { Quarters } from '../figures/quarter.room.js';
import { AnsweringWarnings } from './answering.js';
import { Declaring } from './declaring.js';
import { EarlyWarning } from './early-warning.entity.js';
import { JudgingMeasures } from './judging-measures.js';
import { Judging } from './judging.js';
import type { Threshold } from './threshold.entity.js';
import { TryingThresholds } from './trying.js';
import { Watching } from './watching.js';

type Declared = Partial<InputOf<typeof reporting.declareThreshold>>;

describe('a threshold', () => {
  const quarters = new Quarters(Judging, JudgingMeasures, Declaring, TryingThresholds, Watching, AnsweringWarnings);
  let period: Period;
  let school: Caller;
  let now = '';
  const at = (moment: string) => quarters.setClock((now = moment));

  beforeAll(async () => {
    await quarters.open();
    school = person({ role: 'schoolAdmin', organisation: quarters.room.region.school });
  });
  afterAll(() => quarters.room.close());
  beforeEach(async () => {
    at('2026-09-20T08:00:00+08:00');
    await quarters.define([
      { code: 'students', type: 'integer' },
      { code: 'terminals', type: 'integer' },
      { code: 'student_ratio', type: 'number', decimals: 1, formula: 'students / terminals', direction: 'lowerBetter' },
      { code: 'said', type: 'text' },
    ]);
    period = await quarters.announce();
  });

  const call = (operation: Parameters<typeof callOf>[0], by: Caller = quarters.city) => callOf(operation, by);
  const watching = (indicator: string) => ({ kind: 'indicator' as const, dataSet: quarters.dataSet.id, indicator });
  const declare = (more: Declared = {}, by?: Caller) =>
    quarters.room.get(Declaring).declare(
      {
        organisation: quarters.room.region.city,
        name: '生机比超过 10:1',
        watches: watching('student_ratio'),
        comparison: '>',
        value: 10,
        level: 'warning',
        kinds: ['school'],
        ...more,
      },
      call(reporting.declareThreshold, by),
    );
  const switchOn = ({ id }: Threshold) => quarters.room.get(Declaring).switchOn({ thresholdId: id }, call(reporting.switchOnThreshold));
  /** A minute later, so that whatever has changed is judged. */
  const go = () => {
    at(new Date(Date.parse(now) + 60_000).toISOString());
    return quarters.room.get(Watching).goRound();
  };
  const warnings = (by: Caller = quarters.city) =>
    quarters.room
      .get(Store)
      .page(EarlyWarning, call(reporting.earlyWarnings, by), { limit: 50 }, (row) => row)
      .then(({ items }) => items);
  const of = async ({ id }: Threshold, by?: Caller) => (await warnings(by)).filter(({ threshold }) => threshold === id);
  const ratio = (unit: string, students: number) => quarters.approve(period, unit, { students, terminals: 10 });
  /** What counts of a unit, replaced as a correction replaces it. */
  const correct = async (unit: string, students: number) => {
    await quarters.room.query(
      `with ended as (
         update contribution set replaced_by = nextval(pg_get_serial_sequence('contribution', 'seq'))
         where period = $1 and organisation = $2 and replaced_by is null returning *)
       insert into contribution (period, organisation, authority, division_code, kind, form, figures)
       select period, organisation, authority, division_code, kind, form, $3::jsonb from ended`,
      [period.id, unit, JSON.stringify({ students, terminals: 10, student_ratio: students / 10 })],
    );
  };

  it('describes its tables as the migrations make them', async () => {
    expect(await quarters.room.schemaDiff()).toEqual([]);
  });

  it('is a draft at first, is changed only while it is off, and watches only what can be', async () => {
    const threshold = await declare();
    expect(threshold.fact()).toMatchObject({ state: 'draft', value: 10, kinds: ['school'] });
    await ratio(quarters.room.region.school, 300);
    await go();
    expect(await of(threshold)).toEqual([]);
    await switchOn(threshold);
    const change = { thresholdId: threshold.id, value: 8 };
    const changing = (ifMatch: number) => quarters.room.get(Declaring).change(change, { ...call(reporting.changeThreshold), ifMatch });
    await expect(changing(2)).rejects.toMatchObject({ kind: { code: 'threshold.switched_on' } });
    await quarters.room.get(Declaring).switchOff({ thresholdId: threshold.id }, call(reporting.switchOffThreshold));
    expect((await changing(3)).fact()).toMatchObject({ value: 8, state: 'off' });
    await expect(declare({ watches: watching('said') })).rejects.toMatchObject({ kind: { code: 'figures.unknown_indicator' } });
    await expect(declare({ watches: watching('nothing') })).rejects.toMatchObject({ kind: { code: 'figures.unknown_indicator' } });
    await expect(declare({ kinds: ['vendor'] })).rejects.toMatchObject({ kind: { code: 'threshold.watches_nobody' } });
    await expect(declare({ validFrom: '2026-09-02', validUntil: '2026-09-01' })).rejects.toMatchObject({ kind: { code: 'input.invalid' } });
    await expect(declare({ watches: { ...watching('students'), dataSet: newId() } })).rejects.toMatchObject({
      kind: { code: 'data_set.not_found' },
    });
    await expect(declare({}, quarters.county)).rejects.toMatchObject({ kind: { status: 404 } });
  });

  it('warns once, follows the value, clears when it has returned, and warns anew when it goes beyond again', async () => {
    const { school: one, sibling } = quarters.room.region;
    const threshold = await declare();
    await switchOn(threshold);
    await ratio(one, 120);
    await ratio(sibling, 100);
    await go();
    const [warning] = await of(threshold);
    expect(warning!.fact()).toMatchObject({ organisation: one, value: 12, limit: 10, level: 'warning', status: 'raised', clearedAt: null });
    await go();
    at('2026-09-21T08:00:00+08:00');
    await go();
    expect(await of(threshold)).toHaveLength(1);
    expect((await of(threshold))[0]!.steps).toHaveLength(1);

    await correct(one, 150);
    await go();
    await correct(one, 90);
    await go();
    const [cleared] = await of(threshold);
    expect(cleared!.steps.map(({ what, value }) => [what, value])).toEqual([
      ['raised', 12],
      ['changed', 15],
      ['cleared', 9],
    ]);
    expect(cleared!.clearedAt).not.toBeNull();
    await correct(one, 200);
    await go();
    expect((await of(threshold)).map(({ clearedAt }) => clearedAt === null)).toEqual([true, false]);
  });

  it('is seen by the warned and by those above, and answered by the warned alone', async () => {
    const threshold = await declare();
    await switchOn(threshold);
    await ratio(quarters.room.region.school, 120);
    await go();
    const [warning] = await of(threshold);
    expect(await of(threshold, school)).toHaveLength(1);
    expect(await of(threshold, quarters.county)).toHaveLength(1);
    expect(await of(threshold, person({ role: 'schoolAdmin', organisation: quarters.room.region.sibling }))).toEqual([]);
    const receive = (by: Caller) =>
      quarters.room.get(AnsweringWarnings).receive({ warningId: warning!.id }, call(reporting.receiveEarlyWarning, by));
    const close = (by: Caller) =>
      quarters.room
        .get(AnsweringWarnings)
        .close({ warningId: warning!.id, done: '已增配 20 台终端' }, call(reporting.closeEarlyWarning, by));
    await expect(receive(quarters.city)).rejects.toMatchObject({ kind: { code: 'early_warning.not_own' } });
    await expect(receive(person({ role: 'schoolAdmin', organisation: quarters.room.region.sibling }))).rejects.toMatchObject({
      kind: { code: 'early_warning.not_found' },
    });
    await expect(close(school)).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
    expect((await receive(school)).status).toBe('received');
    expect(await close(school)).toMatchObject({ status: 'closed', done: '已增配 20 台终端' });
    // Closed is not cleared: the value is still beyond, and nobody is warned of it a second time.
    await go();
    expect(await of(threshold)).toHaveLength(1);
    expect(JSON.stringify(await quarters.room.facts())).not.toContain('增配');
  });

  it('judges an authority by what lies below it, once all of that is approved or the time is over', async () => {
    const { school: one, sibling, county, neighbourCounty, farSchool, centralSchool } = quarters.room.region;
    const threshold = await declare({ kinds: ['county'], watches: watching('terminals'), comparison: '<', value: 25 });
    await switchOn(threshold);
    await ratio(one, 1);
    await ratio(sibling, 1);
    await go();
    expect(await of(threshold)).toEqual([]);
    await ratio(centralSchool, 1);
    await quarters.approve(
      period,
      farSchool,
      { students: 1, terminals: 5 },
      person({ role: 'countyReviewer', organisation: neighbourCounty }),
    );
    await go();
    expect((await of(threshold)).map(({ organisation, value }) => [organisation, Number(value)])).toEqual([[neighbourCounty, 5]]);
    expect((await of(threshold)).some(({ organisation }) => organisation === county)).toBe(false);
  });

  it('judges a county that never came to an end when its time is over', async () => {
    const threshold = await declare({ kinds: ['county'], watches: watching('terminals'), comparison: '<', value: 25 });
    await switchOn(threshold);
    await ratio(quarters.room.region.school, 1);
    await go();
    expect(await of(threshold)).toEqual([]);
    at('2026-10-11T08:00:00+08:00');
    await go();
    expect((await of(threshold)).map(({ organisation }) => organisation)).toEqual([quarters.room.region.county]);
  });

  it('watches only within its days', async () => {
    const threshold = await declare({ validFrom: '2026-09-25' });
    await switchOn(threshold);
    await ratio(quarters.room.region.school, 300);
    await go();
    expect(await of(threshold)).toEqual([]);
    at('2026-09-25T08:00:00+08:00');
    await go();
    expect(await of(threshold)).toHaveLength(1);
  });

  it('can be tried on the past before it is switched on, and changes nothing', async () => {
    await ratio(quarters.room.region.school, 300);
    await ratio(quarters.room.region.sibling, 90);
    const threshold = await declare();
    const attempt = (periods: string[]) =>
      quarters.room.get(TryingThresholds).of({ thresholdId: threshold.id, periods }, call(reporting.tryThreshold));
    expect(await attempt([period.id])).toEqual({
      judged: 2,
      beyond: 1,
      silent: 2,
      items: [{ organisation: quarters.room.region.school, name: '第一小学', period: period.id, day: null, value: 30 }],
    });
    expect(await of(threshold)).toEqual([]);
    const other = quarters.dataSet;
    await quarters.define([{ code: 'rooms', type: 'integer' }]);
    const strange = await quarters.announce();
    quarters.dataSet = other;
    await expect(attempt([strange.id])).rejects.toMatchObject({ kind: { code: 'period.of_other_data_set' } });
    await expect(attempt([newId()])).rejects.toMatchObject({ kind: { code: 'period.not_found' } });
  });

  it('clears the warning of a school that has closed', async () => {
    const { citySchool } = quarters.room.region;
    const threshold = await declare();
    await switchOn(threshold);
    await quarters.approve(period, citySchool, { students: 300, terminals: 10 }, quarters.city);
    await go();
    expect(await of(threshold)).toHaveLength(1);
    await quarters.room.query('update organisation set closed = true where id = $1', [citySchool]);
    at('2026-09-22T08:00:00+08:00');
    await go();
    const [warning] = await of(threshold);
    expect(warning!.steps.at(-1)).toMatchObject({ what: 'cleared', value: null });
    await quarters.room.query('update organisation set closed = false where id = $1', [citySchool]);
  });

  it('watches a measure over some days, of schools and authorities alike, when a day has ended', async () => {
    const { school: one, sibling, farSchool, citySchool, county, neighbourCounty } = quarters.room.region;
    const told = (organisation: string, day: string, amount: number, measure = 'class_sessions_held', dimension = '') =>
      quarters.room.query(
        `insert into measure_total (measure, organisation, day, dimension, amount) values ($1, $2, $3, $4, $5)
         on conflict (measure, organisation, day, dimension) do update set amount = excluded.amount`,
        [measure, organisation, day, dimension, amount],
      );
    await told(one, '2026-09-18', 3);
    await told(sibling, '2026-09-12', 5);
    const held = { kind: 'measure' as const, measure: 'class_sessions_held' as const, days: 7 };
    const threshold = await declare({ watches: held, comparison: '<', value: 1, kinds: ['school', 'county'] });
    const attempt = (more: object) =>
      quarters.room.get(TryingThresholds).of({ thresholdId: threshold.id, ...more }, call(reporting.tryThreshold));
    expect(await attempt({ days: ['2026-09-19', '2026-09-12'] })).toMatchObject({ judged: 12, beyond: 8, silent: 0 });
    await expect(attempt({ periods: [period.id] })).rejects.toMatchObject({
      kind: { code: 'threshold.trial_unfit' },
      facts: { needs: 'days' },
    });
    await switchOn(threshold);
    await go();
    const warned = async () => (await of(threshold)).filter(({ clearedAt }) => clearedAt === null).map(({ organisation }) => organisation);
    expect((await warned()).sort()).toEqual([sibling, farSchool, citySchool, neighbourCounty].sort());
    expect(await warned()).not.toContain(county);
    await told(farSchool, '2026-09-20', 1);
    await go();
    expect(await warned()).toContain(farSchool);
    at('2026-09-21T01:00:00+08:00');
    await go();
    expect((await warned()).sort()).toEqual([sibling, citySchool].sort());
  });

  it('watches what stands by all that came and went, and one value of a dimension', async () => {
    const { school: one } = quarters.room.region;
    for (const [day, dimension, amount] of [
      ['2025-01-01', 'II', 2],
      ['2026-01-01', 'II', -1],
      ['2026-01-01', 'IV', 9],
    ])
      await quarters.room.query('insert into measure_total (measure, organisation, day, dimension, amount) values ($1, $2, $3, $4, $5)', [
        'incidents_open',
        one,
        day,
        dimension,
        amount,
      ]);
    const open = { kind: 'measure' as const, measure: 'incidents_open' as const, days: 1, value: 'II' };
    const threshold = await declare({ watches: open, comparison: '>=', value: 1 });
    await switchOn(threshold);
    await go();
    expect((await of(threshold)).map(({ organisation, value, period: none }) => [organisation, Number(value), none])).toEqual([
      [one, 1, null],
    ]);
  });

  it('does not watch people, of whom a few could be told, nor a dimension that is not there', async () => {
    const measure = (more: object) => declare({ watches: { kind: 'measure', measure: 'class_sessions_held', days: 7, ...more } });
    await expect(measure({ measure: 'pupils' })).rejects.toMatchObject({
      kind: { code: 'threshold.measure_unfit' },
      facts: { reason: 'people' },
    });
    await expect(measure({ value: 'x' })).rejects.toMatchObject({ facts: { reason: 'no_dimension' } });
  });
});
