import { dayInBeijing, enrolmentFacts } from '@lianxue/contracts';
import { sql, type Store, type Work } from '@lianxue/persistence';
import { Enrolment } from '../rosters/enrolment.entity.js';
import type { PersonNumbers } from '../people/person-numbers.js';
import type { AsOf } from './as-of.js';
import type { RosterThing } from './external-ids.js';
import { classKey, type TablePerson } from './reading-table.js';
import type { Roster, RosterEnrolment, RosterPerson } from './roster.js';
import { NumbersInClasses, SeenNumbers } from './seen-numbers.js';

/** A class that would lose pupils, for a person to look at: no names. */
export interface ClassLosing {
  readonly class: string;
  readonly title: string;
  readonly pupils: number;
  readonly dropped: number;
}

/** What would leave, and which classes would lose how much. */
export interface Drops {
  readonly enrolments: readonly string[];
  readonly classes: readonly ClassLosing[];
}

/** Classes of more pupils than this lose nothing unseen by a share of one or two. */
const fewPupils = 3;

/** As many as a person would look at. */
const mostShown = 200;

/** The classes that would lose more than this share. */
export const losingTooMuch = ({ classes }: Drops, most: number): ClassLosing[] =>
  classes.filter(({ pupils, dropped }) => dropped > 0 && (dropped > pupils * most || pupils <= fewPupils)).slice(0, mostShown);

/** Whether a school at or below this organisation has pupils in classes. */
export async function isAnyoneInClass(organisation: string, store: Store): Promise<boolean> {
  const some = await store.read(
    sql`select 1 from enrolment e where e.role = 'pupil' and not e.ended and e.organisation in (
          select o.id from organisation o where o.path <@ (select path from organisation where id = ${organisation})) limit 1`,
  );
  return some.length > 0;
}

/** Where a table says pupils are: they leave their classes when it has them elsewhere or gone, and when a complete list has them no longer. */
export class SeenInClasses {
  private readonly schools = new Set<string>();
  // By their hashes: a title would keep the whole piece of the file alive that it was read from.
  private readonly classes = new SeenNumbers();
  private readonly places = new NumbersInClasses();

  constructor(private readonly numbers: PersonNumbers) {}

  note(school: string, { person: { idType = '1', idNumber, pupilNumber, ended, posts }, class: inClass }: TablePerson): void {
    if (!inClass && !ended && posts[0]?.pupilStatus !== '02') return;
    const lookups = [idNumber && this.numbers.idLookup(idType, idNumber), pupilNumber && this.numbers.pupilLookup(pupilNumber)];
    this.schools.add(school);
    if (inClass) this.classes.add(`${school}|${classKey(inClass.title)}`);
    for (const lookup of lookups) {
      if (lookup) this.places.put(`${school}|${lookup}`, inClass && classKey(inClass.title));
    }
  }

  /** Those who leave, of a complete list whoever it leaves out, too; none of those who came since the list was true. */
  async drops(complete: boolean, asOf: AsOf, store: Store): Promise<Drops> {
    const enrolments: string[] = [];
    const classes: ClassLosing[] = [];
    for (const school of this.schools) {
      const rows = await store.read<{ id: string; class: string; title: string; lookups: string }>(
        sql`select e.id, e.class, c.title, concat_ws(' ', p.id_number_lookup, p.pupil_number_lookup,
              (select string_agg(f.lookup, ' ') from former_number f where f.person = p.id)) as lookups
            from enrolment e join school_class c on c.id = e.class join person p on p.id = e.person
            where c.organisation = ${school} and c.kind = 'homeroom' and not c.ended and not e.ended and e.role = 'pupil'
              and (not ${asOf.isPast} or e.updated_at <= ${asOf.at})`,
      );
      const losing = new Losing();
      for (const { id, class: inClass, title, lookups } of rows) {
        const key = classKey(title);
        const known = lookups.split(' ').map((lookup) => `${school}|${lookup}`);
        const stays = known.some((number) => this.places.is(number, key));
        const leaves = !stays && known.some((number) => this.places.has(number));
        const isMissing = !stays && !leaves && complete && this.classes.has(`${school}|${key}`);
        losing.count(inClass, title, leaves || isMissing);
        if (isMissing) enrolments.push(id);
      }
      classes.push(...losing.classes);
    }
    return { enrolments, classes };
  }
}

