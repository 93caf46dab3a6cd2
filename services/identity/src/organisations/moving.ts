import {
  assertThat,
  CLOCK,
  dayInBeijing,
  identity,
  MoveTooLate,
  OrganisationCircle,
  OrganisationClosed,
  OrganisationInUse,
  organisationLife,
  OrganisationMisplaced,
  OrganisationUnknown,
  PlannedMoveUnknown,
  Refusal,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { Store, sql, type Work, takeTurn } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Selection } from '../apps/selection.entity.js';
import { Post } from '../people/post.entity.js';
import { endPostsAndFollow } from '../people/ending.js';
import { ownCall } from '../itself.js';
import { Revocations } from '../signing-in/revocations.js';
import { closeSubPlatformOf } from '../sub-platforms/closing.js';
import { OwnCopies } from '../tree/own-copies.js';
import { OrganisationRecord } from './organisation.entity.js';
import { mayStandBelow } from './placing.js';

/** Posts of staff that may end with their organisation in one commit; beyond it the posts are ended first. */
const postsAtOnce = 200;

/** Planned moves made in one round; the next round takes the rest. */
const movesAtOnce = 100;

/** Moving organisations under another parent, and closing them. */
@Injectable()
export class Moving {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Now, or from a day to come: then it is planned, and the right to it is judged today. */
  async move(id: string, parentId: string, call: Call, from?: string): Promise<OrganisationRecord> {
    const today = dayInBeijing(this.clock.now());
    assertThat(from === undefined || from >= today, MoveTooLate, { from: from ?? today });
    return this.store.commit(call, async (work) => {
      await oneMoveAtATime(work);
      const row = await work.target(OrganisationRecord, id, OrganisationUnknown);
      const parent = await work.one(OrganisationRecord, parentId, OrganisationUnknown);
      await holdMovable(row, parent, work);
      if (from !== undefined && from > today) {
        row.plan(parent.id, from);
        return this.copies.organisation(row, 'changed', work);
      }
      if (row.parent === parent.id && row.plannedFrom === null) return row;
      row.forgetPlan();
      row.parent = parent.id;
      return this.copies.organisation(row, 'moved', work);
    });
  }

  cancel(id: string, call: Call): Promise<OrganisationRecord> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(OrganisationRecord, id, OrganisationUnknown);
      assertThat(row.plannedFrom !== null, PlannedMoveUnknown);
      row.forgetPlan();
      return this.copies.organisation(row, 'changed', work);
    });
  }

  /** Makes the planned moves whose day has begun; what stands in the way of one is noted with it. Answers how many it dealt with. */
  async carryOut(): Promise<number> {
    const today = dayInBeijing(this.clock.now());
    const due = await this.store.read<{ id: string }>(
      sql`select id from organisation_record where planned_from <= ${today} and planned_trouble is null order by planned_from, id limit ${movesAtOnce}`,
    );
    for (const { id } of due) await this.store.commit(ownCall(identity.moveOrganisation), (work) => this.carryOutOne(id, today, work));
    return due.length;
  }

  /** Another replica may have been faster: the row is looked at again once it is locked. */
  private async carryOutOne(id: string, today: string, work: Work): Promise<void> {
    await oneMoveAtATime(work);
    const [row] = await work.all(OrganisationRecord, sql`t.id = ${id} and t.planned_from <= ${today} and t.planned_trouble is null`);
    if (!row) return;
    const [parent] = await work.all(OrganisationRecord, sql`t.id = ${row.plannedParent}`);
    try {
      await holdMovable(row, parent!, work);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      row.plannedTrouble = error.kind.code;
      await this.copies.organisation(row, 'changed', work);
      return;
    }
    row.parent = parent!.id;
    row.forgetPlan();
    await this.copies.organisation(row, 'moved', work);
  }

  close(id: string, call: Call): Promise<OrganisationRecord> {
    return this.revocations.commit(call, async (work, revoke) => {
      const row = await work.target(OrganisationRecord, id, OrganisationUnknown);
      row.state = organisationLife.after(row.state, 'close');
      row.closedOn = dayInBeijing(this.clock.now());
      row.forgetPlan();
      await refuseInUse(id, work);
      const posts = await work.all(Post, sql`t.organisation = ${id} and not t.ended`, postsAtOnce);
      await endPostsAndFollow(posts, row.closedOn, work, revoke);
      for (const selection of await work.all(Selection, sql`t.organisation = ${id} and t.state = 'selected'`))
        revoke(await this.copies.endSelection(selection, work));
      await closeSubPlatformOf(id, row.closedOn, work);
      return this.copies.organisation(row, 'closed', work);
    });
  }
}

/** Two moves that each look right can close a circle together. */
export const oneMoveAtATime = (work: Work): Promise<void> => takeTurn(work, 'lianxue.identity.moving');

async function holdMovable(row: OrganisationRecord, parent: OrganisationRecord, work: Work): Promise<void> {
  assertThat(row.state === 'open' && parent.state === 'open', OrganisationClosed);
  assertThat(row.parent !== null && !(await liesBelow(parent.id, row.id, work)), OrganisationCircle);
  assertThat(mayStandBelow(row.kind, parent.kind), OrganisationMisplaced, { kind: row.kind, parent: parent.kind });
}

export async function liesBelow(id: string, above: string, work: Work): Promise<boolean> {
  const found = await work.query(
    `with recursive up(id, parent) as (
       select id, parent from organisation_record where id = $1
       union all select o.id, o.parent from organisation_record o join up on o.id = up.parent)
     select 1 from up where id = $2`,
    [id, above],
  );
  return found.length > 0;
}

/** What still stands below, and pupils who still belong to it, have to go elsewhere first. */
async function refuseInUse(id: string, work: Work): Promise<void> {
  const [standing] = await work.query<{ below: number; people: number }>(
    `select (select count(*)::int from organisation_record where parent = $1 and state = 'open') as below,
            (select count(*)::int from post where organisation = $1 and not ended
               and (role in ('pupil', 'guardian') or (select count(*) from post where organisation = $1 and not ended) > $2)) as people`,
    [id, postsAtOnce],
  );
  assertThat(standing!.below === 0 && standing!.people === 0, OrganisationInUse, standing!);
}
