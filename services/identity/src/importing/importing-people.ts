import { personFacts, postFacts, type PersonField } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { setImmediate as turn } from 'node:timers/promises';
import { LookAlikes, type Asked } from '../merging/look-alikes.js';
import { kindOf, Person } from '../people/person.entity.js';
import { admitted, PersonDetails } from '../people/person-details.js';
import { Post } from '../people/post.entity.js';
import type { Revoked } from '../signing-in/revocations.js';
import type { AsOf } from './as-of.js';
import { detailsOf, Drafting, type Ahead, type Source } from './drafting.js';
import { isId, namedBefore, remember } from './external-ids.js';
import { bringPost, gives, heldAs, leave, postKey } from './importing-posts.js';
import { letGo, type Leaving } from './letting-go.js';
import type { RosterPerson, RosterPost } from './roster.js';
import { Tally } from './tally.js';

/** For whom people are imported, and what the sender may give and end there. */
export interface Into extends Source {
  readonly today: string;
  readonly asOf: AsOf;
  readonly mayGive: (role: RosterPost['role']) => boolean;
}

/** What a batch of people is brought together with. */
export interface Batch extends Into {
  readonly work: Work;
  readonly revoke: (revoked: Revoked) => void;
  readonly tally: Tally;
  /** Person ids by roster id; grows as people are added. */
  readonly named: Map<string, string>;
  readonly people: Map<string, Person>;
  /** Records that carry one of the batch's numbers, by the number's hash. */
  readonly byNumber: Map<string, Person>;
  /** Posts they hold at this school, by person and role. */
  readonly posts: Map<string, Post>;
  /** Those of them who are pupils there now. */
  readonly pupils: Set<string>;
  /** What rows have ended, and how whoever held it left. */
  readonly leaving: Leaving[];
  /** Those of them who are on leave 休学 now; whom rows have sent on leave, and whom they have back. */
  readonly onLeave: Set<string>;
  readonly suspended: string[];
  readonly resumed: string[];
  /** Those they have lost there since the roster was true. */
  readonly lost: ReadonlySet<string>;
  readonly ahead: Ahead;
  /** Added by this batch, and not given to the database yet. */
  readonly fresh: { readonly people: Person[]; readonly posts: Post[] };
}

/** New people given to the database at once: it writes these while the next are brought. */
const givenAtOnce = 200;

/** What a batch of people did, and who its rows turned out to be. */
export interface PeopleBrought {
  readonly tally: Tally;
  /** Person ids by the rows' own ids. */
  readonly named: ReadonlyMap<string, string>;
  /** Pupils who are on leave, and those who are back from it. */
  readonly onLeave: ReadonlySet<string>;
  readonly resumed: readonly string[];
}

/** Brings people of a roster together with what is registered: adds, changes, ends, or leaves alone. */
@Injectable()
export class ImportingPeople {
  constructor(
    private readonly drafting: Drafting,
    private readonly details: PersonDetails,
    private readonly lookAlikes: LookAlikes,
  ) {}

  /**
   * Rows of rosters have ids that are good for the next roster too; rows of tables have none, and their people are known by their
   * numbers alone.
   */
  async import(
    rows: readonly RosterPerson[],
    into: Into,
    work: Work,
    revoke: (revoked: Revoked) => void,
    ids: 'kept' | 'passing' = 'kept',
    ahead: Ahead = new Map(),
  ): Promise<PeopleBrought> {
    const batch = await this.gather(rows, into, work, revoke, ids, ahead);
    const before = new Map(batch.named);
    await this.bringAll(rows, batch);
    const fresh = new Map([...batch.named].filter(([id, person]) => before.get(id) !== person));
    if (ids === 'kept') await remember('roster.user', into.school, fresh, work);
    const { tally, named, onLeave, resumed } = batch;
    return { tally, named, onLeave, resumed };
  }

