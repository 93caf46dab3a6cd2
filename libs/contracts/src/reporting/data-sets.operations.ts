import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging } from '../shapes/shapes.js';
import { FormCollides } from './added-sections.js';
import { DataSet, DataSetCodeTaken, DataSetContent, DataSetNotFound } from './data-sets.js';
import { Form, FormContent, FormNotFound } from './forms.js';
import { collectors, readers } from './who.js';

export const dataSetId = z.object({ dataSetId: Id.describe('数据集标识 id of the data set') });
export const formId = z.object({ formId: Id.describe('表单标识 id of the form') });

export const dataSetOperations = {
  dataSets: operation('get', '/data-sets', {
    summary: '列出数据集 List data sets',
    description: 'Those of the acting organisation, of what lies below it, and those handed down from above.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object(paging),
    returns: page(DataSet),
  }),
  dataSet: operation('get', '/data-sets/:dataSetId', {
    summary: '读取数据集 Read a data set',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: dataSetId,
    returns: item(DataSet),
    fails: [DataSetNotFound],
  }),
  defineDataSet: operation('post', '/data-sets', {
    summary: '定义数据集 Define a data set',
    description: 'Its first form comes with it. Organisations below fill it in once a period is announced.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    body: DataSetContent.extend({
      ...creatable,
      organisation: Id.describe('定义单位 authority that defines it'),
      form: FormContent.describe('第一版表单 its first form'),
    }),
    returns: item(DataSet),
    fails: [DataSetCodeTaken],
  }),
  issueForm: operation('post', '/data-sets/:dataSetId/forms', {
    summary: '发布新版表单 Issue a new version of a form',
    description: 'Periods announced from now on use it; those already announced keep theirs.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    params: dataSetId,
    body: FormContent,
    returns: item(Form),
    fails: [DataSetNotFound, FormCollides],
  }),
  forms: operation('get', '/data-sets/:dataSetId/forms', {
    statutory: true,
    summary: '列出数据集的各版表单 List the forms of a data set',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: dataSetId,
    query: z.object(paging),
    returns: page(Form),
  }),
  form: operation('get', '/forms/:formId', {
    statutory: true,
    summary: '读取表单 Read a form',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: formId,
    returns: item(Form),
    fails: [FormNotFound],
  }),
};
