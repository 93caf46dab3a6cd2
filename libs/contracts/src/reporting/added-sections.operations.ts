import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging, value } from '../shapes/shapes.js';
import {
  AddedSection,
  addedSectionBody,
  AddedSectionNotBelow,
  AddedSectionNotFound,
  AddedSectionPrefixTaken,
  AddedSectionWithdrawn,
  FormCollides,
  SectionAnswers,
  SectionLine,
  SectionTotals,
} from './added-sections.js';
import { dataSetId } from './data-sets.operations.js';
import { DataSetNotFound } from './data-sets.js';
import { PeriodClosed, PeriodNotOpen } from './periods.js';
import { submissionId } from './submissions.operations.js';
import { fillers, SubmissionBrokenRules, SubmissionNotFound, SubmissionNotYours, ValuesInput } from './submissions.js';
import { collectors, readers } from './who.js';

const sectionId = z.object({ sectionId: Id.describe('分节标识 id of the section') });
const ofPeriod = { period: Id.describe('填报期 period') };

/** A form travels down; a level below asks its own beside it 本级增加的分节. */
export const addedSectionOperations = {
  addSection: operation('post', '/data-sets/:dataSetId/added-sections', {
    statutory: true,
    summary: '在上级表单后增加分节 Add a section to a form from above',
    description:
      '由下级主管部门增加，代码用本级前缀；上级的指标不受影响，换版后该节仍在。 By an authority below, its codes under a prefix of its own: nothing of the form from above changes, and its new versions carry the section on.',
    scope: 'reporting.write',
    permits: collectors,
    reach: 'handedDown',
    creates: true,
    params: dataSetId,
    body: addedSectionBody({ ...creatable, organisation: Id.describe('增加该节的主管部门 authority that adds it') }),
    returns: item(AddedSection),
    fails: [DataSetNotFound, AddedSectionNotBelow, AddedSectionPrefixTaken, FormCollides],
  }),
  addedSections: operation('get', '/data-sets/:dataSetId/added-sections', {
    statutory: true,
    summary: '列出增加的分节 List the sections added to a data set',
    description: 'Those of the acting organisation, of authorities above and below it.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: dataSetId,
    query: z.object(paging),
    returns: page(AddedSection),
    fails: [DataSetNotFound],
  }),
  withdrawSection: operation('post', '/added-sections/:sectionId/withdraw', {
    statutory: true,
    summary: '停用增加的分节 Withdraw an added section',
    description: '不再填报；已填的仍可查阅。 It is no longer asked; what was filled in stays readable.',
    scope: 'reporting.write',
    permits: collectors,
    params: sectionId,
    returns: item(AddedSection),
    fails: [AddedSectionNotFound],
  }),
  sectionAnswers: operation('get', '/submissions/:submissionId/added-sections', {
    statutory: true,
    summary: '读取填报表中增加的分节 Read the added sections of a submission',
    description:
      '只见本级与上级增加的；更上级看不到。 Those that the acting organisation or one above it has added: a level further up sees none of it.',
    scope: 'reporting.read',
    permits: readers,
    params: submissionId,
    returns: value(SectionAnswers),
    fails: [SubmissionNotFound],
  }),
  fillInSection: operation('post', '/submissions/:submissionId/added-sections/:sectionId', {
    statutory: true,
    summary: '填报增加的分节 Fill in an added section',
    description:
      '整节一次填写，缺省的清空；与填报表同时限。 The whole section at once; a value left out is cleared. As long as the submission may be filled in.',
    scope: 'reporting.write',
    permits: fillers,
    params: submissionId.extend(sectionId.shape),
    body: z.strictObject({ values: ValuesInput }),
    returns: value(SectionAnswers),
    fails: [
      SubmissionNotFound,
      SubmissionNotYours,
      AddedSectionNotFound,
      AddedSectionWithdrawn,
      SubmissionBrokenRules,
      PeriodNotOpen,
      PeriodClosed,
    ],
  }),
  sectionLines: operation('get', '/added-sections/:sectionId/answers', {
    statutory: true,
    summary: '逐单位列出增加的分节 List what an added section was answered',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: sectionId,
    query: z.object({ ...paging, ...ofPeriod }),
    returns: page(SectionLine),
    fails: [AddedSectionNotFound],
  }),
  sectionTotals: operation('get', '/added-sections/:sectionId/totals', {
    statutory: true,
    summary: '增加的分节的合计 Sum up an added section',
    description: '只计已通过的填报表；不进入上级的汇总。 Of approved submissions alone; none of it enters the figures of the level above.',
    scope: 'reporting.read',
    permits: collectors,
    reach: 'handedDown',
    params: sectionId,
    query: z.object(ofPeriod),
    returns: value(SectionTotals),
    fails: [AddedSectionNotFound],
  }),
};
