import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting, type Values } from '@lianxue/contracts';
import { callOf, type Region } from '@lianxue/testing';
import { Quarter, right } from './quarter.room.js';
import type { Period } from '../collecting/period.entity.js';
import { Filling } from './filling.js';
import { Signing } from './signing.js';
import type { Submission } from './submission.entity.js';

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
  last = await here.announce(dataSet, 2);
  period = await here.announce(dataSet, 3);
  here.noonOf('2026-09-20');
});

const school = () => here.at(region.school);
const filling = () => here.room.get(Filling);
/** Saves some fields as somebody who read this version. */
const save = ({ id }: Submission, values: Values, read: number | '*', by = school()) =>
  filling().fillInFields({ submissionId: id, values }, callOf(reporting.fillInFields, by, {}, { ifMatch: read }));
const confirm = (id?: string) => {
  const input = { periodId: period.id, organisation: region.school, ...(id && { id }) };
  return filling().confirmUnchanged(input, callOf(reporting.confirmUnchanged, school()));
};

describe('two people at one form', () => {
  it('lose nothing where each fills in fields of their own', async () => {
    const draft = await here.begin(period, school());
    await save(draft, { classrooms: 40 }, 1);
    const both = await save(draft, { mm_classrooms: 39, remark: null }, 1);
    expect(both).toMatchObject({ version: 3, figures: { classrooms: 40, mm_classrooms: 39, ict_budget: 0.1 }, words: {} });
  });

  it('are told what the other put into the same field; the same value is no quarrel', async () => {
    const draft = await here.begin(period, school());
    await save(draft, { classrooms: 40, remark: '四十间' }, 1);
    await expect(save(draft, { classrooms: 41, remark: '四十一间' }, 1)).rejects.toMatchObject({
      kind: { code: 'submission.fields_changed', status: 409 },
      facts: {
        fields: [
          { field: 'classrooms', value: 40 },
          { field: 'remark', value: '四十间' },
        ],
      },
    });
    expect(await save(draft, { classrooms: 40, db_done: 9 }, 1)).toMatchObject({ version: 3, figures: { classrooms: 40, db_done: 9 } });
    await here.fillIn(await save(draft, { classrooms: 42 }, 3), { ...right, classrooms: 43 }, school());
    await expect(save(draft, { classrooms: 44 }, 4)).rejects.toMatchObject({ facts: { fields: [{ field: 'classrooms', value: 43 }] } });
    expect(await save(draft, { classrooms: 44 }, '*')).toMatchObject({ figures: { classrooms: 44 } });
  });

  it('must say what they read, and begin anew once it was submitted meanwhile', async () => {
    const draft = await here.begin(period, school());
    const unsaid = filling().fillInFields({ submissionId: draft.id, values: {} }, callOf(reporting.fillInFields, school()));
    await expect(unsaid).rejects.toMatchObject({ kind: { status: 428 } });
    await expect(save(draft, { classrooms: 1 }, 7)).rejects.toMatchObject({ kind: { status: 412 } });
    const returned = await here.return(await here.submit(draft, school()), here.county);
    await expect(save(draft, { classrooms: 1 }, 1)).rejects.toMatchObject({ kind: { code: 'version.changed' } });
    expect(await save(draft, { classrooms: 31 }, returned.version)).toMatchObject({ status: 'returned', figures: { classrooms: 31 } });
  });
});

describe('a quarter without change', () => {
  it('is confirmed in one step from what was approved last, marked, and reviewed like any other', async () => {
    await expect(confirm()).rejects.toMatchObject({ kind: { code: 'submission.no_last_period' } });
    here.noonOf('2026-06-20');
    await here.approve(await here.submitted(last, school()), here.county);
    here.noonOf('2026-09-20');
    const confirmed = await confirm();
    expect(confirmed).toMatchObject({ status: 'submitted', isUnchanged: true, changeCount: 0, reviewer: region.county });
    expect(confirmed.values).toEqual(right);
    expect(await here.told(confirmed)).toEqual(['drafted', 'submitted']);
    expect((await confirm(confirmed.id)).version).toBe(confirmed.version);
    await expect(confirm()).rejects.toMatchObject({ kind: { code: 'submission.exists' }, facts: { submission: confirmed.id } });
    const returned = await here.return(confirmed, here.county);
    expect(await here.fillIn(returned, right, school())).toMatchObject({ isUnchanged: false });
  });
});

describe('the names below the printed submission', () => {
  it('stay with it and travel in no fact', async () => {
    const { id, version } = await here.begin(period, school());
    const names = { preparedBy: '王晓明', reviewedBy: '赵小兰', responsible: null };
    const call = callOf(reporting.nameSignatories, school(), {}, { ifMatch: version });
    const named = await here.room.get(Signing).name({ submissionId: id, ...names }, call);
    expect((await here.seen(named, here.county)).signatories).toEqual(names);
    expect(JSON.stringify(await here.room.facts())).not.toContain('王晓明');
  });
});

describe('bad input', () => {
  const wrong: [string, Values, string, string][] = [
    ['beyond its range', { classrooms: -1 }, 'classrooms', 'min'],
    ['beyond what is exact', { ict_budget: 1e15 }, 'ict_budget', 'max'],
    ['a percentage over 100', { db_done: 100.5 }, 'db_done', 'max'],
    ['full-width digits', { classrooms: '３０' }, 'classrooms', 'type'],
    ['no number', { classrooms: 'NaN' }, 'classrooms', 'type'],
    ['of a field that only another version of the form has', { swimming_pools: 1 }, 'swimming_pools', 'unknown'],
  ];
  it.each(wrong)('is refused at its field: %s', async (_, values, field, rule) => {
    await expect(here.begin(period, school(), values)).rejects.toMatchObject({
      kind: { code: 'submission.broken_rules', status: 422 },
      facts: { faults: [{ field, rule }] },
    });
    const draft = await here.begin(period, here.at(region.sibling), {});
    await expect(save(draft, values, 1, here.at(region.sibling))).rejects.toMatchObject({ facts: { faults: [{ field, rule }] } });
  });

  it('never reaches another school’s submission', async () => {
    const draft = await here.begin(period, school());
    await expect(save(draft, { classrooms: 1 }, 1, here.at(region.sibling))).rejects.toMatchObject({
      kind: { code: 'submission.not_found' },
    });
    await expect(here.approve(draft, here.county)).rejects.toMatchObject({ kind: { code: 'move.not_allowed' }, facts: { state: 'draft' } });
  });
});
