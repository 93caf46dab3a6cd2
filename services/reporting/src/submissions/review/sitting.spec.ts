import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting, type ReviewOutcome, type Values } from '@lianxue/contracts';
import { newId, sql, Store, TreeCopy } from '@lianxue/persistence';
import { callOf, type Region } from '@lianxue/testing';
import { Quarter, right } from '../quarter.room.js';
import type { Period } from '../../collecting/period.entity.js';
import { listed } from '../listing.js';
import { Submission } from '../submission.entity.js';
import { Reviewing } from './reviewing.js';

let here: Quarter;
let region: Region;
let last: Period;
let period: Period;
beforeAll(async () => {
  here = await Quarter.open();
  region = here.room.region;
});
afterAll(() => here.close());
beforeEach(async () => {
  const dataSet = await here.dataSet();
  here.noonOf('2026-06-20');
  last = await here.announce(dataSet, 2);
  period = await here.announce(dataSet, 3);
});

/** What a school had approved last quarter, and submits in this one. */
async function reported(organisation: string, before: Values, now: Values) {
  const school = here.at(organisation);
  here.noonOf('2026-06-20');
  await here.approve(await here.submitted(last, school, before), here.county);
  here.noonOf('2026-09-20');
  return here.submitted(period, school, now);
}

/** A school below the county that was not there before. */
async function school(n: number): Promise<string> {
  const id = newId();
  const copy = { id, parent: region.county, version: 1, kind: 'school' as const, name: `村小 ${n}`, divisionCode: '361002', closed: false };
  const { room } = here;
  await new TreeCopy().keepOrganisation(copy, { query: (text, values) => room.query(text, values) });
  return id;
}

const reviewing = () => here.room.get(Reviewing);
const approveAll = (ids: readonly string[], by = here.county, idempotencyKey?: string) =>
  reviewing().approveAll({ submissions: [...ids] }, callOf(reporting.approveSubmissions, by, { submissions: ids }, { idempotencyKey }));
const list = async (asked: object) => {
  const call = callOf(reporting.submissions, here.county);
  const { items } = await here.room
    .get(Store)
    .page(Submission, call, listed({ period: period.id, limit: 200, sort: 'risk', ...asked }), (one) => one);
  return items.map(({ organisation }) => organisation);
};
const refusals = (outcomes: readonly ReviewOutcome[]) => outcomes.flatMap(({ refused }) => refused?.code ?? []);
const decided = (outcomes: readonly ReviewOutcome[]) => outcomes.filter(({ refused }) => !refused).map(({ submission }) => submission);

describe('a reviewer’s list', () => {
  it('shows what changed since the last period, and by how much', async () => {
    const submitted = await reported(region.school, right, { ...right, classrooms: 40, db_done: 90 });
    const view = await here.seen(submitted, here.county);
    expect(view).toMatchObject({ changeCount: 2, warningCount: 0, late: false });
    expect(view.sinceLastPeriod).toEqual({
      period: last.id,
      name: '2026年第2季度',
      changes: [
        { field: 'classrooms', before: 30, after: 40, percent: 33.3 },
        { field: 'db_done', before: null, after: 90, percent: null },
      ],
    });
    const first = await here.submitted(period, here.at(region.sibling));
    expect(await here.seen(first, here.county)).toMatchObject({ changeCount: null, sinceLastPeriod: null });
  });

  it('is sorted by risk: big changes before small ones before none, and what is returned before comes first', async () => {
    await reported(region.school, right, right);
    await reported(region.sibling, right, { ...right, classrooms: 31 });
    const big = await reported(region.centralSchool, right, { ...right, classrooms: 60 });
    expect(await list({})).toEqual([region.centralSchool, region.sibling, region.school]);
    await here.submit(
      await here.fillIn(await here.return(big, here.county), right, here.at(region.centralSchool)),
      here.at(region.centralSchool),
    );
    expect(await list({})).toEqual([region.centralSchool, region.sibling, region.school]);
    expect(await list({ changes: false })).toEqual([region.centralSchool, region.school]);
    expect(await list({ returned: false, changes: true })).toEqual([region.sibling]);
    expect(await list({ warnings: true })).toEqual([]);
    expect(await list({ late: false, reviewer: region.county, status: 'submitted' })).toHaveLength(3);
  });

  it('knows what came late', async () => {
    const submitted = await reported(region.school, right, right);
    const returned = await here.return(submitted, here.county);
    here.noonOf('2026-10-02');
    expect(await here.submit(returned, here.at(region.school))).toMatchObject({ isLate: true });
    expect(await list({ late: true })).toEqual([region.school]);
  });
});

