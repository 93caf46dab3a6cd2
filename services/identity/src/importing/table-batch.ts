import { classFacts, dayInBeijing } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { gradeIn } from '../rosters/grades.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import type { Revoked } from '../signing-in/revocations.js';
import type { Told } from '../people/person-details.js';
import type { AsOf } from './as-of.js';
import { recordResumed } from './class-changes.js';
import { importEnrolments } from './importing-enrolments.js';
import type { ImportingPeople } from './importing-people.js';
import type { Ahead } from './drafting.js';
import { classKey, type TablePerson } from './reading-table.js';
import type { RosterPost } from './roster.js';
import { Tally } from './tally.js';

/** What the rows of a table are brought into, besides their school. */
export interface TableInto {
  readonly told: Told;
  readonly mayGive: (role: RosterPost['role']) => boolean;
  readonly now: Date;
  readonly asOf: AsOf;
  readonly ahead: Ahead;
}

/** Brings rows of one school: its classes, the people, who is in which class. */
export async function bringTable(
  rows: readonly TablePerson[],
  school: string,
  { told, mayGive, now, asOf, ahead }: TableInto,
  people: ImportingPeople,
  work: Work,
  revoke: (revoked: Revoked) => void,
): Promise<Tally> {
  const tally = new Tally();
  const classes = await classesOf(rows, school, work, tally);
  const today = dayInBeijing(now);
  const brought = await people.import(
    rows.map(({ person }) => person),
    { school, today, asOf, told, mayGive },
    work,
    revoke,
    'passing',
    ahead,
  );
  tally.add(brought.tally);
  const classOf = new Map(
    rows.map(({ person, class: inClass }) => [brought.named.get(person.sourcedId), inClass && classes.get(classKey(inClass.title))]),
  );
  await recordResumed(
    brought.resumed.map((person) => ({ person, to: classOf.get(person) })),
    school,
    today,
    work,
  );
  const enrolments = rows.flatMap(({ person, class: inClass }) => {
    const known = brought.named.get(person.sourcedId);
    if (!inClass || known === undefined) return [];
    if (brought.onLeave.has(known)) {
      // A list of a day before they went on leave is right about that day.
      if (!asOf.isPast) tally.wrong(person, '班级', 'pupil.on_leave');
      return [];
    }
    const { file, line, sourcedId, posts } = person;
    const role = posts[0]?.role === 'teacher' ? ('teacher' as const) : ('pupil' as const);
    return [
      {
        file,
        line,
        sourcedId,
        class: classKey(inClass.title),
        user: sourcedId,
        role,
        plain: true,
        primary: undefined,
        since: undefined,
        until: undefined,
        ended: false,
      },
    ];
  });
  if (enrolments.length > 0)
    tally.add(await importEnrolments(enrolments, { school, asOf, today }, work, { classes, people: brought.named }));
  return tally;
}

/** The classes the rows name, by key; those the school does not have yet are registered. */
async function classesOf(rows: readonly TablePerson[], school: string, work: Work, tally: Tally): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(rows.flatMap(({ class: inClass }) => (inClass ? [[classKey(inClass.title), inClass] as const] : [])));
  if (wanted.size === 0) return new Map();
  const there = await work.all(SchoolClass, sql`t.organisation = ${school} and t.kind = 'homeroom' and not t.ended`, 5000);
  const found = new Map(there.map(({ id, title }) => [classKey(title), id]));
  const added: SchoolClass[] = [];
  for (const [key, { title, grade }] of wanted) {
    tally.count('classes', found.has(key) ? 'unchanged' : 'added');
    if (found.has(key)) continue;
    const one = Object.assign(new SchoolClass(), { id: newId(), organisation: school, title, grade, gradeOrdinal: gradeIn(grade) });
    added.push(one);
    found.set(key, one.id);
  }
  await work.insertAll(added, classFacts.registered);
  return found;
}
