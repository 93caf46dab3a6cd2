import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { creatable, Id, item, page, paging, text } from '../shapes/shapes.js';
import { Grade, Stage, Subject } from '../shapes/teaching.js';
import { Course, CourseEnded, CourseLevel, CourseUnknown } from './courses.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';

const params = z.object({ courseId: Id.describe('课程标识 id of the course') });
const openers = ['systemAdmin', 'schoolAdmin', 'app'] as const;
const readers = [...postRoles, 'app'] as const;
const described = {
  title: text(100).describe('课程名称 title'),
  code: text(40).nullable().describe('课程代码 code'),
  subject: Subject.nullable().describe('学科 subject'),
  stage: Stage.nullable().describe('学段 stage'),
  grades: z.array(Grade).max(12).describe('年级 grades it is for'),
};

export const courseOperations = {
  openCourse: operation('post', '/courses', {
    summary: '开设课程 Open a course',
    description: '主管部门开设的课程供所辖学校使用。 A course of an authority is handed down to its schools.',
    scope: 'identity.write',
    permits: openers,
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('开设课程的组织 organisation that offers it'),
      level: CourseLevel,
      title: described.title,
      code: described.code.default(null),
      subject: described.subject.default(null),
      stage: described.stage.default(null),
      grades: described.grades.default([]),
    }),
    returns: item(Course),
    fails: [OrganisationUnknown, OrganisationClosed],
  }),

  courses: operation('get', '/courses', {
    summary: '课程列表 List courses',
    scope: 'identity.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({
      title: text(50).optional().describe('名称片段 a piece of the title'),
      subject: Subject.optional(),
      stage: Stage.optional(),
      ...paging,
    }),
    returns: page(Course),
    fails: [],
  }),

  course: operation('get', '/courses/:courseId', {
    summary: '查看课程 Read a course',
    scope: 'identity.read',
    permits: readers,
    reach: 'handedDown',
    params,
    returns: item(Course),
    fails: [CourseUnknown],
  }),

  changeCourse: operation('patch', '/courses/:courseId', {
    summary: '变更课程 Change a course',
    scope: 'identity.write',
    permits: openers,
    guarded: true,
    params,
    body: z.strictObject({
      title: described.title.optional(),
      code: described.code.optional(),
      subject: described.subject.optional(),
      stage: described.stage.optional(),
      grades: described.grades.optional(),
    }),
    returns: item(Course),
    fails: [CourseUnknown, CourseEnded],
  }),

  endCourse: operation('post', '/courses/:courseId/end', {
    summary: '停开课程 End a course',
    scope: 'identity.write',
    permits: openers,
    params,
    returns: item(Course),
    fails: [CourseUnknown, CourseEnded],
  }),
};
