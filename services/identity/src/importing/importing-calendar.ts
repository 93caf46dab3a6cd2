import { courseFacts, termFacts } from '@lianxue/contracts';
import { newId, sql, type AggregateClass, type Sql, type Work } from '@lianxue/persistence';
import { Course } from '../courses/course.entity.js';
import { given } from '../given.js';
import { holdsAt } from '../terms/handed-down.js';
import { Term } from '../terms/term.entity.js';
import type { AsOf } from './as-of.js';
import { isId, namedBefore, remember } from './external-ids.js';
import type { RosterCourse, RosterSession } from './roster.js';
import { Tally } from './tally.js';

/** Into which school a calendar and courses are brought, and whether their sender may set and open such. */
export interface Offering {
  readonly school: string;
  readonly asOf: AsOf;
  readonly mayKeep: boolean;
}

/** Brings terms of a roster together with those that hold at the school; what an authority has set is found, and never changed. */
export async function importSessions(rows: readonly RosterSession[], { school, asOf, mayKeep }: Offering, work: Work): Promise<Tally> {
  const tally = new Tally();
  const named = await namedBefore('roster.session', school, rows.flatMap(({ sourcedId, parent }) => [sourcedId, ...(parent ? [parent] : [])]), work); // prettier-ignore
  const ids = [...named.values(), ...rows.flatMap(({ sourcedId, parent }) => [sourcedId, parent ?? '']).filter(isId)];
  const years = [...new Set(rows.map(({ schoolYear }) => schoolYear))];
  const terms = await holding(
    Term,
    sql`(t.id = any(${ids}::uuid[]) or (t.school_year = any(${years}::int[]) and not t.withdrawn))`,
    school,
    work,
  );
  const byId = new Map(terms.map((term) => [term.id, term]));
  const fresh = new Map<string, string>();
  const known = (id: string) => byId.get(fresh.get(id) ?? named.get(id) ?? id);
  const taken = new Set([...named.values()]);
  for (const row of rows) {
    const parent = row.parent === undefined ? undefined : known(row.parent);
    const inParent = parent?.id ?? null;
    const there = known(row.sourcedId) ?? terms.find((term) => !taken.has(term.id) && isSame(term, row, inParent));
    if (!there && row.ended) continue;
    if (row.kind === 'gradingPeriod' && !there?.parent && !parent) tally.wrong(row, 'parentSourcedId', 'session.without_term');
    else if (there && (there.organisation !== school || asOf.isBefore(there))) {
      if (!named.has(row.sourcedId)) fresh.set(row.sourcedId, there.id);
      tally.count('terms', 'unchanged');
    } else if (parent && (row.since < parent.since || row.until > parent.until)) tally.wrong(row, 'startDate', 'session.outside_parent');
    else if (there) {
      if (!named.has(row.sourcedId)) fresh.set(row.sourcedId, there.id);
      const said = { title: row.title, since: row.since, until: row.until, withdrawn: row.ended };
      const same = (Object.keys(said) as (keyof typeof said)[]).every((key) => there[key] === said[key]);
      if (!same && !mayKeep) {
        tally.wrong(row, 'sourcedId', 'session.not_yours');
        continue;
      }
      const ends = row.ended && !there.withdrawn;
      tally.count('terms', same ? 'unchanged' : ends ? 'ended' : 'changed');
      if (!same) await work.update(Object.assign(there, said), ends ? termFacts.withdrawn : termFacts.changed);
    } else if (!mayKeep) tally.wrong(row, 'sourcedId', 'session.not_yours');
    else {
      const { title, kind, schoolYear, since, until } = row;
      const ordinal = kind === 'schoolYear' ? null : (row.ordinal ?? nextOf(terms, row, inParent));
      const term = Object.assign(new Term(), {
        id: newId(),
        organisation: school,
        kind,
        parent: inParent,
        schoolYear,
        ordinal,
        title,
        since,
        until,
      });
      await work.insert(term, termFacts.set);
      terms.push(term);
      byId.set(term.id, term);
      fresh.set(row.sourcedId, term.id);
      tally.count('terms', 'added');
    }
    if (there) taken.add(there.id);
  }
  await remember('roster.session', school, fresh, work);
  return tally;
}

