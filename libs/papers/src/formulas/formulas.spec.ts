import { describe, expect, it } from '@jest/globals';
import type { Paper } from '@lianxue/contracts';
import readXlsxFile from 'read-excel-file/node';
import { bulletin, docxParts, expectInOrder, pageXml, pdfMarks, pdfText, print, xmlOf } from '../papers.room.js';

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

  it('are drawn in a PDF, in the flow of the words', async () => {
    const file = await print({ ...exam, number: null, addressees: [], attachments: [], issuer: null, day: null, sealed: false }, 'pdf');
    const { text } = await pdfText(file);
    expectInOrder(text, ['通报', '1．力', '，$5 <b>，〔图 示意图〕', '求', '与', '不会排的 $\\strange{x}$，', '左', '— 1 —']);
    expect(text).not.toMatch(/frac|sqrt|times|²|√|v_0/);
    // The title; 力 F ，求 √ 与 {; 不会排的 3×10⁸ and the frame of a table, 左, the frame and v₀; the number of the page.
    expect(pdfMarks(file)).toBe('字字◆字字◆字◆字◆字◆字');
  });

  it('keep their Chinese in a PDF, and go on on the next line where they are long', async () => {
    const long = Array.from({ length: 40 }, (_, nth) => `x_{${nth}}`).join('+');
    const text = `速度$v_{\\text{最大}}$为$${long}$，化作$\\ce{H2 ->[点燃] H2O}$，装不下的$\\rule{900em}{1em}$。`;
    const file = await print({ ...exam, parts: [{ kind: 'paragraph', text }] }, 'pdf');
    const read = await pdfText(file);
    expectInOrder(read.text, ['速度', '最大', '为', '，化作', '点燃', '，装不下的', '。', '— 1 —']);
    expect([read.pages, read.text.includes('〓')]).toEqual([1, false]);
  });

  it('stand in a line where nothing can be set', async () => {
    const [sheet] = await readXlsxFile(await print(exam, 'xlsx'));
    const said = sheet!.data.flat().join('\n');
    expectInOrder(said, ['F=mv²/(r+1)', '√(2gh)', '{x=1；y<2', '$\\strange{x}$', '3×10^8 m/s', 'v_0']);
  });

  it('are left alone in a paper that has none', async () => {
    const { words } = pageXml(await print({ ...exam, formulas: false }, 'html'));
    expect(words).toContain('$v_0$');
  });

  it('beyond what one paper may hold stand in a line in a PDF', async () => {
    const many = Array.from({ length: 40 }, (_, nth) => ({ kind: 'paragraph' as const, text: `$\\frac{${nth}}{b}${' '.repeat(990)}$` }));
    const { text } = await pdfText(await print({ ...exam, parts: many }, 'pdf'));
    expect(text.match(/\d+\/b/g)).toEqual(['34/b', '35/b', '36/b', '37/b', '38/b', '39/b']);
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
