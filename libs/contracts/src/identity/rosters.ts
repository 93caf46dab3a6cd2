import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { RowError } from '../shapes/jobs.js';
import { Day, Id, itemShape } from '../shapes/shapes.js';
import { ConsentLack } from './people.js';

/** The files of a roster this version reads; others of OneRoster or SDS may be sent and are named as unread. */
export const rosterFiles = ['orgs', 'academicSessions', 'courses', 'users', 'roles', 'classes', 'enrollments', 'relationships'] as const;

export const SchoolClass = z
  .object({
    ...itemShape,
    organisation: Id.describe('学校标识 id of the school'),
    title: z.string().describe('班级名称 title'),
    grade: z.string().nullable().describe('年级 grade'),
    course: z.string().nullable().describe('课程 course'),
    term: z.string().nullable().describe('学期 term'),
    ended: z.boolean().describe('是否已结束 whether it has ended'),
  })
  .meta({ id: 'SchoolClass' });

export const EnrolmentRole = z.enum(['pupil', 'teacher']).describe('在班身份 role in the class');

export const Enrolment = z
  .object({
    ...itemShape,
    class: Id.describe('班级标识 id of the class'),
    person: Id.describe('人员标识 id of the person'),
    name: z.string().describe('姓名，默认脱敏 name; masked unless the caller may read it'),
    masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
    consent: ConsentLack,
    role: EnrolmentRole,
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
  grade: z.string().nullable(),
  course: z.string().nullable(),
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
  ended: z.boolean(),
});
export const enrolmentFacts = facts('identity', 'enrolment', EnrolmentFact, {
  made: '人员已入班 A person was enrolled in a class',
  changed: '在班记录已变更 An enrolment changed',
  ended: '人员已离班 An enrolment ended',
});

export const ClassUnknown = refusal('class.unknown', 404, { zh: '找不到该班级', en: 'No such class' });
export const RosterUnreadable = refusal(
  'roster.unreadable',
  422,
  { zh: '{file} 无法读取：{reason}', en: '{file} cannot be read: {reason}' },
  z.strictObject({
    file: z.string(),
    reason: z.enum(['no_header', 'missing_column', 'broken_quotes', 'absent']),
    column: z.string().optional(),
  }),
);
export const RosterMisplaced = refusal('roster.misplaced', 409, { zh: '名单须导入到学校', en: 'A roster is imported into a school' });
