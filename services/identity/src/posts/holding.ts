import {
  assertThat,
  CLOCK,
  dayInBeijing,
  longestDeputyDays,
  PersonUnknown,
  PostEnded,
  postFacts,
  PostHeld,
  PostNotYours,
  PostPeriodInvalid,
  PostsSeparated,
  PostUndeputised,
  PostUnknown,
  refuse,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { followPosts, keepDeputiesWithin } from '../people/ending.js';
import { mayGrant, refuseUngrantable, separatedFrom } from '../people/granting.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { Revocations } from '../signing-in/revocations.js';

const dayMs = 24 * 3600_000;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayMs;

/** For how long a post is held, and who stands in for its holder. */
@Injectable()
export class Holding {
  constructor(
    private readonly store: Store,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  change({ postId, since, until }: InputOf<typeof identity.changePost>, call: Call): Promise<Post> {
    return this.revocations.commit(call, async (work, revoke) => {
      const post = await work.target(Post, postId, PostUnknown);
      refuseUngrantable(post.role, call);
      assertThat(!post.ended, PostEnded);
      Object.assign(post, { since: since ?? post.since, until: until === undefined ? post.until : until });
      assertThat(post.until === null || post.until >= post.since, PostPeriodInvalid);
      await work.update(post, postFacts.changed);
      await keepDeputiesWithin(post, this.today(), work, revoke);
      return post;
    });
  }

  /** The holder names a deputy for a post of their own, or somebody who may give the post does. */
  nameDeputy({ postId, id, person: personId, since, until }: InputOf<typeof identity.nameDeputy>, call: Call): Promise<Post> {
    return this.store.commit(call, async (work) => {
      const post = await work.one(Post, postId, PostUnknown);
      assertThat(post.person === call.caller.subject || mayGrant(post.role, call), PostNotYours);
      const deputy = Object.assign(new Post(), {
        id: id ?? newId(),
        organisation: post.organisation,
        role: post.role,
        person: personId,
        since: since ?? this.today(),
        until,
        deputyOf: post.id,
      });
      refuseUndeputised(post, deputy);
      const person = await this.standIn(deputy, work);
      const named = await work.insert(
        deputy,
        postFacts.given,
        (existing) => existing.deputyOf === post.id && existing.person === personId && existing.until === until,
      );
      await followPosts([person], work);
      return named;
    });
  }

  deputies(postId: string, request: { limit: number; cursor?: string | undefined }, call: Call) {
    return this.store.page(Post, call, { where: sql`t.deputy_of = ${postId}`, ...request }, (post) => post);
  }

  /** Somebody within the caller's reach who does not hold the post already and may hold it beside their others. */
  private async standIn(deputy: Post, work: Work): Promise<Person> {
    const person = await work.one(Person, deputy.person, PersonUnknown);
    person.refuseClosed();
    const held = await work.all(Post, sql`t.person = ${person.id} and not t.ended`);
    const same = ({ id, role, organisation }: Post) => id !== deputy.id && role === deputy.role && organisation === deputy.organisation;
    assertThat(!held.some(same), PostHeld);
    assertThat(!separatedFrom(deputy.role, held), PostsSeparated);
    return person;
  }

  private today(): string {
    return dayInBeijing(this.clock.now());
  }
}

/** Families are not stood in for, nor deputies; and nobody for longer than a year or than the post is held. */
function refuseUndeputised(post: Post, deputy: Post): void {
  assertThat(!post.ended, PostEnded);
  const refuseFor = (reason: 'family' | 'deputy' | 'too_long' | 'same_person') => refuse(PostUndeputised, { reason });
  if (post.role === 'pupil' || post.role === 'guardian' || post.role === 'vendor') throw refuseFor('family');
  if (post.deputyOf) throw refuseFor('deputy');
  if (post.person === deputy.person) throw refuseFor('same_person');
  assertThat(deputy.until! >= deputy.since, PostPeriodInvalid);
  const outlasts = post.until !== null && deputy.until! > post.until;
  if (outlasts || daysBetween(deputy.since, deputy.until!) > longestDeputyDays) throw refuseFor('too_long');
}
