import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, type Caller } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import type { BuildPlan } from './build-plan.entity.js';
import { Building } from './building.js';
import { spanBefore, spanOf } from './spans.js';

describe('a build plan', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let county: Caller;
  let school: Caller;
  let plan: BuildPlan;

  beforeAll(async () => {
    room = await openRoom('reporting', { entities, migrations, providers: [Building, { provide: CLOCK, useValue: clock }] });
    county = person({ role: 'centreHead', organisation: room.region.county });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    // A Wednesday.
    clock.at = new Date('2026-11-18T08:00:00+08:00');
    plan = await room.get(Building).open(
      {
        organisation: room.region.county,
        name: '平台建设',
        firstDay: '2026-10-01',
        lastDay: '2026-12-31',
        reports: ['weekly', 'monthly'],
      },
      callOf(reporting.openBuildPlan, county),
    );
  });

  const set = (organisation: string, due: string, by = county) =>
    room.get(Building).setMilestone({ planId: plan.id, organisation, name: '网络改造', due }, callOf(reporting.setMilestone, by));
  const file = (kind: 'weekly' | 'monthly', day: string, by = school, organisation = by.organisation!) =>
    room
      .get(Building)
      .file({ planId: plan.id, organisation, kind, day, done: '完成布线', next: '联调' }, callOf(reporting.fileProgressReport, by));
  const board = (by = county) => room.get(Building).board({ planId: plan.id }, callOf(reporting.buildPlanBoard, by));

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('knows weeks from Monday and months, across years', () => {
    expect(spanOf('weekly', '2026-11-22')).toEqual({ firstDay: '2026-11-16', lastDay: '2026-11-22' });
    expect(spanOf('monthly', '2028-02-10')).toEqual({ firstDay: '2028-02-01', lastDay: '2028-02-29' });
    expect(spanBefore('weekly', '2027-01-01')).toEqual({ firstDay: '2026-12-21', lastDay: '2026-12-27' });
    expect(spanBefore('monthly', '2027-01-31')).toEqual({ firstDay: '2026-12-01', lastDay: '2026-12-31' });
  });

  it('shows what is done, what is overdue, and who owes the last report', async () => {
    const one = await set(room.region.school, '2026-11-10');
    await set(room.region.sibling, '2026-12-10');
    await expect(set(room.region.school, '2027-01-01')).rejects.toMatchObject({ kind: { code: 'milestone.outside' } });
    await expect(set(room.region.farSchool, '2026-12-01')).rejects.toMatchObject({ kind: { status: 404 } });
    await file('weekly', '2026-11-12');
    const seen = await board();
    expect(seen).toMatchObject({ milestones: 2, done: 0, overdue: 1 });
    expect(seen.missing.map(({ organisation, kind, firstDay }) => ({ organisation, kind, firstDay }))).toEqual(
      expect.arrayContaining([
        { organisation: room.region.sibling, kind: 'weekly', firstDay: '2026-11-09' },
        { organisation: room.region.school, kind: 'monthly', firstDay: '2026-10-01' },
        { organisation: room.region.sibling, kind: 'monthly', firstDay: '2026-10-01' },
      ]),
    );
    expect(seen.missing).toHaveLength(3);
    expect(await board(school)).toMatchObject({ milestones: 1, missing: [{ kind: 'monthly' }] });
    const done = await room
      .get(Building)
      .complete({ milestoneId: one.id, doneOn: '2026-11-17' }, callOf(reporting.completeMilestone, school));
    expect(done).toMatchObject({ status: 'done', doneOn: '2026-11-17' });
    await expect(
      room.get(Building).complete({ milestoneId: one.id, doneOn: '2026-11-17' }, callOf(reporting.completeMilestone, school)),
    ).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
    expect(await board()).toMatchObject({ done: 1, overdue: 0 });
    await room.get(Building).reopen({ milestoneId: one.id }, callOf(reporting.reopenMilestone, county));
    expect(await board()).toMatchObject({ done: 0, overdue: 1 });
  });

  it('takes one report for each organisation and week, and says when it is late', async () => {
    await expect(file('weekly', '2026-11-18')).rejects.toMatchObject({ kind: { code: 'progress_report.not_owed' } });
    await set(room.region.school, '2026-12-10');
    expect(await file('weekly', '2026-11-18')).toMatchObject({ firstDay: '2026-11-16', late: false });
    await expect(file('weekly', '2026-11-22')).rejects.toMatchObject({ kind: { code: 'progress_report.exists' } });
    expect(await file('weekly', '2026-11-15')).toMatchObject({ firstDay: '2026-11-09', late: true });
    expect(await file('monthly', '2026-11-02')).toMatchObject({ firstDay: '2026-11-01', late: false });
    await expect(file('weekly', '2026-11-23')).rejects.toMatchObject({ kind: { code: 'progress_report.not_owed' } });
    await expect(file('weekly', '2026-09-01')).rejects.toMatchObject({ kind: { code: 'progress_report.not_owed' } });
    await expect(file('weekly', '2026-11-18', school, room.region.sibling)).rejects.toMatchObject({ kind: { status: 404 } });
    expect(JSON.stringify(await room.facts())).not.toContain('布线');
  });
});