  private async bringAll(rows: readonly RosterPerson[], batch: Batch): Promise<void> {
    const { work, fresh } = batch;
    const asked = new Map<Person, readonly Asked[]>();
    const people: Person[] = [];
    const given: Promise<void>[] = [];
    const give = () => {
      people.push(...fresh.people);
      given.push(work.insertAll(fresh.people.splice(0), personFacts.registered), work.insertAll(fresh.posts.splice(0), postFacts.given));
      for (const one of given.slice(-2)) one.catch(() => {}); // All are awaited in the end.
    };
    try {
      for (const row of rows) {
        const before = fresh.people.length;
        await this.bring(row, batch);
        const added = fresh.people[before];
        if (added) asked.set(added, batch.ahead.get(row)?.draft?.asked ?? this.drafting.askedOf(added, row));
        if (fresh.people.length < givenAtOnce) continue;
        give();
        await turn();
      }
      give();
      await this.lookAlikes.note(people, work, (person) => asked.get(person)!);
    } finally {
      await Promise.allSettled(given);
    }
    await Promise.all(given);
    await letGo(batch);
  }

  private async gather(
    rows: readonly RosterPerson[],
    into: Into,
    work: Work,
    revoke: Batch['revoke'],
    kept: 'kept' | 'passing',
    ahead: Ahead,
  ): Promise<Batch> {
    const { school } = into;
    const ids = rows.flatMap(({ sourcedId, posts }) => [sourcedId, ...posts.flatMap(({ wards }) => wards)]);
    const named = kept === 'kept' ? await namedBefore('roster.user', school, ids, work) : new Map<string, string>();
    const lookups = rows
      .flatMap((row) => Object.values(ahead.get(row)?.lookups ?? this.drafting.lookupsOf(row)))
      .filter((lookup) => lookup !== undefined);
    const holders = await work.query<{ id: string }>(
      `select id from person where id_number_lookup = any($1::text[]) and not closed
       union select id from person where pupil_number_lookup = any($1::text[]) and not closed
       union select person from former_number where lookup = any($1::text[])`,
      [lookups],
    );
    // A roster this platform gave out names its people by their ids.
    const own = ids.filter((id) => isId(id) && !named.has(id));
    const found = await this.locked(Person, [...named.values(), ...own, ...holders.map(({ id }) => id)], work);
    const people = new Map(found.map((person) => [person.id, person]));
    const byNumber = new Map<string, Person>();
    for (const person of found)
      for (const lookup of [person.idNumberLookup, person.pupilNumberLookup]) if (lookup && !person.closed) byNumber.set(lookup, person);
    await this.addFormer(found, byNumber, work);
    const held =
      people.size === 0
        ? []
        : await work.all(Post, sql`t.person = any(${[...people.keys()]}::uuid[]) and t.organisation = ${school} and not t.ended`, 20_000);
    const posts = new Map(held.map((post) => [postKey(post.person, post.role), post]));
    const pupils = new Set(held.filter(({ role }) => role === 'pupil').map(({ person }) => person));
    const onLeave = new Set(held.filter(({ pupilStatus }) => pupilStatus === '02').map(({ person }) => person));
    const lost = new Set<string>();
    if (into.asOf.isPast) {
      const ended = await work.query<{ person: string; role: string }>(
        'select person, role from post where person = any($1::uuid[]) and organisation = $2 and ended and updated_at > $3',
        [[...people.keys()], school, into.asOf.at],
      );
      for (const { person, role } of ended) lost.add(postKey(person, role));
    }
    const known = { named, people, byNumber, posts, pupils, onLeave, lost };
    const changes: Pick<Batch, 'leaving' | 'suspended' | 'resumed'> = { leaving: [], suspended: [], resumed: [] };
    return { ...into, ...known, ...changes, work, revoke, tally: new Tally(), ahead, fresh: { people: [], posts: [] } };
  }

