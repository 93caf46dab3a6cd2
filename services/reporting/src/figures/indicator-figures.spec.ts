import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting, type Caller, type Figures } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import { Granting } from '../collecting/granting.js';
import type { Period } from '../collecting/period.entity.js';
import { IndicatorFigures } from './indicator-figures.js';
import { NamedUnits } from './named-units.js';
import { Quarters } from './quarter.room.js';

const indicators = [
  { code: 'students', type: 'integer', direction: 'neutral' },
  { code: 'terminals', type: 'integer', direction: 'higherBetter', definition: '学校统一配备' },
  { code: 'budget', type: 'number' },
  { code: 'ratio', type: 'number', decimals: 1, direction: 'lowerBetter', formula: 'students / terminals' },
  { code: 'done', type: 'percent' },
  {
    code: 'access',
    type: 'choice',
    options: [
      { code: 'fibre', name: '光纤' },
      { code: 'none', name: '无' },
    ],
  },
];

describe('figures of indicators', () => {
  const quarters = new Quarters(Granting);
  let period: Period;

  beforeAll(() => quarters.open());
  afterAll(() => quarters.room.close());
  beforeEach(async () => {
    quarters.setClock('2026-09-20T08:00:00+08:00');
    await quarters.define(indicators);
    period = await quarters.announce();
  });

  const ask = (more: object = {}, by: Caller = quarters.city): Promise<Figures> => {
    const query = {
      dataSet: quarters.dataSet.id,
      by: 'managed' as const,
      teachingPoints: 'with' as const,
      breakdown: 'none' as const,
      ...more,
    };
    return quarters.room.get(IndicatorFigures).read(query, callOf(reporting.figures, by, query));
  };
  const units = (more: object, by: Caller = quarters.city) => {
    const query = { period: period.id, by: 'managed' as const, teachingPoints: 'with' as const, limit: 20, ...more };
    return quarters.room.get(NamedUnits).page(query, callOf(reporting.figureUnits, by, query));
  };
  const values = (line: Figures['periods'][number]['total'] | undefined) =>
    Object.fromEntries(line!.figures.map(({ indicator, value }) => [indicator, value]));

  it('are exact sums with who has reported of who should', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, { students: 300, terminals: 30, budget: 0.1, done: 90 });
    await quarters.approve(period, region.sibling, { students: 200, budget: 0.2 });
    await quarters.submit(period, region.centralSchool, { students: 50 });
    const { periods, indicators: terms } = await ask({ organisation: region.county });
    expect(periods[0]!.total).toMatchObject({
      expected: 3,
      reported: 3,
      approved: 2,
      missing: 0,
      onTime: 3,
      completeness: 100,
      timeliness: 100,
    });
    expect(values(periods[0]!.total)).toEqual({ students: 500, terminals: 30, budget: 0.3, ratio: 16.7 });
    expect(periods[0]!.total.figures[1]).toMatchObject({ indicator: 'terminals', units: 1, previous: null, rank: null });
    expect(periods[0]).toMatchObject({ units: 'today', formNumber: 1 });
    expect(terms[1]).toMatchObject({ code: 'terminals', definition: '学校统一配备', direction: 'higherBetter' });
  });

  it('count who was given more time as on time until then, and those below it, and nobody else', async () => {
    const { region } = quarters.room;
    const granted = {
      periodId: period.id,
      organisation: region.county,
      acts: 'filling' as const,
      until: '2026-10-02T12:00:00+08:00',
      reason: '校舍搬迁',
    };
    const grant = await quarters.room.get(Granting).grant(granted, callOf(reporting.grantException, quarters.city));
    quarters.setClock('2026-10-01T12:00:00+08:00');
    await quarters.submit(period, region.school, { students: 300 });
    const punctual = async () => (await ask({ organisation: region.county })).periods[0]!.total;
    expect(await punctual()).toMatchObject({ expected: 3, onTime: 1, timeliness: expect.closeTo(33.3, 1) });
    await quarters.room.get(Granting).withdraw(grant.id, callOf(reporting.withdrawException, quarters.city));
    expect(await punctual()).toMatchObject({ onTime: 0, timeliness: 0 });
  });

  it('fall into lines by authority, by division, by kind and by unit, and the lines come to the same whole', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, { students: 300, terminals: 30 });
    await quarters.approve(period, region.centralSchool, { students: 40, terminals: 90 });
    await quarters.approve(period, region.citySchool, { students: 1000, terminals: 60 }, quarters.city);
    const lines = async (more: object) => {
      const [of] = (await ask({ indicators: 'students', ...more })).periods;
      expect(values(of!.total)).toEqual({ students: 1340 });
      return Object.fromEntries(of!.lines.map((line) => [line.key, [line.expected, values(line)['students']]]));
    };
    const byAuthority = { [region.city]: [1, 1000], [region.county]: [3, 340], [region.neighbourCounty]: [1, null] };
    expect(await lines({ breakdown: 'county' })).toEqual(byAuthority);
    expect(await lines({ breakdown: 'child' })).toEqual(byAuthority);
    expect(await lines({ breakdown: 'county', by: 'territory' })).toEqual({ '361002': [4, 1340], '361003': [1, null] });
    expect(await lines({ breakdown: 'kind' })).toEqual({ school: [4, 1300], centralSchool: [1, 40] });
    expect(await lines({ breakdown: 'unit' })).toMatchObject({ [region.school]: [1, 300], [region.sibling]: [1, null] });
    expect(await lines({ breakdown: 'sibling', organisation: region.county })).toEqual(byAuthority);
    const territory = (await ask({ organisation: region.county, by: 'territory', indicators: 'students' })).periods[0]!.total;
    expect([territory.expected, values(territory)['students']]).toEqual([4, 1340]);
    const named = (await ask({ organisation: region.county, by: 'territory', breakdown: 'unit' })).periods[0]!.lines;
    expect(named.map(({ key }) => key)).not.toContain(region.citySchool);
  });

  it('are ranked only among authorities, and where more or less is better', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, { students: 300, terminals: 30 });
    await quarters.approve(period, region.citySchool, { students: 1000, terminals: 60 }, quarters.city);
    const ranks = async (breakdown: string) =>
      Object.fromEntries(
        (await ask({ breakdown, indicators: 'students,terminals' })).periods[0]!.lines.map((line) => [
          line.key,
          line.figures.map(({ rank }) => rank),
        ]),
      );
    expect(await ranks('county')).toEqual({
      [region.city]: [null, 1],
      [region.county]: [null, 2],
      [region.neighbourCounty]: [null, null],
    });
    expect(Object.values(await ranks('unit')).flat()).toEqual(Array.from({ length: 10 }, () => null));
  });

  it('tell how many meet a target, and by name which and why', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, { students: 300, terminals: 30, access: 'fibre' });
    await quarters.approve(period, region.sibling, { students: 300, access: 'none' });
    await quarters.approve(period, region.centralSchool, { students: 9, terminals: 2 });
    const { coverage } = (await ask({ targets: 'terminals>=30,access=fibre' })).periods[0]!.total;
    expect(coverage).toEqual([
      { target: 'terminals>=30', met: 1, notMet: 1, notReported: 2, noValue: 1, share: 20 },
      { target: 'access=fibre', met: 1, notMet: 1, notReported: 2, noValue: 1, share: 20 },
    ]);
    const found = await units({ target: 'terminals>=30' });
    expect(Object.fromEntries(found.items.map(({ id, outcome, value }) => [id, [outcome, value]]))).toEqual({
      [region.school]: ['met', 30],
      [region.sibling]: ['noValue', null],
      [region.centralSchool]: ['notMet', 2],
      [region.farSchool]: ['notReported', null],
      [region.citySchool]: ['notReported', null],
    });
    const first = await units({ target: 'terminals>=30', outcome: 'notReported', limit: 1 });
    const second = await units({ target: 'terminals>=30', outcome: 'notReported', limit: 1, cursor: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([region.farSchool, region.citySchool].sort());
    expect(second.next).toBeUndefined();
  });

  it('stand beside the period before and the same one a year earlier', async () => {
    const { region } = quarters.room;
    const before = await quarters.announce({ name: '2026年第二季度', firstDay: '2026-04-01', lastDay: '2026-06-30' });
    const lastYear = await quarters.announce({ name: '2025年第三季度', firstDay: '2025-07-01', lastDay: '2025-09-30' });
    await quarters.approve(before, region.school, { students: 320, budget: 0.3 });
    await quarters.approve(lastYear, region.school, { students: 240 });
    await quarters.approve(period, region.school, { students: 300, budget: 0.1 });
    const { periods } = await ask({ indicators: 'students,budget' });
    expect(periods[0]).toMatchObject({ period: period.id, previous: before.id, lastYear: lastYear.id });
    expect(periods[0]!.total.figures).toMatchObject([
      { previous: { value: 320, change: -20, changePercent: -6.25 }, lastYear: { value: 240, change: 60, changePercent: 25 } },
      { previous: { value: 0.3, change: -0.2, changePercent: -66.67 }, lastYear: { value: null, change: null, changePercent: null } },
    ]);
    const both = await ask({ periods: [period.id, before.id].join(',') });
    expect(both.periods.map(({ name }) => name)).toEqual(['2026年第二季度', '2026年第三季度']);
  });

  it('are ratios from sums, never averages of ratios', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, { students: 300, terminals: 100 });
    await quarters.approve(period, region.sibling, { students: 300, terminals: 20 });
    await quarters.approve(period, region.citySchool, { students: 90 }, quarters.city);
    const { periods, indicators: terms } = await ask({ indicators: 'ratio', breakdown: 'county' });
    expect(values(periods[0]!.total)).toEqual({ ratio: 5.8 });
    expect(Object.fromEntries(periods[0]!.lines.map((line) => [line.key, line.figures[0]]))).toMatchObject({
      [region.county]: { value: 5, rank: 1 },
      [region.city]: { value: null, rank: null },
    });
    expect(terms[0]!.formula).toBe('students / terminals');
    const { items } = await units({ target: 'ratio<=10' });
    expect(items.find(({ id }) => id === region.sibling)).toMatchObject({ outcome: 'notMet', value: 15 });
    expect(items.find(({ id }) => id === region.citySchool)).toMatchObject({ outcome: 'noValue', value: null });
  });

  it('leave teaching points out when asked to', async () => {
    const { region } = quarters.room;
    await quarters.define(indicators, { filledBy: ['school', 'centralSchool', 'teachingPoint'] });
    period = await quarters.announce();
    await quarters.approve(period, region.teachingPoint, { students: 7 });
    await quarters.approve(period, region.centralSchool, { students: 50 });
    const total = async (teachingPoints: string, organisation: string) => {
      const [of] = (await ask({ teachingPoints, organisation, indicators: 'students' })).periods;
      return [of!.total.expected, values(of!.total)['students']];
    };
    expect(await total('with', region.county)).toEqual([5, 57]);
    expect(await total('without', region.county)).toEqual([3, 50]);
    expect(await total('with', region.centralSchool)).toEqual([3, 57]);
    expect(await total('with', region.teachingPoint)).toEqual([1, 7]);
  });

  it('are refused where they make no sense or are out of reach', async () => {
    const { region } = quarters.room;
    const refused = (more: object, by?: Caller) => expect(ask(more, by)).rejects;
    const school = person({ role: 'schoolAdmin', organisation: region.school });
    await refused({ indicators: 'unheard_of' }).toMatchObject({ kind: { code: 'figures.unknown_indicator' } });
    await refused({ targets: 'access>=3' }).toMatchObject({ kind: { code: 'figures.unknown_indicator' } });
    await refused({ by: 'territory' }, school).toMatchObject({ kind: { code: 'figures.no_territory' } });
    await refused({ breakdown: 'sibling' }, school).toMatchObject({ kind: { code: 'figures.no_siblings' } });
    await refused({ organisation: region.neighbourCounty }, quarters.county).toMatchObject({ kind: { code: 'not_found' } });
    await refused({ dataSet: region.city }).toMatchObject({ kind: { code: 'data_set.not_found' } });
    await refused({ periods: region.city }).toMatchObject({ kind: { code: 'period.not_found' } });
    quarters.setClock('2020-01-01T00:00:00+08:00');
    await refused({}).toMatchObject({ kind: { code: 'figures.no_period' } });
  });

  it('take away exactly what they added when an approval is counted anew', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.sibling, { students: 200, budget: 0.25 });
    const before = await quarters.summary(period);
    const submission = await quarters.approve(period, region.school, { students: 300, budget: 0.05 });
    await quarters.takeBack(submission);
    expect(await quarters.summary(period)).toEqual(before);
  });
});
