import { inflateSync } from 'node:zlib';
import { expect } from '@jest/globals';
import type { Paper } from '@lianxue/contracts';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { extractText, getDocumentProxy } from 'unpdf';
import { Press, type Format } from './index.js';

const press = new Press();
export const print = (paper: Paper, format: Format) => press.print({ paper, format, made: Date.parse('2026-10-12T00:00:00Z') });

export const bulletin: Paper = {
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

/** Text and elements of an XML document; it must be well-formed. */
export function xmlOf(text: string): { readonly words: string; readonly elements: readonly string[] } {
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

export async function pdfText(file: Uint8Array): Promise<{ text: string; pages: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const { text, totalPages } = await extractText(pdf);
  return { text: text.join('\n'), pages: totalPages };
}

/** What the pages of a PDF are made of, in order: 字 for a run of words, ◆ for what is drawn. */
export function pdfMarks(file: Buffer): string {
  const streams = [...file.toString('latin1').matchAll(/stream\n(.*?)\nendstream/gs)].map(([, bytes]) => Buffer.from(bytes!, 'latin1'));
  const pages = streams.filter((bytes) => bytes[0] === 0x78).map((bytes) => inflateSync(bytes).toString('latin1'));
  const marks = pages.filter((page) => page.startsWith('1 0 0 -1 0 ')).flatMap((page) => page.match(/(?<=\s)(TJ|f|S)(?=\s)/g) ?? []);
  return marks
    .map((mark) => (mark === 'TJ' ? '字' : '◆'))
    .join('')
    .replace(/◆+/g, '◆');
}

/** The page as elements and text, read by the same strict reader: it is written as XML could be. */
export const pageXml = (file: Buffer) => xmlOf(/<body>.*<\/body>/s.exec(file.toString('utf8'))![0].replace(/<col ([^>]*)>/g, '<col $1/>'));

export async function docxParts(file: Uint8Array) {
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
export const expectInOrder = (text: string, parts: readonly string[] = inOrder) => {
  const flat = text.replace(/\s/g, '');
  const places = parts.map((part) => flat.indexOf(part.replace(/\s/g, '')));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
};
