import type { Call, PostRole } from '@lianxue/contracts';
import { sql, Store, type FoundRow, type Near } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { splitName } from '../people/names.js';
import { PeopleFields, type PersonShown } from '../people/people-fields.js';
import { ReadingPeople } from '../people/reading-people.js';
import { rosterRoles } from './collections.js';
import { gradeCode, reference, row, type Row } from './row.js';

interface PostFound {
  readonly person: string;
  readonly role: (typeof rosterRoles)[number];
  readonly organisation: string;
  readonly since: string;
  readonly until: string | null;
  readonly ended: boolean;
  readonly about: readonly string[];
}

interface Standing {
  readonly id: string;
  readonly closed: boolean;
  readonly mergedInto: string | null;
  readonly username: string | null;
  readonly grades: number[];
}

const roles: Readonly<Record<(typeof rosterRoles)[number], string>> = {
  pupil: 'student',
  guardian: 'guardian',
  teacher: 'teacher',
  homeroomTeacher: 'teacher',
  subjectResearcher: 'teacher',
  schoolAdmin: 'siteAdministrator',
} satisfies Partial<Record<PostRole, string>>;

/** People in the words of OneRoster, with what the app may read of each where it meets them. */
@Injectable()
export class PeopleRows {
  constructor(
    private readonly store: Store,
    private readonly reading: ReadingPeople,
    private readonly fields: PeopleFields,
  ) {}

  async users(found: readonly FoundRow[], near: Near, call: Call): Promise<Row[]> {
    const ids = found.map(({ id }) => id);
    const [posts, standings, agents] = await Promise.all([this.posts(ids, near), this.standings(ids), this.agents(ids, near)]);
    const shown = await this.shown(ids, posts, call);
    return found.map((reached) => {
      // Without consent there is nothing of a pupil for this app, as if they had left.
      const one = shown.get(reached.id)!.consent === 'missing' ? { ...reached, status: 'tobedeleted' as const } : reached;
      const { closed, mergedInto, username, grades } = standings.get(one.id)!;
      const here = posts.get(one.id) ?? [];
      const person = shown.get(one.id)!;
      const held = here.filter(({ ended }) => !ended);
      return row(one, {
        ...namesOf(person, one),
        username: person.masked || one.status !== 'active' ? undefined : username,
        enabledUser: String(username !== null && !closed && one.status === 'active'),
        roles: (held.length > 0 ? held : here).map((post, place) => ({
          roleType: place === 0 ? 'primary' : 'secondary',
          role: roles[post.role],
          org: reference('org', post.organisation),
          beginDate: post.since,
          ...(post.until !== null && { endDate: post.until }),
        })),
        primaryOrg: reference('org', (held[0] ?? here[0])?.organisation),
        agents: listed([...held.flatMap(({ role, about }) => (role === 'guardian' ? about : [])), ...(agents.get(one.id) ?? [])]),
        grades: grades.length > 0 ? grades.map(gradeCode) : undefined,
        metadata: metadataOf(one, person, closed, mergedInto),
      });
    });
  }

  /** 性别 and what of the birth the app's field profile gives; a whole date is in none. */
  async demographics(found: readonly FoundRow[], near: Near, call: Call): Promise<Row[]> {
    const ids = found.map(({ id }) => id);
    const shown = await this.shown(ids, await this.posts(ids, near), call);
    return found.map((one) => {
      const { gender, birthMonth } = shown.get(one.id)!;
      const readable = one.status === 'active';
      return row(one, {
        sex: readable && gender !== null ? (sexes[gender] ?? 'unspecified') : undefined,
        metadata: readable && birthMonth !== null ? { birthMonth } : undefined,
      });
    });
  }

  /** Everyone as the app may read them at the organisation of their first post in its reach. */
  private async shown(ids: readonly string[], posts: ReadonlyMap<string, readonly PostFound[]>, call: Call) {
    const people = await this.reading.byId(ids);
    const at = (id: string) => {
      const here = posts.get(id) ?? [];
      return (here.find(({ ended }) => !ended) ?? here[0])!.organisation;
    };
    return this.fields.of(call.caller, people, ({ id }) => at(id));
  }

  private async posts(ids: readonly string[], near: Near): Promise<Map<string, PostFound[]>> {
    const rows = await this.store.scan<PostFound>(
      sql`select p.person, p.role, p.organisation, p.since, p.until, p.ended, p.about from post p
          where p.person = any(${ids}::uuid[]) and p.role = any(${rosterRoles}::text[]) and ${near.holds(sql`p.organisation`)} order by p.id`,
    );
    const posts = new Map<string, PostFound[]>();
    for (const post of rows) posts.set(post.person, [...(posts.get(post.person) ?? []), post]);
    return posts;
  }

  private async standings(ids: readonly string[]): Promise<Map<string, Standing>> {
    const rows = await this.store.scan<Standing>(
      sql`select p.id, p.closed, p.merged_into as "mergedInto", (select a.username from account a where a.person = p.id and not a.closed) as username,
                 array(select distinct c.grade_ordinal from enrolment e join school_class c on c.id = e.class
                       where e.person = p.id and e.role = 'pupil' and not e.ended and c.kind = 'homeroom' and not c.ended and c.grade_ordinal is not null) as grades
          from person p where p.id = any(${ids}::uuid[])`,
    );
    return new Map(rows.map((one) => [one.id, one]));
  }

  /** The guardians of pupils. */
  private async agents(ids: readonly string[], near: Near): Promise<Map<string, string[]>> {
    const rows = await this.store.scan<{ guardian: string; wards: string[] }>(
      sql`select p.person as guardian, p.about as wards from post p
          where p.role = 'guardian' and not p.ended and p.about && ${ids}::uuid[] and ${near.holds(sql`p.organisation`)} order by p.id`,
    );
    const agents = new Map<string, string[]>();
    for (const { guardian, wards } of rows) for (const ward of wards) agents.set(ward, [...(agents.get(ward) ?? []), guardian]);
    return agents;
  }
}

const sexes: Readonly<Record<string, string>> = { '1': 'male', '2': 'female' };

/** Whoever has left is a tombstone: no name is told of them any more. */
function namesOf({ name, masked }: PersonShown, { status }: FoundRow): { givenName: string; familyName: string } {
  if (masked || status !== 'active') return { familyName: [...name][0] ?? '', givenName: '*' };
  return splitName(name);
}

/** Why somebody is a tombstone; of the others, whether the name is masked and the number the app may read. */
function metadataOf({ status }: FoundRow, { masked, pupilNumber, consent }: PersonShown, closed: boolean, mergedInto: string | null): Row {
  if (mergedInto !== null) return { reason: 'merged', successor: mergedInto };
  if (consent === 'missing') return { reason: 'consentMissing' };
  if (status !== 'active') return { reason: closed ? 'closed' : 'left' };
  const number = pupilNumber !== null && !pupilNumber.includes('*') ? { pupilNumber } : {};
  return { masked: String(masked), ...number, ...(consent !== null && { consent }) };
}

const listed = (people: readonly string[]) =>
  people.length > 0 ? [...new Set(people)].map((person) => reference('user', person)) : undefined;
