import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import type { Period } from '../collecting/period.entity.js';
import { Quarters } from './quarter.room.js';
import { RollingUp } from './roll-up.js';

const right = { classrooms: 30, mm_classrooms: 28, ict_budget: 0.1 };

describe('the roll-up of a period', () => {
  const quarters = new Quarters();
  let period: Period;

  beforeAll(() => quarters.open());
  afterAll(() => quarters.room.close());
  beforeEach(async () => {
    await quarters.define([
      { code: 'classrooms', type: 'integer' },
      { code: 'mm_classrooms', type: 'integer' },
      { code: 'ict_budget', type: 'number' },
      { code: 'db_done', type: 'percent' },
    ]);
    period = await quarters.announce();
  });

  const rollUp = (organisation: string) => quarters.room.get(RollingUp).read(period, organisation);

  it('rolls approved figures up by reviewing organisation, exactly', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, right);
    await quarters.approve(period, region.sibling, { classrooms: 12, mm_classrooms: 12, ict_budget: 0.2, db_done: 80 });
    await quarters.approve(period, region.citySchool, { classrooms: 60, mm_classrooms: 60 }, quarters.city);
    await quarters.submit(period, region.farSchool, right);
    const { lines, total } = await rollUp(region.city);
    expect(
      lines.map(({ organisation, expected, approved, waiting, missing }) => ({ organisation, expected, approved, waiting, missing })),
    ).toEqual([
      { organisation: region.city, expected: 1, approved: 1, waiting: 0, missing: 0 },
      { organisation: region.county, expected: 3, approved: 2, waiting: 0, missing: 1 },
      { organisation: region.neighbourCounty, expected: 1, approved: 0, waiting: 1, missing: 0 },
    ]);
    expect(total).toMatchObject({
      expected: 5,
      filled: 4,
      figures: [
        { indicator: 'classrooms', total: 102, units: 3 },
        { indicator: 'ict_budget', total: 0.3, units: 2 },
        { indicator: 'mm_classrooms', total: 100, units: 3 },
      ],
    });
    expect((await rollUp(region.county)).total.expected).toBe(3);
  });

  it('expects nothing of a school that has closed, but counts what it filled in before', async () => {
    const { region } = quarters.room;
    await quarters.approve(period, region.school, right);
    await quarters.room.query('update organisation set closed = true where id = any($1::uuid[])', [[region.school, region.sibling]]);
    try {
      expect((await rollUp(region.county)).total).toMatchObject({ expected: 2, approved: 1, missing: 1 });
      await expect(quarters.submit(period, region.sibling, right)).rejects.toMatchObject({ kind: { code: 'submission.not_expected' } });
    } finally {
      await quarters.room.query('update organisation set closed = false');
    }
  });

  it('counts the same anew as it has kept all along', async () => {
    const { region } = quarters.room;
    const schools = [region.school, region.sibling, region.farSchool, region.centralSchool];
    const far = person({ role: 'countyReviewer', organisation: region.neighbourCounty });
    const reviewers = [quarters.county, quarters.county, far, quarters.county];
    await Promise.all(
      schools.map((school, index) => {
        const values = { classrooms: 10 + index, mm_classrooms: index, ict_budget: Number((0.1 * (index + 1)).toFixed(2)) };
        return quarters.approve(period, school, values, reviewers[index]);
      }),
    );
    const kept = await quarters.summary(period);
    expect(kept).toHaveLength(9);
    const administrator = person({ role: 'systemAdmin', organisation: region.city });
    await quarters.room.get(RollingUp).recount(period.id, callOf(reporting.recountRollUp, administrator));
    expect(await quarters.summary(period)).toEqual(kept);
  });
});
