import { describe, expect, it } from '@jest/globals';
import type { Paper } from '@lianxue/contracts';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { extractText, getDocumentProxy } from 'unpdf';
import { Press, type Format } from './index.js';

const press = new Press();
const print = (paper: Paper, format: Format) => press.print({ paper, format, made: Date.parse('2026-10-12T00:00:00Z') });

const bulletin: Paper = {
  mark: null,
  number: '抚教字〔2026〕12号',
  title: '关于2026年第三季度教学通应用情况的通报',
  addressees: ['各县（区）教体局', '市直属各学校'],
  parts: [
    { kind: 'paragraph', text: '现将2026年第三季度全市教学通应用情况通报如下。' },
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）应用覆盖' },
    {
      kind: 'table',
      caption: '各县区应用情况',
      columns: [
        { heading: '县区', numeric: false },
        { heading: '应报', numeric: true },
        { heading: '完成率（%）', numeric: true },
      ],
      rows: [
        ['临川区', 120, 98.33],
        ['东乡区', 64, null],
      ],
    },
    { kind: 'note', text: '口径：含教学点。' },
  ],
  attachments: ['各校明细', '计算说明'],
  issuer: '抚州市教育体育局',
  day: '2026-10-12',
  sealed: true,
  signatures: [],
};

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

/** Text and elements of an XML document; it must be well-formed. */
function xmlOf(text: string): { readonly words: string; readonly elements: readonly string[] } {
  const words: string[] = [];
  const elements: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (each) => words.push(each));
  parser.on('opentag', ({ name }) => elements.push(name));
  parser.write(text).close();
  return { words: words.join('\n'), elements };
}

async function pdfText(file: Uint8Array): Promise<{ text: string; pages: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const { text, totalPages } = await extractText(pdf);
  return { text: text.join('\n'), pages: totalPages };
}

/** The page as elements and text, read by the same strict reader: it is written as XML could be. */
const pageXml = (file: Buffer) => xmlOf(/<body>.*<\/body>/s.exec(file.toString('utf8'))![0].replace(/<col ([^>]*)>/g, '<col $1/>'));

async function docxParts(file: Uint8Array) {
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  for (const [, text] of parts) xmlOf(text);
  return Object.fromEntries(parts);
}

const inOrder = [
  '抚教字〔2026〕12号',
  '第三季度教学通应用',
  '各县（区）教体局、市直属各学校：',
  '一、总体情况',
  '各县区应用情况',
  '临川区',
  '98.33',
  '口径',
  '附件：1. 各校明细',
  '抚州市教育体育局',
  '2026年10月12日',
];
const expectInOrder = (text: string, parts: readonly string[] = inOrder) => {
  const flat = text.replace(/\s/g, '');
  const places = parts.map((part) => flat.indexOf(part.replace(/\s/g, '')));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
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

describe('formulas', () => {
  const exam: Paper = {
    ...bulletin,
    formulas: true,
    parts: [
      {
        kind: 'paragraph',
        text: '1．力 $\\vec{F}=\\frac{m v^2}{r+1}$，\\$5 <b>，![示意图](fig1)\n求 $$\n\\sqrt{2gh}\n$$ 与 $\\left\\{\\begin{array}{l}x=1\\\\y<2\\end{array}\\right.$',
      },
      { kind: 'paragraph', text: '不会排的 $\\strange{x}$，$3\\times10^8\\mathrm{~m/s}$' },
      { kind: 'table', columns: [{ heading: '左', numeric: false }], rows: [['$v_0$']] },
    ],
  };

  it('are set in a page and in Word', async () => {
    const page = pageXml(await print(exam, 'html'));
    for (const element of ['math', 'mfrac', 'mover', 'msqrt', 'mtable', 'msub']) expect(page.elements).toContain(element);
    expectInOrder(page.words, ['1．力', '，$5 <b>，〔图 示意图〕', '不会排的 $\\strange{x}$']);
    expect(page.words).not.toMatch(/frac|sqrt|times/);
    const { words, elements } = xmlOf((await docxParts(await print(exam, 'docx')))['word/document.xml']!);
    expect(elements.filter((name) => name === 'm:oMath')).toHaveLength(5);
    for (const element of ['m:f', 'm:acc', 'm:rad', 'm:d', 'm:m', 'm:sSub', 'm:sSup']) expect(elements).toContain(element);
    expect(words).not.toMatch(/frac|sqrt|times/);
  });

  it('stand in a line where nothing can be set', async () => {
    const { text } = await pdfText(await print(exam, 'pdf'));
    expectInOrder(text, ['F=mv²/(r+1)', '√(2gh)', '{x=1；y<2', '$\\strange{x}$', '3×10^8 m/s', 'v_0']);
    const [sheet] = await readXlsxFile(await print(exam, 'xlsx'));
    expect(sheet!.data.flat()).toContain('v_0');
  });

  it('are left alone in a paper that has none', async () => {
    const { words } = pageXml(await print({ ...exam, formulas: false }, 'html'));
    expect(words).toContain('$v_0$');
  });

  it('that are made to swell end', async () => {
    const bombs = [
      '\\frac{1}{'.repeat(39) + '1' + '}'.repeat(39),
      '\\begin{matrix}' + '1&'.repeat(1900) + '\\end{matrix}',
      'x^{'.repeat(40) + '}'.repeat(40),
      '\\rule{99999em}{99999em}',
    ];
    const paper: Paper = { ...exam, parts: bombs.map((tex) => ({ kind: 'paragraph', text: `$${tex}$` })) };
    for (const format of ['html', 'docx', 'pdf', 'xlsx'] as const) expect((await print(paper, format)).byteLength).toBeLessThan(2_000_000);
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
