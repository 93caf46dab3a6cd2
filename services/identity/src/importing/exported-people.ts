import { sql, type Store } from '@lianxue/persistence';

/** A person as an export shows them, numbers still sealed. */
export interface ExportedPerson {
  readonly id: string;
  readonly school: string;
  readonly name: string;
  readonly role: 'pupil' | 'teacher';
  readonly gender: string | null;
  readonly idType: string | null;
  readonly idNumberSealed: string | null;
  readonly pupilNumberSealed: string | null;
  readonly phoneSealed: string | null;
  readonly since: string;
  readonly until: string | null;
  readonly grade: string | null;
  readonly class: string | null;
}

const atOnce = 1000;

/** Pupils and teachers of these schools, each with their own class; read page by page along the posts. */
export async function* exportedPeople(schools: readonly string[], store: Store): AsyncGenerator<ExportedPerson> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await store.read<ExportedPerson & { post: string }>(
      sql`select t.id as post, p.id, t.organisation as school, p.name, t.role, p.gender, p.id_type as "idType", p.id_number_sealed as "idNumberSealed",
            p.pupil_number_sealed as "pupilNumberSealed", p.phone_sealed as "phoneSealed", t.since, t.until, c.grade, c.title as class
          from post t join person p on p.id = t.person
          left join lateral (
            select c.grade, c.title from enrolment e join school_class c on c.id = e.class
            where e.person = p.id and e.organisation = t.organisation and e.role = 'pupil' and not e.ended and c.kind = 'homeroom' order by e.id limit 1
          ) c on t.role = 'pupil'
          where t.organisation = any(${schools}::uuid[]) and t.role in ('pupil', 'teacher') and not t.ended and not p.closed and t.id > ${after}
          order by t.id limit ${atOnce}`,
    );
    yield* rows;
    if (rows.length < atOnce) return;
    after = rows.at(-1)!.post;
  }
}
