import {
  assertThat,
  CLOCK,
  dayInBeijing,
  duplicateFacts,
  mergerFacts,
  MergeSame,
  MergeTaken,
  MergeTooOld,
  MergeUnfit,
  MergeUnknown,
  personFacts,
  PersonUnknown,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { followPosts, followPostsOf } from '../people/ending.js';
import { postsWithinPower } from '../people/granting.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { Revocations, type Revoked } from '../signing-in/revocations.js';
import { Duplicate } from './duplicate.entity.js';
import { Merger, type Trace } from './merger.entity.js';
import { adoptNumbers, giveBackNumbers } from './numbers-passing.js';
import { passAccount, passConsents, passDeletions, passSignInLinks, passWaysIn, settlePairs } from './passing-along.js';
import { PassingOver, putBack } from './passing-over.js';

/** A merging can be undone for so long. */
export const undoableMs = 30 * 86_400_000;

/** Two records of one person become one; undone, everything is where it was. */
@Injectable()
export class Merging {
  constructor(
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async merge(fromId: string, intoId: string, call: Call): Promise<Merger> {
    assertThat(fromId !== intoId, MergeSame);
    return this.revocations.commit(call, async (work, revoke) => {
      const [from, into] = await both(fromId, intoId, work);
      from.refuseClosed();
      into.refuseClosed();
      for (const { id } of [from, into]) await postsWithinPower(id, work, call);
      const [underWay] = await work.query(`select 1 from transfer where person in ($1, $2) and status in ('requested', 'released')`, [
        fromId,
        intoId,
      ]);
      assertThat(!underWay, MergeUnfit);
      const trace = await this.passOver(from, into, work, revoke);
      revoke({ kind: 'subject', value: from.id, forGood: true });
      await followPosts([into], work);
      const merger = Object.assign(new Merger(), { organisation: into.organisation, from: from.id, into: into.id, trace });
      return work.insert(merger, mergerFacts.made);
    });
  }

  undo(fromId: string, call: Call): Promise<Merger> {
    return this.revocations.commit(call, async (work, revoke) => {
      const from = await work.one(Person, fromId, PersonUnknown);
      const [merger] = await work.all(Merger, sql`t.from_person = ${fromId} and not t.undone`, 1);
      assertThat(merger, MergeUnknown);
      const into = await work.one(Person, merger.into, PersonUnknown);
      assertThat(this.clock.now().getTime() - merger.createdAt.getTime() <= undoableMs, MergeTooOld);
      assertThat(!into.closed, MergeTaken);
      await postsWithinPower(into.id, work, call);
      const { steps, numbers, externalIds, duplicate } = merger.trace;
      // The successor gives back numbers before the other carries them again.
      await giveBackNumbers(into.id, from.id, numbers, externalIds, work);
      for (const step of [...steps].reverse()) assertThat(await putBack(step, into.id, work), MergeTaken);
      const [again] = await work.all(Person, sql`t.id = ${fromId}`, 1);
      Object.assign(again!, { closed: false, mergedInto: null });
      await work.update(again!, personFacts.unmerged);
      await followPostsOf([fromId, into.id], work);
      for (const pair of await work.all(Duplicate, sql`t.id = ${duplicate}`))
        await work.update(Object.assign(pair, { state: 'open' }), duplicateFacts.changed);
      revoke({ kind: 'subject', value: into.id });
      return work.update(Object.assign(merger, { undone: true }), mergerFacts.undone);
    });
  }

  private async passOver(from: Person, into: Person, work: Work, revoke: (revoked: Revoked) => void): Promise<Trace> {
    const passing = new PassingOver(work);
    // First, so that the successor may carry the numbers.
    Object.assign(from, { closed: true, mergedInto: into.id });
    await work.update(from, personFacts.merged);
    const adopted = await adoptNumbers(from, into, this.clock.now(), passing, work);
    await this.passPosts(from.id, into.id, passing, work, revoke);
    await passing.moveAll('enrolment', from.id, into.id, (row, held) =>
      !row.ended && held.some((other) => !other.ended && other.class === row.class && other.role === row.role) ? this.over() : undefined,
    );
    await passing.moveAll('movement', from.id, into.id);
    await passing.moveAll('staffRecord', from.id, into.id);
    await passing.moveAll('card', from.id, into.id);
    await passWaysIn(from.id, into.id, passing, work);
    await passConsents(from.id, into.id, passing, work);
    await passDeletions(from.id, into.id, passing, work);
    await settlePairs(from.id, into.id, passing, work);
    await passAccount(from, into, passing, work);
    await passSignInLinks(from, into, passing, work);
    const [one, other] = [from.id, into.id].sort();
    const [pair] = await work.all(Duplicate, sql`t.one = ${one} and t.other = ${other} and t.state = 'open'`, 1);
    if (pair) await work.update(Object.assign(pair, { state: 'settled' }), duplicateFacts.settled);
    return { steps: passing.steps, ...adopted, duplicate: pair?.id ?? null };
  }

  private async passPosts(from: string, into: string, passing: PassingOver, work: Work, revoke: (revoked: Revoked) => void): Promise<void> {
    const replaced = (about: readonly string[]) => [...new Set(about.map((person) => (person === from ? into : person)))];
    const own = await work.all(Post, sql`t.person in (${from}, ${into})`);
    // A guardian of both records, or in two records, keeps all wards in one post.
    for (const post of own.filter((one) => one.person === from && !one.ended && one.role === 'guardian')) {
      const held = own.find(
        (one) => one.person === into && !one.ended && one.role === 'guardian' && one.organisation === post.organisation,
      );
      if (held) await passing.change('post', held, { about: [...new Set([...held.about, ...post.about])] });
    }
    await passing.moveAll(
      'post',
      from,
      into,
      (row, held) =>
        !row.ended && held.some((other) => !other.ended && other.role === row.role && other.organisation === row.organisation)
          ? this.over()
          : undefined,
      ({ about }) => ({ about: replaced(about) }),
    );
    for (const [post, twin] of heldTwice(own, from, into)) {
      const deputies = await work.all(Post, sql`t.deputy_of = ${post.id} and t.id <> ${twin.id} and not t.ended`);
      for (const deputy of deputies) await passing.change('post', deputy, { deputyOf: twin.id });
    }
    for (const post of await work.all(Post, sql`t.role = 'guardian' and ${from} = any(t.about) and t.person <> ${from}`)) {
      await passing.change('post', post, { about: replaced(post.about) });
      revoke({ kind: 'post', value: post.id });
    }
  }

  /** What both held ends in the record that goes. */
  private over(): { ended: true; until: string } {
    return { ended: true, until: dayInBeijing(this.clock.now()) };
  }
}

/** Posts of the record that goes whose like the successor holds: whoever stands in for the one stands in for the other then. */
const heldTwice = (posts: readonly Post[], from: string, into: string): [Post, Post][] =>
  posts
    .filter(({ person, ended }) => person === from && !ended)
    .flatMap((post) => {
      const { role, organisation } = post;
      const twin = posts.find((one) => one.person === into && !one.ended && one.role === role && one.organisation === organisation);
      return twin ? [[post, twin] as [Post, Post]] : [];
    });

/** Both within reach, locked in one order whoever asks first. */
async function both(fromId: string, intoId: string, work: Work): Promise<[Person, Person]> {
  const first = await work.one(Person, fromId < intoId ? fromId : intoId, PersonUnknown);
  const second = await work.one(Person, fromId < intoId ? intoId : fromId, PersonUnknown);
  return fromId < intoId ? [first, second] : [second, first];
}
