import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FormContent, reporting, type Caller, type Values } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import type { Period } from '../collecting/period.entity.js';
import { Filling } from '../submissions/filling.js';
import { Reviewing } from '../submissions/review/reviewing.js';
import { CountySheets } from './county-sheets.js';
import { FillingFromCountySheet } from './filling-from-county-sheet.js';
import { openSheets, partsOf, rowsOf, typedInto, workbookOf } from './sheets.room.js';

const named = (code: string, name: string) => ({ code, name, nameEn: code });
const form = FormContent.parse({
  indicators: [
    { ...named('classrooms', '普通教室数'), type: 'integer', unit: '间', required: true, min: 0 },
    { ...named('mm', '多媒体教室数'), type: 'integer', min: 0 },
    { ...named('access', '接入方式'), type: 'choice', options: [{ code: 'fibre', name: '光纤' }] },
    { ...named('said', '说明'), type: 'text' },
    { ...named('points', '教学点数'), type: 'integer', filledBy: ['centralSchool'] },
    { ...named('ratio', '占比'), type: 'percent', formula: '100 * mm / classrooms' },
  ],
  rules: [
    {
      code: 'mm_within',
      left: { indicators: ['mm'] },
      op: '<=',
      right: { indicators: ['classrooms'] },
      words: '多媒体教室数不得超过教室数',
      wordsEn: 'No more multimedia classrooms than classrooms',
    },
  ],
});

/** The rows of the schools below the county, by name, and the columns of the indicators. */
const line = { central: 7, school: 8, sibling: 9 } as const;
const column = { classrooms: 'E', mm: 'F', access: 'G', said: 'H', points: 'I' } as const;
const cell = (row: keyof typeof line, of: keyof typeof column) => `${column[of]}${line[row]}`;

