import {
  assertThat,
  CLOCK,
  dayInBeijing,
  OrganisationCircle,
  OrganisationClosed,
  organisationLife,
  OrganisationMerging,
  OrganisationTooLarge,
  OrganisationUnknown,
  OrganisationUnmergeable,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Revocations, type Revoked } from '../signing-in/revocations.js';
import { passTransfers } from '../pupils/passing-transfers.js';
import { passSignInPolicy } from '../sign-in-policies/passing-policy.js';
import { passSubPlatform } from '../sub-platforms/closing.js';
import { OwnCopies } from '../tree/own-copies.js';
import { liesBelow, oneMoveAtATime } from './moving.js';
import { OrganisationRecord } from './organisation.entity.js';
import { countPassing, passing } from './passing.js';
import { isSchool } from './placing.js';
import { PassingByRule } from './passing-by-rule.js';

/** Rows that one commit takes over and stays short: a village school or a teaching point with its pupils, and more. */
const rowsAtOnce = 5000;

/** What an organisation below counts for: each is a change of the tree. */
const rowsOfOrganisation = 10;

/** The one that goes up, and the one it goes up in. */
interface Pair {
  readonly row: OrganisationRecord;
  readonly into: OrganisationRecord;
  readonly state: OrganisationRecord['state'];
}

/**
 * One organisation goes up in another: what lives passes over, what is past stays where it was. The merged one then stands
 * below its successor, so that every service's old rows are within the reach of who answers for them now.
 */
@Injectable()
export class Merging {
  constructor(
    private readonly revocations: Revocations,
    private readonly copies: OwnCopies,
    private readonly byRule: PassingByRule,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All of it in one commit. */
  merge(id: string, intoId: string, call: Call): Promise<OrganisationRecord> {
    return this.revocations.commit(call, async (work, revoke) => {
      const pair = await this.mergeable(id, intoId, work);
      await refuseMerging(id, work);
      await refuseTooLarge(id, intoId, work);
      return this.finish(pair, work, revoke);
    });
  }

  /** The two as they are, locked until the commit, or what stands in the way. */
  async mergeable(id: string, intoId: string, work: Work): Promise<Pair> {
    await oneMoveAtATime(work);
    const row = await work.target(OrganisationRecord, id, OrganisationUnknown);
    const into = await work.one(OrganisationRecord, intoId, OrganisationUnknown);
    const state = organisationLife.after(row.state, 'merge');
    assertThat(into.state === 'open', OrganisationClosed);
    assertThat(mayTakeIn(into, row), OrganisationUnmergeable, { kind: row.kind, into: into.kind });
    assertThat(row.parent !== null && !(await liesBelow(into.id, row.id, work)), OrganisationCircle);
    await this.byRule.refuseMisplaced(row.id, into, work);
    return { row, into, state };
  }

  /** Takes over what comes first, and no more than so many rows; answers how many. Posts come last, since rights and rules follow them. */
  async passSome({ row, into }: Pair, atMost: number, work: Work, revoke: (revoked: Revoked) => void): Promise<number> {
    let left = atMost;
    left -= rowsOfOrganisation * (await this.byRule.below(row.id, into, work, Math.ceil(left / rowsOfOrganisation)));
    for (const { pass } of passing) if (left > 0) left -= await pass(row.id, into.id, work, left);
    if (left > 0) left -= await this.byRule.posts(row.id, into.id, work, revoke, left);
    return atMost - left;
  }

  /** Takes over all that is left, and says that it is merged. */
  async finish({ row, into, state }: Pair, work: Work, revoke: (revoked: Revoked) => void): Promise<OrganisationRecord> {
    await this.passSome({ row, into, state }, 2 * rowsAtOnce, work, revoke);
    await this.byRule.planned(row.id, into.id, work);
    await this.byRule.selections(row.id, into.id, work, revoke);
    await passTransfers(row.id, into.id, this.clock.now(), work);
    await passSignInPolicy(row.id, into.id, work);
    await this.byRule.assignments(row.id, into.id, work);
    const today = dayInBeijing(this.clock.now());
    await passSubPlatform(row.id, into.id, today, work);
    row.forgetPlan();
    Object.assign(row, { state, closedOn: today, successor: into.id, parent: into.id });
    return this.copies.organisation(row, 'merged', work);
  }
}

/** A school of any kind goes up in one of any kind; all else only in its like. */
const mayTakeIn = (into: OrganisationRecord, { id, kind }: OrganisationRecord): boolean =>
  into.id !== id && (into.kind === kind || (isSchool(kind) && isSchool(into.kind)));

/** Two mergers of one organisation would part its people between two successors. */
export async function refuseMerging(id: string, work: Work): Promise<void> {
  const others = await work.query(
    `select 1 from job where organisation = $1 and kind = 'organisations.merge' and state in ('queued', 'running')`,
    [id],
  );
  assertThat(others.length === 0, OrganisationMerging);
}

/** How much passes over, in rows: an organisation below is more than one. */
export async function countAll(id: string, into: string, work: Work): Promise<number> {
  const [counted] = await work.query<{ rows: number }>(
    `select ((select count(*) from post where organisation = $1 and not ended)
       + $2::int * (select count(*) from organisation_record where parent = $1 and state = 'open'))::int as rows`,
    [id, rowsOfOrganisation],
  );
  return counted!.rows + (await countPassing(id, into, work));
}

async function refuseTooLarge(id: string, into: string, work: Work): Promise<void> {
  const rows = await countAll(id, into, work);
  assertThat(rows <= rowsAtOnce, OrganisationTooLarge, { rows, limit: rowsAtOnce });
}
