import { classFacts, enrolmentFacts } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { Enrolment } from '../rosters/enrolment.entity.js';
import { namedBefore, remember } from './external-ids.js';
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
  const known = new Map((await work.all(SchoolClass, sql`t.id = any(${[...named.values()]}::uuid[])`)).map((row) => [row.id, row]));
  const fresh = new Map<string, string>();
  const added: SchoolClass[] = [];
  for (const { sourcedId, title, kind, grade, gradeOrdinal, course, term, ended } of rows) {
    const there = known.get(named.get(sourcedId) ?? '');
    if (!there) {
      if (ended) continue;
      const one = Object.assign(new SchoolClass(), { id: newId(), organisation: school, title, kind, grade, gradeOrdinal, course, term });
      added.push(one);
      fresh.set(sourcedId, one.id);
      tally.count('classes', 'added');
      continue;
    }
    const said = { title, kind, grade, gradeOrdinal, course, term, ended };
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

/** Brings enrolments of a roster together with those of the school; both ends have to be there. */
export async function importEnrolments(rows: readonly RosterEnrolment[], school: string, work: Work): Promise<Tally> {
  const tally = new Tally();
  const classes = await namedBefore(
    'roster.class',
    school,
    rows.map((row) => row.class),
    work,
  );
  const people = await namedBefore(
    'roster.user',
    school,
    rows.map((row) => row.user),
    work,
  );
  const named = await namedBefore(
    'roster.enrolment',
    school,
    rows.map(({ sourcedId }) => sourcedId),
    work,
  );
  const held = await work.all(
    Enrolment,
    sql`t.id = any(${[...named.values()]}::uuid[]) or (t.class = any(${[...classes.values()]}::uuid[]) and t.person = any(${[...people.values()]}::uuid[]) and not t.ended)`,
    20_000,
  );
  const fresh = new Map<string, string>();
  const added: Enrolment[] = [];
  for (const row of rows) {
    const inClass = classes.get(row.class);
    const person = people.get(row.user);
    if (!inClass) tally.wrong(row, 'classSourcedId', 'class.unknown');
    if (!person) tally.wrong(row, 'userSourcedId', 'user.unknown');
    if (!inClass || !person) continue;
    const said = { class: inClass, person, role: row.role, since: row.since, until: row.until, ended: row.ended };
    const there =
      held.find(({ id }) => id === named.get(row.sourcedId)) ??
      held.find((one) => one.class === inClass && one.person === person && one.role === row.role && !one.ended);
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
  await remember('roster.enrolment', school, fresh, work);
  return tally;
}

async function change(
  there: Enrolment,
  said: Pick<Enrolment, 'class' | 'person' | 'role' | 'since' | 'until' | 'ended'>,
  work: Work,
  tally: Tally,
): Promise<void> {
  const same = (Object.keys(said) as (keyof typeof said)[]).every((key) => there[key] === said[key]);
  const ends = said.ended && !there.ended;
  tally.count('enrolments', same ? 'unchanged' : ends ? 'ended' : 'changed');
  if (!same) await work.update(Object.assign(there, said), ends ? enrolmentFacts.ended : enrolmentFacts.changed);
}
