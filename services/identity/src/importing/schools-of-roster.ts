import type { Call } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import { Naming } from '../organisations/meant-by-names.js';
import type { Matching } from '../organisations/matching.js';
import { isSchool, schoolKinds } from '../organisations/placing.js';
import type { OrganisationRecord } from '../organisations/organisation.entity.js';
import { takenApart, unsaidClasses } from './apart.js';
import type { RosterRows } from './files.js';
import type { RowErrors } from './row-errors.js';

interface Known {
  readonly id: string;
  readonly schoolCode: string | null;
  /** What rosters call it. */
  readonly knownAs: readonly string[];
}

/** A school of a roster, with what the files say of it. */
export interface SchoolSent extends Known {
  /** Which of the schools of the files it is: where an import that was cut off goes on, whatever has changed here meanwhile. */
  readonly nth: number;
  readonly rows: RosterRows;
}

/**
 * The schools at and below an organisation that a roster is of: found by their ids, 学校标识码 or names; what a school's own roster called it
 * may be another's id in this one. A roster that names one school at most, sent for a school, is of that one. None where it is of nobody here.
 */
export async function schoolsSent(
  rows: RosterRows,
  { id, kind }: Pick<OrganisationRecord, 'id' | 'kind'>,
  { store, matching, call }: { readonly store: Store; readonly matching: Matching; readonly call: () => Call },
  errors: RowErrors,
): Promise<SchoolSent[]> {
  const said = (rows.orgs ?? []).filter((row) => row.get('type').toLowerCase() === 'school');
  const known = await knownBelow(id, store);
  const ours = new Map<string, string>();
  for (const row of said) {
    const [sourcedId, code] = [row.get('sourcedId'), row.get('identifier')];
    const one = known.find((each) => each.id === sourcedId || (code && each.schoolCode === code));
    if (one) ours.set(sourcedId, one.id);
  }
  const own = known.find((each) => each.id === id);
  if (isSchool(kind) && own && said.length < 2 && ours.size === 0) return [{ ...own, nth: 0, rows }];
  const unknown = said.filter((row) => !ours.has(row.get('sourcedId')));
  const called = await new Naming(matching, id, call).called(unknown.map((row) => row.get('name')));
  for (const [nth, row] of unknown.entries()) if (called[nth]) ours.set(row.get('sourcedId'), called[nth]);
  const found = [...new Set(ours.values())];
  const parts =
    found.length > 1
      ? takenApart(rows, { schools: ours, classes: await classesBefore(unsaidClasses(rows), found, store) }, errors)
      : new Map(found.map((one) => [one, rows]));
  const nthOf = (one: string) => said.findIndex((row) => ours.get(row.get('sourcedId')) === one);
  return known
    .filter((each) => parts.has(each.id))
    .map((one) => {
      const namesThere = [...ours].flatMap(([there, here]) => (here === one.id ? [there] : []));
      return { ...one, nth: nthOf(one.id), knownAs: [...one.knownAs, ...namesThere], rows: parts.get(one.id)! };
    })
    .sort((one, other) => one.nth - other.nth);
}

/** The open schools there. */
function knownBelow(organisation: string, store: Store): Promise<Known[]> {
  return store.scan<Known>(
    sql`select r.id, r.school_code as "schoolCode",
          array(select x.value from external_id x where x.kind = 'roster.org' and x.source = r.id::text) as "knownAs"
        from organisation_record r join organisation o on o.id = r.id
        where o.path <@ (select path from organisation where id = ${organisation}) and r.state = 'open' and r.kind = any(${schoolKinds}::text[])`,
  );
}

/** At which of these schools classes are that earlier rosters named, or this platform. */
async function classesBefore(classes: readonly string[], schools: readonly string[], store: Store): Promise<ReadonlyMap<string, string>> {
  if (classes.length === 0) return new Map();
  const rows = await store.scan<{ value: string; school: string }>(
    sql`select c.id::text as value, c.organisation as school from school_class c where c.id::text = any(${classes}::text[]) and c.organisation = any(${schools}::uuid[])
        union all select x.value, x.source::uuid from external_id x
        where x.kind = 'roster.class' and x.value = any(${classes}::text[]) and x.source = any(${schools}::text[])`,
  );
  return new Map(rows.map(({ value, school }) => [value, school]));
}
