import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { schoolStaff } from '../roles.js';
import { creatable, Day, Id, item, page, paging, text } from '../shapes/shapes.js';
import { Grade, Stage } from '../shapes/teaching.js';
import { CourseUnknown } from './courses.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { PersonId, PersonUnknown } from './people.js';
import {
  ClassEnded,
  ClassGradeUnfit,
  ClassKind,
  ClassMisplaced,
  ClassUnknown,
  ClassWithoutCourse,
  Enrolment,
  EnrolmentElsewhere,
  EnrolmentEnded,
  EnrolmentHeld,
  EnrolmentRole,
  EnrolmentUnfit,
  EnrolmentUnknown,
  SchoolClass,
} from './rosters.js';
import { TermUnknown } from './terms.js';

const inSchool = z.object({ organisationId: Id.describe('学校标识 id of the school') });
const ofClass = z.object({ classId: Id.describe('班级标识 id of the class') });
const readers = [...schoolStaff, 'rollManager', 'systemAdmin', 'app'] as const;
const keepers = ['systemAdmin', 'schoolAdmin', 'rollManager', 'app'] as const;
const described = {
  title: text(100).describe('班级名称 title'),
  stage: Stage.nullable().describe('学段 stage'),
  gradeOrdinal: Grade.nullable(),
  enrolYear: z.int().min(1949).max(2200).nullable().describe('入学年份 year in which its pupils entered the stage'),
  courseId: Id.nullable().describe('课程标识；教学班必填 id of the course; a teaching group needs one'),
  termIds: z.array(Id).max(8).describe('学期标识 ids of its terms; those handed down too'),
};

const ClassOfMine = z
  .object({
    enrolment: Id.describe('在班记录标识 id of the enrolment'),
    person: PersonId.describe('在班人员，本人或被监护人 who is in the class: oneself or a ward'),
    role: EnrolmentRole,
    primary: z.boolean().describe('是否为主 whether of first account'),
    class: SchoolClass.describe('班级 the class'),
  })
  .meta({ id: 'ClassOfMine' });

export const classOperations = {
  classes: operation('get', '/organisations/:organisationId/classes', {
    summary: '班级列表 List the classes of a school',
    scope: 'identity.read',
    permits: readers,
    params: inSchool,
    query: z.object({
      title: text(50).optional().describe('名称片段 a piece of the title'),
      kind: ClassKind.optional(),
      gradeOrdinal: z.coerce.number().pipe(Grade).optional().describe('年级 grade, counted through from 1 to 12'),
      term: Id.optional().describe('学期标识 id of a term'),
      ...paging,
    }),
    returns: page(SchoolClass),
    fails: [OrganisationUnknown],
  }),

  openClass: operation('post', '/organisations/:organisationId/classes', {
    summary: '设立班级 Open a class',
    description:
      '行政班按学段、年级与入学年份；教学班按课程与学期。 A homeroom class by stage, grade and year of entry; a teaching group by course and terms.',
    scope: 'identity.write',
    permits: keepers,
    creates: true,
    params: inSchool,
    body: z.strictObject({
      ...creatable,
      kind: ClassKind,
      title: described.title,
      stage: described.stage.default(null),
      gradeOrdinal: described.gradeOrdinal.default(null),
      enrolYear: described.enrolYear.default(null),
      courseId: described.courseId.default(null),
      termIds: described.termIds.default([]),
    }),
    returns: item(SchoolClass),
    fails: [OrganisationUnknown, OrganisationClosed, ClassMisplaced, ClassWithoutCourse, ClassGradeUnfit, CourseUnknown, TermUnknown],
  }),

  class: operation('get', '/classes/:classId', {
    summary: '查看班级 Read a class',
    scope: 'identity.read',
    permits: readers,
    params: ofClass,
    returns: item(SchoolClass),
    fails: [ClassUnknown],
  }),

  changeClass: operation('patch', '/classes/:classId', {
    summary: '变更班级 Change a class',
    scope: 'identity.write',
    permits: keepers,
    guarded: true,
    params: ofClass,
    body: z.strictObject({
      title: described.title.optional(),
      stage: described.stage.optional(),
      gradeOrdinal: described.gradeOrdinal.optional(),
      enrolYear: described.enrolYear.optional(),
      courseId: described.courseId.optional(),
      termIds: described.termIds.optional(),
    }),
    returns: item(SchoolClass),
    fails: [ClassUnknown, ClassEnded, ClassWithoutCourse, ClassGradeUnfit, CourseUnknown, TermUnknown],
  }),

  endClass: operation('post', '/classes/:classId/end', {
    summary: '结束班级 End a class',
    description: '在班记录随之结束。 Its enrolments end with it.',
    scope: 'identity.write',
    permits: keepers,
    params: ofClass,
    returns: item(SchoolClass),
    fails: [ClassUnknown, ClassEnded],
  }),

  enrolments: operation('get', '/classes/:classId/enrolments', {
    summary: '班级名册 List who is in a class',
    scope: 'identity.read',
    permits: readers,
    params: ofClass,
    query: z.object({ role: EnrolmentRole.optional(), ...paging }),
    returns: page(Enrolment),
    fails: [ClassUnknown],
  }),

  enrol: operation('post', '/classes/:classId/enrolments', {
    summary: '编入班级 Enrol a person in a class',
    description: '学生入班，或教师任课、任班主任。 A pupil joins, or a teacher teaches the class or leads it.',
    scope: 'identity.write',
    permits: keepers,
    creates: true,
    params: ofClass,
    body: z.strictObject({
      ...creatable,
      person: PersonId,
      role: EnrolmentRole,
      primary: z.boolean().default(true).describe('是否为主 whether of first account'),
      since: Day.optional().describe('起始日期，默认今天 first day; today unless said'),
      until: Day.optional().describe('结束日期 last day'),
    }),
    returns: item(Enrolment),
    fails: [ClassUnknown, ClassEnded, PersonUnknown, EnrolmentUnfit, EnrolmentHeld, EnrolmentElsewhere],
  }),

  endEnrolment: operation('post', '/enrolments/:enrolmentId/end', {
    summary: '移出班级 End an enrolment in a class',
    scope: 'identity.write',
    permits: keepers,
    params: z.object({ enrolmentId: Id.describe('在班记录标识 id of the enrolment') }),
    body: z.strictObject({ on: Day.optional().describe('最后一日，默认今天 last day; today unless said') }),
    returns: item(Enrolment),
    fails: [EnrolmentUnknown, EnrolmentEnded],
  }),

  myClasses: operation('get', '/me/classes', {
    summary: '我的班级 List my classes',
    description: '教师所任、学生所在、家长被监护人所在的班级。 Classes one teaches or attends; a guardian’s: those of the wards.',
    scope: 'identity.read',
    permits: ['teacher', 'homeroomTeacher', 'schoolAdmin', 'pupil', 'guardian'],
    query: z.object({ ...paging }),
    returns: page(ClassOfMine),
    fails: [],
  }),
};
