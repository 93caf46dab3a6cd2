import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { collectionAnswer, CollectionFieldUnfit, collectionQuery } from '../shapes/collection-query.js';
import { Id, page, paging, value } from '../shapes/shapes.js';
import {
  GradebookEntries,
  GradebookInUse,
  gradebookCollectionNames,
  GradebookName,
  GradebookOfAnotherApp,
  GradebookRowUnknown,
  GradebookUnfit,
  GradeResult,
} from './gradebook.js';

const scope = 'https://purl.imsglobal.org/spec/or/v1p2/scope';
const collection = z.enum(gradebookCollectionNames);
const narrowing = z.strictObject({ kind: z.enum(['class', 'school', 'lineItem', 'student']), name: GradebookName });
const putting = { internal: true, permits: ['app'], scope: `${scope}/gradebook.createput` } as const;

/**
 * A small gradebook, for results that apps keep beside homework: apps read and write it by OneRoster, with their own tokens;
 * schools and families read it here.
 */
export const gradebookOperations = {
  gradeResults: operation('get', '/grade-results', {
    summary: '查看成绩 List results',
    description: 'Results that apps wrote into the gradebook, newest first: a pupil’s and guardian’s own, a school’s for its teachers.',
    scope: 'classrooms.read',
    permits: ['pupil', 'guardian', 'teacher', 'homeroomTeacher', 'schoolAdmin'],
    query: z.object({
      class: Id.optional().describe('班级 class'),
      lineItem: Id.optional().describe('成绩项 line item'),
      person: Id.optional().describe('学生 pupil'),
      ...paging,
    }),
    returns: page(GradeResult),
  }),
  queryGradebook: operation('post', '/internal/gradebook-query', {
    summary: '按 OneRoster 查询成绩册 Query the gradebook',
    internal: true,
    permits: ['app'],
    scope: `${scope}/gradebook.readonly`,
    body: z.strictObject({ collection, ...collectionQuery, id: GradebookName.optional(), within: z.array(narrowing).max(2).default([]) }),
    returns: value(z.object(collectionAnswer)),
    fails: [GradebookRowUnknown, CollectionFieldUnfit],
  }),
  putInGradebook: operation('post', '/internal/gradebook-put', {
    summary: '写入成绩册的一个条目 Put one entry into the gradebook',
    ...putting,
    body: z.strictObject({ name: GradebookName, put: GradebookEntries }),
    fails: [GradebookRowUnknown, GradebookUnfit, GradebookOfAnotherApp],
  }),
  addToGradebook: operation('post', '/internal/gradebook-add', {
    summary: '向成绩册增加条目 Add entries to the gradebook',
    ...putting,
    body: z.strictObject({
      add: GradebookEntries,
      /** What the entries must belong to, where their address says so. */
      school: Id.optional(),
      class: Id.optional(),
      academicSession: Id.optional(),
    }),
    returns: value(z.object({ ids: z.array(Id) })),
    fails: [GradebookRowUnknown, GradebookUnfit],
  }),
  dropFromGradebook: operation('post', '/internal/gradebook-drop', {
    summary: '从成绩册删除 Delete from the gradebook',
    internal: true,
    permits: ['app'],
    scope: `${scope}/gradebook.delete`,
    body: z.strictObject({ collection, name: GradebookName }),
    fails: [GradebookRowUnknown, GradebookOfAnotherApp, GradebookInUse],
  }),
};
