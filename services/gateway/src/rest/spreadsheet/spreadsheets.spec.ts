import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicOperations } from '@lianxue/contracts';
import { Workbook } from '@lianxue/files';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { spreadsheetMediaType } from '../media-types.js';
import { openEdge, type OpenEdge } from '../spec-kit/open-edge.js';
import { columnsOf } from './columns.js';

describe('a list as an Excel file', () => {
  let edge: OpenEdge;
  let token: string;
  beforeAll(async () => {
    edge = await openEdge();
    token = await edge.sign();
  });
  afterAll(() => edge?.close());

  it('holds all its pages under Chinese headings, and no formula', async () => {
    const answer = await edge.ask('/api/v1/rooms?name=%E5%BD%95%E6%92%AD', { token, headers: { accept: spreadsheetMediaType } });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200,
      spreadsheetMediaType,
      `attachment; filename*=UTF-8''${encodeURIComponent('列出教室.xlsx')}`,
    ]);
    const rows = rowsOf(new Uint8Array(await answer.arrayBuffer()));
    expect(rows[0]).toEqual(['标识', '版本', '教室名称', '座位数', '是否开放', '启用时间', '管理员 · 姓名', '标签']);
    expect(rows[1]!.slice(2)).toEqual(['=SUM(A1)', '0', '是', '2026-09-01 08:00:00', '王芳', '录播、专递']);
    expect([rows.length, rows.at(-1)![3]]).toEqual([451, '449']);
  });

  it('is refused like the list itself', async () => {
    const ask = async (path: string) => (await edge.ask(path, { token, headers: { accept: spreadsheetMediaType } })).json();
    expect(await ask('/api/v1/rooms?naem=x')).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(await ask('/api/v1/weather')).toMatchObject({ status: 406, code: 'answer.not_acceptable' });
  });
});

describe('columns', () => {
  it('can be made of every list there is, each under a heading of its own', () => {
    for (const op of publicOperations().filter(({ returns }) => returns?.kind === 'page')) {
      const headings = columnsOf(op.returns!.element!).map(({ heading }) => heading);
      expect({ list: op.name, headings: headings.length > 0 }).toEqual({ list: op.name, headings: true });
      for (const heading of headings) expect(heading).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('a workbook', () => {
  it('takes any text', () => {
    const workbook = new Workbook('a[b]:c', columnsOf(z.object({ name: z.string().describe('名 name') })));
    workbook.add([{ name: '<&>"\u0001\ud800\uFFFE𠮷' }, { name: ' 前后 ' }, { name: null }]);
    expect(rowsOf(workbook.finish())).toEqual([['名'], ['<&>"𠮷'], [' 前后 '], []]);
  });

  it('names columns beyond Z', () => {
    const shape = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, z.number().describe(`列${index} column`)]));
    const workbook = new Workbook('宽', columnsOf(z.object(shape)));
    workbook.add([{ f26: 1, f27: 2 }]);
    const sheet = strFromU8(unzipSync(workbook.finish())['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<c r="AA2"><v>1</v></c><c r="AB2"><v>2</v></c>');
  });
});

/** The cells of the only sheet, as text. */
function rowsOf(file: Uint8Array): string[][] {
  const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!);
  expect(sheet).not.toContain('<f>');
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c [^>]*>(?:<is><t[^>]*>|<v>)(.*?)<\//gs)].map(([, text]) =>
      text!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ),
  );
}
