import { CLOCK, dayInBeijing, ownCallOf, resources, standingFacts, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { remember } from '../catalogue/provenance.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { shelves } from '../standing/shelving.js';

const everyMs = 30_000;
const batch = 20;

interface Gone {
  readonly id: string;
  readonly organisation: string;
  readonly resource: string | null;
  readonly platform: string;
  readonly idThere: string;
}

/**
 * What another platform has deleted that was harvested from it and taken over is marked here. Where tiers show it by now they are to check
 * it again 复查, and it leaves their shelves when nobody does: they have reviewed it, and the word of another is no decision of theirs.
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
          `select m.id, m.organisation, m.resource, m.platform, m.id_there as "idThere"
           from migrated_resource m join harvested_record h on h.source = m.source and h.identifier = m.id_there
           where m.gone_at is null and h.deleted order by m.id limit $1 for update of m skip locked`,
          [batch],
        );
        for (const one of gone) await this.follow(one, work);
        return gone.length;
      }),
    );
  }

  private async follow({ id, organisation, resource, platform, idThere }: Gone, work: Work): Promise<void> {
    const now = this.clock.now();
    await work.query('update migrated_resource set gone_at = $2 where id = $1', [id, now]);
    const [row] = resource === null ? [] : await work.all(ResourceEntity, sql`t.id = ${resource}`, 1);
    if (!row) return;
    await remember(row, 'goneThere', { organisation, details: { platform, idThere }, at: now }, work);
    const shown = (await shelves(row.id, work)).filter(({ status }) => status === 'published');
    for (const standing of shown) Object.assign(standing, { recheckOn: dayInBeijing(now), recheckTold: true });
    await work.updateAll(shown, standingFacts.recheckDue);
  }
}
