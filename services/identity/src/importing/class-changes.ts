import { movementFacts } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import { movementOf } from '../pupils/movement.entity.js';

/** A pupil who is in another 行政班 of the school now. */
export interface ClassChange {
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Who of these pupils changed class today. In OneRoster one enrolment ends and another begins, each a row of its own, perhaps of two
 * batches: whichever comes last makes the change.
 */
export async function changesOf(people: readonly string[], school: string, today: string, work: Work): Promise<ClassChange[]> {
  if (people.length === 0) return [];
  return work.query<ClassChange>(
    `select distinct on (n.person) n.person, b.class as "from", n.class as "to"
     from enrolment n join school_class c on c.id = n.class and c.kind = 'homeroom'
     join enrolment b on b.person = n.person and b.organisation = n.organisation and b.role = 'pupil' and b.ended and b.class <> n.class
       and b.updated_at >= $3::date::timestamp at time zone 'Asia/Shanghai'
     join school_class d on d.id = b.class and d.kind = 'homeroom'
     where n.person = any($1::uuid[]) and n.organisation = $2 and n.role = 'pupil' and not n.ended
     order by n.person, n.id desc, b.updated_at desc, b.id desc`,
    [people, school, today],
  );
}

/** The grades of those of these classes that are 行政班. */
async function gradesOf(classes: readonly string[], work: Work): Promise<ReadonlyMap<string, number | null>> {
  const rows = await work.query<{ id: string; grade: number | null }>(
    `select id, grade_ordinal as grade from school_class where id = any($1::uuid[]) and kind = 'homeroom'`,
    [[...new Set(classes)]],
  );
  return new Map(rows.map(({ id, grade }) => [id, grade]));
}

/** Writes into 学籍异动 who is back from leave 复学, and in which class if in any. */
export async function recordResumed(
  back: readonly { readonly person: string; readonly to: string | undefined }[],
  school: string,
  on: string,
  work: Work,
): Promise<void> {
  if (back.length === 0) return;
  const grades = await gradesOf(
    back.flatMap(({ to }) => to ?? []),
    work,
  );
  const lines = back.map(({ person, to }) =>
    movementOf({ organisation: school, person, kind: 'resumption', on, toClass: to ?? null, toGrade: grades.get(to ?? '') ?? null }),
  );
  await work.insertAll(lines, movementFacts.recorded);
}

/** Writes them into 学籍异动, one grade up as 升级. */
export async function recordChanges(changes: readonly ClassChange[], school: string, on: string, work: Work): Promise<void> {
  if (changes.length === 0) return;
  const grades = await gradesOf(
    changes.flatMap(({ from, to }) => [from, to]),
    work,
  );
  const lines = changes
    .filter(({ from, to }) => grades.has(from) && grades.has(to))
    .map(({ person, from, to }) => {
      const [fromGrade, toGrade] = [grades.get(from)!, grades.get(to)!];
      const kind = fromGrade !== null && toGrade !== null && toGrade > fromGrade ? 'promotion' : 'classChange';
      return movementOf({ organisation: school, person, kind, on, fromClass: from, toClass: to, fromGrade, toGrade });
    });
  await work.insertAll(lines, movementFacts.recorded);
}
