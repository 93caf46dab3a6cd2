import { personFacts, postFacts, type PersonField, type PostRole } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { endPost, followPosts } from '../people/ending.js';
import { kindOf, Person } from '../people/person.entity.js';
import { admitted, PersonDetails, type Told } from '../people/person-details.js';
import { PersonNumbers } from '../people/person-numbers.js';
import { Post } from '../people/post.entity.js';
import type { Revoked } from '../signing-in/revocations.js';
import { namedBefore, remember } from './external-ids.js';
import type { RosterPerson, RosterPost } from './roster.js';
import { Tally } from './tally.js';

/** For whom people are imported, and what the sender may give and end there. */
export interface Into {
  readonly school: string;
  readonly today: string;
  /** In whose name the files speak. */
  readonly told: Told;
  readonly mayGive: (role: RosterPost['role']) => boolean;
}

/** What a batch of people is brought together with. */
interface Batch extends Into {
  readonly work: Work;
  readonly revoke: (revoked: Revoked) => void;
  readonly tally: Tally;
  /** Person ids by roster id; grows as people are added. */
  readonly named: Map<string, string>;
  readonly people: Map<string, Person>;
  /** Records that carry one of the batch's numbers, by the number's hash. */
  readonly byNumber: Map<string, Person>;
  readonly posts: Post[];
  /** Added by this batch; written together at its end. */
  readonly fresh: { readonly people: Person[]; readonly posts: Post[] };
}

/** Brings people of a roster together with what is registered: adds, changes, ends, or leaves alone. */
@Injectable()
export class ImportingPeople {
  constructor(
    private readonly numbers: PersonNumbers,
    private readonly details: PersonDetails,
  ) {}

  async import(rows: readonly RosterPerson[], into: Into, work: Work, revoke: (revoked: Revoked) => void): Promise<Tally> {
    const batch = await this.gather(rows, into, work, revoke);
    const before = new Map(batch.named);
    for (const row of rows) await this.bring(row, batch);
    await work.insertAll(batch.fresh.people, personFacts.registered);
    await work.insertAll(batch.fresh.posts, postFacts.given);
    const fresh = new Map([...batch.named].filter(([id, person]) => before.get(id) !== person));
    await remember('roster.user', into.school, fresh, work);
    return batch.tally;
  }

  private async gather(rows: readonly RosterPerson[], into: Into, work: Work, revoke: Batch['revoke']): Promise<Batch> {
    const { school } = into;
    const ids = rows.flatMap(({ sourcedId, posts }) => [sourcedId, ...posts.flatMap(({ wards }) => wards)]);
    const named = await namedBefore('roster.user', school, ids, work);
    const lookups = rows.flatMap((row) => Object.values(this.lookupsOf(row))).filter((lookup) => lookup !== undefined);
    const known = await work.all(
      Person,
      sql`t.id = any(${[...named.values()]}::uuid[]) or ((t.id_number_lookup = any(${lookups}::text[]) or t.pupil_number_lookup = any(${lookups}::text[])) and not t.closed)`,
      10_000,
    );
    const people = new Map(known.map((person) => [person.id, person]));
    const byNumber = new Map<string, Person>();
    for (const person of known)
      for (const lookup of [person.idNumberLookup, person.pupilNumberLookup]) if (lookup && !person.closed) byNumber.set(lookup, person);
    const posts = await work.all(
      Post,
      sql`t.person = any(${[...people.keys()]}::uuid[]) and t.organisation = ${school} and not t.ended`,
      10_000,
    );
    return { ...into, work, revoke, tally: new Tally(), named, people, byNumber, posts, fresh: { people: [], posts: [] } };
  }

  private lookupsOf({ idNumber, pupilNumber }: RosterPerson) {
    return {
      idNumberLookup: idNumber === undefined ? undefined : this.numbers.idLookup('1', idNumber),
      pupilNumberLookup: pupilNumber === undefined ? undefined : this.numbers.pupilLookup(pupilNumber),
    };
  }

