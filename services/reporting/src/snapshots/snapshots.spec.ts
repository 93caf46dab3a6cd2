import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf } from '@lianxue/testing';
import type { Period } from '../collecting/period.entity.js';
import { Quarters } from '../figures/quarter.room.js';
import { Granting } from '../collecting/granting.js';
import { Settling } from '../figures/settling.js';
import { ClosingSnapshots } from './closing.js';
import { Snapshots } from './snapshots.js';

describe('a snapshot of figures', () => {
  const quarters = new Quarters(Snapshots, ClosingSnapshots, Granting);
  let period: Period;

  beforeAll(() => quarters.open());
  afterAll(() => quarters.room.close());
  beforeEach(async () => {
    quarters.setClock('2026-09-20T08:00:00+08:00');
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

  describe('at the close of a period', () => {
    const goRound = async () => {
      await quarters.room.get(Settling).goRound();
      await quarters.room.get(ClosingSnapshots).goRound();
    };
    const taken = () =>
      quarters.room.query<{ id: string; number: number; purpose: string; units_as_of: string }>(
        'select id, number, purpose, units_as_of::text from snapshot where period = $1 order by number',
        [period.id],
      );

    it('is taken by the platform itself, once, and can be cited like any other', async () => {
      await quarters.approve(period, quarters.room.region.school, { students: 300, terminals: 30 });
      quarters.setClock('2026-10-10T23:00:00+08:00');
      await goRound();
      expect(await taken()).toEqual([]);
      quarters.setClock('2026-10-11T00:00:00+08:00');
      await goRound();
      await goRound();
      const [first, ...more] = await taken();
      expect(more).toEqual([]);
      expect(first).toMatchObject({ number: 1, purpose: '填报期截止自动生成', units_as_of: '2026-09-30' });
      expect(await check(first!.id)).toMatchObject({ reproduced: true, untouched: true, current: true });
    });

    it('is the one that was taken already where nothing has changed since', async () => {
      await quarters.approve(period, quarters.room.region.school, { students: 300 });
      quarters.setClock('2026-10-05T12:00:00+08:00');
      await quarters.room.get(Settling).goRound();
      const { id } = await take();
      quarters.setClock('2026-10-11T00:00:00+08:00');
      await goRound();
      expect((await taken()).map((snapshot) => snapshot.id)).toEqual([id]);
      expect(await quarters.room.query('select snapshot from period_close where period = $1', [period.id])).toEqual([{ snapshot: id }]);
    });

    it('waits for who was given more time', async () => {
      const { school } = quarters.room.region;
      const granted = {
        periodId: period.id,
        organisation: school,
        acts: 'filling' as const,
        until: '2026-10-12T12:00:00+08:00',
        reason: '校舍搬迁',
      };
      await quarters.room.get(Granting).grant(granted, callOf(reporting.grantException, quarters.city));
      quarters.setClock('2026-10-11T00:00:00+08:00');
      await goRound();
      expect(await taken()).toEqual([]);
      quarters.setClock('2026-10-12T12:00:01+08:00');
      await goRound();
      expect(await taken()).toHaveLength(1);
    });
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
