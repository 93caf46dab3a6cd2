import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import type { Period } from '../collecting/period.entity.js';
import { Quarters } from './quarter.room.js';
import { RollingUp } from './roll-up.js';
import { Settling } from './settling.js';

describe('a period that is over', () => {
  const quarters = new Quarters();
  let period: Period;

  beforeAll(() => quarters.open());
  afterAll(() => quarters.room.close());
  beforeEach(async () => {
    quarters.setClock('2026-09-20T08:00:00+08:00');
    quarters.otherwise = {};
    await quarters.define([{ code: 'students', type: 'integer' }]);
    period = await quarters.announce();
  });

  const settle = () => quarters.room.get(Settling).settle(period.id, callOf(reporting.settlePeriod, quarters.city));
  const lines = async () => {
    const { lines: all } = await quarters.room.get(RollingUp).read(period, quarters.room.region.city);
    return Object.fromEntries(
      all.map(({ organisation, expected, missing, figures }) => [organisation, [expected, missing, figures[0]?.total]]),
    );
  };

  it('expects whoever history says stood there on its last day', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, { students: 300 });
    await quarters.approve(period, region.centralSchool, { students: 40 });
    // On the last day one school was not yet open, one had closed after reporting, one still stood below the other county.
    quarters.otherwise = {
      [region.farSchool]: { state: 'closed' },
      [region.school]: { state: 'closed' },
      [region.sibling]: { parent: region.neighbourCounty, divisionCode: '361003' },
    };
    quarters.setClock('2026-10-02T08:00:00+08:00');
    expect(await settle()).toEqual({ period: period.id, asOf: '2026-09-30', units: 3 });
    expect(await lines()).toEqual({
      [region.city]: [1, 1, undefined],
      [region.county]: [2, 0, 340],
      [region.neighbourCounty]: [1, 1, undefined],
    });
  });

  it('counts what was approved where its unit stood, and the same anew', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, { students: 300 });
    await quarters.approve(period, region.sibling, { students: 200 });
    quarters.otherwise = { [region.sibling]: { parent: region.neighbourCounty, divisionCode: '361003' } };
    quarters.setClock('2026-10-02T08:00:00+08:00');
    await settle();
    expect(await lines()).toMatchObject({ [region.county]: [2, 1, 300], [region.neighbourCounty]: [2, 1, 200] });
    const kept = await quarters.summary(period);
    const administrator = person({ role: 'systemAdmin', organisation: region.city });
    await quarters.room.get(RollingUp).recount(period.id, callOf(reporting.recountRollUp, administrator));
    expect(await quarters.summary(period)).toEqual(kept);
    // History was corrected; asked for again, the figures follow.
    quarters.otherwise = {};
    await settle();
    expect(await lines()).toMatchObject({ [region.county]: [3, 1, 500], [region.neighbourCounty]: [1, 1, undefined] });
  });

  it('is settled by itself, and follows the tree until then', async () => {
    const { region, query } = quarters.room;
    await quarters.approve(period, region.school, { students: 300 });
    const path = region.neighbourCounty.replaceAll('-', '');
    await query('update organisation set parent = $2, path = subpath(path, 0, 1) || $3::ltree || subpath(path, -1) where id = $1', [
      region.school,
      region.neighbourCounty,
      path,
    ]);
    try {
      await quarters.room.get(Settling).goRound();
      expect(await lines()).toMatchObject({ [region.county]: [2, 2, undefined], [region.neighbourCounty]: [2, 1, 300] });
      quarters.setClock('2026-10-01T00:10:00+08:00');
      await quarters.room.get(Settling).goRound();
      expect(await lines()).toMatchObject({ [region.county]: [3, 2, 300], [region.neighbourCounty]: [1, 1, undefined] });
    } finally {
      const [back] = [region.county.replaceAll('-', '')];
      await query('update organisation set parent = $2, path = subpath(path, 0, 1) || $3::ltree || subpath(path, -1) where id = $1', [
        region.school,
        region.county,
        back,
      ]);
    }
  });

  it('is not over before its last day is', async () => {
    quarters.setClock('2026-09-30T23:00:00+08:00');
    await expect(settle()).rejects.toMatchObject({ kind: { code: 'period.not_over' } });
  });
});
