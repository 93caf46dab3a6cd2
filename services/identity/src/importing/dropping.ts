import { dayInBeijing, enrolmentFacts } from '@lianxue/contracts';
import { sql, type Store, type Work } from '@lianxue/persistence';
import { Enrolment } from '../rosters/enrolment.entity.js';
import type { PersonNumbers } from '../people/person-numbers.js';
import type { AsOf } from './as-of.js';
import { classKey, type TablePerson } from './reading-table.js';
import { SeenNumbers } from './seen-numbers.js';

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

/** The classes that would lose more than this share. */
export const losingTooMuch = ({ classes }: Drops, most: number): ClassLosing[] =>
  classes.filter(({ pupils, dropped }) => dropped > 0 && (dropped > pupils * most || pupils <= fewPupils));

/** Which pupils a complete list no longer has: they leave the classes it speaks of, and no other. */
export class SeenInClasses {
  private readonly seen = new SeenNumbers();
  private readonly classes = new Map<string, Set<string>>();

  constructor(private readonly numbers: PersonNumbers) {}

  note(school: string, { person: { idType = '1', idNumber, pupilNumber }, class: inClass }: TablePerson): void {
    if (!inClass) return;
    const key = classKey(inClass.title);
    this.classes.set(school, (this.classes.get(school) ?? new Set()).add(key));
    if (idNumber) this.seen.add(placeOf(school, key, this.numbers.idLookup(idType, idNumber)));
    if (pupilNumber) this.seen.add(placeOf(school, key, this.numbers.pupilLookup(pupilNumber)));
  }

  /** None of those who came since the list was true. */
  async drops(asOf: AsOf, store: Store): Promise<Drops> {
    const enrolments: string[] = [];
    const classes: ClassLosing[] = [];
    for (const [school, keys] of this.classes) {
      const rows = await store.read<{ id: string; class: string; title: string; lookups: (string | null)[] }>(
        sql`select e.id, e.class, c.title, array[p.id_number_lookup, p.pupil_number_lookup] || array(select f.lookup from former_number f where f.person = p.id) as lookups
            from enrolment e join school_class c on c.id = e.class join person p on p.id = e.person
            where c.organisation = ${school} and not c.ended and not e.ended and e.role = 'pupil' and (not ${asOf.isPast} or e.updated_at <= ${asOf.at})`,
      );
      const byClass = new Map<string, { title: string; pupils: number; dropped: number }>();
      for (const { id, class: inClass, title, lookups } of rows) {
        const key = classKey(title);
        if (!keys.has(key)) continue;
        const one = byClass.get(inClass) ?? { title, pupils: 0, dropped: 0 };
        byClass.set(inClass, one);
        one.pupils++;
        if (lookups.some((lookup) => lookup !== null && this.seen.has(placeOf(school, key, lookup)))) continue;
        one.dropped++;
        enrolments.push(id);
      }
      for (const [inClass, one] of byClass) classes.push({ class: inClass, ...one });
    }
    return { enrolments, classes };
  }
}

const placeOf = (school: string, inClass: string, lookup: string): string => `${school}|${inClass}|${lookup}`;

/** What a complete list of OneRoster files no longer has, of the classes it names. */
export async function dropsOfRoster(
  school: string,
  classes: readonly string[],
  enrolments: ReadonlySet<string>,
  asOf: AsOf,
  store: Store,
): Promise<Drops> {
  const rows = await store.read<{ id: string; class: string; title: string; named: string }>(
    sql`select e.id, e.class, c.title, x.value as named
        from external_id n join school_class c on c.id = n.entity
        join enrolment e on e.class = c.id and not e.ended and e.role = 'pupil' and (not ${asOf.isPast} or e.updated_at <= ${asOf.at})
        join external_id x on x.entity = e.id and x.kind = 'roster.enrolment' and x.source = ${school}
        where n.kind = 'roster.class' and n.source = ${school} and n.value = any(${classes}::text[])`,
  );
  const dropped = rows.filter(({ named }) => !enrolments.has(named));
  const titles = new Map(rows.map(({ class: inClass, title }) => [inClass, title]));
  const count = (of: typeof rows, inClass: string) => of.filter((row) => row.class === inClass).length;
  return {
    enrolments: dropped.map(({ id }) => id),
    classes: [...titles].map(([inClass, title]) => ({
      class: inClass,
      title,
      pupils: count(rows, inClass),
      dropped: count(dropped, inClass),
    })),
  };
}

/** Ends enrolments; answers how many were not over already. */
export async function endEnrolments(ids: readonly string[], now: Date, work: Work): Promise<number> {
  const rows = await work.all(Enrolment, sql`t.id = any(${ids}::uuid[]) and not t.ended`);
  const today = dayInBeijing(now);
  await work.updateAll(rows.map((row) => row.end(today)), enrolmentFacts.ended); // prettier-ignore
  return rows.length;
}
