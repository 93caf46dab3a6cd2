import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, text, value } from '../shapes/shapes.js';
import { collectionAnswer, CollectionFieldUnfit, collectionQuery } from '../shapes/collection-query.js';
import { Grade, Subject } from '../shapes/teaching.js';
import { rosterCollectionNames, rosterNarrowings, RosterRowUnknown } from './roster-query.js';

const query = {
  internal: true,
  permits: ['app'],
  body: z.strictObject({
    collection: z.enum(rosterCollectionNames),
    within: z
      .array(z.strictObject({ kind: z.enum(rosterNarrowings), id: Id }))
      .max(2)
      .default([]),
    ...collectionQuery,
  }),
  returns: value(z.object(collectionAnswer)),
  fails: [RosterRowUnknown, CollectionFieldUnfit],
} as const;

/** What another service has to know of a class before it keeps something about its pupils. */
const ClassStanding = z.object({
  organisation: Id,
  ended: z.boolean(),
  course: Id,
  /** Of the people asked for, those who are or were pupils of the class. */
  pupils: z.array(Id),
  /** Of the terms asked for, those there are. */
  sessions: z.array(Id),
});

/** What is taught in a class or a course; no subject means all, no grades mean any. */
const Taught = z.object({ organisation: Id, subject: Subject.nullable(), grades: z.array(Grade) });

/** What the OneRoster façade asks with the app’s own token, once for each scope by which an app may have come. */
export const rosterQueryOperations = {
  queryRoster: operation('post', '/internal/roster-query', {
    ...query,
    summary: '按 OneRoster 查询名单 Query the roster',
    scope: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly',
  }),
  queryRosterCore: operation('post', '/internal/roster-core-query', {
    ...query,
    summary: '按 OneRoster 核心查询名单 Query the core of the roster',
    scope: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly',
  }),
  queryDemographics: operation('post', '/internal/demographics-query', {
    ...query,
    summary: '按 OneRoster 查询性别与出生信息 Query demographics of the roster',
    scope: 'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-demographics.readonly',
  }),
  classStanding: operation('post', '/internal/class-standing', {
    summary: '班级及其中的学生 A class, and who of these are its pupils',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ class: Id, people: z.array(Id).max(200).default([]), sessions: z.array(Id).max(400).default([]) }),
    returns: value(ClassStanding),
    fails: [RosterRowUnknown],
  }),
  taughtIn: operation('post', '/internal/taught-in', {
    summary: '班级或课程的学科与年级 Subject and grades of a class or a course',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ kind: z.enum(['class', 'course']), id: Id }),
    returns: value(Taught),
    fails: [RosterRowUnknown],
  }),
  taughtTo: operation('post', '/internal/taught-to', {
    summary:
      '人员所在及任教各班的学科与年级 Subjects and grades of the classes a person is in, or teaches, as far as an app may know of them',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ person: Id, client: text(100) }),
    /** Where they hold posts now, and what is taught in their classes there. */
    returns: value(z.object({ organisations: z.array(Id), taught: z.array(Taught) })),
    fails: [RosterRowUnknown],
  }),
  classesOf: operation('post', '/internal/classes-of', {
    summary: '人员所在或任教的班级 Classes these people are in, or teach',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ people: z.array(Id).max(200), as: z.enum(['pupil', 'teacher']) }),
    returns: value(z.object({ classes: z.array(Id) })),
  }),
  withheldPupils: operation('post', '/internal/withheld-pupils', {
    summary: '该应用不得读取的学生 Pupils of whom an app may read nothing now',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ client: text(100), people: z.array(Id).max(500) }),
    returns: value(z.object({ withheld: z.array(Id) })),
  }),
};
