import {
  assertThat,
  CLOCK,
  dayInBeijing,
  OrganisationCircle,
  OrganisationClosed,
  organisationLife,
  OrganisationMisplaced,
  OrganisationTooLarge,
  OrganisationUnknown,
  OrganisationUnmergeable,
  postFacts,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Selection } from '../apps/selection.entity.js';
import { endPost } from '../people/ending.js';
import { Post } from '../people/post.entity.js';
import { Revocations, type Revoked } from '../signing-in/revocations.js';
import { passTransfers } from '../pupils/passing-transfers.js';
import { passSignInPolicy } from '../sign-in-policies/passing-policy.js';
import { passSubPlatform } from '../sub-platforms/closing.js';
import { OwnCopies } from '../tree/own-copies.js';
import { liesBelow, oneMoveAtATime } from './moving.js';
import { OrganisationRecord } from './organisation.entity.js';
import { countPassing, passing } from './passing.js';
import { isSchool, mayStandBelow } from './placing.js';

/** Rows that one commit takes over and stays short: a village school or a teaching point with its pupils, and more. */
const rowsAtOnce = 5000;

/**
 * One organisation goes up in another: what lives passes over, what is past stays where it was. The merged one then stands
 * below its successor, so that every service's old rows are within the reach of who answers for them now.
 */
@Injectable()
export class Merging {
  constructor(
    private readonly revocations: Revocations,
    private readonly copies: OwnCopies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  merge(id: string, intoId: string, call: Call): Promise<OrganisationRecord> {
    return this.revocations.commit(call, async (work, revoke) => {
      await oneMoveAtATime(work);
      const row = await work.target(OrganisationRecord, id, OrganisationUnknown);
      const into = await work.one(OrganisationRecord, intoId, OrganisationUnknown);
      const state = organisationLife.after(row.state, 'merge');
      assertThat(into.state === 'open', OrganisationClosed);
      assertThat(mayTakeIn(into, row), OrganisationUnmergeable, { kind: row.kind, into: into.kind });
      assertThat(row.parent !== null && !(await liesBelow(into.id, row.id, work)), OrganisationCircle);
      await refuseTooLarge(id, into.id, work);
      await this.takeOverBelow(id, into, work);
      await this.takeOverPosts(id, into.id, work, revoke);
      await this.takeOverSelections(id, into.id, work, revoke);
      await passTransfers(id, into.id, this.clock.now(), work);
      await passSignInPolicy(id, into.id, work);
      for (const { pass } of passing) await pass(id, into.id, work, rowsAtOnce);
      await passAssignments(id, into.id, work);
      await passSubPlatform(id, into.id, this.today(), work);
      row.forgetPlan();
      Object.assign(row, { state, closedOn: this.today(), successor: into.id, parent: into.id });
      return this.copies.organisation(row, 'merged', work);
    });
  }

  private async takeOverBelow(id: string, into: OrganisationRecord, work: Work): Promise<void> {
    for (const lower of await work.all(OrganisationRecord, sql`t.parent = ${id} and t.state = 'open'`)) {
      assertThat(mayStandBelow(lower.kind, into.kind), OrganisationMisplaced, { kind: lower.kind, parent: into.kind });
      lower.parent = into.id;
      await this.copies.organisation(lower, 'moved', work);
    }
    for (const coming of await work.all(OrganisationRecord, sql`t.planned_parent = ${id}`)) {
      coming.plannedParent = into.id;
      await this.copies.organisation(coming, 'changed', work);
    }
  }

  /** Who holds the same post there already holds it once; staff sign in anew, since their tokens name the merged one. */
  private async takeOverPosts(id: string, into: string, work: Work, revoke: (revoked: Revoked) => void): Promise<void> {
    const posts = await work.all(Post, sql`t.organisation = ${id} and not t.ended`, rowsAtOnce);
    const people = [...new Set(posts.map(({ person }) => person))];
    const held = await work.all(Post, sql`t.organisation = ${into} and not t.ended and t.person = any(${people}::uuid[])`, rowsAtOnce);
    const passing: Post[] = [];
    for (const post of posts) {
      const twin = held.find((other) => other.person === post.person && other.role === post.role);
      if (twin) {
        revoke(await endPost(post, this.today(), work));
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
  }

  /** An app that serves the successor serves it on its own terms. */
  private async takeOverSelections(id: string, into: string, work: Work, revoke: (revoked: Revoked) => void): Promise<void> {
    for (const selection of await work.all(Selection, sql`t.organisation = ${id} and t.state = 'selected'`)) {
      const [twin] = await work.all(Selection, sql`t.app = ${selection.app} and t.organisation = ${into} and t.state = 'selected'`);
      if (twin) revoke(await this.copies.endSelection(selection, work));
      else await this.copies.changeSelection(Object.assign(selection, { organisation: into }), work);
    }
  }

  private today(): string {
    return dayInBeijing(this.clock.now());
  }
}

/** What was named for the organisation is named for its successor; of two namings of one row, one is enough. */
const passAssignments = (id: string, into: string, work: Work): Promise<unknown> =>
  work.query(
    `update assignment a set organisation = $2 where a.organisation = $1
       and not exists (select 1 from assignment h where h."row" = a."row" and h.person is not distinct from a.person and h.organisation = $2)`,
    [id, into],
  );

/** A school of any kind goes up in one of any kind; all else only in its like. */
const mayTakeIn = (into: OrganisationRecord, { id, kind }: OrganisationRecord): boolean =>
  into.id !== id && (into.kind === kind || (isSchool(kind) && isSchool(into.kind)));

/** What passes over is more than the rows alone: each organisation below is a change of the tree. */
async function refuseTooLarge(id: string, into: string, work: Work): Promise<void> {
  const [counted] = await work.query<{ rows: number }>(
    `select ((select count(*) from post where organisation = $1 and not ended)
       + 10 * (select count(*) from organisation_record where parent = $1))::int as rows`,
    [id],
  );
  const rows = counted!.rows + (await countPassing(id, into, work));
  assertThat(rows <= rowsAtOnce, OrganisationTooLarge, { rows, limit: rowsAtOnce });
}
