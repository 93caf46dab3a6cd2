import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { paper } from '../shapes/paper.js';
import { Id, value } from '../shapes/shapes.js';
import { figureReaders } from './who.js';
import { YearSummary, YearSummaryTooMuch } from './year-summary.js';

const uuid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

const query = z.object({
  year: z.coerce.number().int().min(2000).max(2100).describe('年度 year'),
  organisation: Id.optional().describe('范围：该组织及其下级，缺省为本单位 scope: this organisation and below; the acting one unless said'),
  dataSets: z
    .string()
    .max(2000)
    .regex(new RegExp(`^${uuid}(,${uuid}){0,39}$`), 'ids.malformed')
    .optional()
    .describe('只列这些数据集，逗号分隔 only these data sets, separated by commas'),
});

export const yearSummaryOperations = {
  yearSummary: operation('get', '/year-summary', {
    summary: '查询年终总结 Read the summary of a year',
    description:
      'What was collected and reviewed, figures and targets, bulletins, assessments, funds, milestones, lapses and surveys, with the year before beside each. Every part says where it comes from; the same numbers are found there.',
    scope: 'reporting.read',
    permits: figureReaders,
    reach: 'handedDown',
    query,
    returns: value(YearSummary),
    fails: [NotFound, YearSummaryTooMuch],
  }),
  yearSummaryPaper: operation('get', '/year-summary/paper', {
    summary: '打印年终总结 Print the summary of a year',
    description: 'JSON, or by `Accept` a page, PDF, an editable Word file or Excel.',
    scope: 'reporting.read',
    permits: figureReaders,
    reach: 'handedDown',
    query,
    returns: paper(),
    fails: [NotFound, YearSummaryTooMuch],
  }),
};
