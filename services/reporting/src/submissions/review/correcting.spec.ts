import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting, type Caller } from '@lianxue/contracts';
import { callOf, person, type Region } from '@lianxue/testing';
import { Quarter, right } from '../quarter.room.js';
import type { Period } from '../../collecting/period.entity.js';
import { RollingUp } from '../../figures/roll-up.js';
import type { Submission } from '../submission.entity.js';
import { Correcting } from './correcting.js';

let here: Quarter;
let region: Region;
let dataSet: string;
let period: Period;
beforeAll(async () => {
  here = await Quarter.open();
  region = here.room.region;
});
afterAll(() => here.close());
beforeEach(async () => {
  dataSet = await here.dataSet();
  here.noonOf('2026-09-20');
  period = await here.announce(dataSet);
});

const school = () => here.at(region.school);
const approved = async () => here.approve(await here.submitted(period, school()), here.county);
const open = ({ id }: Submission, by: Caller, until = '2026-11-30T23:59:59+08:00') =>
  here.room.get(Correcting).open({ submissionId: id, reason: '张三填错了一栏', until }, callOf(reporting.openCorrection, by));
const seal = ({ id }: Submission, receivedOn: string | null, by = here.county) =>
  here.room.get(Correcting).seal({ submissionId: id, receivedOn }, callOf(reporting.recordSealedCopy, by));
const total = async (indicator: string) => (await here.summary(period)).find((row) => row.indicator === indicator);

describe('a correction', () => {
  it('re-opens what was approved after the period has closed, and only then', async () => {
    const submission = await approved();
    here.noonOf('2026-11-10');
    await expect(here.fillIn(submission, right, school())).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
    const opened = await open(submission, here.county);
    expect(opened).toMatchObject({ status: 'returned', round: 2 });
    expect((await here.seen(opened, school())).correction).toEqual({
      reason: '张三填错了一栏',
      until: '2026-11-30T23:59:59+08:00',
      openedBy: region.county,
    });
    const again = await here.submit(await here.fillIn(opened, { ...right, classrooms: 33 }, school()), school());
    expect((await here.seen(again, here.county)).changes).toEqual([{ field: 'classrooms', before: 30, after: 33 }]);
    expect(await here.approve(again, here.county)).toMatchObject({ status: 'approved', correction: null });
    expect(await here.way(submission)).toEqual([
      '1 school submitted',
      '1 county approved',
      '1 county reopened',
      '2 school submitted',
      '2 county approved',
    ]);
    const [step] = await here.room.query(`select why, document from review_step where submission = $1 and decision = 'reopened'`, [
      opened.id,
    ]);
    expect(step).toMatchObject({ why: '张三填错了一栏', document: { classrooms: 30 } });
    expect(JSON.stringify(await here.room.facts())).not.toContain('张三');
  });

  it('keeps the old figures until the new ones are approved, and then adds the difference', async () => {
    const submission = await approved();
    await here.approve(await here.submitted(period, here.at(region.sibling)), here.county);
    const opened = await open(submission, here.county);
    const again = await here.submit(await here.fillIn(opened, { classrooms: 33, mm_classrooms: 1 }, school()), school());
    expect(await total('classrooms')).toMatchObject({ total: '60', units: 2 });
    await here.approve(again, here.county);
    expect(await total('classrooms')).toMatchObject({ total: '63', units: 2 });
    expect(await total('ict_budget')).toMatchObject({ total: '0.1', units: 1 });
    const kept = await here.summary(period);
    const admin = person({ role: 'systemAdmin', organisation: region.city });
    await here.room.get(RollingUp).recount(period.id, callOf(reporting.recountRollUp, admin));
    expect(await here.summary(period)).toEqual(kept);
  });

  it('is opened by who accepted it or stands above, for a time that lies ahead', async () => {
    const every = await here.announce(await here.dataSet('everyLevel'));
    const accepted = await here.approve(await here.approve(await here.submitted(every, school()), here.county), here.city);
    await expect(open(accepted, here.county)).rejects.toMatchObject({ kind: { code: 'submission.with_higher_level' } });
    await expect(open(accepted, here.city, '2026-09-01T00:00:00+08:00')).rejects.toMatchObject({
      kind: { code: 'correction.until_past' },
      facts: { until: '2026-09-01T00:00:00+08:00' },
    });
    expect((await here.seen(accepted, here.city)).moves).toEqual(['correct']);
    expect(await open(accepted, here.city)).toMatchObject({ status: 'returned' });
    const draft = await here.begin(period, here.at(region.sibling));
    await expect(open(draft, here.city)).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
  });

  it('ends on its own day, for every level', async () => {
    const opened = await open(await approved(), here.county, '2026-11-05T23:59:59+08:00');
    here.noonOf('2026-11-06');
    await expect(here.submit(opened, school())).rejects.toMatchObject({
      kind: { code: 'period.closed' },
      facts: { closed: '2026-11-05T23:59:59+08:00' },
    });
  });
});

