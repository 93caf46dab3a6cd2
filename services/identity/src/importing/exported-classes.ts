import { sql, type Store } from '@lianxue/persistence';

export interface ExportedClass {
  readonly id: string;
  readonly title: string;
  readonly grade: string | null;
  readonly kind: string;
  readonly organisation: string;
}

export interface ExportedEnrolment {
  readonly id: string;
  readonly class: string;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly since: string | null;
  readonly until: string | null;
}

/** The open classes of these schools, and who learns and teaches in them. */
export async function exportedClasses(schools: readonly string[], store: Store) {
  const classes = await store.read<ExportedClass>(
    sql`select id, title, grade, kind, organisation from school_class where organisation = any(${schools}::uuid[]) and not ended order by id`,
  );
  const enrolments = await store.read<ExportedEnrolment>(
    sql`select e.id, e.class, e.person, e.role, e.organisation, e.since, e.until from enrolment e join school_class c on c.id = e.class
        where e.organisation = any(${schools}::uuid[]) and not e.ended and not c.ended and e.role in ('pupil', 'teacher') order by e.id`,
  );
  return { classes, enrolments };
}