/** Whether a term that holds at the school is the one meant: there is one school year in a year; terms go by title, by number or by their days. */
function isSame(term: Term, row: RosterSession, parent: string | null): boolean {
  if (term.kind !== row.kind || term.schoolYear !== row.schoolYear || term.withdrawn) return false;
  if (row.kind === 'schoolYear') return true;
  const likely = term.title === row.title || (term.since === row.since && term.until === row.until);
  return row.kind === 'term' ? likely || (row.ordinal !== undefined && term.ordinal === row.ordinal) : likely && term.parent === parent;
}

const nextOf = (terms: readonly Term[], { kind, schoolYear }: RosterSession, parent: string | null): number =>
  1 + Math.max(0, ...terms.filter((one) => one.kind === kind && one.schoolYear === schoolYear && (kind === 'term' || one.parent === parent)).map(({ ordinal }) => ordinal ?? 0)); // prettier-ignore

/** Brings courses of a roster together with those the school may use; one of the same content is the same course. */
export async function importCourses(rows: readonly RosterCourse[], { school, asOf, mayKeep }: Offering, work: Work): Promise<Tally> {
  const tally = new Tally();
  const named = await namedBefore('roster.course', school, rows.map(({ sourcedId }) => sourcedId), work); // prettier-ignore
  const ids = [...named.values(), ...rows.map(({ sourcedId }) => sourcedId).filter(isId)];
  const titles = rows.map(({ title }) => title);
  const courses = await holding(
    Course,
    sql`(t.id = any(${ids}::uuid[]) or (t.title = any(${titles}::text[]) and not t.ended))`,
    school,
    work,
  );
  const byId = new Map(courses.map((course) => [course.id, course]));
  const fresh = new Map<string, string>();
  for (const row of rows) {
    const { sourcedId, title, ended } = row;
    const said = given({ title, code: row.code, subject: row.subject, grades: row.grades && [...row.grades], level: row.level, ended });
    const holds = (there: Course) =>
      (Object.keys(said) as (keyof typeof said)[]).every((key) => String(there[key] ?? '') === String(said[key] ?? ''));
    const there = byId.get(named.get(sourcedId) ?? sourcedId) ?? courses.find(holds);
    if (there && !named.has(sourcedId)) fresh.set(sourcedId, there.id);
    if (there && (there.organisation !== school || asOf.isBefore(there) || holds(there))) tally.count('courses', 'unchanged');
    else if (!there && ended) continue;
    else if (!mayKeep) tally.wrong(row, 'sourcedId', 'course.not_yours');
    else if (there) {
      const ends = ended && !there.ended;
      tally.count('courses', ends ? 'ended' : 'changed');
      await work.update(Object.assign(there, said), ends ? courseFacts.ended : courseFacts.changed);
    } else {
      // A subject of the national table is a national course, where the roster does not say otherwise.
      const level = row.level ?? (row.subject && row.subject !== 'other' ? 'national' : 'school');
      const course = Object.assign(new Course(), said, { id: newId(), organisation: school, level });
      await work.insert(course, courseFacts.opened);
      courses.push(course);
      fresh.set(sourcedId, course.id);
      tally.count('courses', 'added');
    }
  }
  await remember('roster.course', school, fresh, work);
  return tally;
}

/** What holds at a school and is asked for, its own first. */
async function holding<E extends Term | Course>(type: AggregateClass<E>, which: Sql, school: string, work: Work): Promise<E[]> {
  const rows = await work.all(type, sql`${which} and ${holdsAt(school)}`, 5000);
  return rows.sort((one, other) => Number(other.organisation === school) - Number(one.organisation === school));
}
