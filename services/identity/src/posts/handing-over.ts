import {
  assertThat,
  CLOCK,
  dayInBeijing,
  PersonUnknown,
  PostEnded,
  postFacts,
  PostUndeputised,
  PostUnknown,
  type Call,
  type Clock,
  type OpenWork,
  type PostHolder,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { endDeputies, followPostsOf } from '../people/ending.js';
import { givePost, refuseUngrantable } from '../people/granting.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { Revocations } from '../signing-in/revocations.js';
import { TaughtClasses } from './taught-classes.js';

/** Asks every service that names persons for work; those that do not answer are named. */
export type AskForWork = (holder: z.output<typeof PostHolder>) => Promise<z.output<typeof OpenWork>>;
export const ASK_FOR_WORK = Symbol('lianxue.identity.askForWork');

/** Work belongs to posts: what waits for a holder is listed, and passes over with the post. */
@Injectable()
export class HandingOver {
  constructor(
    private readonly store: Store,
    private readonly revocations: Revocations,
    private readonly classes: TaughtClasses,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ASK_FOR_WORK) private readonly ask: AskForWork,
  ) {}

  async openWork(postId: string, call: Call): Promise<z.output<typeof OpenWork>> {
    const { person, role, organisation } = await this.store.one(Post, postId, call, PostUnknown);
    const holder = { person, role, organisation };
    const [own, others] = await Promise.all([this.classes.of(holder), this.ask(holder)]);
    const items = [...own, ...others.items].sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
    return { items, unheard: others.unheard };
  }

  /** One commit ends the post, gives it to the successor and tells every service, which then moves what it keeps. */
  handOver({ postId, person: successor }: { postId: string; person: string }, call: Call): Promise<{ from: Post; to: Post }> {
    const today = dayInBeijing(this.clock.now());
    return this.revocations.commit(call, async (work, revoke) => {
      const from = await work.target(Post, postId, PostUnknown);
      refuseUngrantable(from.role, call);
      assertThat(!from.ended, PostEnded);
      assertThat(from.role !== 'pupil' && from.role !== 'guardian', PostUndeputised, { reason: 'family' });
      assertThat(from.person !== successor, PostUndeputised, { reason: 'same_person' });
      const person = await work.one(Person, successor, PersonUnknown);
      person.refuseClosed();
      const { role, organisation, until } = from;
      // Whoever has stood in for it may be the one who takes it.
      await endDeputies([from], today, work, revoke);
      const to = await givePost(person, { role, organisation, until: until ?? undefined, wards: [] }, today, work, call);
      await this.classes.passOver(from, successor, today, work);
      Object.assign(from, { ended: true, successor: to.id, successorPerson: successor });
      from.until = today < from.since ? from.since : today;
      await work.update(from, postFacts.handed_over);
      revoke({ kind: 'post', value: from.id, forGood: true });
      await followPostsOf([from.person, successor], work);
      return { from, to };
    });
  }
}
