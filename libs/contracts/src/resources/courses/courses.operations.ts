import { z } from 'zod';
import { operation } from '../../machinery/operation.js';
import { postRoles } from '../../roles.js';
import { Id, item, page, paging, text, value } from '../../shapes/shapes.js';
import { Stage, Subject } from '../../shapes/teaching.js';
import { CurriculumNodesUnknown } from '../curriculum.js';
import { resourceAuthors } from '../life-cycle.js';
import {
  ChapterCoverage,
  CourseConformity,
  CourseContent,
  CourseCoverage,
  coursePublishers,
  courseStates,
  OnlineCourse,
  OnlineCourseEmpty,
  OnlineCourseInput,
  OnlineCourseMaterialsUnpublished,
  OnlineCourseNotConforming,
  OnlineCourseNotFound,
  OnlineCourseNotYours,
  OnlineCourseOwn,
} from './courses.js';
import { MainSubjects, MainSubjectsInput, MainSubjectsNotFound } from './main-subjects.js';
import { courseKeepers, SeriesClosed, SeriesNotFound } from './series.js';
import { CourseStandardNotFound } from './standards.js';

const courseId = z.object({ courseId: Id.describe('网络课程标识 id of the course') });
const readers = [...postRoles, 'app'] as const;
const read = { scope: 'resources.read', permits: readers, reach: 'handedDown' } as const;
const write = { scope: 'resources.write', permits: resourceAuthors } as const;
const content = [SeriesNotFound, SeriesClosed, CourseStandardNotFound, CurriculumNodesUnknown] as const;

/** Courses of ordered units, what they lack, and which stages, subjects and chapters have any. */
export const courseOperations = {
  beginCourse: operation('post', '/online-courses', {
    ...write,
    summary: '建立网络课程 Begin an online course',
    description: 'A draft with its units in order; each unit names resources and what they are for.',
    reach: 'handedDown',
    creates: true,
    body: OnlineCourseInput,
    returns: item(OnlineCourse),
    fails: [...content],
  }),
  onlineCourses: operation('get', '/online-courses', {
    ...read,
    summary: '列出网络课程 List online courses',
    query: z.object({
      ...paging,
      stage: Stage.optional(),
      subject: Subject.optional(),
      series: Id.optional().describe('只列该系列的 only those of this series'),
      resource: Id.optional().describe('只列用到该资源的 only those that use this resource'),
      status: z.enum(courseStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(OnlineCourse),
  }),
  onlineCourse: operation('get', '/online-courses/:courseId', {
    ...read,
    summary: '读取网络课程 Read an online course',
    params: courseId,
    returns: item(OnlineCourse),
    fails: [OnlineCourseNotFound],
  }),
  editCourse: operation('put', '/online-courses/:courseId', {
    ...write,
    summary: '修改网络课程 Edit an online course',
    description: 'Its whole content, units in order. What was withdrawn becomes a draft again.',
    reach: 'handedDown',
    guarded: true,
    params: courseId,
    body: CourseContent,
    returns: item(OnlineCourse),
    fails: [OnlineCourseNotFound, OnlineCourseNotYours, ...content],
  }),
  discardCourse: operation('delete', '/online-courses/:courseId', {
    ...write,
    summary: '删除网络课程草稿 Discard the draft of an online course',
    params: courseId,
    fails: [OnlineCourseNotFound, OnlineCourseNotYours],
  }),
  courseConformity: operation('get', '/online-courses/:courseId/conformity', {
    ...read,
    summary: '检查课程是否符合标准 Check an online course against its standard and series',
    params: courseId,
    query: z.object({ by: Id.optional().describe('另以此版课程标准检查 another edition of a standard to check it by') }),
    returns: value(CourseConformity),
    fails: [OnlineCourseNotFound, CourseStandardNotFound],
  }),
  publishCourse: operation('post', '/online-courses/:courseId/publish', {
    ...{ scope: 'resources.write', permits: coursePublishers },
    summary: '发布网络课程 Publish an online course',
    description:
      'By another than who made it, once its materials are published and it meets its standard and series. Every organisation below may then read it.',
    params: courseId,
    returns: item(OnlineCourse),
    fails: [OnlineCourseNotFound, OnlineCourseOwn, OnlineCourseEmpty, OnlineCourseMaterialsUnpublished, OnlineCourseNotConforming],
  }),
  withdrawCourse: operation('post', '/online-courses/:courseId/withdraw', {
    ...{ scope: 'resources.write', permits: [...new Set([...coursePublishers, ...resourceAuthors])] },
    summary: '网络课程下架 Withdraw an online course',
    params: courseId,
    body: z.strictObject({ reason: text(500).describe('理由 reason') }),
    returns: item(OnlineCourse),
    fails: [OnlineCourseNotFound, OnlineCourseNotYours],
  }),
  courseCoverage: operation('get', '/course-coverage', {
    ...read,
    summary: '查看课程覆盖 Look at which stages and subjects have courses',
    description: 'Published courses that the caller may read, against the main subjects in force and the textbooks in use.',
    query: z.object({ stage: Stage.optional(), subject: Subject.optional() }),
    returns: value(CourseCoverage),
  }),
  mainSubjects: operation('get', '/main-subjects', {
    ...read,
    summary: '读取主要学科 Read the main subjects',
    description: 'Those in force for the acting organisation: its own, those of the nearest above it, or the shipped ones.',
    returns: value(MainSubjects),
  }),
  setMainSubjects: operation('post', '/main-subjects', {
    ...{ scope: 'resources.write', permits: courseKeepers },
    summary: '制定主要学科 Set the main subjects',
    description: 'By stage, for an organisation and those below it that set none; null to follow who is above again.',
    body: MainSubjectsInput,
    returns: value(MainSubjects),
    fails: [MainSubjectsNotFound],
  }),
  chapterCoverage: operation('get', '/course-coverage/chapters', {
    ...read,
    summary: '列出章节的课程覆盖 List chapters and the courses that teach them',
    query: z.object({
      ...paging,
      stage: Stage,
      subject: Subject,
      missing: z.enum(['true']).optional().describe('只列尚无课程的 only chapters no course teaches'),
    }),
    returns: page(ChapterCoverage),
  }),
};
