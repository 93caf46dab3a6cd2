import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Id, text } from '../shapes/shapes.js';
import { SheetFault, SheetFile } from './sheets.js';
import { Explained } from './submissions.js';

/** As many schools as one sheet holds. */
export const mostInCountySheet = 500;

export const CountySheetRequest = z.strictObject({
  organisation: Id.describe(
    '汇总到哪个主管部门：含其下应填报的单位 authority whose schools are in it: all below it that the period asks, but not itself',
  ),
});

export const CountySheetUpload = z.strictObject({
  file: Id.describe('已上传文件的标识（用途 form） id of the file that was sent, kind form'),
  dryRun: z.boolean().default(false).describe('只校验，不写入 only try it: nothing is saved'),
});

export const countySheetOutcomes = ['begun', 'filledIn', 'unchanged', 'faulty', 'refused'] as const;

/** What became of one school's row of a county's sheet. */
export const CountySheetRow = z
  .object({
    line: z.int().min(1).describe('行号 line of the sheet'),
    organisation: Id.nullable().describe('单位；行首不是单位标识时为空 organisation; null where the row does not begin with an id'),
    name: z.string().describe('表中的单位名称 its name as the sheet has it'),
    outcome: z
      .enum(countySheetOutcomes)
      .describe(
        '结果：已开始代填、已代填、无变化、有错、不能写入；试运行时为将会如何 begun, filled in, unchanged, faulty or refused; of a trial, what would become of it',
      ),
    submission: Id.nullable().describe('填报表；尚未开始的为空 its submission; null where there is none'),
    changed: z.int().describe('变化的指标数 how many values changed'),
    refused: Explained.nullable().describe('不能写入的原因 why it was refused; null where it was not'),
  })
  .meta({ id: 'CountySheetRow' });
export type CountySheetRow = z.output<typeof CountySheetRow>;

/** What a county's sheet has done, school by school: what one is refused for stops no other. */
export const CountySheetTaken = z
  .object({
    dryRun: z.boolean().describe('是否只是试运行 whether it was only tried'),
    rows: z.array(CountySheetRow).max(mostInCountySheet).describe('逐校结果，按表中次序 school by school, in the order of the sheet'),
    saved: z.int().describe('写入的单位数 schools whose values were saved'),
    unchanged: z.int().describe('无变化的单位数 schools left as they were'),
    faulty: z.int().describe('有错的单位数 schools with faults'),
    refused: z.int().describe('不能写入的单位数 schools that were refused'),
    left: z.int().describe('来不及处理的单位数：将同一文件再传一次即可 schools there was no time for: send the same file once more'),
    faults: z
      .array(SheetFault.extend({ line: z.int().min(1).describe('行号 line of the sheet') }).meta({ id: 'CountySheetFault' }))
      .max(1000)
      .describe('逐格错误，至多一千处；全部标在退回的表中 faults cell by cell, at most 1000; all are marked in the sheet given back'),
    file: SheetFile.nullable().describe('退回的表，逐格标红；无错时为空 the sheet given back, marked; null where nothing is wrong'),
  })
  .meta({ id: 'CountySheetTaken' });
export type CountySheetTaken = z.output<typeof CountySheetTaken>;

export const CountySheetTooLarge = refusal(
  'county_sheet.too_large',
  409,
  {
    zh: '应填报单位有 {units} 个，一张表至多 {most} 个，请按下级主管部门分别下载',
    en: 'There are {units} schools, and a sheet holds {most}: ask for the authorities below one by one',
  },
  z.strictObject({ units: z.int(), most: z.int() }),
);
export const CountySheetEmpty = refusal('county_sheet.empty', 409, {
  zh: '该主管部门之下没有应填报的单位',
  en: 'The period asks no school below this authority',
});
export const CountySheetRowTwice = refusal(
  'county_sheet.row_twice',
  409,
  { zh: '该单位在表中出现两次（第 {line} 行）', en: 'The sheet has this school twice, also in line {line}' },
  z.strictObject({ line: z.int() }),
);
export const CountySheetUnitUnknown = refusal(
  'county_sheet.unit_unknown',
  404,
  { zh: '“{name}”不在本单位之下，或不在本填报期之列', en: '“{name}” is not below you, or not asked in this period' },
  z.strictObject({ name: text(400) }),
);
