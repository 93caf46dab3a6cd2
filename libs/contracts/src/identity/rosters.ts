import { z } from 'zod';
import { tableFaults } from '../files/files.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { RowError } from '../shapes/jobs.js';
import { Day, Id, itemShape } from '../shapes/shapes.js';
import { ConsentLack } from './people.js';
import { Grade, Stage } from '../shapes/teaching.js';

/** The files of a roster this version reads; others of OneRoster or SDS may be sent and are named as unread. */
export const rosterFiles = [
  'orgs',
  'academicSessions',
  'courses',
  'users',
  'roles',
  'demographics',
  'classes',
  'enrollments',
  'relationships',
] as const;

/** 行政班 is where a pupil belongs; 教学班 is where a course is taught, to pupils of one or several of those. */
export const ClassKind = z.enum(['homeroom', 'scheduled']).describe('行政班或教学班 homeroom class or teaching group of a course');

export const SchoolClass = z
  .object({
    ...itemShape,
    organisation: Id.describe('学校标识 id of the school'),
    title: z.string().describe('班级名称 title'),
    kind: ClassKind,
    stage: Stage.nullable().describe('学段 stage'),
    gradeOrdinal: Grade.nullable(),
    enrolYear: z.int().nullable().describe('入学年份 year in which its pupils entered the stage'),
    grade: z.string().nullable().describe('年级名称 grade in words'),
    courseId: Id.nullable().describe('课程标识；教学班才有 id of the course; only of a teaching group'),
    course: z.string().nullable().describe('课程名称 course in words'),
    termIds: z.array(Id).describe('学期标识 ids of its terms'),
    term: z.string().nullable().describe('学期名称 term in words'),
    ended: z.boolean().describe('是否已结束 whether it has ended'),
  })
  .meta({ id: 'SchoolClass' });

/** What a person is in a class; a teacher of a teaching group teaches its course 任课. */
export const enrolmentRoles = ['pupil', 'teacher', 'homeroomTeacher', 'aide'] as const;
export const EnrolmentRole = z
  .enum(enrolmentRoles)
  .describe('在班身份：学生、任课教师、班主任或助教 role in the class: pupil, teacher, homeroom teacher or aide');

export const Enrolment = z
  .object({
    ...itemShape,
    class: Id.describe('班级标识 id of the class'),
    person: Id.describe('人员标识 id of the person'),
    name: z.string().describe('姓名，默认脱敏 name; masked unless the caller may read it'),
    masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
    consent: ConsentLack,
    role: EnrolmentRole,
    primary: z.boolean().describe('是否为主 whether this is their class of first account, or they its teacher of first account'),
    since: Day.nullable().describe('起始日期 first day'),
    until: Day.nullable().describe('结束日期 last day'),
    ended: z.boolean().describe('是否已结束 whether it has ended'),
  })
  .meta({ id: 'Enrolment' });

const Count = z.object({
  added: z.int().describe('新增 added'),
  changed: z.int().describe('变更 changed'),
  ended: z.int().describe('结束 ended'),
  unchanged: z.int().describe('未变 unchanged'),
});

export const RosterResult = z
  .object({
    people: Count.describe('人员 people'),
    posts: Count.describe('岗位 posts'),
    terms: Count.describe('学期 terms'),
    courses: Count.describe('课程 courses'),
    classes: Count.describe('班级 classes'),
    enrolments: Count.describe('在班记录 enrolments'),
    changed: z.int().describe('新增、变更与结束合计 everything added, changed or ended'),
    errorCount: z.int().describe('出错行数 rows that did not go in'),
    errors: z.array(RowError).describe('出错的行，至多列 500 条 rows that did not go in, the first 500'),
    unread: z.array(z.string()).describe('未读取的文件 files that were sent and not read'),
  })
  .meta({ id: 'RosterResult' });

