import type { RosterCollection, RosterNarrowing } from '@lianxue/contracts';
import { authorityKinds, schoolKinds } from '../organisations/placing.js';
import { allOf, commonFields, fieldOf, sql, type Collection, type Near, type Sql } from '@lianxue/persistence';

const { text, id, day, texts } = fieldOf;

const gone = (ended: Sql): Sql => sql`case when ${ended} then 'tobedeleted' else 'active' end`;
const grade = (ordinal: Sql): Sql => sql`case when ${ordinal} is null then '{}'::text[] else array[lpad(${ordinal}::text, 2, '0')] end`;
const grades = sql`array(select lpad(g::text, 2, '0') from unnest(t.grades) g)`;

/** Roles in which people stand in a roster; officials do not. */
export const rosterRoles = ['pupil', 'guardian', 'teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin'] as const;
const teachingRoles = ['teacher', 'homeroomTeacher', 'subjectResearcher'] as const;
const inClassTeaching = ['teacher', 'homeroomTeacher', 'aide'] as const;

const holdingAt = (school: string): Sql =>
  sql`exists (select 1 from organisation o join organisation here on o.path @> here.path where o.id = t.organisation and here.id = ${school})`;

const sessions = (kinds: readonly string[]): Collection => ({
  from: sql`term t`,
  stamped: sql`t.id`,
  among: (near) => allOf(sql`t.kind = any(${kinds}::text[])`, near.holdsOrAbove(sql`t.organisation`)),
  fields: () => ({
    ...commonFields(gone(sql`t.withdrawn`)),
    title: text(sql`t.title`),
    type: text(sql`t.kind`),
    startDate: day(sql`t.since`),
    endDate: day(sql`t.until`),
    schoolYear: text(sql`(t.school_year + 1)::text`),
    'parent.sourcedId': id(sql`t.parent`),
  }),
  within: { school: holdingAt, term: (term) => sql`t.parent = ${term}::uuid` },
});

const organisations = (kinds: readonly string[]): Collection => ({
  from: sql`organisation_record t`,
  stamped: sql`t.id`,
  among: (near) => allOf(sql`t.kind = any(${kinds}::text[])`, near.holds(sql`t.id`)),
  fields: () => ({
    ...commonFields(gone(sql`t.state <> 'open'`)),
    name: text(sql`t.name`),
    identifier: text(sql`coalesce(t.school_code, t.credit_code)`),
    type: text(
      sql`case when t.kind = 'province' then 'state' when t.kind = 'city' then 'local' when t.kind in ('county', 'bureau') then 'district' else 'school' end`,
    ),
    'parent.sourcedId': id(sql`t.parent`),
  }),
  within: {},
});

/** Posts in reach, over alias `p`. */
const postsOf = (roles: readonly string[], near: Near): Sql =>
  sql`p.person = t.id and p.role = any(${roles}::text[]) and ${near.holds(sql`p.organisation`)}`;

const people = (roles: readonly string[], inClass: readonly string[]): Collection => ({
  from: sql`person t`,
  stamped: sql`t.id`,
  among: (near) => sql`exists (select 1 from post p where ${postsOf(roles, near)})`,
  fields: (near) => ({
    ...commonFields(
      gone(sql`t.closed or t.merged_into is not null or not exists (select 1 from post p where ${postsOf(roles, near)} and not p.ended)`),
    ),
    enabledUser: text(sql`(exists (select 1 from account a where a.person = t.id and not a.closed))::text`),
    'roles.role':
      texts(sql`array(select case p.role when 'pupil' then 'student' when 'schoolAdmin' then 'siteAdministrator' when 'guardian' then 'guardian' else 'teacher' end
                                  from post p where ${postsOf(roles, near)} and not p.ended)`),
    'roles.org.sourcedId': texts(sql`array(select p.organisation::text from post p where ${postsOf(roles, near)} and not p.ended)`),
  }),
  within: {
    school: (school) =>
      sql`exists (select 1 from post p where p.person = t.id and p.role = any(${roles}::text[]) and p.organisation = ${school}::uuid and not p.ended)`,
    class: (among) =>
      sql`exists (select 1 from enrolment e where e.person = t.id and e.class = ${among}::uuid and e.role = any(${inClass}::text[]) and not e.ended)`,
  },
});

