import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting, shippedTargets, targetForm } from '@lianxue/contracts';
import { callOf } from '@lianxue/testing';
import type { Period } from '../collecting/period.entity.js';
import { Quarters } from '../figures/quarter.room.js';
import { EvaluatingTargets } from './evaluating-targets.js';
import { Targeting } from './targeting.js';

describe('targets of a data set', () => {
  const quarters = new Quarters(Targeting, EvaluatingTargets);
  let period: Period;

  beforeAll(() => quarters.open());
  afterAll(() => quarters.room.close());
  beforeEach(async () => {
    await quarters.define([
      { code: 'students', type: 'integer' },
      { code: 'student_ratio', type: 'number', decimals: 1, formula: 'students / terminals' },
      { code: 'terminals', type: 'integer' },
      { code: 'it_staff', type: 'integer' },
    ]);
    period = await quarters.announce();
  });

  const call = (operation: Parameters<typeof callOf>[0]) => callOf(operation, quarters.city);
  const adopt = () => quarters.room.get(Targeting).adopt({ dataSetId: quarters.dataSet.id }, call(reporting.adoptTargets));
  const set = (comparison: string, share: number | null) =>
    quarters.room
      .get(Targeting)
      .set({ dataSetId: quarters.dataSet.id, name: '达标', comparison, share, source: null }, call(reporting.setTarget));
  const evaluate = () =>
    quarters.room
      .get(EvaluatingTargets)
      .evaluate({ periodId: period.id, by: 'managed', teachingPoints: 'with', breakdown: 'county' }, call(reporting.evaluateTargets));

  it('are shipped well formed, and taken over where the form asks for them', async () => {
    expect(shippedTargets.every(({ comparison }) => targetForm.test(comparison))).toBe(true);
    expect((await adopt()).map(({ comparison }) => comparison).sort()).toEqual(['it_staff>=1', 'student_ratio<=10']);
    expect(await adopt()).toEqual([]);
  });

  it('are evaluated for each organisation: how many meet them, and whether enough do', async () => {
    const { region } = quarters.room;
    await set('student_ratio<=10', 50);
    await quarters.approve(period, region.school, { students: 300, terminals: 30 });
    await quarters.approve(period, region.sibling, { students: 300, terminals: 60 });
    await quarters.approve(period, region.citySchool, { students: 300, terminals: 20 }, quarters.city);
    const [evaluated] = (await evaluate()).targets;
    expect(evaluated!.total).toMatchObject({ met: 2, notMet: 1, notReported: 2, noValue: 0, share: 40, reached: false });
    expect(Object.fromEntries(evaluated!.lines.map(({ key, share, reached }) => [key, [share, reached]]))).toEqual({
      [region.city]: [0, false],
      [region.county]: [66.67, true],
      [region.neighbourCounty]: [0, false],
    });
  });

  it('are refused over what the form does not ask, and twice', async () => {
    await expect(set('bandwidth_mbps>=1000', 85)).rejects.toMatchObject({ kind: { code: 'figures.unknown_indicator' } });
    await set('students>=1', null);
    await expect(set('students>=1', 90)).rejects.toMatchObject({ kind: { code: 'target.taken' } });
  });

  it('can be changed and removed', async () => {
    const { id } = await set('students>=1', null);
    const change = { targetId: id, share: 90 };
    const changed = await quarters.room.get(Targeting).change(change, { ...call(reporting.changeTarget), ifMatch: 1 });
    expect(changed.fact()).toMatchObject({ share: 90, name: '达标' });
    await quarters.room.get(Targeting).remove({ targetId: id }, call(reporting.removeTarget));
    expect((await evaluate()).targets).toEqual([]);
  });
});
