import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** What the import leaves behind, without what differs from run to run: ids, moments, ciphertext. */
const states: Readonly<Record<string, string>> = {
  people: `select concat_ws('|', p.name, p.kinds, p.id_type, p.id_number_lookup, p.pupil_number_lookup, p.gender, p.born_on, p.version, p.closed, o.school_code) as line
    from person p join organisation_record o on o.id = p.organisation`,
  posts: `select concat_ws('|', p.pupil_number_lookup, t.role, t.ended, t.version, o.school_code) as line
    from post t join person p on p.id = t.person join organisation_record o on o.id = t.organisation`,
  classes: `select concat_ws('|', c.title, c.grade, c.ended, c.version, o.school_code) as line from school_class c join organisation_record o on o.id = c.organisation`,
  enrolments: `select concat_ws('|', p.pupil_number_lookup, e.role, e.ended, e.version, c.title, o.school_code) as line
    from enrolment e join person p on p.id = e.person join school_class c on c.id = e.class join organisation_record o on o.id = e.organisation`,
  duplicates: `select concat_ws('|', least(p.id_number_lookup, q.id_number_lookup), greatest(p.id_number_lookup, q.id_number_lookup), d.reasons, d.score, d.state) as line
    from duplicate d join person p on p.id = d.one join person q on q.id = d.other`,
  facts: `select concat_ws('|', type, version, count(*)) as line from outbox group by type, version`,
  audit: `select concat_ws('|', what, thing, count(*)) as line from audit where what <> 'job.ordered' group by what, thing`,
  errors: `select concat_ws('|', line, field, code) as line from job_error`,
  orphans: `select count(*)::text as line from person p where not exists (select 1 from post t where t.person = p.id)`,
};

/** A mark of each part of the state. */
export async function stateOf(admin: pg.Client): Promise<Record<string, string>> {
  const marks: Record<string, string> = {};
  await admin.query('set search_path = identity, extensions');
  for (const [part, lines] of Object.entries(states)) {
    const { rows } = await admin.query<{ n: string; mark: string }>(
      `select count(*) as n, coalesce(md5(string_agg(line, E'\\n' order by line)), '') as mark from (${lines}) as all_lines`,
    );
    marks[part] = `${rows[0]!.n} ${rows[0]!.mark}`;
  }
  return marks;
}

/** The tables an import writes, in the order of their references. */
const written = ['person', 'school_class', 'post', 'enrolment', 'duplicate', 'outbox', 'audit'] as const;

/** COPY of the very rows, indexes and references in place: what no import can beat. Answers seconds and rows. */
export async function copyAgain(admin: pg.Client, folder: string): Promise<{ seconds: number; rows: number }> {
  await admin.query('set search_path = identity, extensions');
  const columns: Record<string, string> = {};
  let rows = 0;
  for (const table of written) {
    const { rows: named } = await admin.query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = ''`,
      [table],
    );
    columns[table] = named[0]!.columns;
    rows += Number((await admin.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]!.n);
    await pipeline(admin.query(to(`copy ${table} (${columns[table]}) to stdout`)), createWriteStream(join(folder, `${table}.copy`)));
  }
  await admin.query(`truncate ${written.join(', ')} cascade`);
  await admin.query('checkpoint');
  const began = Date.now();
  for (const table of written) {
    await pipeline(createReadStream(join(folder, `${table}.copy`)), admin.query(from(`copy ${table} (${columns[table]}) from stdin`)));
  }
  return { seconds: (Date.now() - began) / 1000, rows };
}
