import { z } from 'zod';
import { FileUnknown, tableFaults } from '../files/files.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Version } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';
import { BrokenRule } from './submissions.js';

/** A workbook that was made: a file of whoever asked for it. */
export const SheetFile = z
  .object({
    id: Id.describe('文件标识，用 files.link 下载 id of the file; download it by files.link'),
    name: z.string().describe('文件名 name of the file'),
  })
  .meta({ id: 'SheetFile' });

export const SheetUpload = z.strictObject({
  file: Id.describe('已上传文件的标识（用途 form） id of the file that was sent, kind form'),
});

/** What a sheet that was taken has done. */
export const SheetTaken = z
  .object({
    submission: Id.describe('填报表标识 id of the submission'),
    version: Version,
    changed: z.array(IndicatorCode).describe('数值有变化的指标 indicators whose value it changed'),
  })
  .meta({ id: 'SheetTaken' });

/** A broken rule at one cell of a sheet. */
export const SheetFault = BrokenRule.extend({
  cell: z.string().describe('单元格，如 F12 cell, F12'),
}).meta({ id: 'SheetFault' });
export type SheetFault = z.output<typeof SheetFault>;

export const SheetUnreadable = refusal(
  'sheet.unreadable',
  422,
  { zh: '文件无法读取：{reason}', en: 'The file cannot be read: {reason}' },
  z.strictObject({ reason: z.enum(tableFaults) }),
);
export const SheetNotOurs = refusal('sheet.not_ours', 422, {
  zh: '不是从本平台下载的填报表：缺少标记行或表头',
  en: 'Not a form downloaded here: its mark or its headings are missing',
});
export const SheetOfAnotherForm = refusal(
  'sheet.other_form',
  409,
  {
    zh: '表单版本不符：文件为第 {sheet} 版，本填报期使用第 {now} 版，请重新下载',
    en: 'It is of version {sheet} of the form; this period uses {now}',
  },
  z.strictObject({ sheet: z.int(), now: z.int() }),
);
export const SheetOfAnotherOrganisation = refusal('sheet.other_organisation', 409, {
  zh: '这是另一单位的填报表',
  en: 'This is the form of another organisation',
});
export const SheetOfAnotherPeriod = refusal('sheet.other_period', 409, {
  zh: '这是另一填报期的填报表',
  en: 'This is the form of another period',
});
/** Why an uploaded workbook is not the one that is meant here. */
export const strangeSheets = [
  FileUnknown,
  SheetUnreadable,
  SheetNotOurs,
  SheetOfAnotherForm,
  SheetOfAnotherOrganisation,
  SheetOfAnotherPeriod,
] as const;
export const SheetOutdated = refusal(
  'sheet.outdated',
  409,
  {
    zh: '下载之后已有人保存过（文件为第 {sheet} 版，现为第 {now} 版），请重新下载',
    en: 'Somebody has saved since it was downloaded (version {sheet}, now {now}); download it again',
  },
  z.strictObject({ sheet: z.int(), now: z.int() }),
);
export const SheetFaulty = refusal(
  'sheet.faulty',
  422,
  { zh: '有单元格不符合要求，已在退回的表中逐格标出', en: 'Some cells are wrong; they are marked in the sheet given back' },
  z.strictObject({ faults: z.array(SheetFault), file: SheetFile }),
);
