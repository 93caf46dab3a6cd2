import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf } from '@lianxue/testing';
import type { Period } from '../collecting/period.entity.js';
import { Quarters } from '../figures/quarter.room.js';
import { Snapshots } from './snapshots.js';

describe('a snapshot of figures', () => {
  const quarters = new Quarters(Snapshots);
  let period: Period;

  beforeAll(() => quarters.open());
  afterAll(() => quarters.room.close());
  beforeEach(async () => {
    await quarters.define([
      { code: 'students', type: 'integer' },
      { code: 'terminals', type: 'integer' },
      { code: 'budget', type: 'number' },
      { code: 'ratio', type: 'number', decimals: 1, formula: 'students / terminals' },
    ]);
    period = await quarters.announce();
  });

  const take = (purpose = '三季度通报', id = newId()) =>
    quarters.room.get(Snapshots).take({ id, periodId: period.id, purpose }, callOf(reporting.takeSnapshot, quarters.city));
  const check = (id: string) => quarters.room.get(Snapshots).check(id, callOf(reporting.verifySnapshot, quarters.city));

  it('says the figures by authority and by division, exactly, with the formulas', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, { students: 300, terminals: 30, budget: 0.1 });
    await quarters.approve(period, region.sibling, { students: 200, terminals: 30, budget: 0.2 });
    await quarters.approve(period, region.citySchool, { students: 1000 }, quarters.city);
    const { content, number, replaces, formNumber } = await take();
    expect({ number, replaces, formNumber }).toEqual({ number: 1, replaces: null, formNumber: 1 });
    expect(content.formulas).toEqual({ ratio: 'students / terminals' });
    const figures = { budget: { value: '0.3', units: 2 }, ratio: { value: '8.3', units: null }, students: { value: '500', units: 2 } };
    expect(content.managed.find(({ key }) => key === region.county)).toMatchObject({ expected: 3, approved: 2, figures });
    expect(content.territory).toMatchObject([
      { key: '361002', expected: 4, approved: 3, figures: { students: { value: '1500', units: 3 } } },
      { key: '361003', expected: 1, approved: 0, figures: {} },
    ]);
    expect(content.total).toMatchObject({ expected: 5, approved: 3, figures: { ratio: { value: '25.0' } } });
  });

  it('is counted again to the last digit, also after a correction; the correction is in the next, which names it', async () => {
    const { region } = quarters.room;
    const submission = await quarters.approve(period, region.school, { students: 300, terminals: 30 });
    await quarters.approve(period, region.sibling, { students: 200 });
    const first = await take();
    expect(await check(first.id)).toEqual({ snapshot: first.id, reproduced: true, untouched: true, differing: [], current: true });
    await quarters.takeBack(submission);
    expect(await check(first.id)).toMatchObject({ reproduced: true, untouched: true, current: false });
    const second = await take('更正');
    expect(second).toMatchObject({ number: 2, replaces: first.id });
    expect(second.content.total.figures['students']).toEqual({ value: '200', units: 1 });
    expect(await check(second.id)).toMatchObject({ reproduced: true, current: true });
  });

  it('is not taken twice of the same figures', async () => {
    await quarters.approve(period, quarters.room.region.school, { students: 300 });
    const { id } = await take();
    expect((await take('三季度通报', id)).id).toBe(id);
    await expect(take()).rejects.toMatchObject({ kind: { code: 'snapshot.unchanged' } });
  });

  it('shows when somebody touched it', async () => {
    await quarters.approve(period, quarters.room.region.school, { students: 300 });
    const { id } = await take();
    await quarters.room.query(`update snapshot set content = jsonb_set(content, '{total,figures,students,value}', '"301"') where id = $1`, [
      id,
    ]);
    expect(await check(id)).toMatchObject({ reproduced: false, untouched: false, differing: [' students'] });
  });
});
