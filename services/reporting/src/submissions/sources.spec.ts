import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, FormContent, refuse, reporting, RuleContent, ServiceUnavailable, type Caller, type Values } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import type { Period } from '../collecting/period.entity.js';
import { KnownUnits, type UnitContact, type UnitCounts } from '../completion/known-units.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Ruling } from '../rules/ruling.js';
import { Trial } from '../rules/trial.js';
import { Filling } from './filling.js';
import type { Submission } from './submission.entity.js';

/** Knows what the spec says, as often as it is asked, and sometimes does not answer. */
class Register extends KnownUnits {
  counted: UnitCounts = { pupils: 10, classes: 1, teachers: 5, teachingPoints: 0 };
  asked = 0;
  away = false;

  override contacts(): Promise<UnitContact[]> {
    return Promise.resolve([]);
  }

  override counts(): Promise<UnitCounts> {
    this.asked += 1;
    return this.away ? Promise.reject(refuse(ServiceUnavailable)) : Promise.resolve(this.counted);
  }
}

const indicator = (code: string, more: object = {}) => ({ code, name: code, nameEn: code, type: 'integer', ...more });

describe('what the platform knows', () => {
  const clock = { at: new Date(), now: () => clock.at };
  const register = new Register();
  let room: Room;
  let city: Caller;
  let school: Caller;
  let dataSetId: string;
  let period: Period;

  beforeAll(async () => {
    const providers = [
      Collecting,
      Filling,
      Ruling,
      Trial,
      { provide: CLOCK, useValue: clock },
      { provide: KnownUnits, useValue: register },
    ];
    room = await openRoom('reporting', { entities, migrations, providers });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    clock.at = new Date('2026-09-20T08:00:00+08:00');
    Object.assign(register, { asked: 0, away: false, counted: { pupils: 10, classes: 1, teachers: 5, teachingPoints: 0 } });
    await open(
      indicator('pupils', { prefill: 'pupils' }),
      indicator('readers'),
      indicator('per_teacher', { formula: 'readers / source.teachers' }),
    );
  });

  const open = async (...indicators: readonly object[]) => {
    const code = `quarterly_${Math.random().toString(36).slice(2, 10)}`;
    const form = FormContent.parse({ indicators });
    const defined = reporting.defineDataSet.body.parse({
      organisation: city.organisation,
      code,
      name: '季度数据',
      nameEn: 'Quarterly',
      form,
    });
    dataSetId = (await room.get(Collecting).define(defined, callOf(reporting.defineDataSet, city))).id;
    period = await room.get(Collecting).open({ dataSetId, year: 2026, ordinal: 3 }, callOf(reporting.openPeriod, city));
  };
  const rule = async (expression: string, severity: 'warning' | 'blocking' = 'blocking') => {
    const condition = { kind: 'expression', expression, marks: ['readers'] };
    const content = RuleContent.parse({
      code: 'within',
      condition,
      severity,
      words: '不得多于平台已有的数',
      wordsEn: 'No more than known',
    });
    const input = { dataSetId, organisation: city.organisation!, ...content };
    const { id } = await room.get(Ruling).define(input, callOf(reporting.defineRule, city));
    await room.get(Ruling).switchOn({ ruleId: id }, callOf(reporting.switchOnRule, city));
    return id;
  };
  const begin = (values: Values = {}) =>
    room.get(Filling).begin({ periodId: period.id, organisation: school.organisation!, values }, callOf(reporting.beginSubmission, school));
  const fetch = ({ id }: Submission, by = school) => room.get(Filling).fetch({ submissionId: id }, callOf(reporting.fetchSources, by));
  const submit = ({ id }: Submission) => room.get(Filling).submit({ submissionId: id }, callOf(reporting.submitSubmission, school));

  it('is fetched when a submission is begun, and again on demand, with what that changed', async () => {
    const draft = await begin({ readers: 4 });
    expect(draft).toMatchObject({
      values: { pupils: 10, readers: 4 },
      computed: { per_teacher: 1 },
      sources: { fetchedAt: '2026-09-20T08:00:00+08:00', counts: register.counted, changes: [] },
    });
    clock.at = new Date('2026-09-21T08:00:00+08:00');
    register.counted = { pupils: 12, classes: 1, teachers: 2, teachingPoints: 0 };
    expect(await fetch(draft)).toMatchObject({
      version: 2,
      values: { pupils: 12, readers: 4 },
      computed: { per_teacher: 2 },
      sources: { fetchedAt: '2026-09-21T08:00:00+08:00', changes: [{ field: 'pupils', before: 10, after: 12 }] },
    });
    expect(await fetch(draft)).toMatchObject({ sources: { changes: [] } });
    await expect(fetch(draft, person({ role: 'rollManager', organisation: room.region.county }))).rejects.toMatchObject({
      kind: { code: 'submission.not_yours' },
    });
  });

  it('is fetched once more when it is submitted', async () => {
    const draft = await begin({ readers: 4 });
    register.counted = { pupils: 13, classes: 1, teachers: 5, teachingPoints: 0 };
    expect(await submit(draft)).toMatchObject({
      values: { pupils: 13 },
      sources: { changes: [{ field: 'pupils', before: 10, after: 13 }] },
    });
    await expect(fetch(draft)).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
    expect(await room.query('select document from review_step where submission = $1', [draft.id])).toMatchObject([
      { document: { pupils: 13 } },
    ]);
  });

  it('stands as it last was while nobody answers, and keeps nobody from submitting', async () => {
    const draft = await begin({ readers: 4 });
    register.away = true;
    await expect(fetch(draft)).rejects.toMatchObject({ kind: { code: 'service.unavailable' } });
    clock.at = new Date('2026-09-30T23:00:00+08:00');
    expect(await submit(draft)).toMatchObject({ status: 'submitted', sources: { fetchedAt: '2026-09-20T08:00:00+08:00' } });
  });

  it('is what rules compare with as source, also where the form does not ask it', async () => {
    await open(indicator('readers'));
    const ruleId = await rule('readers <= source.teachers');
    const draft = await begin({ readers: 6 });
    expect(draft).toMatchObject({ values: { readers: 6 }, warnings: [{ field: 'readers', rule: 'within' }] });
    await expect(submit(draft)).rejects.toMatchObject({ facts: { faults: [{ field: 'readers', rule: 'within' }] } });
    register.counted = { pupils: 10, classes: 1, teachers: 6, teachingPoints: 0 };
    expect(await submit(draft)).toMatchObject({ status: 'submitted', warnings: [], sources: { counts: { teachers: 6 }, changes: [] } });
    // Tried on the past, it compares with what was known then.
    const stricter = await room.get(Ruling).define(
      {
        dataSetId,
        organisation: city.organisation!,
        ...RuleContent.parse({
          code: 'fewer',
          condition: { kind: 'expression', expression: 'readers < source.teachers' },
          severity: 'warning',
          words: '须少于教师数',
          wordsEn: 'Fewer than teachers',
        }),
      },
      callOf(reporting.defineRule, city),
    );
    const trial = (id: string) => room.get(Trial).of({ ruleId: id, periods: [period.id] }, callOf(reporting.tryRule, city));
    expect(await trial(stricter.id)).toMatchObject({ tried: 1, broken: 1, silent: 0 });
    expect(await trial(ruleId)).toMatchObject({ tried: 1, held: 1 });
  });

  it('is not asked where nothing speaks of it', async () => {
    await open(indicator('readers'));
    const draft = await begin({ readers: 6 });
    await submit(draft);
    expect(draft.sources).toBeNull();
    expect(register.asked).toBe(0);
  });
});
