import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting, RuleContent, ValidationRule as ValidationRuleView, type Caller, type Values } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf, person } from '@lianxue/testing';
import { Quarter, right } from '../submissions/quarter.room.js';
import type { Period } from '../collecting/period.entity.js';
import { Filling } from '../submissions/filling.js';
import type { Submission } from '../submissions/submission.entity.js';
import { Ruling } from './ruling.js';
import { Trial } from './trial.js';
import type { ValidationRule } from './validation-rule.entity.js';
import { validationRuleView } from './validation-rule.view.js';

describe('validation rules', () => {
  let quarter: Quarter;
  let school: Caller;
  let dataSet: string;
  let second: Period;
  let third: Period;

  beforeAll(async () => {
    quarter = await Quarter.open();
    school = quarter.at(quarter.room.region.school);
  });
  afterAll(() => quarter.close());

  beforeEach(async () => {
    dataSet = await quarter.dataSet();
    second = await quarter.announce(dataSet, 2);
    third = await quarter.announce(dataSet, 3);
    quarter.noonOf('2026-06-20');
  });

  const define = (condition: object, more: Partial<RuleContent> = {}, by = quarter.city) => {
    const content = RuleContent.parse({
      code: `rule_${Math.random().toString(36).slice(2, 10)}`,
      condition,
      severity: 'warning',
      words: '{indicator}与上期相比变动超过 20%',
      wordsEn: '{indicator} differs by more than 20 %',
      ...more,
    });
    const input = { dataSetId: dataSet, organisation: by.organisation!, ...content };
    return quarter.room.get(Ruling).define(input, callOf(reporting.defineRule, by));
  };
  const switchOn = ({ id }: ValidationRule, by = quarter.city) =>
    quarter.room.get(Ruling).switchOn({ ruleId: id }, callOf(reporting.switchOnRule, by));
  const switchOff = ({ id }: ValidationRule, by = quarter.city) =>
    quarter.room.get(Ruling).switchOff({ ruleId: id }, callOf(reporting.switchOffRule, by));
  const on = async (condition: object, more: Partial<RuleContent> = {}, by = quarter.city) =>
    switchOn(await define(condition, more, by), by);
  const tried = ({ id }: ValidationRule, periods: readonly Period[], by = quarter.city) =>
    quarter.room.get(Trial).of({ ruleId: id, periods: periods.map((period) => period.id) }, callOf(reporting.tryRule, by));
  const remark = ({ id, version }: Submission, values: Values, remarks: Record<string, string>) =>
    quarter.room
      .get(Filling)
      .fillIn({ submissionId: id, values, remarks }, callOf(reporting.fillInSubmission, school, {}, { ifMatch: version }));
  const told = ({ warnings }: Submission) => warnings.map(({ field, severity, words }) => `${field} ${severity} ${words}`);
  /** The second quarter submitted, and noon of a day in the third. */
  async function secondQuarter(values: Values, by = school) {
    quarter.noonOf('2026-06-20');
    await quarter.submitted(second, by, values);
    quarter.noonOf('2026-09-20');
  }

  it('describes its table as the migrations make it', async () => {
    expect(await quarter.room.schemaDiff()).toEqual([]);
  });

  it('ask for a remark where a figure differs much from the quarter before', async () => {
    const drop = await on({ kind: 'change', fields: ['classrooms', 'mm_classrooms'] }, { needsRemark: true });
    await secondQuarter({ ...right, classrooms: 40 });
    const draft = await quarter.begin(third, school, right);
    expect(told(draft)).toEqual(['classrooms warning 普通教室数与上期相比变动超过 20%']);
    expect(draft.warningCount).toBe(1);
    await expect(quarter.submit(draft, school)).rejects.toMatchObject({
      kind: { code: 'submission.broken_rules', status: 422 },
      facts: { faults: [{ field: 'classrooms', rule: drop.code, words: '普通教室数与上期相比变动超过 20%（须说明原因）' }] },
    });
    const explained = await remark(draft, right, { classrooms: '三年级搬入新校区' });
    const submitted = await quarter.submit(explained, school);
    expect(submitted).toMatchObject({ status: 'submitted', warningCount: 1, remarks: { classrooms: '三年级搬入新校区' } });
    expect(JSON.stringify(await quarter.room.facts())).not.toContain('搬入新校区');
  });

  it('say nothing where there is nothing to compare with, and judge anew at every save', async () => {
    await on({ kind: 'change', fields: [] });
    const draft = await quarter.begin(second, school, right);
    expect(draft.warnings).toEqual([]);
    await quarter.submit(draft, school);
    quarter.noonOf('2026-09-20');
    const next = await quarter.begin(third, school, { ...right, ict_budget: 0.2 });
    expect(told(next).map((words) => words.split(' ')[0])).toEqual(['ict_budget']);
    const corrected = await quarter.fillIn(next, { ...right, ict_budget: 0.12 }, school);
    expect(corrected).toMatchObject({ warnings: [], warningCount: 0 });
  });

  it('keep a submission from being submitted when they block', async () => {
    const within = await on(
      { kind: 'expression', expression: 'mm_classrooms <= classrooms' },
      { severity: 'blocking', words: '多媒体教室不得多于教室', wordsEn: 'No more of them than classrooms' },
    );
    const draft = await quarter.begin(second, school, { ...right, mm_classrooms: 31 });
    expect(told(draft)).toEqual(['mm_classrooms blocking 多媒体教室不得多于教室']);
    await expect(quarter.submit(draft, school)).rejects.toMatchObject({
      facts: { faults: [{ field: 'mm_classrooms', rule: within.code, words: '多媒体教室不得多于教室' }] },
    });
    await expect(quarter.submit(await quarter.fillIn(draft, right, school), school)).resolves.toMatchObject({ status: 'submitted' });
  });

  const kinds: readonly [string, object, Values, Values][] = [
    ['requiredPair', { fields: ['ict_budget', 'db_done'] }, { ...right }, { ...right, db_done: 100 }],
    ['exclusivePair', { fields: ['ict_budget', 'db_done'] }, { ...right, db_done: 100 }, { ...right }],
    ['range', { field: 'ict_budget', min: 0.1, max: 0.3 }, { ...right, ict_budget: 0.31 }, { ...right, ict_budget: 0.1 }],
  ];
  it.each(kinds)('know the kind %s', async (kind, condition, wrong, kept) => {
    await on({ kind, ...condition });
    const draft = await quarter.begin(second, school, wrong);
    expect(draft.warningCount).toBeGreaterThan(0);
    expect(await quarter.fillIn(draft, kept, school)).toMatchObject({ warningCount: 0 });
  });

  it('notice what lies far from what the siblings gave', async () => {
    const { county } = quarter.room.region;
    const siblings = await Promise.all(
      [20, 21, 22, 23, 24, 25].map(async (classrooms) => {
        const id = newId();
        await quarter.room.query(
          `insert into organisation (id, parent, version, kind, name, path, closed)
           select $1::uuid, id, 1, 'school', '邻校', path || replace($1::uuid::text, '-', '_')::ltree, false from organisation where id = $2`,
          [id, county],
        );
        return { by: quarter.at(id), values: { ...right, classrooms, mm_classrooms: 0 } };
      }),
    );
    for (const { by, values } of siblings) await quarter.submitted(second, by, values);
    const outlier = await on({ kind: 'outlier', fields: ['classrooms'], deviations: 3 });
    quarter.noonOf('2026-09-20');
    const draft = await quarter.begin(third, school, { ...right, classrooms: 60 });
    expect(told(draft)).toHaveLength(1);
    expect((await quarter.fillIn(draft, { ...right, classrooms: 26 }, school)).warnings).toEqual([]);
    await quarter.submitted(third, siblings[0]!.by, { ...right, classrooms: 90 });
    expect(await tried(outlier, [third])).toMatchObject({ tried: 1, broken: 1, items: [{ outcome: 'broken', fields: ['classrooms'] }] });
  });

  it('are tried on the past before they are switched on, and change nothing there', async () => {
    const sibling = quarter.at(quarter.room.region.sibling);
    const far = quarter.at(quarter.room.region.farSchool);
    await secondQuarter({ ...right, classrooms: 40 });
    await secondQuarter({ ...right, classrooms: 30 }, sibling);
    quarter.noonOf('2026-06-20');
    await quarter.submitted(second, far, { ...right, classrooms: 0, mm_classrooms: 0 });
    quarter.noonOf('2026-09-20');
    const dropped = await quarter.submitted(third, school, right);
    await quarter.submitted(third, sibling, right);
    const uncomputable = await quarter.submitted(third, far, right);
    const rule = await define({ kind: 'change', fields: ['classrooms'], drops: true });
    expect(await tried(rule, [second, third])).toEqual({
      tried: 6,
      held: 1,
      broken: 1,
      silent: 3,
      uncomputable: 1,
      complete: true,
      items: expect.arrayContaining([
        { submission: dropped.id, organisation: school.organisation, period: third.id, outcome: 'broken', fields: ['classrooms'] },
        { submission: uncomputable.id, organisation: far.organisation, period: third.id, outcome: 'dividedByZero', fields: [] },
      ]),
    });
    const [kept] = await quarter.room.query<{ version: number; warning_count: number }>(
      'select version, warning_count from submission where id = $1',
      [dropped.id],
    );
    expect(kept).toEqual({ version: dropped.version, warning_count: 0 });
    const other = await quarter.announce(await quarter.dataSet());
    await expect(tried(rule, [second, other])).rejects.toMatchObject({
      kind: { code: 'period.of_other_data_set' },
      facts: { periods: [other.id] },
    });
  });

  it('stop a trial in time and say so', async () => {
    const rule = await define({ kind: 'range', field: 'classrooms', min: 1 });
    const hurried = callOf(reporting.tryRule, quarter.city, {}, { deadline: Date.now() + 1_000 });
    expect(await quarter.room.get(Trial).of({ ruleId: rule.id, periods: [second.id] }, hurried)).toMatchObject({
      tried: 0,
      complete: false,
    });
  });

  it('hold below the authority that defined them, for the periods they are meant for, and while they are on', async () => {
    const many = { kind: 'range', field: 'classrooms', min: 1000 };
    const county = quarter.county;
    const ofCounty = await on(many, {}, county);
    await on(many, { validFrom: '2026-07-01' });
    await on(many, { validUntil: '2026-06-29' });
    await define(many);
    const counted = async (period: Period, by: Caller) => (await quarter.begin(period, by, right)).warningCount;
    const { farSchool, sibling } = quarter.room.region;
    expect(await counted(second, school)).toBe(1);
    expect(await counted(second, quarter.at(farSchool))).toBe(0);
    quarter.noonOf('2026-09-20');
    expect(await counted(third, school)).toBe(2);
    await switchOff(ofCounty, county);
    expect(await counted(third, quarter.at(sibling))).toBe(1);
    await expect(define(many, {}, person({ role: 'countyReviewer', organisation: quarter.room.region.county }))).resolves.toBeDefined();
  });

  it('are refused when they could not be computed, with a pointer', async () => {
    const refusedWith = async (condition: object, more: Partial<RuleContent> = {}) => {
      const error = (await define(condition, more).catch((refusal: unknown) => refusal)) as {
        kind: { code: string };
        facts: { errors: { pointer: string; code: string }[] };
      };
      return error.facts.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    };
    expect(await refusedWith({ kind: 'expression', expression: 'classrooms > pupils' })).toEqual([
      '/condition/expression expression.unknown_name',
    ]);
    expect(await refusedWith({ kind: 'expression', expression: '[1].all(x, true)' })).toEqual([
      '/condition/expression expression.not_offered',
    ]);
    expect(await refusedWith({ kind: 'expression', expression: 'classrooms > 1', marks: ['pupils'] })).toEqual([
      '/condition/marks/0 indicator.unknown',
    ]);
    expect(await refusedWith({ kind: 'change', fields: ['classrooms', 'remark'] })).toEqual(['/condition/fields/1 indicator.needs_number']);
    expect(await refusedWith({ kind: 'range', field: 'classrooms' })).toEqual(['/condition range.empty']);
    expect(
      await refusedWith({ kind: 'range', field: 'classrooms', min: 2 }, { validFrom: '2026-09-01', validUntil: '2026-08-01' }),
    ).toEqual(['/validUntil range.empty']);
  });

  it('have one code each, and are changed only while they are not on', async () => {
    const rule = await define({ kind: 'range', field: 'classrooms', min: 1 });
    await expect(define({ kind: 'range', field: 'classrooms', min: 1 }, { code: rule.code })).rejects.toMatchObject({
      kind: { code: 'validation_rule.code_taken' },
    });
    const change = (version: number, by = quarter.city) =>
      quarter.room
        .get(Ruling)
        .change({ ruleId: rule.id, severity: 'blocking', validFrom: null }, callOf(reporting.changeRule, by, {}, { ifMatch: version }));
    const changed = await change(rule.version);
    expect(changed).toMatchObject({ severity: 'blocking', state: 'draft' });
    await expect(switchOff(rule)).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
    const running = await switchOn(rule);
    expect(ValidationRuleView.parse(validationRuleView(running, quarter.city))).toMatchObject({ state: 'on', moves: ['switchOff'] });
    expect(validationRuleView(running, school).moves).toEqual([]);
    await expect(change(running.version)).rejects.toMatchObject({ kind: { code: 'validation_rule.switched_on' } });
    await expect(switchOn(rule, quarter.county)).rejects.toMatchObject({ kind: { code: 'validation_rule.not_found', status: 404 } });
    const facts = (await quarter.room.facts()).filter(({ entity }) => entity === rule.id).map(({ type }) => type.split('.').at(-1));
    expect(facts).toEqual(['defined', 'changed', 'switched_on']);
  });

  it('refuse a remark at a field the form does not have', async () => {
    const draft = await quarter.begin(second, school, right);
    await expect(remark(draft, right, { swimming_pools: '无' })).rejects.toMatchObject({
      facts: { faults: [{ field: 'swimming_pools', rule: 'unknown' }] },
    });
  });
});
