import {
  assertThat,
  CLOCK,
  dayInBeijing,
  GuardianUnknown,
  invitationFacts,
  invitationLife,
  InvitationOwn,
  InvitationUnknown,
  PersonUnknown,
  postFacts,
  refuse,
  WardUnknown,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { endConsentsBy } from '../consents/ending-consents.js';
import { endPostsAndFollow, followPosts } from '../people/ending.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { OwnClasses } from '../rosters/own-classes.js';
import { Revocations } from '../signing-in/revocations.js';
import { GuardianInvitation } from './guardian-invitation.entity.js';

/** The school binds a guardian to a pupil, refuses to, or takes the tie away. */
@Injectable()
export class Binding {
  constructor(
    private readonly store: Store,
    private readonly ownClasses: OwnClasses,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  confirm(id: string, call: Call): Promise<GuardianInvitation> {
    return this.decide(id, call, async (invitation, work) => {
      invitation.state = invitationLife.after(invitation.state, 'confirm');
      invitation.post = (await this.bind(invitation.claimant!, invitation, work)).id;
      return work.update(invitation, invitationFacts.confirmed);
    });
  }

  refuse(id: string, reason: string, call: Call): Promise<GuardianInvitation> {
    return this.decide(id, call, async (invitation, work) => {
      Object.assign(invitation, { state: invitationLife.after(invitation.state, 'refuse'), reason });
      return work.update(invitation, invitationFacts.refused);
    });
  }

  /** The post goes on without this ward, and ends with the last; tokens that still name the ward stop now, and so does what was consented to. */
  unbind(pupil: string, postId: string, reason: string, call: Call): Promise<void> {
    return this.revocations.commit(call, async (work, revoke) => {
      const post = await work.one(Post, postId, GuardianUnknown);
      assertThat(post.role === 'guardian' && !post.ended && post.about.includes(pupil), GuardianUnknown);
      post.about = post.about.filter((ward) => ward !== pupil);
      if (post.about.length === 0) {
        await endPostsAndFollow([post], this.today(), work, revoke);
      } else {
        await work.update(post, postFacts.changed);
        revoke({ kind: 'post', value: post.id });
      }
      await endConsentsBy([{ guardian: post.person, ward: pupil }], this.clock.now(), work);
      work.note('guardian.unbound', pupil, { post: post.id, reason });
    });
  }

  private async decide(
    id: string,
    call: Call,
    rule: (invitation: GuardianInvitation, work: Work) => Promise<GuardianInvitation>,
  ): Promise<GuardianInvitation> {
    const { pupil } = await this.store.one(GuardianInvitation, id, call, InvitationUnknown);
    await this.ownClasses.refuseOthers(call.caller, pupil);
    return this.store.commit(call, async (work) => {
      const invitation = await work.target(GuardianInvitation, id, InvitationUnknown);
      assertThat(invitation.claimant !== call.caller.subject, InvitationOwn);
      return rule(invitation, work);
    });
  }

  /** A guardian has one post at each school, about all their wards there. */
  private async bind(guardian: string, { organisation, pupil }: GuardianInvitation, work: Work): Promise<Post> {
    const pupils = await work.all(
      Post,
      sql`t.person = ${pupil} and t.organisation = ${organisation} and t.role = 'pupil' and not t.ended`,
      1,
    );
    assertThat(pupils.length > 0, WardUnknown);
    const person = await personOf(guardian, work);
    const [held] = await work.all(
      Post,
      sql`t.person = ${guardian} and t.organisation = ${organisation} and t.role = 'guardian' and not t.ended`,
      1,
    );
    if (held) {
      held.about = [...new Set([...held.about, pupil])];
      return work.update(held, postFacts.changed);
    }
    const post = Object.assign(new Post(), {
      id: newId(),
      person: guardian,
      organisation,
      role: 'guardian',
      about: [pupil],
      since: this.today(),
    });
    await work.insert(post, postFacts.given);
    await followPosts([person], work);
    return post;
  }

  private today(): string {
    return dayInBeijing(this.clock.now());
  }
}

async function personOf(id: string, work: Work): Promise<Person> {
  const [person] = await work.all(Person, sql`t.id = ${id} and not t.closed`, 1);
  if (!person) throw refuse(PersonUnknown);
  return person;
}