describe('the sheet of a county', () => {
  let here: Awaited<ReturnType<typeof openSheets>>;
  let county: Caller;
  let city: Caller;
  let period: Period;

  beforeAll(async () => {
    here = await openSheets();
    const { region } = here.room;
    county = person({ role: 'countyReviewer', organisation: region.county });
    city = person({ role: 'cityReviewer', organisation: region.city });
  });
  afterAll(() => here.close());
  beforeEach(async () => {
    here.clock.at = new Date('2026-09-20T08:00:00+08:00');
    period = await announce();
  });

  const announce = async () => {
    const code = `quarterly_${Math.random().toString(36).slice(2, 10)}`;
    const defined = reporting.defineDataSet.body.parse({
      organisation: city.organisation,
      code,
      name: '季度数据',
      nameEn: 'Quarterly',
      form,
    });
    const { id } = await here.room.get(Collecting).define(defined, callOf(reporting.defineDataSet, city));
    return here.room.get(Collecting).open({ dataSetId: id, year: 2026, ordinal: 3 }, callOf(reporting.openPeriod, city));
  };
  const schoolAdmin = (organisation: string) => person({ role: 'schoolAdmin', organisation });
  const begin = (organisation: string, values: Values) => {
    const by = schoolAdmin(organisation);
    return here.room.get(Filling).begin({ periodId: period.id, organisation, values }, callOf(reporting.beginSubmission, by));
  };
  const submit = (submissionId: string, organisation: string) =>
    here.room.get(Filling).submit({ submissionId }, callOf(reporting.submitSubmission, schoolAdmin(organisation)));
  const download = async (by = county, organisation = by.organisation!) =>
    here.bytesOf(await here.room.get(CountySheets).make({ periodId: period.id, organisation }, callOf(reporting.countySheet, by)));
  const upload = async (bytes: Uint8Array, { dryRun = false, by = county, periodId = period.id } = {}) => {
    const file = await here.send(bytes, by);
    return here.room.get(FillingFromCountySheet).fillIn({ periodId, file, dryRun }, callOf(reporting.fillInFromCountySheet, by));
  };
  const rows = () =>
    here.room.query<{ organisation: string; filled_by: string; status: string; version: number; figures: Values; words: Values }>(
      'select organisation, filled_by, status, version, figures, words from submission where period = $1 order by organisation',
      [period.id],
    );
  const refused = (code: string) => ({ kind: { code } });

  it('has a row for each school with its data, open where it may still be filled in', async () => {
    const { region } = here.room;
    const { id } = await begin(region.sibling, { classrooms: 20, mm: 5, said: '=cmd|calc' });
    await submit(id, region.sibling);
    await begin(region.school, { classrooms: 30, access: 'fibre' });
    const bytes = await download();
    const read = await rowsOf(bytes);
    expect(read[5]!.slice(1)).toEqual([
      '单位',
      '状态',
      '填报表版本',
      '普通教室数（间）',
      '多媒体教室数',
      '接入方式',
      '说明',
      '教学点数',
      '占比',
    ]);
    expect(read.slice(6).map((row) => row.slice(1))).toEqual([
      ['云山中心小学', '未开始', null, null, null, null, null, null, null],
      ['第一小学', '填报中', 1, 30, null, '光纤', null, null, null],
      ['第二小学', '已提交', 2, 20, 5, null, '=cmd|calc', null, 25],
    ]);
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml']!;
    const cellFormats = partsOf(bytes)['xl/styles.xml']!.split('<cellXfs')[1]!;
    const formats = [...cellFormats.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)].map(([xf]) => xf);
    const open = [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].flatMap(([, place, format]) =>
      formats[Number(format)]!.includes('locked="0"') ? [place] : [],
    );
    expect(open).toEqual(['E7', 'F7', 'G7', 'H7', 'I7', 'E8', 'F8', 'G8', 'H8']);
    expect(sheet).toContain('<formula1>list_access</formula1>');
    expect(sheet).not.toContain('<f>');
    // The city has its own school in it as well, and a county nobody else’s.
    expect((await rowsOf(await download(city))).length).toBe(6 + 5);
    await expect(download(county, region.neighbourCounty)).rejects.toMatchObject({ kind: { status: 404 } });
  });

  it('fills in drafts on behalf, school by school, and submits nothing', async () => {
    const { region } = here.room;
    await begin(region.school, { classrooms: 30 });
    const bytes = typedInto(await download(), {
      [cell('central', 'classrooms')]: '１２ 间',
      [cell('central', 'points')]: '3',
      [cell('school', 'mm')]: '28',
      [cell('school', 'access')]: '光纤',
    });
    const tried = await upload(bytes, { dryRun: true });
    expect(tried).toMatchObject({ dryRun: true, saved: 0, unchanged: 1, faulty: 0, refused: 0, left: 0, file: null });
    expect(tried.rows.map(({ name, outcome, changed }) => [name, outcome, changed])).toEqual([
      ['云山中心小学', 'begun', 2],
      ['第一小学', 'filledIn', 2],
      ['第二小学', 'unchanged', 0],
    ]);
    expect(await rows()).toMatchObject([{ organisation: region.school, version: 1, figures: { classrooms: 30 } }]);

    const done = await upload(bytes);
    expect(done).toMatchObject({ saved: 2, unchanged: 1, faulty: 0, refused: 0, left: 0, file: null });
    const kept = new Map((await rows()).map((row) => [row.organisation, row]));
    expect(kept.get(region.centralSchool)).toMatchObject({
      status: 'draft',
      filled_by: region.county,
      figures: { classrooms: 12, points: 3 },
    });
    expect(kept.get(region.school)).toMatchObject({ filled_by: region.county, figures: { classrooms: 30, mm: 28, access: 'fibre' } });
    expect(kept.size).toBe(2);
    // The same sheet once more: what it says is so already.
    expect(await upload(bytes)).toMatchObject({ saved: 0, unchanged: 3 });
    // The school answers for it.
    const ofSchool = done.rows.find(({ organisation }) => organisation === region.school)!.submission!;
    expect((await submit(ofSchool, region.school)).filledBy).toBe(region.county);
  });

  it('gives faults back cell by cell, and takes the other schools', async () => {
    const { region } = here.room;
    await begin(region.sibling, { classrooms: 20 });
    const bytes = typedInto(await download(), {
      [cell('central', 'classrooms')]: '<f>1+1</f><v>2</v>',
      [cell('central', 'access')]: '卫星',
      [cell('school', 'classrooms')]: '30',
      [cell('school', 'points')]: '1',
      [cell('sibling', 'mm')]: '21',
    });
    const done = await upload(bytes);
    expect(done).toMatchObject({ saved: 0, faulty: 3 });
    expect(done.faults.map(({ line: at, cell: place, rule }) => [at, place, rule])).toEqual([
      [7, 'E7', 'formula'],
      [7, 'G7', 'option'],
      [8, 'I8', 'unknown'],
      [9, 'F9', 'mm_within'],
    ]);
    const marked = await here.bytesOf(done.file!);
    const comments = partsOf(marked)['xl/comments1.xml']!;
    expect([...comments.matchAll(/<comment ref="(\w+)"/g)].map(([, place]) => place).sort()).toEqual(['E7', 'F9', 'G7', 'I8']);
    expect((await rowsOf(marked))[8]!.at(-1)).toBe('多媒体教室数：多媒体教室数不得超过教室数');
    // The sheet that came back is the form itself: mended, it goes in.
    const mended = typedInto(marked, { E7: '2', G7: '光纤', I8: '', F9: '19' });
    expect(await upload(mended)).toMatchObject({ saved: 3, faulty: 0, file: null });
  });

  it('leaves alone what was submitted or saved since, and schools that are not below, and says so of each', async () => {
    const { region } = here.room;
    const { id } = await begin(region.school, { classrooms: 30 });
    await begin(region.sibling, { classrooms: 20 });
    const bytes = await download();
    await submit(id, region.school);
    const sibling = schoolAdmin(region.sibling);
    const [theirs] = (await rows()).filter(({ organisation }) => organisation === region.sibling);
    expect(theirs).toBeDefined();
    await here.room.get(Filling).fillIn(
      {
        submissionId: (
          await here.room.query<{ id: string }>('select id from submission where period = $1 and organisation = $2', [
            period.id,
            region.sibling,
          ])
        )[0]!.id,
        values: { classrooms: 21 },
      },
      callOf(reporting.fillInSubmission, sibling, {}, { ifMatch: '*' }),
    );
    const parts = partsOf(typedInto(bytes, { [cell('school', 'mm')]: '1', [cell('sibling', 'mm')]: '1', [cell('central', 'mm')]: '0' }));
    const path = 'xl/worksheets/sheet1.xml';
    const foreign = workbookOf({ ...parts, [path]: parts[path]!.replace(region.centralSchool, region.farSchool) });
    const done = await upload(foreign);
    expect(done.rows.map(({ name, outcome, refused: why }) => [name, outcome, why?.code])).toEqual([
      ['云山中心小学', 'refused', 'county_sheet.unit_unknown'],
      ['第一小学', 'refused', 'move.not_allowed'],
      ['第二小学', 'refused', 'sheet.outdated'],
    ]);
    expect(done.rows[0]!.refused!.detail).toContain('云山中心小学');
    expect((await rows()).map(({ version }) => version)).toEqual([2, 2]);
    const again = typedInto(await download(), {});
    const twice = partsOf(again);
    const row = /<row r="9".*?<\/row>/.exec(twice[path]!)![0];
    const doubled = twice[path]!.replace(
      '</sheetData>',
      `${row.replaceAll(/"([A-J])9"/g, '"$110"').replace('r="9"', 'r="10"')}</sheetData>`,
    );
    expect((await upload(workbookOf({ ...twice, [path]: doubled }))).rows.at(-1)).toMatchObject({
      outcome: 'refused',
      refused: { code: 'county_sheet.row_twice', facts: { line: 9 } },
    });
  });

  it('is refused from elsewhere, of another version, without its mark, and when hostile', async () => {
    const bytes = typedInto(await download(), { [cell('school', 'mm')]: '1' });
    const parts = partsOf(bytes);
    const path = 'xl/worksheets/sheet1.xml';
    const sheet = (from: string, to: string) => workbookOf({ ...parts, [path]: parts[path]!.replace(from, to) });
    const other = '01939f6e-7c00-7000-8000-00000000000f';
    await expect(upload(sheet(period.form, other))).rejects.toMatchObject(refused('sheet.other_form'));
    await expect(upload(sheet('联学县级汇总表', '某表'))).rejects.toMatchObject(refused('sheet.not_ours'));
    await expect(upload(sheet('>mm<', '>mn<'))).rejects.toMatchObject(refused('sheet.not_ours'));
    await expect(upload(bytes, { periodId: (await announce()).id })).rejects.toMatchObject(refused('sheet.other_period'));
    const neighbour = person({ role: 'countyReviewer', organisation: here.room.region.neighbourCounty });
    await expect(upload(bytes, { by: neighbour })).rejects.toMatchObject(refused('sheet.other_organisation'));
    await expect(upload(Buffer.from('单位标识'))).rejects.toMatchObject({ ...refused('sheet.unreadable'), facts: { reason: 'not_a_zip' } });
    const long = sheet('</sheetData>', `${'<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(501)}</sheetData>`);
    await expect(upload(long)).rejects.toMatchObject({ ...refused('sheet.unreadable'), facts: { reason: 'too_many_rows' } });
  });

  it('is held to the windows of the period, and to returned submissions opens again', async () => {
    const { region } = here.room;
    const { id } = await begin(region.school, { classrooms: 30 });
    await submit(id, region.school);
    const reasons = [{ field: 'classrooms', reason: '请核对' }];
    await here.room.get(Reviewing).return({ submissionId: id, reasons, to: 'school' }, callOf(reporting.returnSubmission, county));
    expect(await upload(typedInto(await download(), { [cell('school', 'classrooms')]: '31' }))).toMatchObject({ saved: 1 });
    expect((await rows())[0]).toMatchObject({ status: 'returned', figures: { classrooms: 31 } });
    const bytes = typedInto(await download(), { [cell('central', 'classrooms')]: '1' });
    here.clock.at = new Date('2027-01-01T00:00:00+08:00');
    expect((await upload(bytes)).rows[0]).toMatchObject({ outcome: 'refused', refused: { code: 'period.closed' } });
  });

  it('says when an authority has no schools, and is nobody else’s file', async () => {
    await here.room.query('update organisation set closed = true where id = $1', [here.room.region.farSchool]);
    const neighbour = person({ role: 'countyReviewer', organisation: here.room.region.neighbourCounty });
    await expect(download(neighbour)).rejects.toMatchObject(refused('county_sheet.empty'));
    const file = await here.send(await download(), neighbour);
    await expect(
      here.room
        .get(FillingFromCountySheet)
        .fillIn({ periodId: period.id, file, dryRun: true }, callOf(reporting.fillInFromCountySheet, county)),
    ).rejects.toMatchObject(refused('file.unknown'));
  });
});
