import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, FormContent, reporting, type Caller, type Values } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import type { Period } from '../collecting/period.entity.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Filling } from '../submissions/filling.js';
import { Reviewing } from '../submissions/review/reviewing.js';
import type { Submission } from '../submissions/submission.entity.js';
import { AddingSections } from './adding.js';
import { AnsweringSections } from './answering.js';

const indicator = (code: string, more: object = {}) => ({ code, name: code, nameEn: code, type: 'integer', ...more });
const form = FormContent.parse({ indicators: [indicator('rooms', { locked: true, required: true })] });
const added = {
  prefix: 'linchuan',
  name: '临川区补充',
  nameEn: 'Linchuan',
  indicators: [
    indicator('linchuan_pianos', { required: true, min: 0 }),
    { ...indicator('linchuan_money'), type: 'number', decimals: 2 },
    { ...indicator('linchuan_said'), type: 'text' },
    indicator('linchuan_points', { filledBy: ['centralSchool'], required: true }),
  ],
};

describe('a section that a level below adds', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let city: Caller;
  let county: Caller;
  let school: Caller;
  let dataSetId: string;
  let period: Period;

  beforeAll(async () => {
    const providers = [Collecting, Filling, Reviewing, AddingSections, AnsweringSections, { provide: CLOCK, useValue: clock }];
    room = await openRoom('reporting', { entities, migrations, providers });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    clock.at = new Date('2026-09-20T08:00:00+08:00');
    const code = `quarterly_${Math.random().toString(36).slice(2, 10)}`;
    const defined = reporting.defineDataSet.body.parse({
      organisation: city.organisation,
      code,
      name: '季度数据',
      nameEn: 'Quarterly',
      form,
    });
    dataSetId = (await room.get(Collecting).define(defined, callOf(reporting.defineDataSet, city))).id;
    period = await open(3);
  });

  const open = (ordinal: number) => room.get(Collecting).open({ dataSetId, year: 2026, ordinal }, callOf(reporting.openPeriod, city));
  const add = (by = county, more: object = {}) => {
    const body = reporting.addSection.body.parse({ organisation: by.organisation, ...added, ...more });
    return room.get(AddingSections).add({ dataSetId, ...body }, callOf(reporting.addSection, by));
  };
  const begin = (by = school, values: Values = { rooms: 3 }, of = period) =>
    room.get(Filling).begin({ periodId: of.id, organisation: by.organisation!, values }, callOf(reporting.beginSubmission, by));
  const answer = ({ id: submissionId }: Submission, sectionId: string, values: Values, by = school) =>
    room.get(AnsweringSections).fillIn({ submissionId, sectionId, values }, callOf(reporting.fillInSection, by));
  const submit = ({ id }: Submission, by = school) =>
    room.get(Filling).submit({ submissionId: id }, callOf(reporting.submitSubmission, by));
  const approve = ({ id }: Submission) => room.get(Reviewing).approve({ submissionId: id }, callOf(reporting.approveSubmission, county));
  const seen = async ({ id }: Submission, by: Caller) =>
    (await room.get(AnsweringSections).of(id, callOf(reporting.sectionAnswers, by))).items.map(({ section, values }) => [
      section.prefix,
      values,
    ]);
  const lines = (sectionId: string, by: Caller) =>
    room.get(AnsweringSections).lines({ sectionId, period: period.id, limit: 20 }, callOf(reporting.sectionLines, by));
  const totals = (sectionId: string, by: Caller) =>
    room.get(AnsweringSections).totals({ sectionId, period: period.id }, callOf(reporting.sectionTotals, by));
  const refused = (code: string) => expect.objectContaining({ kind: expect.objectContaining({ code }) });

  it('is asked of the organisations below it, and held to at submit like the form', async () => {
    const { id } = await add();
    const draft = await begin();
    expect(await seen(draft, school)).toEqual([['linchuan', {}]]);
    await expect(submit(draft)).rejects.toMatchObject({ facts: { faults: [{ field: 'linchuan_pianos', rule: 'required' }] } });
    await expect(answer(draft, id, { linchuan_pianos: -1, rooms: 9, linchuan_points: 1 })).rejects.toMatchObject({
      facts: {
        faults: expect.arrayContaining([
          expect.objectContaining({ field: 'linchuan_pianos', rule: 'min' }),
          expect.objectContaining({ field: 'rooms', rule: 'unknown' }),
          expect.objectContaining({ field: 'linchuan_points', rule: 'unknown' }),
        ]),
      },
    });
    await answer(draft, id, { linchuan_pianos: 1, linchuan_said: '张三说' });
    await answer(draft, id, { linchuan_pianos: 2, linchuan_money: 0.1 });
    expect(await seen(draft, school)).toEqual([['linchuan', { linchuan_pianos: 2, linchuan_money: 0.1 }]]);
    await submit(draft);
    await expect(answer(draft, id, { linchuan_pianos: 3 })).rejects.toEqual(refused('move.not_allowed'));
    // A school of another county is asked nothing of it.
    const far = person({ role: 'schoolAdmin', organisation: room.region.farSchool });
    const theirs = await begin(far);
    expect(await seen(theirs, far)).toEqual([]);
    await expect(answer(theirs, id, { linchuan_pianos: 1 }, far)).rejects.toEqual(refused('added_section.not_found'));
    await submit(theirs, far);
  });

  it('is read by its authority and its schools, and is in no figure above', async () => {
    const { id } = await add();
    const first = await begin();
    await answer(first, id, { linchuan_pianos: 2, linchuan_money: 0.1 });
    await approve(await submit(first));
    const sibling = person({ role: 'schoolAdmin', organisation: room.region.sibling });
    const second = await begin(sibling);
    await answer(second, id, { linchuan_pianos: 3, linchuan_money: 0.2 }, sibling);
    const waiting = await submit(second, sibling);
    expect(await seen(first, county)).toEqual([['linchuan', { linchuan_pianos: 2, linchuan_money: 0.1 }]]);
    expect(await seen(first, city)).toEqual([]);
    expect((await lines(id, county)).items.map(({ name, status, values }) => [name, status, values['linchuan_pianos']]).sort()).toEqual([
      ['第一小学', 'approved', 2],
      ['第二小学', 'submitted', 3],
    ]);
    expect((await lines(id, school)).items.map(({ name }) => name)).toEqual(['第一小学']);
    await expect(lines(id, city)).rejects.toEqual(refused('added_section.not_found'));
    await expect(totals(id, city)).rejects.toEqual(refused('added_section.not_found'));
    expect(await totals(id, county)).toMatchObject({ units: 1 });
    await approve(waiting);
    expect(await totals(id, county)).toEqual({
      units: 2,
      totals: [
        { indicator: 'linchuan_money', total: '0.3', units: 2 },
        { indicator: 'linchuan_pianos', total: '5', units: 2 },
      ],
    });
    const summed = await room.query<{ indicator: string }>('select distinct indicator from summary where period = $1', [period.id]);
    expect(summed).toEqual([{ indicator: 'rooms' }]);
    const told = JSON.stringify((await room.facts()).filter(({ type }) => !type.includes('added_section')));
    expect(told).not.toContain('linchuan_');
  });

  it('changes nothing of the form from above, whose new versions carry it on or say what collides', async () => {
    const { id } = await add();
    const issue = (...codes: string[]) =>
      room
        .get(Collecting)
        .issue(
          { dataSetId, ...FormContent.parse({ indicators: codes.map((code) => indicator(code)) }) },
          callOf(reporting.issueForm, city),
        );
    await expect(issue('rooms', 'linchuan_pianos')).rejects.toMatchObject({
      kind: { code: 'form.collides' },
      facts: { codes: ['linchuan_pianos'], sections: [id] },
    });
    await issue('rooms', 'labs');
    clock.at = new Date('2026-12-20T08:00:00+08:00');
    const draft = await begin(school, { labs: 1 }, await open(4));
    expect(await seen(draft, school)).toEqual([['linchuan', {}]]);
    await expect(add(county, { prefix: 'rooms', indicators: [indicator('rooms_more')] })).resolves.toMatchObject({ prefix: 'rooms' });
    await issue('rooms', 'dongxiang_x');
    const neighbour = person({ role: 'countyReviewer', organisation: room.region.neighbourCounty });
    await expect(add(neighbour, { prefix: 'dongxiang', indicators: [indicator('dongxiang_y')] })).rejects.toMatchObject({
      kind: { code: 'form.collides' },
      facts: { codes: ['dongxiang_x'] },
    });
  });

  it('has codes of its own, each prefix once, and computes nothing', () => {
    const parse = (more: object) => reporting.addSection.body.safeParse({ organisation: room.region.county, ...added, ...more });
    const wrong = (more: object) => parse(more).error!.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(wrong({ indicators: [indicator('rooms')] })).toEqual([['indicators.0.code', 'code.without_prefix']]);
    expect(wrong({ indicators: [indicator('linchuan_a'), indicator('linchuan_a')] })).toEqual([['indicators.1.code', 'code.repeated']]);
    expect(wrong({ indicators: [indicator('linchuan_a', { formula: '1 + 1' })] })).toEqual([
      ['indicators.0.formula', 'indicator.must_be_typed'],
    ]);
    expect(wrong({ indicators: [indicator('linchuan_a', { section: 'x' })] })).toEqual([['indicators.0.section', 'section.unknown']]);
  });

  it('is added by an authority below, and withdrawn by it', async () => {
    await expect(add(city)).rejects.toEqual(refused('added_section.not_below'));
    await expect(add(school)).rejects.toEqual(refused('added_section.not_below'));
    await expect(add(county, { organisation: room.region.neighbourCounty })).rejects.toMatchObject({ kind: { status: 404 } });
    const section = await add();
    await expect(add()).rejects.toMatchObject({ kind: { code: 'added_section.prefix_taken' }, facts: { taken: 'linchuan' } });
    const draft = await begin();
    await answer(draft, section.id, { linchuan_pianos: 1 });
    const withdraw = (by: Caller) => room.get(AddingSections).withdraw({ sectionId: section.id }, callOf(reporting.withdrawSection, by));
    const neighbour = person({ role: 'countyReviewer', organisation: room.region.neighbourCounty });
    await expect(withdraw(neighbour)).rejects.toEqual(refused('added_section.not_found'));
    expect(await withdraw(county)).toMatchObject({ withdrawn: true });
    expect(await withdraw(county)).toMatchObject({ version: 2 });
    await expect(answer(draft, section.id, { linchuan_pianos: 2 })).rejects.toEqual(refused('added_section.withdrawn'));
    expect(await seen(draft, school)).toEqual([['linchuan', { linchuan_pianos: 1 }]]);
    const sibling = person({ role: 'schoolAdmin', organisation: room.region.sibling });
    const later = await begin(sibling);
    expect(await seen(later, sibling)).toEqual([]);
    await submit(later, sibling);
  });
});
