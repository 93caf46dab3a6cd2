import { z } from 'zod';
import type { Returns } from '../machinery/operation.js';
import { Day } from './shapes.js';

const Column = z
  .object({
    heading: z.string().describe('栏目 what stands above it'),
    numeric: z.boolean().describe('是否数值（右对齐） whether it holds numbers, which stand to the right'),
  })
  .meta({ id: 'PaperColumn' });

const TableCell = z.union([z.string(), z.number(), z.null()]);

/** A part of a paper's body, in reading order. */
export const PaperPart = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('heading').describe('标题 a heading'),
      level: z.int().min(1).max(2).describe('层次 level'),
      text: z.string().describe('文字 text'),
    }),
    z.object({ kind: z.literal('paragraph').describe('段落 a paragraph'), text: z.string().describe('文字 text') }),
    z.object({
      kind: z.literal('fields').describe('表头项 what a form says about itself'),
      items: z
        .array(z.object({ label: z.string().describe('名目 label'), value: z.string().describe('内容 value') }))
        .describe('各项 items'),
    }),
    z.object({
      kind: z.literal('table').describe('表格 a table'),
      caption: z.string().optional().describe('表题 caption'),
      columns: z.array(Column).describe('各栏 columns'),
      rows: z.array(z.array(TableCell)).describe('各行 rows'),
    }),
    z.object({ kind: z.literal('note').describe('附注 a note in small print'), text: z.string().describe('文字 text') }),
  ])
  .meta({ id: 'PaperPart' });
export type PaperPart = z.output<typeof PaperPart>;

/** What is printed 纸面件: said once, and given as a page, PDF, Word or Excel by whoever asks for one. */
export const Paper = z
  .object({
    mark: z.string().nullable().describe('版头标注，如草稿、已撤回 what it is marked with, such as a draft'),
    number: z.string().nullable().describe('文号 number of the document'),
    title: z.string().describe('标题 title'),
    addressees: z.array(z.string()).describe('主送 to whom it goes'),
    parts: z.array(PaperPart).describe('正文 body'),
    attachments: z.array(z.string()).describe('附件 what is attached'),
    issuer: z.string().nullable().describe('署名单位 issuing organisation'),
    day: Day.nullable().describe('成文日期 day it was made'),
    sealed: z.boolean().describe('是否留盖章处 whether a place is kept for the seal'),
    signatures: z.array(z.string()).describe('签署栏，如填表人、审核人 who signs by hand'),
    formulas: z
      .boolean()
      .optional()
      .describe(
        '文字中的 $…$、$$…$$ 是否为 LaTeX 公式，印出时排成公式 whether $…$ and $$…$$ in its texts are LaTeX, to be set as formulas',
      ),
  })
  .meta({ id: 'Paper' });
export type Paper = z.output<typeof Paper>;

/** What every form is signed with 填报单位(盖章)、填表人、审核人、负责人. */
export const formSignatures = ['填报单位（盖章）', '填表人', '审核人', '负责人', '填报日期'] as const;

/** The answer is a paper: as JSON or, where the caller accepts that, as a page, PDF, Word or Excel file. */
export const paper = () => ({ kind: 'paper', schema: Paper }) as const satisfies Returns;
