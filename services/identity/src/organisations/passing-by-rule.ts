import { CLOCK, assertThat, dayInBeijing, OrganisationMisplaced, postFacts, type Clock } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Selection } from '../apps/selection.entity.js';
import { endPosts } from '../people/ending.js';
import { Post } from '../people/post.entity.js';
import type { Revoke } from '../signing-in/revocations.js';
import { OwnCopies } from '../tree/own-copies.js';
import { OrganisationRecord } from './organisation.entity.js';
import { mayStandBelow } from './placing.js';

/** Posts one person may hold at one organisation: of each role once. */
const postsOfOne = 30;

/** What a successor takes over by a rule, not as it is. */
@Injectable()
export class PassingByRule {
  constructor(
    private readonly copies: OwnCopies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every kind that stands below the one has to be one that may stand below the other. */
  async refuseMisplaced(id: string, into: OrganisationRecord, work: Work): Promise<void> {
    const kinds = await work.query<Pick<OrganisationRecord, 'kind'>>(
      `select distinct kind from organisation_record where parent = $1 and state = 'open'`,
      [id],
    );
    for (const { kind } of kinds) assertThat(mayStandBelow(kind, into.kind), OrganisationMisplaced, { kind, parent: into.kind });
  }

  /** The organisations below, so many of them; answers how many. */
  async below(id: string, into: OrganisationRecord, work: Work, atMost: number): Promise<number> {
    const lowers = await work.all(OrganisationRecord, sql`t.parent = ${id} and t.state = 'open'`, atMost);
    for (const lower of lowers) {
      lower.parent = into.id;
      await this.copies.organisation(lower, 'moved', work);
    }
    return lowers.length;
  }

  /** Those that are planned to come. */
  async planned(id: string, into: string, work: Work): Promise<void> {
    for (const coming of await work.all(OrganisationRecord, sql`t.planned_parent = ${id}`)) {
      coming.plannedParent = into;
      await this.copies.organisation(coming, 'changed', work);
    }
  }

  /** Who holds the same post there already holds it once; staff sign in anew, since their tokens name the merged one. */
  async posts(id: string, into: string, work: Work, revoke: Revoke, atMost: number): Promise<number> {
    const posts = await work.all(Post, sql`t.organisation = ${id} and not t.ended`, atMost);
    const people = [...new Set(posts.map(({ person }) => person))];
    const held = await work.all(
      Post,
      sql`t.organisation = ${into} and not t.ended and t.person = any(${people}::uuid[])`,
      people.length * postsOfOne,
    );
    const passing: Post[] = [];
    for (const post of posts) {
      const twin = held.find((other) => other.person === post.person && other.role === post.role);
      if (twin) {
        await passDeputies(post, twin, posts, work);
        await endPosts([post], dayInBeijing(this.clock.now()), work, revoke);
        if (post.about.some((ward) => !twin.about.includes(ward))) {
          twin.about = [...new Set([...twin.about, ...post.about])];
          await work.update(twin, postFacts.changed);
        }
      } else {
        passing.push(Object.assign(post, { organisation: into }));
        if (post.role !== 'pupil' && post.role !== 'guardian') revoke({ kind: 'post', value: post.id });
      }
    }
    await work.updateAll(passing, postFacts.changed);
    return posts.length;
  }

  /** An app that serves the successor serves it on its own terms. */
  async selections(id: string, into: string, work: Work, revoke: Revoke): Promise<void> {
    for (const selection of await work.all(Selection, sql`t.organisation = ${id} and t.state = 'selected'`)) {
      const [twin] = await work.all(Selection, sql`t.app = ${selection.app} and t.organisation = ${into} and t.state = 'selected'`);
      if (twin) revoke(await this.copies.endSelection(selection, work));
      else await this.copies.changeSelection(Object.assign(selection, { organisation: into }), work);
    }
  }

  /** What was named for the organisation is named for its successor; of two namings of one row, one is enough. */
  async assignments(id: string, into: string, work: Work): Promise<void> {
    await work.query(
      `update assignment a set organisation = $2 where a.organisation = $1
         and not exists (select 1 from assignment h where h."row" = a."row" and h.person is not distinct from a.person and h.organisation = $2)`,
      [id, into],
    );
  }
}

/** Whoever stands in for a post stands in for the one that is held instead of it; some may be in hand already. */
async function passDeputies(post: Post, twin: Post, inHand: readonly Post[], work: Work): Promise<void> {
  for (const found of await work.all(Post, sql`t.deputy_of = ${post.id} and not t.ended`)) {
    const deputy = inHand.find(({ id }) => id === found.id) ?? found;
    await work.update(Object.assign(deputy, { deputyOf: twin.id }), postFacts.changed);
  }
}
