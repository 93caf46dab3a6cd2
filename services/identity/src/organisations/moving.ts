import {
  assertThat,
  CLOCK,
  dayInBeijing,
  OrganisationCircle,
  OrganisationClosed,
  OrganisationInUse,
  organisationLife,
  OrganisationMisplaced,
  OrganisationUnknown,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { Store, sql, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Selection } from '../apps/selection.entity.js';
import { Post } from '../people/post.entity.js';
import { endPost } from '../people/ending.js';
import { Revocations } from '../signing-in/revocations.js';
import { OwnCopies } from '../tree/own-copies.js';
import { OrganisationRecord } from './organisation.entity.js';
import { mayStandBelow } from './placing.js';

/** Posts of staff that may end with their organisation in one commit; beyond it the posts are ended first. */
const postsAtOnce = 200;

/** Moving organisations under another parent, and closing them. */
@Injectable()
export class Moving {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  move(id: string, parentId: string, call: Call): Promise<OrganisationRecord> {
    return this.store.commit(call, async (work) => {
      // One at a time: two moves that each look right can close a circle together.
      await work.query(`select pg_advisory_xact_lock(hashtextextended('lianxue.identity.moving', 0))`);
      const row = await work.target(OrganisationRecord, id, OrganisationUnknown);
      const parent = await work.one(OrganisationRecord, parentId, OrganisationUnknown);
      assertThat(row.state === 'open' && parent.state === 'open', OrganisationClosed);
      assertThat(row.parent !== null && !(await liesBelow(parent.id, row.id, work)), OrganisationCircle);
      assertThat(mayStandBelow(row.kind, parent.kind), OrganisationMisplaced, { kind: row.kind, parent: parent.kind });
      if (row.parent === parent.id) return row;
      row.parent = parent.id;
      return this.copies.organisation(row, 'moved', work);
    });
  }

  close(id: string, call: Call): Promise<OrganisationRecord> {
    return this.revocations.commit(call, async (work, revoke) => {
      const row = await work.target(OrganisationRecord, id, OrganisationUnknown);
      row.state = organisationLife.after(row.state, 'close');
      row.closedOn = dayInBeijing(this.clock.now());
      await refuseInUse(id, work);
      for (const post of await work.all(Post, sql`t.organisation = ${id} and not t.ended`, postsAtOnce))
        revoke(await endPost(post, row.closedOn, work));
      for (const selection of await work.all(Selection, sql`t.organisation = ${id} and t.state = 'selected'`))
        revoke(await this.copies.endSelection(selection, work));
      return this.copies.organisation(row, 'closed', work);
    });
  }
}

async function liesBelow(id: string, above: string, work: Work): Promise<boolean> {
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
