import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { organisationKinds } from '../roles.js';
import { creatable, Id, item, value } from '../shapes/shapes.js';
import { DataSet, DataSetCodeTaken, DataSetContent, ShippedDataSetNotFound } from './data-sets.js';
import { IndicatorCode } from './indicators.js';
import { collectors } from './who.js';

const ShippedDataSet = z
  .object({
    code: IndicatorCode.describe('代码 code'),
    name: z.string().describe('中文名 Chinese name'),
    nameEn: z.string().describe('英文名 English name'),
    description: z.string().describe('说明 description'),
    filledBy: z.array(z.enum(organisationKinds)).describe('填报单位类别 kinds of organisation that fill it in'),
    sections: z.int().describe('分节数 number of sections'),
    indicators: z.int().describe('指标数 number of indicators'),
  })
  .meta({ id: 'ShippedDataSet' });

/** Data sets that come with the platform 预置. */
export const shippedOperations = {
  shippedDataSets: operation('get', '/shipped-data-sets', {
    summary: '列出预置数据集 List the data sets that come with the platform',
    scope: 'reporting.read',
    permits: collectors,
    returns: value(z.object({ items: z.array(ShippedDataSet).describe('条目 items') })),
  }),
  adoptDataSet: operation('post', '/shipped-data-sets/:shipped/adopt', {
    summary: '采用预置数据集 Adopt a data set that comes with the platform',
    description:
      '采用后即为本单位的数据集，可发布新版表单修改。 From then on it is the authority’s own: a new version of its form changes it.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    params: z.object({ shipped: IndicatorCode.describe('预置数据集代码 code of the shipped data set') }),
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('采用单位 authority that adopts it'),
      code: DataSetContent.shape.code.optional().describe('在本单位的代码，缺省不变 its code there; unchanged unless said'),
      name: DataSetContent.shape.name.optional().describe('在本单位的名称，缺省不变 its name there; unchanged unless said'),
    }),
    returns: item(DataSet),
    fails: [ShippedDataSetNotFound, DataSetCodeTaken],
  }),
};
