import { classFacts, enrolmentFacts } from '@lianxue/contracts';
import { newId, render, sql, type Work } from '@lianxue/persistence';
import { given } from '../given.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import type { AsOf } from './as-of.js';
import { isId, namedBefore, remember, type RosterThing } from './external-ids.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import { termsOfClass } from '../terms/handed-down.js';
import type { Named, RosterClass } from './roster.js';
import { Tally } from './tally.js';

/** What the classes of a roster are brought into. */
export interface ClassesInto {
  readonly school: string;
  readonly asOf: AsOf;
  readonly today: string;
  /** Whether what a class names of these has to be known: the roster has their file, and its sender may bring it in. */
  readonly sent: { readonly courses: boolean; readonly sessions: boolean };
}

/** Brings classes of a roster together with those of the school. */
export async function importClasses(rows: readonly RosterClass[], { school, today, asOf, sent }: ClassesInto, work: Work): Promise<Tally> {
  const tally = new Tally();
  const before = (kind: RosterThing, ids: readonly string[]) => namedBefore(kind, school, ids, work);
  const named = await before('roster.class', rows.map(({ sourcedId }) => sourcedId)); // prettier-ignore
  const courses = await titled('course', await before('roster.course', rows.flatMap(({ course }) => course?.ids ?? [])), work); // prettier-ignore
  const terms = await titled('term', await before('roster.session', rows.flatMap(({ terms }) => terms?.ids ?? [])), work); // prettier-ignore
  // A roster this platform gave out names classes by their ids.
  const own = rows.map(({ sourcedId }) => sourcedId).filter((id) => isId(id) && !named.has(id));
  const there = await work.all(SchoolClass, sql`t.id = any(${[...named.values(), ...own]}::uuid[]) and t.organisation = ${school}`, 5000);
  const known = new Map(there.map((row) => [row.id, row]));
  const shown = await termsShown(there.filter(({ termIds }) => termIds.length === 0).map(({ id }) => id), today, work); // prettier-ignore
  const fresh = new Map<string, string>();
  const added: SchoolClass[] = [];
  const over: string[] = [];
  for (const row of rows) {
    const there = known.get(named.get(row.sourcedId) ?? row.sourcedId);
    const course = taken(row.course, courses, sent.courses);
    const inTerms = taken(row.terms, terms, sent.sessions);
    if (!course) tally.wrong(row, row.course!.field, 'course.unknown');
    if (!inTerms) tally.wrong(row, row.terms!.field, 'term.unknown');
    if (!course || !inTerms) continue;
    const { title, grade, gradeOrdinal, ended } = row;
    const said = given({
      title,
      kind: row.kind ?? (course.ids?.length ? ('scheduled' as const) : undefined),
      ...{ grade, gradeOrdinal },
      ...{ courseId: row.kind === 'homeroom' ? null : course.ids && (course.ids[0] ?? null), course: course.words },
      ...{ termIds: inTerms.ids, term: inTerms.words },
    });
    if (!there) {
      if (ended) continue;
      const one = Object.assign(new SchoolClass(), said, { id: newId(), organisation: school });
      added.push(one);
      fresh.set(row.sourcedId, one.id);
      tally.count('classes', 'added');
      continue;
    }
    if (!named.has(row.sourcedId)) fresh.set(row.sourcedId, there.id);
    const { grade: _, gradeOrdinal: __, ...ungraded } = said;
    const news = asOf.isBefore(there) ? undefined : newsOf(there, { ...(row.gradeOfCourse ? ungraded : said), ended }, shown.get(there.id));
    const ends = ended && !there.ended;
    tally.count('classes', !news ? 'unchanged' : ends ? 'ended' : 'changed');
    if (news) await work.update(Object.assign(there, news), ends ? classFacts.ended : classFacts.changed);
    if (news && ends) over.push(there.id);
  }
  // Nobody is in a class that is over.
  const left = over.length === 0 ? [] : await work.all(Enrolment, sql`t.class = any(${over}::uuid[]) and not t.ended`, 20_000);
  await work.updateAll(
    left.map((one) => one.end(today)),
    enrolmentFacts.ended,
  );
  tally.counts.enrolments.ended += left.length;
  await work.insertAll(added, classFacts.registered);
  await remember('roster.class', school, fresh, work);
  return tally;
}

type Titles = ReadonlyMap<string, { readonly id: string; readonly title: string }>;

/** Terms or courses by what the roster calls them. */
async function titled(table: 'term' | 'course', named: ReadonlyMap<string, string>, work: Work): Promise<Titles> {
  if (named.size === 0) return new Map();
  const rows = await work.query<{ id: string; title: string }>(`select id, title from ${table} where id = any($1::uuid[])`, [
    [...named.values()],
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map([...named].flatMap(([name, id]) => (byId.has(id) ? [[name, byId.get(id)!]] : [])));
}

/** What a class is told of its course or terms: ids and words, words alone, or nothing; undefined when it names what has to be known and is not. */
function taken(named: Named | undefined, titles: Titles, mustKnow: boolean): { ids?: string[]; words?: string | null } | undefined {
  if (named === undefined) return {};
  const found = named.ids.flatMap((id) => titles.get(id) ?? []);
  if (found.length === named.ids.length)
    return { ids: found.map(({ id }) => id), words: found.map(({ title }) => title).join('、') || null };
  if (mustKnow) return undefined;
  return named.words === null ? {} : { words: named.words };
}

/** The terms that stand beside classes without any where OneRoster is spoken. */
async function termsShown(classes: readonly string[], today: string, work: Work): Promise<ReadonlyMap<string, readonly string[]>> {
  if (classes.length === 0) return new Map();
  const { text, values } = render(
    sql`select c.id, ${termsOfClass(today)} as terms from school_class c where c.id = any(${classes}::uuid[])`,
  );
  const rows = await work.query<{ id: string; terms: string[] }>(text, values);
  return new Map(rows.map(({ id, terms }) => [id, terms]));
}

type Said = Partial<Pick<SchoolClass, 'title' | 'kind' | 'grade' | 'gradeOrdinal' | 'courseId' | 'course' | 'termIds' | 'term' | 'ended'>>;

/** What a roster tells of a class that is not known: other words for the same grade, course or terms are no news. */
function newsOf(there: SchoolClass, said: Said, shown: readonly string[] | undefined): Said | undefined {
  const news = { ...said };
  const sameTerms = (terms: readonly string[]) => [...terms].sort().join() === [...(news.termIds ?? [])].sort().join();
  if (news.gradeOrdinal && news.gradeOrdinal === there.gradeOrdinal) delete news.grade;
  if (news.courseId !== undefined && news.courseId === there.courseId) delete news.course;
  if (news.termIds && (sameTerms(there.termIds) || (shown && sameTerms(shown)))) {
    delete news.termIds;
    delete news.term;
  }
  const differs = (key: keyof Said) => (key === 'termIds' ? true : there[key] !== news[key]);
  return (Object.keys(news) as (keyof Said)[]).some(differs) ? news : undefined;
}
