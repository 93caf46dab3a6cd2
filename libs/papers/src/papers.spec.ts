import { describe, expect, it } from '@jest/globals';
import type { Paper } from '@lianxue/contracts';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { bulletin, docxParts, expectInOrder, pageXml, pdfText, print, xmlOf } from './papers.room.js';

const form: Paper = {
  mark: '草稿',
  number: null,
  title: '季度数据',
  addressees: [],
  parts: [
    { kind: 'fields', items: ['填报单位', '填报期', '轮次'].map((label, index) => ({ label, value: `值${index}` })) },
    { kind: 'table', columns: [{ heading: '指标', numeric: false }], rows: [['教室数']] },
  ],
  attachments: [],
  issuer: null,
  day: null,
  sealed: false,
  signatures: ['填报单位（盖章）', '填表人', '审核人', '负责人'],
};

/** What somebody might write where they should not. */
const hostile = [
  '=cmd|calc!A1',
  '<script>alert(1)</script>',
  'a\u0000b\u0007c\u202Ed',
  '半\uD83D字',
  '&amp;"\'',
  '🏫',
  '𠮷野',
  '长'.repeat(5000),
];
const hostilePaper: Paper = {
  ...bulletin,
  title: hostile[1]!,
  addressees: [hostile[0]!],
  parts: [
    ...hostile.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'table', columns: [{ heading: hostile[1]!, numeric: false }], rows: hostile.map((text) => [text]) },
    { kind: 'table', columns: [{ heading: 'n', numeric: true }], rows: [[Number.NaN], [Number.POSITIVE_INFINITY], [-0.5]] },
  ],
};

describe('a bulletin on paper', () => {
  it('is a page that needs nothing from anywhere', async () => {
    const file = await print(bulletin, 'html');
    const text = file.toString('utf8');
    expect(text).toContain('<td class="numeric">98.33</td>');
    expect(text).toContain('@page{size:A4;margin:37mm');
    expect(text).not.toMatch(/https?:|url\(|<script|<link|<img/);
    expectInOrder(pageXml(file).words);
  });

  it('is a PDF that can be searched, with page numbers', async () => {
    const file = await print(bulletin, 'pdf');
    const { text, pages } = await pdfText(file);
    expectInOrder(text);
    expect([pages, text.includes('— 1 —')]).toEqual([1, true]);
    expect(file.byteLength).toBeLessThan(300_000);
  });

  it('is a Word document of named styles and real tables', async () => {
    const parts = await docxParts(await print(bulletin, 'docx'));
    const { words, elements } = xmlOf(parts['word/document.xml']!);
    expectInOrder(words);
    expect(elements.filter((name) => name === 'w:tbl')).toHaveLength(1);
    const styles = [...parts['word/document.xml']!.matchAll(/w:(?:pStyle|tblStyle) w:val="(\w+)"/g)].map(([, id]) => id!);
    for (const style of new Set(styles)) expect(parts['word/styles.xml']).toContain(`w:styleId="${style}"`);
    expect(parts['word/footer1.xml']).toContain(' PAGE ');
  });

  it('is a workbook whose numbers are numbers', async () => {
    const [sheet] = await readXlsxFile(await print(bulletin, 'xlsx'));
    const rows = sheet!.data;
    expect(rows[0]![0]).toBe('关于2026年第三季度教学通应用情况的通报');
    expect(rows).toContainEqual(['临川区', 120, 98.33]);
    expect(rows).toContainEqual(['东乡区', 64, null]);
  });
});

describe('a form on paper', () => {
  it.each(['html', 'pdf', 'docx'] as const)(
    'is signed with the unit’s seal, by who filled it in, who reviewed and who answers: %s',
    async (format) => {
      const file = await print(form, format);
      const text = {
        html: () => pageXml(file).words,
        pdf: async () => (await pdfText(file)).text,
        docx: async () => xmlOf((await docxParts(file))['word/document.xml']!).words,
      }[format];
      expectInOrder(await text(), [
        '草稿',
        '季度数据',
        '填报单位',
        '值0',
        '填报期',
        '值1',
        '轮次',
        '教室数',
        '填报单位（盖章）：',
        '填表人：',
        '审核人：',
        '负责人：',
      ]);
    },
  );
});

describe('hostile words', () => {
  it('stay words in a page', async () => {
    const file = await print(hostilePaper, 'html');
    const { words, elements } = pageXml(file);
    expect(elements).not.toContain('script');
    expect(words).toContain('<script>alert(1)</script>');
    expect(words).toContain('abcd\n');
    expect(words).toContain('𠮷野');
    expect(words).not.toMatch(/NaN|Infinity/);
  });

  it('stay words in Word, and no cell of a workbook is a formula', async () => {
    const parts = await docxParts(await print(hostilePaper, 'docx'));
    expect(xmlOf(parts['word/document.xml']!).words).toContain('<script>alert(1)</script>');
    const workbook = await print(hostilePaper, 'xlsx');
    expect(strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml']!)).not.toContain('<f>');
    const [sheet] = await readXlsxFile(workbook);
    expect(sheet!.data.flat()).toContain('=cmd|calc!A1');
  });

  it('go on over pages in a PDF, which says what its typeface lacks', async () => {
    const { text, pages } = await pdfText(await print(hostilePaper, 'pdf'));
    expect(pages).toBeGreaterThan(10);
    expect(text.replace(/[^长]/g, '')).toHaveLength(10_000);
    expect(text).toContain('=cmd|calc!A1');
    expect(text.replace(/\s/g, '')).toMatch(/〓野.*U\+1F3EB、U\+20BB7/s);
  });
});

describe('a long table', () => {
  const wide: Paper = {
    ...bulletin,
    parts: [
      {
        kind: 'table',
        columns: Array.from({ length: 10 }, (_, index) => ({ heading: `第${index + 1}栏`, numeric: index > 0 })),
        rows: Array.from({ length: 120 }, (_, row) =>
          Array.from({ length: 10 }, (_, column) => (column === 0 ? `第${row + 1}所学校` : row * column)),
        ),
      },
    ],
  };

  it('repeats its heading on every page and lies on its side', async () => {
    const { text, pages } = await pdfText(await print(wide, 'pdf'));
    expect(pages).toBeGreaterThan(3);
    const headings = text.match(/第10栏/g)!.length;
    expect(headings).toBeGreaterThanOrEqual(pages - 1);
    expect(text.replace(/\s/g, '')).toContain('第120所学校');
    expect((await print(wide, 'html')).toString('utf8')).toContain('@page{size:A4 landscape}');
  });
});