  private async bring(row: RosterPerson, batch: Batch): Promise<void> {
    const { tally, named, people, byNumber, school } = batch;
    const holders = Object.values(this.lookupsOf(row)).flatMap((lookup) => (lookup && byNumber.get(lookup)) || []);
    const person = people.get(named.get(row.sourcedId) ?? '') ?? holders[0];
    if (person?.closed) return tally.wrong(row, 'sourcedId', 'person.closed');
    if (person && person.organisation !== school) return tally.wrong(row, 'userIds', 'person.elsewhere');
    if (holders.some((holder) => holder !== person)) return tally.wrong(row, 'userIds', 'number.taken');
    if (row.ended) return person ? this.leave(person, batch) : undefined;
    const kept = person ? await this.update(person, row, batch) : await this.add(row, batch);
    named.set(row.sourcedId, kept.id);
    for (const post of row.posts) await this.bringPost(kept, post, batch);
  }

  private async add(row: RosterPerson, { school, fresh, tally, told, work }: Batch): Promise<Person> {
    const kinds = [...new Set(row.posts.filter(({ ended }) => !ended).map(({ role }) => kindOf(role)))].sort();
    const person = Object.assign(new Person(), { id: newId(), organisation: school, kinds });
    await this.details.tell(person, { ...detailsOf(row), idType: row.idNumber && '1' }, told, work);
    fresh.people.push(person);
    tally.count('people', 'added');
    return person;
  }

  /** A roster that says nothing of a number leaves it as it is, and so does one that says what another system keeps. */
  private async update(person: Person, row: RosterPerson, { byNumber, work, tally, told }: Batch): Promise<Person> {
    const details = detailsOf(row);
    const fields = (Object.keys(details) as PersonField[]).filter((field) => details[field as keyof typeof details] !== undefined);
    const heard = Object.fromEntries(admitted(person, fields, told).map((field) => [field, details[field as keyof typeof details]]));
    const kinds = [...new Set([...person.kinds, ...row.posts.filter(({ ended }) => !ended).map(({ role }) => kindOf(role))])].sort();
    const before = person.sources;
    const changed = await this.details.tell(person, heard, told, work);
    const same = changed.length === 0 && kinds.length === person.kinds.length;
    tally.count('people', same ? 'unchanged' : 'changed');
    if (same) return Object.assign(person, { sources: before });
    for (const lookup of [person.idNumberLookup, person.pupilNumberLookup]) if (lookup) byNumber.set(lookup, person);
    return work.update(Object.assign(person, { kinds }), personFacts.changed);
  }

  private async bringPost(person: Person, row: RosterPost, batch: Batch): Promise<void> {
    const { school, today, work, tally, posts, named, fresh } = batch;
    const wards = row.wards.map((ward) => named.get(ward));
    if (wards.includes(undefined)) return tally.wrong(row, 'agentSourcedIds', 'user.unknown');
    const about = row.role === 'pupil' ? [person.id] : (wards as string[]);
    const held = posts.find((post) => post.person === person.id && post.role === row.role && !post.ended);
    if (row.ended) return held ? this.endPosts(person, [held], batch) : undefined;
    if (!held) {
      const post = Object.assign(new Post(), {
        id: newId(),
        organisation: school,
        person: person.id,
        role: row.role,
        about,
        since: row.since ?? today,
        until: row.until,
      });
      fresh.posts.push(post);
      return tally.count('posts', 'added');
    }
    const since = row.since ?? held.since;
    const same = held.since === since && held.until === row.until && [...held.about].sort().join() === [...about].sort().join();
    tally.count('posts', same ? 'unchanged' : 'changed');
    if (!same) await work.update(Object.assign(held, { since, until: row.until, about }), postFacts.changed);
  }

  /** A person the roster marks as gone leaves what rosters give at this school; their record and other posts stay. */
  private async leave(person: Person, batch: Batch): Promise<void> {
    const held = batch.posts.filter(
      (post) => post.person === person.id && !post.ended && isOfRosters(post.role) && batch.mayGive(post.role),
    );
    batch.tally.count('people', held.length > 0 ? 'ended' : 'unchanged');
    await this.endPosts(person, held, batch);
  }

  private async endPosts(person: Person, held: readonly Post[], { today, work, revoke, tally }: Batch): Promise<void> {
    for (const post of held) {
      revoke(await endPost(post, today, work));
      tally.count('posts', 'ended');
    }
    if (held.length > 0) await followPosts(person, work);
  }
}

const isOfRosters = (role: PostRole): role is RosterPost['role'] => role === 'pupil' || role === 'teacher' || role === 'guardian';

const detailsOf = ({ name, idNumber, pupilNumber, phone }: RosterPerson) => ({ name, idNumber, pupilNumber, phone });
