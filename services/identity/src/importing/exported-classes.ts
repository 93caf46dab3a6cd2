import type { OrganisationKind, Subject } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import { homeroomCourse } from '../roster-query/collections.js';
import type { Term } from '../terms/term.entity.js';
import { termsOfClass } from '../terms/handed-down.js';

export interface ExportedClass {
  readonly id: string;
  readonly title: string;
  readonly grade: string | null;
  readonly gradeOrdinal: number | null;
  readonly kind: string;
  readonly organisation: string;
  readonly course: string | null;
  /** The course under which OneRoster shows the 行政班 of the school. */
  readonly homeroom: string;
  readonly subject: Subject | null;
  readonly terms: readonly string[];
}

export interface ExportedEnrolment {
  readonly id: string;
  readonly class: string;
  readonly person: string;
  readonly role: string;
  readonly primary: boolean;
  readonly organisation: string;
  readonly since: string | null;
  readonly until: string | null;
}

/** The open classes of these schools, and who learns, teaches and helps in them. */
export async function exportedClasses(schools: readonly string[], today: string, store: Store) {
  const classes = await store.scan<ExportedClass>(
    sql`select c.id, c.title, c.grade, c.grade_ordinal as "gradeOrdinal", c.kind, c.organisation, c.course_id as course,
               ${homeroomCourse(sql`c.organisation`)} as homeroom, k.subject, ${termsOfClass(today)} as terms
        from school_class c left join course k on k.id = c.course_id where c.organisation = any(${schools}::uuid[]) and not c.ended order by c.id`,
  );
  const enrolments = await store.scan<ExportedEnrolment>(
    sql`select e.id, e.class, e.person, e.role, e."primary", e.organisation, e.since, e.until from enrolment e join school_class c on c.id = e.class
        where e.organisation = any(${schools}::uuid[]) and not e.ended and not c.ended order by e.id`,
  );
  return { classes, enrolments };
}

type ExportedTerm = Pick<Term, 'id' | 'kind' | 'parent' | 'schoolYear' | 'title' | 'since' | 'until' | 'withdrawn'>;

export interface ExportedCourse {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly code: string | null;
  readonly level: string;
  readonly subject: Subject | null;
  readonly grades: readonly number[];
  readonly ended: boolean;
}

export interface ExportedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly code: string | null;
  readonly parent: string | null;
}

/** What the classes stand in: the calendar that holds at their schools, the schools' courses and those they use, and all above the schools. */
export async function exportedGround(schools: readonly string[], classes: readonly ExportedClass[], store: Store) {
  const named = [...new Set(classes.flatMap(({ terms }) => terms))];
  const terms = await store.scan<ExportedTerm>(
    sql`select t.id, t.kind, t.parent, t.school_year as "schoolYear", t.title, t.since, t.until, t.withdrawn from term t
        where t.id = any(${named}::uuid[])
           or not t.withdrawn and t.organisation in (select o.id from organisation o join organisation here on o.path @> here.path where here.id = any(${schools}::uuid[]))
        order by t.since, t.until desc, t.id`,
  );
  const used = [...new Set(classes.flatMap(({ course }) => course ?? []))];
  const courses = await store.scan<ExportedCourse>(
    sql`select id, organisation, title, code, level, subject, grades, ended from course
        where id = any(${used}::uuid[]) or organisation = any(${schools}::uuid[]) and not ended order by id`,
  );
  const organisations = await store.scan<ExportedOrganisation>(
    sql`select r.id, r.name, r.kind, coalesce(r.school_code, r.credit_code) as code, r.parent
        from organisation_record r join organisation o on o.id = r.id
        where exists (select 1 from organisation here where here.id = any(${schools}::uuid[]) and o.path @> here.path) order by nlevel(o.path), r.id`,
  );
  return { terms, courses, organisations };
}
