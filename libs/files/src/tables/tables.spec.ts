import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { csvRows, FolderFiles, sheetsOf, Unreadable, Workbook, Zip, type KeptFile } from '../index.js';

let folder: string;
let files: FolderFiles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianxue-files-'));
  files = new FolderFiles(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const about = (until = new Date(Date.now() + 60_000)) => ({
  id: randomUUID(),
  kind: 'roster',
  name: '名单.xlsx',
  owner: { subject: 's', client: 'c' },
  until,
});
const keep = (bytes: Uint8Array): Promise<KeptFile> => files.keep(pieces(bytes), about());
async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
const limits = { files: 50, bytes: 1_000_000 };
const opened = async (bytes: Uint8Array, bounds = limits) => Zip.open(files, await keep(bytes), bounds);
const unreadable = (fault: string) => expect.objectContaining({ fault });

describe('files', () => {
  it('are kept whole under their id, the same content once', async () => {
    const one = await keep(strToU8('张三'));
    const two = await keep(strToU8('张三'));
    expect([one.sha256, one.size]).toEqual([two.sha256, 6]);
    expect(await files.about(two.id)).toEqual(two);
    expect(Buffer.concat(await all(files.read(one) as AsyncIterable<Buffer>)).toString()).toBe('张三');
    expect(await files.about('../../etc/passwd')).toBeUndefined();
  });

  it('are forgotten when they have had their time', async () => {
    const old = await files.keep(pieces(strToU8('旧')), about(new Date(Date.now() - 1)));
    expect(await files.forget(new Date())).toBe(1);
    expect(await files.about(old.id)).toBeUndefined();
  });
});

describe('CSV', () => {
  const rows = async (bytes: Uint8Array) => (await all(csvRows(pieces(bytes, 7)))).map(({ line, cells }) => [line, ...cells]);

  it('is read as UTF-8, with a mark or without, and as GB18030', async () => {
    const expected = [
      [1, '姓名', '班级'],
      [3, '张三', '一班'],
    ];
    expect(await rows(strToU8('姓名,班级\r\n,\r\n张三,一班\r\n'))).toEqual(expected);
    expect(await rows(strToU8('\uFEFF姓名,班级\n,\n张三,一班'))).toEqual(expected);
    const gb = Uint8Array.from([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb0, 0xe0, 0xbc, 0xb6, 0x0a, 0x2c, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xd2, 0xbb, 0xb0, 0xe0,
    ]);
    expect(await rows(gb)).toEqual(expected);
  });

  it('that is none is refused', async () => {
    await expect(rows(strToU8('a,b\n"c,d'))).rejects.toEqual(unreadable('broken_quotes'));
    await expect(rows(Uint8Array.from([0xff, 0xff, 0xff]))).rejects.toEqual(unreadable('encoding'));
  });
});

describe('Excel', () => {
  const columns = [
    { heading: '姓名', valueOf: (row: readonly string[]) => row[0] },
    { heading: '证件号码', text: true, valueOf: (row: readonly string[]) => row[1] },
    { heading: '性别', options: ['男', '女'], valueOf: (row: readonly string[]) => ({ value: row[2], wrong: true }) as const },
  ];
  const written = (rows: readonly (readonly string[])[]) => {
    const workbook = new Workbook('名单', columns);
    workbook.add(rows);
    return workbook.finish();
  };
  const read = async (bytes: Uint8Array) => {
    const zip = await opened(bytes);
    const [sheet] = await sheetsOf(zip);
    return all(sheet!.rows());
  };

  it('reads what it writes, whatever the text', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => /^[^\p{Cc}\p{Cs}\uFFFE\uFFFF]*$/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constant('张'), cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const found = await read(written(rows));
        expect(found.map(({ line }) => line)).toEqual([...Array(rows.length + 1).keys()].map((n) => n + 1));
        expect(found.slice(1).map(({ cells }) => cells)).toEqual(rows.map((row) => [...row]));
      }),
      { numRuns: 30 },
    );
  });

  it('is read the same by another reader', async () => {
    const rows = [
      ['欧阳娜娜', '36100219000101002X', '女'],
      ['阿依古丽·买买提', '001234567890123456', '=1+1'],
      [' 空 & <格>', '3.61E+17', '“男”'],
    ];
    const [sheet] = await readXlsxFile(written(rows), { trim: false });
    expect(sheet).toEqual({ sheet: '名单', data: [['姓名', '证件号码', '性别'], ...rows] });
  });

  const workbook = (sheet: string, more: Record<string, string> = {}) =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml':
            '<workbook xmlns:r="r"><sheets><sheet name="隐藏" state="hidden" r:id="a"/><sheet name="一年级" r:id="b"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="a" Target="worksheets/none.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
          'xl/worksheets/sheet2.xml': sheet,
          'xl/styles.xml':
            '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="14"/></cellXfs></styleSheet>',
          'xl/sharedStrings.xml': '<sst><si><t>张</t><rPh><t>zhang</t></rPh><r><t>三</t></r></si></sst>',
          ...more,
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
    );

  it('understands shared text, dates, gaps and digits that Excel has lost', async () => {
    const sheet =
      '<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>46266</v></c><c r="D2" s="2"><v>46266.5</v></c>' +
      '<c r="E2"><v>361002199001010020</v></c><c r="F2"><v>3.5</v></c><c r="G2" t="str"><f>A1</f><v>x</v></c></row></sheetData></worksheet>';
    expect(await read(workbook(sheet))).toEqual([
      {
        line: 2,
        cells: ['张三', '', '2026-09-01', '2026-09-01', '3.6100219900101005e+17', '3.5', 'x'],
        strange: new Map([[6, 'formula']]),
      },
    ]);
  });

  it.each([
    ['text that is no zip', () => strToU8('姓名'), 'not_a_zip'],
    ['a zip that is no workbook', () => zipSync({ 'a.txt': strToU8('a') }), 'not_a_workbook'],
    ['more than it may unpack', () => workbook(`<worksheet>${' '.repeat(2_000_000)}</worksheet>`), 'too_large'],
    ['a bomb of entities', () => workbook('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'), 'broken_xml'],
    ['XML that breaks off', () => workbook('<worksheet><sheetData></row>'), 'broken_xml'],
    [
      'too many files',
      () => zipSync(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.csv`, strToU8('a')]))),
      'too_many_files',
    ],
  ])('refuses %s', async (_what, bytes, fault) => {
    await expect(read(bytes())).rejects.toEqual(unreadable(fault));
    await expect(read(bytes())).rejects.toBeInstanceOf(Unreadable);
  });

  it('refuses a file that lies about its size', async () => {
    const bytes = Buffer.from(zipSync({ 'a.csv': strToU8('a'.repeat(5000)) }));
    // Sizes in the central directory: claims ten bytes unpacked.
    const directory = bytes.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    bytes.writeUInt32LE(10, directory + 24);
    const zip = await opened(bytes);
    await expect(zip.text('a.csv')).rejects.toEqual(unreadable('not_a_zip'));
  });
});

describe('a zip', () => {
  it('has its files by their names, in UTF-8 or, as Windows writes them in China, in GB18030', async () => {
    const packed = Buffer.from(zipSync({ 'ABCD.txt': strToU8('甲'), '乙.txt': strToU8('乙') }));
    const named = Buffer.from([0xd6, 0xd0, 0xce, 0xc4]);
    for (let at = packed.indexOf('ABCD'); at >= 0; at = packed.indexOf('ABCD', at)) named.copy(packed, at);
    const zip = await opened(packed);
    expect(zip.names).toEqual(['中文.txt', '乙.txt']);
    expect(await zip.text('中文.txt')).toBe('甲');
    zip.close();
  });
});
