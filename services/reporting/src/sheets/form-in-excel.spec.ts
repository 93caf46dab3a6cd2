import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reporting, type Caller, type FormContent, type Values } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import { Filling } from '../submissions/filling.js';
import type { Submission } from '../submissions/submission.entity.js';
import { FillingFromExcel } from './filling-from-excel.js';
import { FormsInExcel } from './forms-in-excel.js';
import { NationalEntering } from './national-entering.js';
import { openSheets, partsOf, rowsOf, typedInto, workbookOf } from './sheets.room.js';

const form: FormContent = {
  sections: [
    { code: 'rooms', name: '班班通', nameEn: 'Classrooms' },
    { code: 'money', name: '经费', nameEn: 'Money' },
  ],
  indicators: [
    { code: 'budget', name: '信息化经费', nameEn: 'Budget', type: 'number', unit: '万元', section: 'money', required: false, decimals: 2 },
    {
      code: 'classrooms',
      name: '普通教室数',
      nameEn: 'Classrooms',
      type: 'integer',
      unit: '间',
      section: 'rooms',
      required: true,
      min: 0,
      max: 5000,
    },
    { code: 'mm', name: '多媒体教室数', nameEn: 'Multimedia', type: 'integer', unit: '间', section: 'rooms', required: true, min: 0 },
    { code: 'ratio', name: '占比', nameEn: 'Share', type: 'percent', section: 'rooms', required: false, formula: '100 * mm / classrooms' },
    { code: 'done', name: '录入比例', nameEn: 'Done', type: 'percent', required: false },
    {
      code: 'access',
      name: '接入方式',
      nameEn: 'Access',
      type: 'choice',
      required: false,
      options: [
        { code: 'fibre', name: '光纤', nameEn: 'Fibre' },
        { code: 'none', name: '无' },
      ],
    },
    { code: 'said', name: '说明', nameEn: 'Remark', type: 'text', required: false },
    {
      code: 'pupils_of_points',
      name: '教学点在校生',
      nameEn: 'Pupils of teaching points',
      type: 'integer',
      required: false,
      filledBy: ['centralSchool'],
    },
  ],
  rules: [
    {
      code: 'mm_within',
      left: { indicators: ['mm'], constant: 0 },
      op: '<=',
      right: { indicators: ['classrooms'], constant: 0 },
      words: '多媒体教室数不得超过教室数',
      wordsEn: 'No more multimedia classrooms than classrooms',
    },
  ],
};

/** Where this period's values stand: those without a section first, then section by section. */
const cell = { done: 'F6', access: 'F7', said: 'F8', classrooms: 'F10', mm: 'F11', ratio: 'F12', budget: 'F14' } as const;

