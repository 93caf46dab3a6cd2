import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reporting, type Caller, type Paper, type YearSummary } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import { newId } from '@lianxue/persistence';
import { Quarters } from '../figures/quarter.room.js';
import { Bookkeeping } from '../funds/bookkeeping.js';
import { TotallingFunds } from '../funds/totalling.js';
import { Building } from '../milestones/building.js';
import { Tallying } from '../surveys/tallying.js';
import { EvaluatingTargets } from '../targets/evaluating-targets.js';
import { Targeting } from '../targets/targeting.js';
import { Summarizing } from './summarizing.js';
import { yearPaper } from './year-paper.js';

describe('the summary of a year', () => {
  const quarters = new Quarters(Targeting, EvaluatingTargets, Bookkeeping, TotallingFunds, Building, Tallying, Summarizing);
  let summary: YearSummary;

  const read = (year: number, more: object = {}, by: Caller = quarters.city) =>
    quarters.room.get(Summarizing).read({ year, ...more }, callOf(reporting.yearSummary, by));
  const fund = async (year: number, fen: number) => {
    const { city } = quarters.room.region;
    const own = { organisation: city, code: 'special', name: '专项资金', kind: 'special' as const, year, overdraft: true };
    const { id } = await quarters.room
      .get(Bookkeeping)
      .open(own, callOf(reporting.openFund, person({ role: 'centreHead', organisation: city })));
    for (const kind of ['budget', 'spending'] as const) {
      const line = { fundId: id, kind, organisation: city, fen, day: `${year}-03-01`, evidence: '凭证', purpose: '设备' };
      await quarters.room.get(Bookkeeping).enter(line, callOf(reporting.enterIntoFund, quarters.city));
    }
  };
  const bulletin = (organisation: string, issued: string, more: { status?: string } = {}) =>
    quarters.room.query(
      `insert into bulletin (id, version, organisation, template, status, title, opening, closing, parts, citation, drafter, addressees, objection_days, issued_at, created_at, updated_at)
       values ($1, 1, $2, 'quarter', $3, '通报', '', '', '[]', '{}', $1, '{}', 5, $4, now(), now())`,
      [newId(), organisation, more.status ?? 'issued', issued],
    );
  const survey = async (closes: string, answers: number[]) => {
    const id = newId();
    await quarters.room.query(
      `insert into survey (id, version, organisation, name, anonymous, roles, share, questions, opens, closes, created_at, updated_at)
       values ($1, 1, $2, '满意度', true, '{guardian}', 100, $3, $4::timestamptz - interval '1 month', $4, now(), now())`,
      [id, quarters.room.region.city, JSON.stringify([{ code: 'q', kind: 'scale', asks: '您满意吗', required: true }]), closes],
    );
    for (const answer of answers)
      await quarters.room.query('insert into anonymous_answer (id, survey, organisation, answers) values ($1, $2, $3, $4)', [
        newId(),
        id,
        quarters.room.region.school,
        JSON.stringify({ q: answer }),
      ]);
  };

  beforeAll(async () => {
    await quarters.open();
    const { school, sibling } = quarters.room.region;
    await quarters.define([
      { code: 'students', type: 'integer' },
      { code: 'terminals', type: 'integer' },
      { code: 'student_ratio', type: 'number', decimals: 1, formula: 'students / terminals', direction: 'lowerBetter' },
    ]);
    const target = { name: '生机比不高于 10:1', comparison: 'student_ratio<=10', share: 20, source: null };
    await quarters.room.get(Targeting).set({ dataSetId: quarters.dataSet.id, ...target }, callOf(reporting.setTarget, quarters.city));
    quarters.setClock('2025-09-20T08:00:00+08:00');
    const due = { school: '2025-09-30T23:59:59+08:00', county: '2025-10-05T23:59:59+08:00', city: '2025-10-10T23:59:59+08:00' };
    const before = await quarters.announce({
      name: '2025年第三季度',
      firstDay: '2025-07-01',
      lastDay: '2025-09-30',
      opens: '2025-06-01T00:00:00+08:00',
      due,
    });
    await quarters.approve(before, school, { students: 300, terminals: 20 });
    quarters.setClock('2026-09-20T08:00:00+08:00');
    const now = await quarters.announce();
    await quarters.approve(now, school, { students: 300, terminals: 40 });
    await quarters.submit(now, sibling, { students: 100, terminals: 1 });
    // Opened, but nobody has been approved in it: the year's figures are those before.
    await quarters.announce({ name: '2026年第四季度', firstDay: '2026-10-01', lastDay: '2026-12-31', opens: '2026-09-01T00:00:00+08:00' });
    await fund(2026, 500_00);
    await fund(2025, 300_01);
    await bulletin(school, '2026-03-01T08:00:00+08:00');
    await bulletin(quarters.room.region.city, '2026-12-31T23:59:59+08:00', { status: 'withdrawn' });
    await bulletin(quarters.room.region.city, '2025-12-31T23:59:59+08:00');
    await survey('2026-06-30T00:00:00+08:00', [5, 5, 4, 4, 4]);
    await survey('2025-06-30T00:00:00+08:00', [1, 1, 1, 1]);
    summary = await read(2026);
  });
  afterAll(() => quarters.room.close());

  it('tells what was collected and reviewed in all periods of both years', () => {
    const { collected } = summary;
    expect(collected.thisYear).toMatchObject({
      periods: 2,
      expected: 10,
      reported: 2,
      approved: 1,
      onTime: 2,
      completeness: 20,
      approval: 10,
    });
    expect(collected.lastYear).toMatchObject({ periods: 1, expected: 5, approved: 1, timeliness: 20 });
    expect(collected.source).toContain('数据截止日');
    expect(collected.asOf).toBe('2026-09-20T08:00:00+08:00');
  });

  it('shows of each data set the last period with figures, beside the same one a year before, ratios from sums', () => {
    const [dataSet] = summary.figures.dataSets;
    expect(dataSet).toMatchObject({ periodName: '2026年第三季度', expected: 5, approved: 1 });
    expect(dataSet!.figures.find(({ indicator }) => indicator === 'student_ratio')).toMatchObject({
      thisYear: 7.5,
      lastYear: 15,
      change: -7.5,
      changePercent: -50,
    });
    expect(dataSet!.targets).toEqual([
      expect.objectContaining({ met: 1, share: 20, reached: true, lastYearShare: 0, lastYearReached: false }),
    ]);
  });

  it('has bulletins, funds and satisfaction of both years beside each other', () => {
    expect(summary.bulletins).toMatchObject({ thisYear: { issued: 2, withdrawn: 1 }, lastYear: { issued: 1 } });
    expect(summary.funds).toMatchObject({ thisYear: { budget: 500_00, spent: 500_00 }, lastYear: { budget: 300_01 } });
    expect(summary.surveys.thisYear.surveys).toEqual([
      expect.objectContaining({ answered: 5, scales: [{ question: '您满意吗', mean: '4.40' }] }),
    ]);
    expect(summary.surveys.lastYear.surveys).toEqual([expect.objectContaining({ answered: 4, scales: [] })]);
  });

  it('counts milestones, lapses and published results of the year alone', async () => {
    const { city, school, county } = quarters.room.region;
    const by = callOf(reporting.openBuildPlan, quarters.city);
    const plan = await quarters.room
      .get(Building)
      .open({ organisation: city, name: '平台', firstDay: '2026-01-01', lastDay: '2027-12-31', reports: [] }, by);
    const milestone = (due: string) =>
      quarters.room
        .get(Building)
        .setMilestone({ planId: plan.id, organisation: school, name: '网络', due }, callOf(reporting.setMilestone, quarters.city));
    const { id } = await milestone('2026-03-01');
    await milestone('2026-04-01');
    await milestone('2027-01-01');
    await quarters.room
      .get(Building)
      .complete({ milestoneId: id, doneOn: '2026-03-05' }, callOf(reporting.completeMilestone, quarters.city));
    const [rubric, assessment] = [newId(), newId()];
    await quarters.room.query(
      `insert into lapse (key, cause, organisation, thing, entity, told, detail, due, done) values
         ('a', 'incidentClock', $1, 'incident', $2, 1, 'first', '2026-02-01', '2026-02-02'), ('b', 'incidentClock', $1, 'incident', $2, 1, 'final', '2026-02-03', null),
         ('c', 'dailyReport', $1, 'guardPeriod', $3, 1, 'd', '2025-02-03', '2025-02-03')`,
      [school, newId(), newId()],
    );
    await quarters.room.query(
      `insert into rubric (id, version, organisation, code, number, name, name_en, dimensions, vetoes, grades, deductions, created_at, updated_at)
       values ($1, 1, $2, 'r', 1, '考核', 'r', '[]', '[]', '[{"code":"good","name":"优秀","from":90}]', '[]', now(), now())`,
      [rubric, city],
    );
    await quarters.room.query(
      `insert into assessment (id, version, organisation, rubric, name, year, first_day, last_day, assesses, ranked, objection_days, opens, self_due, first_due, final_due, status, created_at, updated_at)
       values ($1, 1, $2, $3, '年度考核', 2026, '2026-01-01', '2026-12-31', '{school}', false, 5, now(), now(), now(), now(), 'published', now(), now())`,
      [assessment, city, rubric],
    );
    await quarters.room.query(
      `insert into rating (id, version, organisation, assessment, status, first_rater, self, first, final, vetoes, reasons, deducted, total, grade, created_at, updated_at)
       values ($1, 1, $2, $3, 'finalRated', $4, '{}', '{}', '{}', '[]', '[]', 0, 95.5, 'good', now(), now())`,
      [newId(), school, assessment, county],
    );
    const { milestones, lapses, assessments } = await read(2026);
    expect(milestones).toMatchObject({ thisYear: { due: 2, reached: 1, late: 1, overdue: 1 }, lastYear: { due: 0 } });
    expect(lapses.thisYear).toMatchObject({ incidents: 1, causes: [{ cause: 'incidentClock', due: 2, late: 1, never: 1 }] });
    expect(lapses.lastYear.causes).toEqual([{ cause: 'dailyReport', due: 1, late: 0, never: 0 }]);
    expect(assessments.thisYear).toMatchObject({ results: [], grades: [{ grade: '优秀', units: 1 }] });
    const own = await read(2026, {}, person({ role: 'schoolAdmin', organisation: school }));
    expect(own.assessments.thisYear.results).toEqual([expect.objectContaining({ total: 95.5, grade: '优秀', vetoed: false })]);
    expect(own.collected.thisYear).toMatchObject({ expected: 2, approved: 1 });
  });

  it('is held to the reach of who asks, and to the data sets that are named', async () => {
    const stranger = person({ role: 'countyReviewer', organisation: quarters.room.region.neighbourCounty });
    await expect(read(2026, { organisation: quarters.room.region.school }, stranger)).rejects.toMatchObject({ kind: { status: 404 } });
    expect((await read(2026, { dataSets: newId() })).figures.dataSets).toEqual([]);
    const late = { ...callOf(reporting.yearSummary, quarters.city), deadline: Date.now() };
    await expect(quarters.room.get(Summarizing).read({ year: 2026 }, late)).rejects.toMatchObject({
      kind: { code: 'year_summary.too_much' },
    });
    // There nothing was approved, and no period is settled.
    expect((await read(2026, { organisation: quarters.room.region.neighbourCounty })).figures.dataSets).toEqual([]);
  });

  it('can be had on paper, part by part with its source', () => {
    const paper: Paper = yearPaper(summary);
    expect(paper.title).toBe('抚州市教育局2026年年终总结');
    const headings = paper.parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));
    expect(headings[0]).toBe('一、数据填报与审核');
    // Nobody was assessed: the paper says nothing of it and counts on.
    expect(headings).not.toContainEqual(expect.stringContaining('督导考核'));
    expect(headings.at(-1)).toBe('七、满意度测评');
    expect(paper.parts.filter(({ kind }) => kind === 'note')).toHaveLength(headings.length);
    const funds = paper.parts.find((part) => part.kind === 'table' && part.caption === '专项资金');
    expect(funds).toMatchObject({ rows: expect.arrayContaining([['支出（元）', '500.00', '300.01']]) });
  });
});
