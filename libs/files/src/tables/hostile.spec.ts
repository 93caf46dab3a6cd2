import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { csvLine, FolderFiles, laidOut, sheetsOf, Unreadable, Workbook, Zip, type ZipLimits } from '../index.js';

let folder: string;
let files: FolderFiles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianxue-hostile-'));
  files = new FolderFiles(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const limits: ZipLimits = { files: 50, bytes: 200_000_000 };

async function rowsOf(bytes: Uint8Array, { mostRows = Infinity, bounds = limits } = {}): Promise<number> {
  const about = {
    id: randomUUID(),
    kind: 'form',
    name: 'x.xlsx',
    owner: { subject: '', client: '' },
    until: new Date(Date.now() + 60_000),
  };
  const zip = await Zip.open(files, await files.keep([bytes], about), bounds);
  try {
    let count = 0;
    for await (const row of (await sheetsOf(zip, mostRows))[0]!.rows()) count += row.line > 0 ? 1 : 0;
    return count;
  } finally {
    zip.close();
  }
}

/** A workbook whose sheet, and whatever else, is as said. */
const workbook = (sheet: string, more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="一" r:id="b"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="b" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': sheet,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
    { level: 1 },
  );
const rowsXml = (count: number) => `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(count)}</sheetData></worksheet>`;

describe('a hostile sheet', () => {
  it.each([
    ['a million rows', () => rowsOf(workbook(rowsXml(1_000_000)), { mostRows: 1000 }), 'too_many_rows'],
    ['a bomb: much larger than packed', () => rowsOf(workbook(rowsXml(100_000)), { bounds: { ...limits, ratio: 20 } }), 'too_large'],
    [
      'a bomb of shared strings',
      () =>
        rowsOf(workbook(rowsXml(1), { 'xl/sharedStrings.xml': `<sst>${`<si><t>${'汉'.repeat(10_000)}</t></si>`.repeat(2_500)}</sst>` })),
      'too_large',
    ],
    ['elements within elements without end', () => rowsOf(workbook('<worksheet>' + '<a>'.repeat(100_000))), 'broken_xml'],
    [
      'a tag with attributes without end',
      () => rowsOf(workbook(`<worksheet ${Array.from({ length: 50_000 }, (_, n) => `a${n}=""`).join(' ')}>`)),
      'broken_xml',
    ],
    ['an attribute without end', () => rowsOf(workbook(`<worksheet a="${'x'.repeat(5_000_000)}"/>`)), 'broken_xml'],
    [
      'an entity from elsewhere',
      () => rowsOf(workbook('<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>')),
      'broken_xml',
    ],
  ])('with %s is refused by what it is', async (_what, read, fault) => {
    await expect(read()).rejects.toEqual(expect.objectContaining({ fault }));
    await expect(read()).rejects.toBeInstanceOf(Unreadable);
  });

  it('keeps nobody else waiting: a small sheet that came later is read first', async () => {
    const order: string[] = [];
    const large = rowsOf(workbook(rowsXml(300_000))).then(() => order.push('large'));
    await rowsOf(workbook(rowsXml(10))).then(() => order.push('small'));
    await large;
    expect(order).toEqual(['small', 'large']);
  });

  it('cannot make a row wider than any form, whatever column it names', async () => {
    await expect(
      rowsOf(workbook('<worksheet><sheetData><row><c r="XFD1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData></worksheet>')),
    ).resolves.toBe(1);
  });
});

describe('what a spreadsheet would run', () => {
  const attacks = ["=cmd|'/C calc'!A0", '+1+1', '-2+3', '@SUM(1)', '\t=1', '\r=1', '=HYPERLINK("http://x")'];

  it('stands in a workbook as text, and stays text when it is edited', async () => {
    const workbook = new Workbook<string>('名单', [{ heading: '名称', valueOf: (text) => text }]);
    workbook.add(attacks);
    const bytes = workbook.finish();
    const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml']!).toString();
    const styles = Buffer.from(unzipSync(bytes)['xl/styles.xml']!).toString().split('<cellXfs')[1]!;
    const guarded = [...styles.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)].findIndex(([xf]) => xf.includes('quotePrefix="1"'));
    expect(sheet).not.toContain('<f>');
    expect([...sheet.matchAll(new RegExp(`<c r="A\\d+" s="${guarded}" t="inlineStr">`, 'g'))]).toHaveLength(attacks.length);
    const [read] = await readXlsxFile(bytes, { trim: false });
    expect(read!.data.slice(1).map(([text]) => String(text).trim())).toEqual(attacks.map((text) => text.trim()));
  });

  it('stands as text in a sheet that is laid out', async () => {
    const bytes = await laidOut([{ name: '表', widths: [20], rows: attacks.map((value) => ({ cells: [{ value }] })) }]);
    const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml']!).toString();
    expect(sheet).not.toContain('<f>');
    expect([...sheet.matchAll(/t="inlineStr"/g)]).toHaveLength(attacks.length);
  });

  it('is no formula in CSV either; numbers and telephone numbers stay what they are', () => {
    for (const text of attacks) expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
    expect(csvLine(['-1.5', '+86 138 0000 0000', -2, '张三'])).toBe('-1.5,+86 138 0000 0000,-2,张三\r\n');
  });
});