describe('a form in Excel', () => {
  let here: Awaited<ReturnType<typeof openSheets>>;
  let school: Caller;
  let periods: readonly string[];

  beforeAll(async () => {
    here = await openSheets();
    school = person({ role: 'schoolAdmin', organisation: here.room.region.school });
  });
  afterAll(() => here.close());

  beforeEach(async () => {
    const { room, clock } = here;
    clock.at = new Date('2026-09-20T08:00:00+08:00');
    const city = person({ role: 'cityReviewer', organisation: room.region.city });
    const code = `quarterly_${Math.random().toString(36).slice(2, 10)}`;
    const defined = reporting.defineDataSet.body.parse({
      organisation: room.region.city,
      code,
      name: '季度数据',
      nameEn: 'Quarterly',
      form,
    });
    const dataSet = await room.get(Collecting).define(defined, callOf(reporting.defineDataSet, city));
    const announce = (name: string, firstDay: string, lastDay: string) => {
      const announced = reporting.announcePeriod.body.parse({
        dataSet: dataSet.id,
        name,
        kind: 'quarter',
        firstDay,
        lastDay,
        opens: `${firstDay}T00:00:00+08:00`,
        due: { school: '2026-12-31T23:59:59+08:00', county: '2027-01-05T23:59:59+08:00', city: '2027-01-10T23:59:59+08:00' },
      });
      return room.get(Collecting).announce(announced, callOf(reporting.announcePeriod, city));
    };
    periods = [
      (await announce('2026年第二季度', '2026-04-01', '2026-06-30')).id,
      (await announce('2026年第三季度', '2026-07-01', '2026-09-30')).id,
    ];
  });

  const begin = (values: Values, nth = 1, by = school) =>
    here.room
      .get(Filling)
      .begin({ periodId: periods[nth]!, organisation: by.organisation!, values }, callOf(reporting.beginSubmission, by));
  const download = async ({ id }: Submission, by = school) =>
    here.bytesOf(await here.room.get(FormsInExcel).make(id, callOf(reporting.submissionSheet, by)));
  const upload = async ({ id }: Submission, bytes: Uint8Array, by = school) =>
    here.room.get(FillingFromExcel).fillIn({ submissionId: id, file: await here.send(bytes, by) }, callOf(reporting.fillInFromSheet, by));
  const read = ({ id }: Submission) =>
    here.room.query<{ figures: Values; words: Values; version: number }>('select figures, words, version from submission where id = $1', [
      id,
    ]);
  const refused = (code: string) => expect.objectContaining({ kind: expect.objectContaining({ code }) });

  it('shows the school its data, those of last quarter, and the sections, to another program too', async () => {
    const before = await begin({ classrooms: 29, access: 'none' }, 0);
    await here.room.query(`update submission set status = 'approved' where id = $1`, [before.id]);
    const rows = await rowsOf(await download(await begin({ classrooms: 30, access: 'fibre', said: '=cmd|calc' })));
    expect(rows[0]![0]).toBe('季度数据 2026年第三季度');
    expect(rows[1]![0]).toBe('填报单位：第一小学，填报期：2026年第三季度，表单第 1 版');
    expect(rows[4]!.slice(0, 6)).toEqual(['指标代码', '指标', '口径', '单位', '上期值', '本期值']);
    expect(rows.slice(5).map((row) => [row[0], row[4], row[5]])).toEqual([
      ['done', null, null],
      ['access', '无', '光纤'],
      ['said', null, '=cmd|calc'],
      ['班班通', null, null],
      ['classrooms', 29, 30],
      ['mm', null, null],
      ['ratio', null, null],
      ['经费', null, null],
      ['budget', null, null],
    ]);
  });

  it('lets only this period’s values be typed, choices drop down, and executes nothing', async () => {
    const parts = partsOf(await download(await begin({ said: '=cmd|calc' })));
    const sheet = parts['xl/worksheets/sheet1.xml']!;
    const cellFormats = parts['xl/styles.xml']!.split('<cellXfs')[1]!;
    const formats = [...cellFormats.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)].map(([xf]) => xf).slice(0);
    const open = new Set(formats.flatMap((xf, nth) => (xf.includes('locked="0"') ? [String(nth)] : [])));
    const openCells = [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].flatMap(([, place, format]) =>
      open.has(format!) ? [place] : [],
    );
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(openCells).toEqual([cell.done, cell.access, cell.said, cell.classrooms, cell.mm, cell.budget]);
    expect(sheet).toContain(`sqref="${cell.access}:${cell.access}"><formula1>list_access</formula1>`);
    expect(parts['xl/workbook.xml']).toContain(`<definedName name="list_access" hidden="1">'选项'!$A$1:$A$2</definedName>`);
    expect(parts['xl/workbook.xml']).toContain('<sheet name="选项" sheetId="2" state="hidden"');
    expect(sheet).toMatch(
      new RegExp(`type="whole"[^>]*sqref="${cell.classrooms}:${cell.classrooms}"><formula1>0</formula1><formula2>5000`),
    );
    expect(sheet).not.toContain('<f>');
  });

  it('takes what a person types: full-width digits, thousands, units, per cents, options by name', async () => {
    const draft = await begin({ classrooms: 1 });
    const bytes = typedInto(await download(draft), {
      [cell.classrooms]: '１，２００',
      [cell.mm]: ' 1,100 间',
      [cell.budget]: '<v>12.300000000000001</v>',
      [cell.done]: '８５．５％',
      [cell.access]: '光纤',
      [cell.said]: ' 张三填 ',
      [cell.ratio]: '<v>999</v>',
    });
    const taken = await upload(draft, bytes);
    expect(taken).toMatchObject({ submission: draft.id, version: 2 });
    expect([...taken.changed].sort()).toEqual(['access', 'budget', 'classrooms', 'done', 'mm', 'said']);
    const [kept] = await read(draft);
    expect(kept!.figures).toMatchObject({ classrooms: 1200, mm: 1100, budget: 12.3, done: 85.5, access: 'fibre' });
    expect(kept!.words).toEqual({ said: '张三填' });
  });

  it('reads 0.85 shown as a per cent as 85', async () => {
    const draft = await begin({});
    const parts = partsOf(typedInto(await download(draft), { [cell.done]: `<c r="${cell.done}" s="11"><v>0.85</v></c>` }));
    parts['xl/styles.xml'] = parts['xl/styles.xml']!.replace('</cellXfs>', '<xf numFmtId="9" applyNumberFormat="1" xfId="0"/></cellXfs>');
    await upload(draft, workbookOf(parts));
    expect((await read(draft))[0]!.figures).toMatchObject({ done: 85 });
  });

  it('gives a sheet with faults back, each at its cell, in red with a comment, and saves nothing', async () => {
    const draft = await begin({ classrooms: 30 });
    const bytes = typedInto(await download(draft), {
      [cell.classrooms]: '<f>1+1</f><v>2</v>',
      [cell.mm]: '3.61E+17',
      [cell.done]: '120',
      [cell.access]: '卫星',
      [cell.budget]: '约十万',
    });
    const error = await upload(draft, bytes).catch(
      (one: unknown) => one as { facts: { faults: object[]; file: { id: string; name: string } } },
    );
    expect(error).toEqual(refused('sheet.faulty'));
    const { faults, file } = (error as { facts: { faults: object[]; file: { id: string; name: string } } }).facts;
    expect(faults).toEqual([
      { cell: cell.budget, field: 'budget', rule: 'type', words: '应为数值' },
      { cell: cell.classrooms, field: 'classrooms', rule: 'formula', words: '不接受公式，请粘贴为数值' },
      expect.objectContaining({ cell: cell.mm, field: 'mm', rule: 'exponent' }),
      expect.objectContaining({ cell: cell.access, field: 'access', rule: 'option' }),
      { cell: cell.done, field: 'done', rule: 'max', words: '不得大于 100' },
    ]);
    const marked = await here.bytesOf(file);
    const parts = partsOf(marked);
    expect([...parts['xl/comments1.xml']!.matchAll(/<comment ref="(\w+)"/g)].map(([, place]) => place).sort()).toEqual(
      [cell.access, cell.budget, cell.classrooms, cell.done, cell.mm].sort(),
    );
    const rows = await rowsOf(marked);
    expect(rows.find(([code]) => code === 'mm')?.slice(5)).toEqual(['3.61E+17', expect.stringContaining('科学计数法')]);
    expect((await read(draft))[0]).toMatchObject({ version: 1, figures: { classrooms: 30 } });
    // The sheet that came back is the form itself: mended, it goes in.
    const mended = typedInto(marked, {
      [cell.classrooms]: '30',
      [cell.mm]: '28',
      [cell.done]: '100',
      [cell.access]: '无',
      [cell.budget]: '10',
    });
    await expect(upload(draft, mended)).resolves.toMatchObject({ version: 2 });
  });

  it('holds it to the rules between indicators too', async () => {
    const draft = await begin({});
    const bytes = typedInto(await download(draft), { [cell.classrooms]: '30', [cell.mm]: '31' });
    await expect(upload(draft, bytes)).rejects.toMatchObject({
      facts: { faults: [{ field: 'mm', rule: 'mm_within', cell: cell.mm, words: '多媒体教室数不得超过教室数' }] },
    });
  });

  it('refuses a sheet from elsewhere, and one that somebody has saved after', async () => {
    const { region } = here.room;
    const draft = await begin({ classrooms: 30 });
    const bytes = await download(draft);
    const neighbour = person({ role: 'schoolAdmin', organisation: region.sibling });
    const theirs = await begin({}, 1, neighbour);
    await expect(upload(theirs, bytes, neighbour)).rejects.toEqual(refused('sheet.other_organisation'));
    await expect(upload(await begin({}, 0), bytes)).rejects.toEqual(refused('sheet.other_period'));
    await here.room
      .get(Filling)
      .fillIn({ submissionId: draft.id, values: { classrooms: 31 } }, callOf(reporting.fillInSubmission, school, {}, { ifMatch: 1 }));
    await expect(upload(draft, bytes)).rejects.toMatchObject({ kind: { code: 'sheet.outdated' }, facts: { sheet: 1, now: 2 } });
    const parts = partsOf(await download(draft));
    const path = 'xl/worksheets/sheet1.xml';
    const otherForm = workbookOf({ ...parts, [path]: parts[path]!.replace(draft.form, '01939f6e-7c00-7000-8000-00000000000f') });
    await expect(upload(draft, otherForm)).rejects.toMatchObject({ kind: { code: 'sheet.other_form' } });
    const markless = workbookOf({ ...parts, [path]: parts[path]!.replace('联学填报表', '某表') });
    await expect(upload(draft, markless)).rejects.toEqual(refused('sheet.not_ours'));
    await expect(upload(draft, Buffer.from('指标代码'))).rejects.toMatchObject({
      kind: { code: 'sheet.unreadable' },
      facts: { reason: 'not_a_zip' },
    });
  });

  it('refuses a hostile sheet by code, and cells of a wrong kind at their place', async () => {
    const draft = await begin({});
    const bytes = await download(draft);
    const parts = partsOf(bytes);
    const path = 'xl/worksheets/sheet1.xml';
    const longer = (rows: number) => ({
      ...parts,
      [path]: parts[path]!.replace('</sheetData>', `${'<row><c><v>1</v></c></row>'.repeat(rows)}</sheetData>`),
    });
    const reason = (fault: string) => ({ kind: { code: 'sheet.unreadable' }, facts: { reason: fault } });
    await expect(upload(draft, workbookOf(longer(300_000)))).rejects.toMatchObject(reason('too_large'));
    await expect(upload(draft, workbookOf(longer(2_000)))).rejects.toMatchObject(reason('too_many_rows'));
    const entity = workbookOf({
      ...parts,
      [path]: `<!DOCTYPE x [<!ENTITY a "aa">]>${parts[path]!.slice(parts[path]!.indexOf('<worksheet'))}`,
    });
    await expect(upload(draft, entity)).rejects.toMatchObject(reason('broken_xml'));
    const strange = typedInto(bytes, {
      [cell.classrooms]: `<c r="${cell.classrooms}" t="b"><v>1</v></c>`,
      [cell.mm]: `<c r="${cell.mm}" t="e"><v>#REF!</v></c>`,
    });
    await expect(upload(draft, strange)).rejects.toMatchObject({
      facts: {
        faults: [
          { cell: cell.classrooms, rule: 'type' },
          { cell: cell.mm, rule: 'cell_error' },
        ],
      },
    });
  });

  it('is nobody else’s file, and no school’s next door', async () => {
    const draft = await begin({});
    const neighbour = person({ role: 'schoolAdmin', organisation: here.room.region.sibling });
    await expect(download(draft, neighbour)).rejects.toMatchObject({ kind: { status: 404 } });
    const foreign = await here.send(await download(draft), neighbour);
    await expect(
      here.room.get(FillingFromExcel).fillIn({ submissionId: draft.id, file: foreign }, callOf(reporting.fillInFromSheet, school)),
    ).rejects.toEqual(refused('file.unknown'));
  });

  it('asks for its rows: one that is missing clears nothing, one that stands twice is not chosen from', async () => {
    const draft = await begin({ classrooms: 30, said: '在' });
    const parts = partsOf(await download(draft));
    const path = 'xl/worksheets/sheet1.xml';
    const rows = [...parts[path]!.matchAll(/<row r="(\d+)".*?<\/row>/g)];
    const without = parts[path]!.replace(rows.find(([, line]) => line === '8')![0], '');
    const twice = parts[path]!.replace(
      '</sheetData>',
      `${rows
        .find(([, line]) => line === '10')![0]
        .replaceAll(/"([A-G])10"/g, '"$199"')
        .replace('r="10"', 'r="99"')}</sheetData>`,
    );
    await expect(upload(draft, workbookOf({ ...parts, [path]: without }))).rejects.toMatchObject({
      facts: { faults: [{ field: 'said', rule: 'row_missing' }] },
    });
    await expect(upload(draft, workbookOf({ ...parts, [path]: twice }))).rejects.toMatchObject({
      facts: { faults: [{ field: 'classrooms', rule: 'row_twice' }] },
    });
  });

  it('is copied into the national system page by page, and noted with day and role until its values change', async () => {
    const before = await begin({ classrooms: 29, budget: 0.1, access: 'none' }, 0);
    await here.room.query(`update submission set status = 'approved' where id = $1`, [before.id]);
    const draft = await begin({ classrooms: 30, mm: 15, budget: 0.3, access: 'fibre' });
    const national = here.room.get(NationalEntering);
    const enter = (on: string) => national.enter({ submissionId: draft.id, on }, callOf(reporting.enterNationally, school));
    await expect(enter('2026-09-20')).rejects.toEqual(refused('submission.not_submitted'));
    await here.room.get(Filling).submit({ submissionId: draft.id }, callOf(reporting.submitSubmission, school));
    await expect(enter('2026-09-21')).rejects.toEqual(refused('national_entry.in_future'));
    const { nationalEntry } = await enter('2026-09-20');
    expect(nationalEntry).toEqual({
      on: '2026-09-20',
      organisation: school.organisation,
      role: 'schoolAdmin',
      at: '2026-09-20T08:00:00+08:00',
    });
    const bytes = await here.bytesOf(await national.sheet(draft.id, callOf(reporting.nationalSheet, school)));
    const names = [...partsOf(bytes)['xl/workbook.xml']!.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['1.基本情况', '2.班班通', '3.经费']);
    const pages = await Promise.all([1, 2, 3].map((page) => rowsOf(bytes, page)));
    expect(pages[0]![2]![0]).toBe('已于 2026-09-20 录入国家系统');
    expect(
      pages.flatMap((rows) => rows.slice(4)).map(([number, code, , , last, now, difference]) => [number, code, last, now, difference]),
    ).toEqual([
      [1, 'done', null, null, null],
      [2, 'access', '无', '光纤', '有变化'],
      [3, 'said', null, null, null],
      [1, 'classrooms', 29, 30, 1],
      [2, 'mm', null, 15, '新增'],
      [3, 'ratio', null, 50, '新增'],
      [1, 'budget', 0.1, 0.3, 0.2],
    ]);
    await here.room.query(`update submission set status = 'returned' where id = $1`, [draft.id]);
    const again = await here.room
      .get(Filling)
      .fillIn(
        { submissionId: draft.id, values: { classrooms: 31, mm: 15 } },
        callOf(reporting.fillInSubmission, school, {}, { ifMatch: '*' }),
      );
    expect(again.nationalEntry).toBeNull();
  });

  it('is held to the windows of the period like any other filling', async () => {
    const draft = await begin({});
    const bytes = await download(draft);
    here.clock.at = new Date('2027-01-01T00:00:00+08:00');
    await expect(upload(draft, bytes)).rejects.toEqual(refused('period.closed'));
  });
});
