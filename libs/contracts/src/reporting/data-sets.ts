import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { organisationKinds } from '../roles.js';
import { Id, itemShape, text } from '../shapes/shapes.js';
import { Calendar } from './calendars.js';
import { IndicatorCode } from './indicators.js';

const dataSetShape = {
  code: IndicatorCode.describe('数据集代码 code of the data set, unique within the authority'),
  name: text(120).describe('中文名 Chinese name'),
  nameEn: text(200).describe('英文名 English name'),
  description: text(2000).optional().describe('说明 description'),
  filledBy: z
    .array(z.enum(organisationKinds))
    .min(1)
    .max(organisationKinds.length)
    .default(['school', 'centralSchool'])
    .describe('填报单位类别，缺省为学校与中心学校 kinds of organisation that fill it in; schools and central schools unless said'),
  reviewedBy: z
    .enum(['nearest', 'everyLevel'])
    .default('nearest')
    .describe(
      '审核方式：nearest 由直接上级一次审定，everyLevel 逐级审核至定义单位；缺省为前者 who reviews: the nearest authority above alone, or every level up to the one that defined it; the nearest unless said',
    ),
  calendar: Calendar.optional().describe(
    '填报日历：各级时限从周期末日起算；缺省为季度，学校至末日，县级至其后第五日，市级至第十日 windows counted from the end of a period; by the quarter unless said: schools until the last day, counties the fifth day after it, the city the tenth',
  ),
};

export const DataSetContent = z.strictObject(dataSetShape);

/** What is collected again and again 数据集: its form has versions, its periods have windows. */
export const DataSet = z
  .object({
    ...itemShape,
    organisation: Id.describe('定义单位 authority that defined it'),
    ...dataSetShape,
    form: Id.describe('现行表单 the form in force'),
    formNumber: z.int().min(1).describe('现行表单版本号 version number of the form in force'),
  })
  .meta({ id: 'DataSet' });
export type DataSet = z.output<typeof DataSet>;

export const DataSetFact = DataSet.omit({ createdAt: true, updatedAt: true, version: true }).meta({ id: 'DataSetFact' });
export type DataSetFact = z.output<typeof DataSetFact>;

export const dataSetFacts = facts('reporting', 'data_set', DataSetFact, {
  defined: '数据集已定义 A data set was defined',
  revised: '数据集已换用新版表单 A data set has a new form',
});

export const DataSetNotFound = refusal('data_set.not_found', 404, { zh: '找不到该数据集', en: 'There is no such data set' });
export const ShippedDataSetNotFound = refusal('shipped_data_set.not_found', 404, {
  zh: '没有该预置数据集',
  en: 'No such data set comes with the platform',
});
export const DataSetCodeTaken = refusal(
  'data_set.code_taken',
  409,
  { zh: '本单位已有代码为 {taken} 的数据集', en: 'This authority already has a data set {taken}' },
  z.strictObject({ taken: z.string() }),
);