describe('a correction that is withdrawn', () => {
  const withdraw = ({ id }: Submission, by = here.county) =>
    here.room.get(Correcting).withdraw({ submissionId: id, reason: '张三核实无误' }, callOf(reporting.withdrawCorrection, by));
  const row = async ({ id }: Submission) => {
    const [found] = await here.room.query<object>(
      `select to_jsonb(s) - array['version', 'updated_at', 'edits'] as row from submission s where id = $1`,
      [id],
    );
    return found;
  };

  it('leaves what was approved as if it had never been opened, though it was filled in and submitted meanwhile', async () => {
    const again = await here.submit(await here.return(await here.submitted(period, school()), here.county), school());
    const accepted = await seal(await here.approve(again, here.county, { note: '属实' }), '2026-09-20');
    const [before, summary] = [await row(accepted), await here.summary(period)];
    expect(accepted).toMatchObject({ round: 2, status: 'approved' });

    const opened = await open(accepted, here.county);
    expect((await here.seen(opened, here.county)).moves).toContain('withdraw');
    expect(await withdraw(opened)).toMatchObject({ status: 'approved', correction: null, round: 2, sealedOn: '2026-09-20' });
    expect(await row(accepted)).toEqual(before);

    const filled = await here.fillIn(await open(accepted, here.county), { classrooms: 99, mm_classrooms: 1 }, school());
    await here.submit(filled, school());
    await withdraw(filled);
    expect(await row(accepted)).toEqual(before);
    expect(await here.summary(period)).toEqual(summary);
    expect((await here.way(accepted)).slice(-5)).toEqual([
      '2 county reopened',
      '3 county withdrawn',
      '2 county reopened',
      '3 school submitted',
      '3 county withdrawn',
    ]);
    expect((await here.told(accepted)).at(-1)).toBe('correction_withdrawn');
    expect(JSON.stringify(await here.room.facts())).not.toContain('张三');
    // And it can be corrected after all.
    const corrected = await here.fillIn(await open(accepted, here.county), { ...right, classrooms: 33 }, school());
    await here.approve(await here.submit(corrected, school()), here.county);
    expect(await total('classrooms')).toMatchObject({ total: '33', units: 1 });
  });

  it('is withdrawn by who opened it or stands above, and only while it is open', async () => {
    const accepted = await approved();
    await expect(withdraw(accepted)).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
    const returned = await here.return(await here.submitted(period, here.at(region.sibling)), here.county);
    await expect(withdraw(returned)).rejects.toMatchObject({ kind: { code: 'correction.not_open' } });
    await expect(withdraw(await open(accepted, here.city))).rejects.toMatchObject({ kind: { code: 'submission.with_higher_level' } });
    expect(await withdraw(accepted, here.city)).toMatchObject({ status: 'approved' });
    await open(accepted, here.county);
    expect(await withdraw(accepted, here.city)).toMatchObject({ status: 'approved' });
  });
});

describe('a sealed copy', () => {
  it('is recorded by those who review it, once it was submitted, and not before it can have arrived', async () => {
    const draft = await here.begin(period, school());
    await expect(seal(draft, '2026-09-20')).rejects.toMatchObject({ kind: { code: 'submission.not_handed_in' } });
    const submitted = await here.submit(draft, school());
    await expect(seal(submitted, '2026-09-21')).rejects.toMatchObject({
      kind: { code: 'sealed_copy.in_future' },
      facts: { today: '2026-09-20' },
    });
    expect(await seal(submitted, '2026-09-20')).toMatchObject({ status: 'submitted', sealedOn: '2026-09-20' });
    expect(await seal(submitted, null, here.city)).toMatchObject({ sealedOn: null });
    expect(await here.told(draft)).toEqual(['drafted', 'submitted', 'sealed', 'sealed']);
  });

  it('no longer holds once the submission is filled in again', async () => {
    const sealed = await seal(await here.submitted(period, school()), '2026-09-19');
    const revised = await here.fillIn(await here.return(sealed, here.county), right, school());
    expect(revised.sealedOn).toBeNull();
  });
});
