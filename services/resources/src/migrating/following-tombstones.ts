import { CLOCK, dayInBeijing, ownCallOf, resources, standingFacts, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { remember } from '../catalogue/provenance.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { shelves } from '../standing/shelving.js';
import { takeDownWithin } from '../standing/withdrawing.js';

const everyMs = 30_000;
const batch = 20;

interface Gone {
  readonly id: string;
  readonly organisation: string;
  readonly resource: string | null;
  readonly platform: string;
  readonly idThere: string;
  /** Whether this was followed before as a mere deletion. */
  readonly known: boolean;
  readonly takenDown: boolean;
}

/**
 * What another platform has deleted that was harvested from it and taken over is marked here. Where tiers show it by now they are to check
 * it again 复查, and it leaves their shelves when nobody does: they have reviewed it, and the word of another is no decision of theirs. What
 * was taken down there 紧急下架 is taken down here first and checked afterwards, by whoever puts it back.
 */
@Injectable()
export class FollowingTombstones extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected override async round(): Promise<void> {
    await this.inBatches(batch, () =>
      this.store.commit(ownCallOf(resources.takeOverHarvested), async (work) => {
        const gone = await work.query<Gone>(
          `select m.id, m.organisation, m.resource, m.platform, m.id_there as "idThere", m.gone_at is not null as known, h.taken_down as "takenDown"
           from migrated_resource m join harvested_record h on h.source = m.source and h.identifier = m.id_there
           where m.taken_down_at is null and h.deleted and (m.gone_at is null or h.taken_down) order by m.id limit $1 for update of m skip locked`,
          [batch],
        );
        for (const one of gone) await this.follow(one, work);
        return gone.length;
      }),
    );
  }

  private async follow({ id, organisation, resource, platform, idThere, known, takenDown }: Gone, work: Work): Promise<void> {
    const now = this.clock.now();
    await work.query(
      'update migrated_resource set gone_at = coalesce(gone_at, $2), taken_down_at = case when $3 then $2::timestamptz end where id = $1',
      [id, now, takenDown],
    );
    const [row] = resource === null ? [] : await work.all(ResourceEntity, sql`t.id = ${resource}`, 1);
    if (!row) return;
    if (!known) await remember(row, 'goneThere', { organisation, details: { platform, idThere }, at: now }, work);
    const standings = await shelves(row.id, work);
    if (takenDown && standings.some(({ takenOff }) => takenOff !== 'emergency')) {
      const reason = `来源平台已紧急下架 taken down where it came from: ${platform} ${idThere}`;
      await takeDownWithin(row, { reason, codes: [], by: organisation }, work);
      return;
    }
    const shown = standings.filter(({ status }) => status === 'published');
    for (const standing of shown) Object.assign(standing, { recheckOn: dayInBeijing(now), recheckTold: true });
    await work.updateAll(shown, standingFacts.recheckDue);
  }
}