export const ClassFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  title: z.string(),
  kind: z.enum(['homeroom', 'scheduled']),
  stage: Stage.nullable(),
  gradeOrdinal: z.int().nullable(),
  enrolYear: z.int().nullable(),
  grade: z.string().nullable(),
  courseId: Id.nullable(),
  course: z.string().nullable(),
  termIds: z.array(Id),
  term: z.string().nullable(),
  ended: z.boolean(),
});
export const classFacts = facts('identity', 'class', ClassFact, {
  registered: '班级已登记 A class was registered',
  changed: '班级信息已变更 A class changed',
  ended: '班级已结束 A class ended',
});

export const EnrolmentFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  class: Id,
  person: Id,
  role: EnrolmentRole,
  primary: z.boolean(),
  ended: z.boolean(),
});
export const enrolmentFacts = facts('identity', 'enrolment', EnrolmentFact, {
  made: '人员已入班 A person was enrolled in a class',
  changed: '在班记录已变更 An enrolment changed',
  ended: '人员已离班 An enrolment ended',
});

export const ClassUnknown = refusal('class.unknown', 404, { zh: '找不到该班级', en: 'No such class' });
export const ClassEnded = refusal('class.ended', 409, { zh: '该班级已结束', en: 'This class has ended' });
export const ClassMisplaced = refusal('class.misplaced', 409, { zh: '班级须设在学校', en: 'A class belongs to a school' });
export const ClassWithoutCourse = refusal('class.without_course', 422, {
  zh: '教学班须有课程，行政班没有课程',
  en: 'A teaching group has a course, and only a teaching group has one',
});
export const ClassGradeUnfit = refusal('class.grade_unfit', 422, { zh: '年级与学段不符', en: 'This stage has no such grade' });
export const EnrolmentUnknown = refusal('enrolment.unknown', 404, { zh: '找不到该在班记录', en: 'No such enrolment' });
export const EnrolmentEnded = refusal('enrolment.ended', 409, { zh: '该在班记录已结束', en: 'This enrolment has ended' });
export const EnrolmentHeld = refusal('enrolment.held', 409, { zh: '该人员已在班', en: 'This person is in the class already' });
export const EnrolmentUnfit = refusal('enrolment.unfit', 409, {
  zh: '须是本校的学生或教职工',
  en: 'Only pupils of the school attend its classes, and only its staff teach them',
});
export const EnrolmentElsewhere = refusal('enrolment.elsewhere', 409, {
  zh: '该学生已在另一行政班，请办理调班',
  en: 'This pupil belongs to another class; move them from there',
});
export const RosterUnreadable = refusal(
  'roster.unreadable',
  422,
  { zh: '{file} 无法读取：{reason}', en: '{file} cannot be read: {reason}' },
  z.strictObject({
    file: z.string(),
    reason: z.enum([...tableFaults, 'absent']),
    column: z.string().optional(),
  }),
);
export const RosterMisplaced = refusal('roster.misplaced', 409, {
  zh: '名单须导入到学校，或由 zip 的 orgs 写明辖区内的学校',
  en: 'A roster is imported into a school, or its orgs name schools here',
});
/** What a roster would do to classes, for a person to look at: no names. */
const ClassLosing = z.strictObject({
  class: Id.describe('班级标识 id of the class'),
  title: z.string().describe('班级名称 title'),
  pupils: z.int().describe('现有学生数 pupils in it'),
  dropped: z.int().describe('将离班的学生数 pupils who would leave it'),
});
export const RosterDrops = refusal(
  'roster.pupils_dropped',
  409,
  { zh: '有班级将失去较多学生，请核对后确认', en: 'Classes would lose many of their pupils; look at them and confirm' },
  z.strictObject({ mostDropped: z.number(), classes: z.array(ClassLosing) }),
);
export const RosterInFuture = refusal('roster.in_future', 422, {
  zh: '数据截至日期不能晚于今天',
  en: 'A roster cannot be as of a day that has not come',
});