  private async locked(type: typeof Person, ids: readonly string[], work: Work): Promise<Person[]> {
    return ids.length === 0 ? [] : work.all(type, sql`t.id = any(${ids}::uuid[])`, 20_000);
  }

  /** A number a person carried before still names them, where nobody else carries it now. */
  private async addFormer(known: readonly Person[], byNumber: Map<string, Person>, work: Work): Promise<void> {
    if (known.length === 0) return;
    const open = new Map(known.filter(({ closed }) => !closed).map((person) => [person.id, person]));
    const former = await work.query<{ person: string; lookup: string }>(
      'select person, lookup from former_number where person = any($1::uuid[])',
      [[...open.keys()]],
    );
    for (const { person, lookup } of former) if (!byNumber.has(lookup)) byNumber.set(lookup, open.get(person)!);
  }

  private async bring(row: RosterPerson, batch: Batch): Promise<void> {
    const { tally, named, people, byNumber, school } = batch;
    const holders = Object.values(batch.ahead.get(row)?.lookups ?? this.drafting.lookupsOf(row)).flatMap(
      (lookup) => (lookup && byNumber.get(lookup)) || [],
    );
    const person = people.get(named.get(row.sourcedId) ?? row.sourcedId) ?? holders[0];
    if (person?.closed) return tally.wrong(row, 'sourcedId', 'person.closed');
    if (person && person.organisation !== school) return this.bringFromElsewhere(person, row, batch);
    if (holders.some((holder) => holder !== person)) return tally.wrong(row, row.numberField ?? 'userIds', 'number.taken');
    if (row.ended) return person ? leave(person, row, batch) : undefined;
    if (!person && row.posts.length > 0 && !row.posts.some((post) => gives(post, batch))) return;
    const kept = person ? await this.update(person, row, batch) : this.add(row, batch);
    named.set(row.sourcedId, kept.id);
    for (const post of row.posts) await bringPost(kept, post, batch);
  }

  /** Whose record another school keeps: of the posts they hold here this roster may speak, of them it may not. */
  private async bringFromElsewhere(person: Person, row: RosterPerson, batch: Batch): Promise<void> {
    if (row.ended) return leave(person, row, batch);
    const held = row.posts.every((post) => heldAs(person, post, batch.posts));
    if (row.posts.length === 0 || !held) return batch.tally.wrong(row, row.numberField ?? 'userIds', 'person.elsewhere');
    batch.tally.count('people', 'unchanged');
    batch.named.set(row.sourcedId, person.id);
    for (const post of row.posts) await bringPost(person, post, batch);
  }

  private add(row: RosterPerson, { fresh, tally, ahead, ...into }: Batch): Person {
    const person = ahead.get(row)?.draft?.person ?? this.drafting.personOf(row, into);
    fresh.people.push(person);
    tally.count('people', 'added');
    return person;
  }

  /** A roster that says nothing of a number leaves it as it is, and so does one that says what another system keeps. */
  private async update(person: Person, row: RosterPerson, { byNumber, lost, work, tally, told }: Batch): Promise<Person> {
    const details = detailsOf(row);
    const fields = (Object.keys(details) as PersonField[]).filter((field) => details[field] !== undefined);
    const heard = Object.fromEntries(admitted(person, fields, told).map((field) => [field, details[field]]));
    const holds = row.posts.filter(({ ended, role }) => !ended && !lost.has(postKey(person.id, role)));
    const kinds = [...new Set([...person.kinds, ...holds.map(({ role }) => kindOf(role))])].sort();
    const before = person.sources;
    const changed = await this.details.tell(person, heard, told, work);
    const same = changed.length === 0 && kinds.length === person.kinds.length;
    tally.count('people', same ? 'unchanged' : 'changed');
    if (same) return Object.assign(person, { sources: before });
    for (const lookup of [person.idNumberLookup, person.pupilNumberLookup]) if (lookup) byNumber.set(lookup, person);
    return work.update(Object.assign(person, { kinds }), personFacts.changed);
  }
}