/** Counts what classes have and would lose. */
class Losing {
  private readonly byClass = new Map<string, { title: string; pupils: number; dropped: number }>();

  count(inClass: string, title: string, leaves: boolean): void {
    const one = this.byClass.get(inClass) ?? { title, pupils: 0, dropped: 0 };
    this.byClass.set(inClass, { ...one, pupils: one.pupils + 1, dropped: one.dropped + Number(leaves) });
  }

  get classes(): ClassLosing[] {
    return [...this.byClass].map(([inClass, one]) => ({ class: inClass, ...one }));
  }
}

/** The same of OneRoster files, which say of users, classes and enrolments that they are gone. */
export async function dropsOfRoster(
  { people, classes, enrolments }: Pick<Roster, 'people' | 'classes' | 'enrolments'>,
  school: string,
  complete: boolean,
  asOf: AsOf,
  store: Store,
): Promise<Drops> {
  const held = await store.read<{ id: string; class: string; title: string; person: string; named: boolean }>(
    sql`select e.id, e.class, c.title, e.person, x.entity is not null as named
        from enrolment e join school_class c on c.id = e.class and not c.ended
        left join (select distinct entity from external_id where kind = 'roster.enrolment' and source = ${school}) x on x.entity = e.id
        where e.organisation = ${school} and e.role = 'pupil' and not e.ended and (not ${asOf.isPast} or e.updated_at <= ${asOf.at})`,
  );
  if (held.length === 0) return { enrolments: [], classes: [] };
  const pupils = enrolments.filter(({ role }) => role === 'pupil');
  const classOf = await named(
    'roster.class',
    school,
    [...classes.map(({ sourcedId }) => sourcedId), ...pupils.map((row) => row.class)],
    store,
  );
  const userOf = await named(
    'roster.user',
    school,
    [...people.map(({ sourcedId }) => sourcedId), ...pupils.map(({ user }) => user)],
    store,
  );
  const enrolmentOf = await named(
    'roster.enrolment',
    school,
    pupils.map(({ sourcedId }) => sourcedId),
    store,
  );
  const isGone = ({ ended, posts }: RosterPerson) => ended || posts.some((post) => post.role === 'pupil' && post.ended);
  const gone = new Set(people.filter(isGone).map(({ sourcedId }) => userOf(sourcedId)));
  const over = new Set(classes.filter(({ ended }) => ended).map(({ sourcedId }) => classOf(sourcedId)));
  const listed = new Set(classes.map(({ sourcedId }) => classOf(sourcedId)));
  const placeIn = (row: RosterEnrolment) => `${classOf(row.class)}|${userOf(row.user)}`;
  const places = new Set(pupils.filter(({ ended }) => !ended).map(placeIn));
  const spokenOf = new Set(pupils.flatMap((row) => [enrolmentOf(row.sourcedId), ...(row.ended ? [placeIn(row)] : [])]));
  const missing: string[] = [];
  const losing = new Losing();
  for (const { id, class: inClass, title, person, named: isNamed } of held) {
    const place = `${inClass}|${person}`;
    const leaves = gone.has(person) || over.has(inClass) || (!places.has(place) && (spokenOf.has(id) || spokenOf.has(place)));
    const isMissing = !leaves && !places.has(place) && complete && isNamed && listed.has(inClass);
    losing.count(inClass, title, leaves || isMissing);
    if (isMissing) missing.push(id);
  }
  return { enrolments: missing, classes: losing.classes };
}

/** What rosters of the school call these; a roster this platform gave out names them by their ids. */
async function named(kind: RosterThing, school: string, ids: readonly string[], store: Store): Promise<(id: string) => string> {
  const rows = await store.read<{ value: string; entity: string }>(
    sql`select value, entity from external_id where kind = ${kind} and source = ${school} and value = any(${[...new Set(ids)]}::text[])`,
  );
  const known = new Map(rows.map(({ value, entity }) => [value, entity]));
  return (id) => known.get(id) ?? id;
}

/** Ends enrolments; answers how many were not over already. */
export async function endEnrolments(ids: readonly string[], now: Date, work: Work): Promise<number> {
  const rows = await work.all(Enrolment, sql`t.id = any(${ids}::uuid[]) and not t.ended`);
  const today = dayInBeijing(now);
  await work.updateAll(
    rows.map((row) => row.end(today)),
    enrolmentFacts.ended,
  );
  return rows.length;
}
