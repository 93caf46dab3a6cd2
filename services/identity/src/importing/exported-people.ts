import { sql, type Store } from '@lianxue/persistence';

/** Roles whose holders stand in a roster, and those of them who stand in a table. */
export const exportedRoles = ['pupil', 'teacher', 'homeroomTeacher', 'guardian'] as const;
export const tabledRoles = ['pupil', 'teacher'] as const;

/** A person as an export shows them, numbers still sealed. */
export interface ExportedPerson {
  readonly id: string;
  readonly school: string;
  readonly name: string;
  readonly role: (typeof exportedRoles)[number];
  /** The wards of a guardian. */
  readonly about: readonly string[];
  readonly gender: string | null;
  readonly bornOn: string | null;
  readonly idType: string | null;
  readonly idNumberSealed: string | null;
  readonly pupilNumberSealed: string | null;
  readonly phoneSealed: string | null;
  readonly since: string;
  readonly until: string | null;
  readonly pupilStatus: string | null;
  readonly grade: string | null;
  readonly gradeOrdinal: number | null;
  readonly class: string | null;
}

const atOnce = 1000;

/** Who holds one of these posts at these schools, pupils with their own class; read page by page along the posts. */
export async function* exportedPeople(
  schools: readonly string[],
  roles: readonly ExportedPerson['role'][],
  store: Store,
): AsyncGenerator<ExportedPerson> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await store.read<ExportedPerson & { post: string }>(
      sql`select t.id as post, p.id, t.organisation as school, p.name, t.role, t.about, p.gender, p.born_on as "bornOn", p.id_type as "idType",
            p.id_number_sealed as "idNumberSealed", p.pupil_number_sealed as "pupilNumberSealed", p.phone_sealed as "phoneSealed", t.since, t.until,
            t.pupil_status as "pupilStatus", c.grade, c.grade_ordinal as "gradeOrdinal", c.title as class
          from post t join person p on p.id = t.person
          left join lateral (
            select c.grade, c.grade_ordinal, c.title from enrolment e join school_class c on c.id = e.class
            where e.person = p.id and e.organisation = t.organisation and e.role = 'pupil' and not e.ended and c.kind = 'homeroom' order by e.id limit 1
          ) c on t.role = 'pupil'
          where t.organisation = any(${schools}::uuid[]) and t.role = any(${roles}::text[]) and not t.ended and not p.closed and t.id > ${after}
          order by t.id limit ${atOnce}`,
    );
    yield* rows;
    if (rows.length < atOnce) return;
    after = rows.at(-1)!.post;
  }
}

/** Pupils of these schools who have guardians there, with those. */
export async function guardiansOf(schools: readonly string[], store: Store): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await store.scan<{ pupil: string; guardians: string[] }>(
    sql`select w.pupil, array_agg(distinct t.person) as guardians
        from post t join person g on g.id = t.person and not g.closed, unnest(t.about) as w (pupil)
        where t.organisation = any(${schools}::uuid[]) and t.role = 'guardian' and not t.ended group by w.pupil`,
  );
  return new Map(rows.map(({ pupil, guardians }) => [pupil, guardians]));
}