describe('deciding on many', () => {
  it('decides on each alone: what one is refused for stops no other', async () => {
    const submitted = await reported(region.school, right, right);
    const draft = await here.begin(period, here.at(region.sibling));
    const foreign = await here.submitted(period, here.at(region.farSchool));
    const outcomes = await approveAll([draft.id, foreign.id, submitted.id, newId()]);
    expect(refusals(outcomes)).toEqual(['move.not_allowed', 'submission.not_found', 'submission.not_found']);
    expect(outcomes[2]).toEqual({ submission: submitted.id, status: 'approved', refused: null });
    expect((await here.told(draft)).length).toBe(1);
  });

  it('returns each with its own reasons', async () => {
    here.noonOf('2026-09-20');
    const [one, other] = [await here.submitted(period, here.at(region.school)), await here.submitted(period, here.at(region.sibling))];
    const item = ({ id }: Submission, field: string) => ({ submission: id, to: 'school' as const, reasons: [{ field, reason: '请核对' }] });
    const input = { items: [item(one, 'classrooms'), item(other, 'swimming_pools')] };
    const outcomes = await reviewing().returnAll(input, callOf(reporting.returnSubmissions, here.county));
    expect(refusals(outcomes)).toEqual(['submission.field_unknown']);
    expect(outcomes[0]).toEqual({ submission: one.id, status: 'returned', refused: null });
    const returned = await here.room.get(Store).one(Submission, one.id, callOf(reporting.submission, here.county));
    expect(returned).toMatchObject({ status: 'returned', round: 2, reasons: [{ field: 'classrooms', reason: '请核对' }] });
  });

  it('approves all without warning or change in one move, and leaves the others to be looked at', async () => {
    const same = await reported(region.school, right, right);
    await reported(region.sibling, right, { ...right, classrooms: 31 });
    await here.submitted(period, here.at(region.centralSchool));
    const outcomes = await reviewing().approveUnremarkable({ period: period.id }, callOf(reporting.approveUnremarkable, here.county));
    expect(decided(outcomes)).toEqual([same.id]);
    expect(await list({ status: 'submitted' })).toEqual([region.centralSchool, region.sibling]);
  });

  it('answers a repetition under the same key as the first time', async () => {
    const same = await reported(region.school, right, right);
    const other = await reported(region.sibling, right, { ...right, classrooms: 31 });
    const reviewer = here.county;
    const call = () => callOf(reporting.approveUnremarkable, reviewer, { period: period.id }, { idempotencyKey: 'alike' });
    const alike = () => reviewing().approveUnremarkable({ period: period.id }, call());
    expect(await alike()).toEqual([{ submission: same.id, status: 'approved', refused: null }]);
    expect(await alike()).toEqual([{ submission: same.id, status: 'approved', refused: null }]);
    const first = await approveAll([same.id, other.id], reviewer, 'rest');
    expect([refusals(first), decided(first)]).toEqual([['move.not_allowed'], [other.id]]);
    expect(await approveAll([same.id, other.id], reviewer, 'rest')).toEqual(first);
    await expect(approveAll([other.id], reviewer, 'rest')).rejects.toMatchObject({ kind: { code: 'idempotency.mismatch' } });
  });

  it('takes 200 schools in one sitting, and the roll-up holds each once', async () => {
    here.noonOf('2026-09-20');
    const schools: string[] = [];
    for (let n = 0; n < 200; n++) schools.push(await school(n));
    const submitted: Submission[] = [];
    for (let from = 0; from < schools.length; from += 4)
      submitted.push(...(await Promise.all(schools.slice(from, from + 4).map((id) => here.submitted(period, here.at(id))))));
    const ids = submitted.map(({ id }) => id);
    const twice = await Promise.all([approveAll(ids), approveAll([...ids].reverse())]);
    expect(new Set(twice.flatMap(decided))).toEqual(new Set(ids));
    expect(twice.flatMap(decided)).toHaveLength(200);
    expect(twice.flatMap(refusals)).toEqual(Array.from({ length: 200 }, () => 'move.not_allowed'));
    const [classrooms] = await here.summary(period);
    expect(classrooms).toMatchObject({ indicator: 'classrooms', total: '6000', units: 200 });
    const steps = await here.room
      .get(Store)
      .read(sql`select 1 from review_step where decision = 'approved' and submission = any(${ids}::uuid[])`);
    expect(steps).toHaveLength(200);
  }, 120_000);
});
