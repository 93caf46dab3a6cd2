import { enrolmentFacts } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { given } from '../given.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { changesOf, recordChanges, type ClassChange } from './class-changes.js';
import { namedBefore, remember, type RosterThing } from './external-ids.js';
import type { ClassesInto } from './importing-classes.js';
import type { RosterEnrolment } from './roster.js';
import { Tally } from './tally.js';

/** Whom and which classes the rows of a table mean, where no roster has named them before. */
export interface Meant {
  readonly classes: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** Brings enrolments of a roster together with those of the school; both ends have to be there. */
export async function importEnrolments(
  rows: readonly RosterEnrolment[],
  { school, asOf, today }: Pick<ClassesInto, 'school' | 'asOf' | 'today'>,
  work: Work,
  meant?: Meant,
): Promise<Tally> {
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
    sql`t.id = any(${[...named.values()]}::uuid[]) or (t.person = any(${[...people.values()]}::uuid[]) and t.class = any(${[...new Set(classes.values())]}::uuid[]) and (not t.ended or ${asOf.isPast} and t.updated_at > ${asOf.at}))`,
    20_000,
  );
  const byId = new Map(held.map((one) => [one.id, one]));
  const joined = new Map(held.filter(({ ended }) => !ended).map((one) => [joining(one), one]));
  const left = new Map(held.filter((one) => one.ended && asOf.isBefore(one)).map((one) => [joining(one), one]));
  const elsewhere = meant ? await inOwnClasses([...new Set(people.values())], school, work) : new Map<string, Enrolment[]>();
  const here = meant ? undefined : await standing([...people.values()], [...classes.values()], school, work);
  const fresh = new Map<string, string>();
  const added: Enrolment[] = [];
  const moved: ClassChange[] = [];
  const touched = new Set<string>();
  for (const row of rows) {
    const inClass = classes.get(row.class);
    const person = people.get(row.user);
    const isOpen = row.ended || here === undefined || here.classes.has(inClass ?? '');
    if (!inClass || !isOpen) tally.wrong(row, 'classSourcedId', 'class.unknown');
    if (!person) tally.wrong(row, 'userSourcedId', 'user.unknown');
    if (!inClass || !isOpen || !person) continue;
    if (row.role === 'pupil' && !row.ended && here && !here.pupils.has(person)) {
      tally.wrong(row, 'userSourcedId', 'user.without_role');
      continue;
    }
    const there =
      byId.get(named.get(row.sourcedId) ?? '') ??
      joined.get(joining({ class: inClass, person, role: row.role })) ??
      (row.plain ? joined.get(joining({ class: inClass, person, role: 'homeroomTeacher' })) : undefined);
    const role = row.plain && there?.role === 'homeroomTeacher' ? there.role : row.role;
    const dated = given({ since: row.since, until: row.until, primary: row.primary });
    const said = { class: inClass, person, role, ...dated, ended: row.ended };
    const others = (elsewhere.get(person) ?? []).filter((other) => row.role === 'pupil' && other.class !== inClass && !other.ended);
    if ([there ?? left.get(joining({ class: inClass, person, role })), ...others].some((known) => known && asOf.isBefore(known))) {
      tally.count('enrolments', 'unchanged');
      continue;
    }
    // A table says in which class of their own a pupil is, and nothing of since when: they have left any other.
    for (const other of others) {
      await work.update(other.end(today), enrolmentFacts.ended);
      tally.count('enrolments', 'ended');
    }
    if (others[0]) moved.push({ person, from: others[0].class, to: inClass });
    if (row.role === 'pupil' && !(there && there.ended === row.ended)) touched.add(person);
    if (row.role === 'pupil' && there && !there.ended && there.class !== inClass) moved.push({ person, from: there.class, to: inClass });
    if (there) await change(there, said, today, work, tally);
    else if (!row.ended) {
      const one = Object.assign(new Enrolment(), said, { id: newId(), organisation: school });
      added.push(one);
      tally.count('enrolments', 'added');
      fresh.set(row.sourcedId, one.id);
    }
    if (there && named.get(row.sourcedId) !== there.id) fresh.set(row.sourcedId, there.id);
  }
  await work.insertAll(added, enrolmentFacts.made);
  if (!meant) {
    await remember('roster.enrolment', school, fresh, work);
    moved.push(...(await changesOf([...touched], school, today, work)));
  }
  await recordChanges(moved, school, today, work);
  return tally;
}

/** Which of these people are pupils of the school, and which of these classes go on. */
async function standing(people: readonly string[], classes: readonly string[], school: string, work: Work) {
  const pupils = await work.query<{ person: string }>(
    `select person from post where person = any($1::uuid[]) and organisation = $2 and role = 'pupil' and not ended`,
    [people, school],
  );
  const open = await work.query<{ id: string }>('select id from school_class where id = any($1::uuid[]) and not ended', [classes]);
  return { pupils: new Set(pupils.map(({ person }) => person)), classes: new Set(open.map(({ id }) => id)) };
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
  { until, ...said }: Pick<Enrolment, 'class' | 'person' | 'role' | 'ended'> & Partial<Pick<Enrolment, 'since' | 'until' | 'primary'>>,
  today: string,
  work: Work,
  tally: Tally,
): Promise<void> {
  const ends = said.ended && !there.ended;
  // What is over and of no day is over today, or since it was.
  const dated = { ...said, ...given({ until: said.ended ? (until ?? undefined) : until }) };
  const same = (Object.keys(dated) as (keyof typeof dated)[]).every((key) => there[key] === dated[key]);
  tally.count('enrolments', same ? 'unchanged' : ends ? 'ended' : 'changed');
  if (same) return;
  Object.assign(there, dated);
  await work.update(ends ? there.end(dated.until ?? today) : there, ends ? enrolmentFacts.ended : enrolmentFacts.changed);
}
