import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MeasureExport, reporting } from '@lianxue/contracts';
import { callOf } from '@lianxue/testing';
import { rowsOf } from '../sheets/sheets.room.js';
import { ExportingMeasures } from './exporting-measures.js';
import { MeasuresRoom } from './measures.room.js';

describe('exporting a measure', () => {
  const measures = new MeasuresRoom();
  beforeAll(() => measures.open());
  afterAll(() => measures.close());
  beforeEach(() => measures.forget());

  const take = async (measure: string, asked: object) => {
    const input = { measure, ...MeasureExport.parse(asked) };
    const file = await measures.room.get(ExportingMeasures).export(input, callOf(reporting.exportMeasure, measures.county, input));
    return { file, bytes: await measures.bytesOf(file) };
  };

  it('gives what is read as Excel and as CSV, with what it means', async () => {
    const { school, sibling } = measures.room.region;
    for (const [organisation, many] of [
      [school, 8],
      [sibling, 3],
    ] as const)
      await measures.pupils(organisation, many);
    await measures.count();
    const { file, bytes } = await take('pupils', { format: 'xlsx', group: 'organisation' });
    expect(file.name).toBe('临川区教育局 在校学生数 2026-01-01 至 2026-09-30.xlsx');
    const rows = (await rowsOf(bytes)).map((row) => row.slice(0, 3));
    expect(rows.slice(0, 5)).toEqual([
      ['名称', '数量', '上年同期'],
      ['云山中心小学', 0, 0],
      ['第一小学', '*', 0],
      ['第二小学', '*', 0],
      ['合计', 11, 0],
    ]);
    expect(rows.map(([first]) => first)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^口径：/), expect.stringMatching(/^\* 不足五人/)]),
    );
    const csv = await take('pupils', { format: 'csv', group: 'organisation' });
    expect(csv.file.name).toMatch(/\.csv$/);
    expect(csv.bytes.toString('utf8').split('\r\n').slice(0, 3)).toEqual([
      '\uFEFF名称,数量,上年同期,增减,增减（%）,名次',
      '云山中心小学,0,0,0,,',
      '第一小学,*,0,,,',
    ]);
  });

  it('lets no name run as a formula', async () => {
    const { school } = measures.room.region;
    const activity = await measures.hear('activities', 'activity', { organisation: school, status: 'open', name: '=cmd|calc' });
    await measures.hear('activities', 'entry', { organisation: school, activity, status: 'entered', award: null });
    await measures.count();
    const { bytes } = await take('works_entered', { format: 'csv', group: 'dimension' });
    expect(bytes.toString('utf8')).toContain("\r\n'=cmd|calc,1,");
    const workbook = await take('works_entered', { format: 'xlsx', group: 'dimension' });
    expect((await rowsOf(workbook.bytes))[1]![0]).toBe('=cmd|calc');
  });
});
