import {
  CLOCK,
  dayInBeijing,
  subjects,
  type Call,
  type Clock,
  type OrganisationKind,
  type RosterCollection,
  type Subject,
} from '@lianxue/contracts';
import { sql, Store, type FoundRow, type Near } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { termsOfClass } from '../terms/handed-down.js';
import { homeroomCourse } from './collections.js';
import { PeopleRows } from './people-rows.js';
import { gradeCode, reference, row, type Row } from './row.js';

type Builder = (found: readonly FoundRow[], near: Near, call: Call) => Promise<Row[]>;

/** The rows of a page in the words of OneRoster, as our tables have them. */
@Injectable()
export class RosterRows {
  constructor(
    private readonly store: Store,
    private readonly people: PeopleRows,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(collection: RosterCollection, found: readonly FoundRow[], near: Near, call: Call): Promise<Row[]> {
    return found.length === 0 ? [] : this.builders[collection](found, near, call);
  }

  private readonly sessions: Builder = async (found) => {
    const rows = await this.byId<{ title: string; since: string; until: string; kind: string; parent: string | null; schoolYear: number }>(
      found,
      sql`select id, title, since, until, kind, parent, school_year as "schoolYear" from term`,
    );
    return rows.map(([one, { title, since, until, kind, parent, schoolYear }]) =>
      row(one, {
        ...{ title, startDate: since, endDate: until, type: kind, parent: reference('academicSession', parent) },
        // OneRoster names a school year after the year in which it ends.
        schoolYear: String(schoolYear + 1),
      }),
    );
  };

  private readonly courses: Builder = async (found) => {
    const rows = await this.byId<{
      title: string;
      code: string | null;
      level: string;
      subject: Subject | null;
      grades: number[];
      organisation: string;
    }>(found, sql`select id, title, code, level, subject, grades, organisation from roster_course`);
    return rows.map(([one, { title, code, level, subject, grades, organisation }]) =>
      row(one, {
        ...{ title, courseCode: code, grades: grades.map(gradeCode), ...subjectOf(subject) },
        ...{ org: reference('org', organisation), metadata: { level } },
      }),
    );
  };

  private readonly classes: Builder = async (found) => {
    const today = dayInBeijing(this.clock.now());
    const rows = await this.byId<{
      title: string;
      kind: string;
      gradeOrdinal: number | null;
      enrolYear: number | null;
      organisation: string;
      course: string;
      subject: Subject | null;
      terms: string[];
    }>(
      found,
      sql`select c.id, c.title, c.kind, c.grade_ordinal as "gradeOrdinal", c.enrol_year as "enrolYear", c.organisation, coalesce(c.course_id, ${homeroomCourse(sql`c.organisation`)}) as course, k.subject,
                 ${termsOfClass(today)} as terms
          from school_class c left join course k on k.id = c.course_id`,
      sql`c.id`,
    );
    return rows.map(([one, { title, kind, gradeOrdinal, enrolYear, organisation, course, subject, terms }]) =>
      row(one, {
        ...{ title, classType: kind, grades: gradeOrdinal === null ? [] : [gradeCode(gradeOrdinal)], ...subjectOf(subject) },
        ...{ course: reference('course', course), school: reference('org', organisation) },
        terms: terms.map((term) => reference('academicSession', term)),
        metadata: enrolYear === null ? undefined : { enrolYear },
      }),
    );
  };

  private readonly enrollments: Builder = async (found) => {
    const rows = await this.byId<{
      class: string;
      person: string;
      organisation: string;
      role: string;
      primary: boolean;
      since: string | null;
      until: string | null;
    }>(found, sql`select id, class, person, organisation, role, "primary", since, until from enrolment`);
    return rows.map(([one, { class: inClass, person, organisation, role, primary, since, until }]) =>
      row(one, {
        ...{ user: reference('user', person), class: reference('class', inClass), school: reference('org', organisation) },
        ...(role === 'pupil' ? { role: 'student' } : { role: 'teacher', primary: String(primary && role !== 'aide'), metadata: { role } }),
        ...{ beginDate: since, endDate: until },
      }),
    );
  };

  private readonly orgs: Builder = async (found, near) => {
    const rows = await this.byId<{
      name: string;
      kind: OrganisationKind;
      schoolCode: string | null;
      creditCode: string | null;
      divisionCode: string | null;
      schoolType: string | null;
      parent: string | null;
      successor: string | null;
    }>(
      found,
      sql`select r.id, r.name, r.kind, r.school_code as "schoolCode", r.credit_code as "creditCode", r.division_code as "divisionCode", r.school_type as "schoolType",
                 r.successor, case when ${near.holds(sql`r.parent`)} then r.parent end as parent from organisation_record r`,
      sql`r.id`,
    );
    return rows.map(([one, { name, kind, schoolCode, creditCode, divisionCode, schoolType, parent, successor }]) =>
      row(one, {
        ...{ name, type: orgTypes[kind], identifier: schoolCode ?? creditCode, parent: reference('org', parent) },
        metadata: present({ kind, schoolCode, creditCode, divisionCode, schoolType, successor }),
      }),
    );
  };

  private readonly users: Builder = (found, near, call) => this.people.users(found, near, call);

  private readonly builders: Readonly<Record<RosterCollection, Builder>> = {
    academicSessions: this.sessions,
    terms: this.sessions,
    gradingPeriods: this.sessions,
    courses: this.courses,
    classes: this.classes,
    enrollments: this.enrollments,
    orgs: this.orgs,
    schools: this.orgs,
    users: this.users,
    students: this.users,
    teachers: this.users,
    demographics: (found, near, call) => this.people.demographics(found, near, call),
  };

  /** What was found with its row, in the order in which it was found. */
  private async byId<R>(found: readonly FoundRow[], select: ReturnType<typeof sql>, id = sql`id`): Promise<[FoundRow, R][]> {
    const rows = await this.store.scan<R & { id: string }>(sql`${select} where ${id} = any(${found.map((one) => one.id)}::uuid[])`);
    const byId = new Map(rows.map((one) => [one.id, one]));
    return found.flatMap((one) => (byId.has(one.id) ? [[one, byId.get(one.id)!] as [FoundRow, R]] : []));
  }
}

export const orgTypes: Readonly<Record<OrganisationKind, string>> = {
  province: 'state',
  city: 'local',
  county: 'district',
  bureau: 'district',
  school: 'school',
  centralSchool: 'school',
  teachingPoint: 'school',
  campus: 'school',
  vendor: 'department',
};

const subjectOf = (subject: Subject | null) =>
  subject === null ? {} : { subjects: [subjects[subject].zh], subjectCodes: [subjects[subject].code] };

const present = (values: Record<string, string | null>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