const classesOf = (roles: readonly string[]) => (person: string) =>
  sql`exists (select 1 from enrolment e where e.class = t.id and e.person = ${person}::uuid and e.role = any(${roles}::text[]) and not e.ended)`;

/** The course of a school’s homeroom classes: a UUID of version 8, made from the school’s. */
export const homeroomCourse = (school: Sql): Sql =>
  sql`overlay(overlay(md5(${school}::text || '.homeroom') placing '8' from 13) placing '8' from 17)::uuid`;

const everyoneInRosters = people(rosterRoles, ['pupil', ...inClassTeaching]);
const pupils = people(['pupil'], ['pupil']);

export const collections: Readonly<Record<RosterCollection, Collection>> = {
  academicSessions: sessions(['schoolYear', 'term', 'gradingPeriod']),
  terms: sessions(['term']),
  gradingPeriods: sessions(['gradingPeriod']),
  courses: {
    from: sql`roster_course t`,
    stamped: sql`t.stamped`,
    among: (near) => near.holdsOrAbove(sql`t.organisation`),
    fields: () => ({
      ...commonFields(gone(sql`t.ended`)),
      title: text(sql`t.title`),
      courseCode: text(sql`t.code`),
      grades: texts(grades),
      'org.sourcedId': id(sql`t.organisation`),
    }),
    within: { school: holdingAt },
  },
  classes: {
    from: sql`school_class t`,
    stamped: sql`t.id`,
    among: (near) => near.holds(sql`t.organisation`),
    fields: () => ({
      ...commonFields(gone(sql`t.ended`)),
      title: text(sql`t.title`),
      classType: text(sql`t.kind`),
      grades: texts(grade(sql`t.grade_ordinal`)),
      'school.sourcedId': id(sql`t.organisation`),
      'course.sourcedId': id(sql`coalesce(t.course_id, ${homeroomCourse(sql`t.organisation`)})`),
      'terms.sourcedId': texts(sql`t.term_ids::text[]`),
    }),
    within: {
      school: (school) => sql`t.organisation = ${school}::uuid`,
      course: (course) => sql`coalesce(t.course_id, ${homeroomCourse(sql`t.organisation`)}) = ${course}::uuid`,
      term: (term) => sql`t.term_ids @> array[${term}::uuid]`,
      user: classesOf(['pupil', ...inClassTeaching]),
      student: classesOf(['pupil']),
      teacher: classesOf(inClassTeaching),
    },
  },
  enrollments: {
    from: sql`enrolment t`,
    stamped: sql`t.id`,
    among: (near) => near.holds(sql`t.organisation`),
    fields: () => ({
      ...commonFields(gone(sql`t.ended`)),
      role: text(sql`case when t.role = 'pupil' then 'student' else 'teacher' end`),
      primary: text(sql`t."primary"::text`),
      beginDate: day(sql`t.since`),
      endDate: day(sql`t.until`),
      'user.sourcedId': id(sql`t.person`),
      'class.sourcedId': id(sql`t.class`),
      'school.sourcedId': id(sql`t.organisation`),
    }),
    within: { school: (school) => sql`t.organisation = ${school}::uuid`, class: (among) => sql`t.class = ${among}::uuid` },
  },
  orgs: organisations([...authorityKinds, ...schoolKinds]),
  schools: organisations(schoolKinds),
  users: everyoneInRosters,
  students: pupils,
  teachers: people(teachingRoles, inClassTeaching),
  demographics: pupils,
};

/** The collection in which a thing that narrows another is found. */
export const narrowing: Readonly<Record<RosterNarrowing, RosterCollection>> = {
  school: 'schools',
  class: 'classes',
  course: 'courses',
  term: 'terms',
  user: 'users',
  student: 'students',
  teacher: 'teachers',
};
