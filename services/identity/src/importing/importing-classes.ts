import { classFacts, enrolmentFacts } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { given } from '../given.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { isId, namedBefore, remember, type RosterThing } from './external-ids.js';
import type { RosterClass, RosterEnrolment } from './roster.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import { Tally } from './tally.js';

/** Brings classes of a roster together with those of the school. */
export async function importClasses(rows: readonly RosterClass[], school: string, work: Work): Promise<Tally> {
  const tally = new Tally();
  const named = await namedBefore(
    'roster.class',
    school,
    rows.map(({ sourcedId }) => sourcedId),
    work,
  );
  // A roster this platform gave out names classes by their ids.
  const own = rows.map(({ sourcedId }) => sourcedId).filter((id) => isId(id) && !named.has(id));
  const there = await work.all(SchoolClass, sql`t.id = any(${[...named.values(), ...own]}::uuid[]) and t.organisation = ${school}`, 5000);
  const known = new Map(there.map((row) => [row.id, row]));
  const fresh = new Map<string, string>();
  const added: SchoolClass[] = [];
  for (const { sourcedId, title, kind, grade, gradeOrdinal, course, term, ended } of rows) {
    const there = known.get(named.get(sourcedId) ?? sourcedId);
    if (!there) {
      if (ended) continue;
      const one = Object.assign(new SchoolClass(), given({ kind, grade, gradeOrdinal, course, term }), {
        id: newId(),
        organisation: school,
        title,
      });
      added.push(one);
      fresh.set(sourcedId, one.id);
      tally.count('classes', 'added');
      continue;
    }
    if (!named.has(sourcedId)) fresh.set(sourcedId, there.id);
    const said = given({ title, kind, grade, gradeOrdinal, course, term, ended });
    const same = (Object.keys(said) as (keyof typeof said)[]).every((key) => there[key] === said[key]);
    tally.count('classes', same ? 'unchanged' : ended && !there.ended ? 'ended' : 'changed');
    if (same) continue;
    const happened = ended && !there.ended ? classFacts.ended : classFacts.changed;
    await work.update(Object.assign(there, said), happened);
  }
  await work.insertAll(added, classFacts.registered);
  await remember('roster.class', school, fresh, work);
  return tally;
}

/** Whom and which classes the rows of a table mean, where no roster has named them before. */
export interface Meant {
  readonly classes: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly today: string;
}

/** Brings enrolments of a roster together with those of the school; both ends have to be there. */
export async function importEnrolments(rows: readonly RosterEnrolment[], school: string, work: Work, meant?: Meant): Promise<Tally> {
  const tally = new Tally();
  const before = (kind: RosterThing, ids: readonly string[]) => namedBefore(kind, school, ids, work);
  const classes =
    meant?.classes ??
    (await before(
      'roster.class',
      rows.map((row) => row.class),
    ));
  const people =
    meant?.people ??
    (await before(
      'roster.user',
      rows.map((row) => row.user),
    ));
  const named = meant
    ? new Map<string, string>()
    : await before(
        'roster.enrolment',
        rows.map(({ sourcedId }) => sourcedId),
      );
  const held = await work.all(
    Enrolment,
    sql`t.id = any(${[...named.values()]}::uuid[]) or (t.person = any(${[...people.values()]}::uuid[]) and t.class = any(${[...new Set(classes.values())]}::uuid[]) and not t.ended)`,
    20_000,
  );
  const byId = new Map(held.map((one) => [one.id, one]));
  const joined = new Map(held.filter(({ ended }) => !ended).map((one) => [joining(one), one]));
  const elsewhere = meant ? await inOwnClasses([...new Set(people.values())], school, work) : new Map<string, Enrolment[]>();
  const fresh = new Map<string, string>();
  const added: Enrolment[] = [];
  for (const row of rows) {
    const inClass = classes.get(row.class);
    const person = people.get(row.user);
    if (!inClass) tally.wrong(row, 'classSourcedId', 'class.unknown');
    if (!person) tally.wrong(row, 'userSourcedId', 'user.unknown');
    if (!inClass || !person) continue;
    const said = { class: inClass, person, role: row.role, ...given({ since: row.since, until: row.until }), ended: row.ended };
    const there = byId.get(named.get(row.sourcedId) ?? '') ?? joined.get(joining(said));
    // A table says in which class of their own a pupil is, and nothing of since when: they have left any other.
    for (const other of elsewhere.get(person) ?? []) {
      if (row.role !== 'pupil' || other.class === inClass || other.ended) continue;
      await work.update(other.end(meant!.today), enrolmentFacts.ended);
      tally.count('enrolments', 'ended');
    }
    if (there) await change(there, said, work, tally);
    else if (!row.ended) {
      const one = Object.assign(new Enrolment(), said, { id: newId(), organisation: school });
      added.push(one);
      tally.count('enrolments', 'added');
      fresh.set(row.sourcedId, one.id);
    }
    if (there && named.get(row.sourcedId) !== there.id) fresh.set(row.sourcedId, there.id);
  }
  await work.insertAll(added, enrolmentFacts.made);
  if (!meant) await remember('roster.enrolment', school, fresh, work);
  return tally;
}

/** The pupils' places in 行政班 of the school, by person. */
async function inOwnClasses(people: readonly string[], school: string, work: Work): Promise<Map<string, Enrolment[]>> {
  const places = await work.all(
    Enrolment,
    sql`t.person = any(${people}::uuid[]) and t.organisation = ${school} and t.role = 'pupil' and not t.ended
        and exists (select 1 from school_class c where c.id = t.class and c.kind = 'homeroom')`,
    20_000,
  );
  const found = new Map<string, Enrolment[]>();
  for (const place of places) found.set(place.person, [...(found.get(place.person) ?? []), place]);
  return found;
}

const joining = ({ class: inClass, person, role }: Pick<Enrolment, 'class' | 'person' | 'role'>): string => `${inClass}${person}${role}`;

async function change(
  there: Enrolment,
  said: Pick<Enrolment, 'class' | 'person' | 'role' | 'ended'> & Partial<Pick<Enrolment, 'since' | 'until'>>,
  work: Work,
  tally: Tally,
): Promise<void> {
  const same = (Object.keys(said) as (keyof typeof said)[]).every((key) => there[key] === said[key]);
  const ends = said.ended && !there.ended;
  tally.count('enrolments', same ? 'unchanged' : ends ? 'ended' : 'changed');
  if (!same) await work.update(Object.assign(there, said), ends ? enrolmentFacts.ended : enrolmentFacts.changed);
}
