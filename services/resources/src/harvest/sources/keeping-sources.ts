import {
  actingOrganisation,
  assertThat,
  CLOCK,
  HarvestAddressRefused,
  HarvestSourceNotFound,
  HarvestSourcePaused,
  harvestSourceFacts,
  HarvestUnderWay,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { Sealer, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { HarvestSourceEntity } from './harvest-source.entity.js';
import { PeerCatalogues } from './peer-catalogues.js';

/** Which platforms are harvested, and when. */
@Injectable()
export class KeepingSources {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Sealer) private readonly sealer: Sealer,
    @Inject(PeerCatalogues) private readonly peers: PeerCatalogues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** It is harvested for the first time at once. */
  async register(
    { id, password, account, ...input }: InputOf<typeof resources.registerHarvestSource>,
    call: Call,
  ): Promise<HarvestSourceEntity> {
    assertThat(this.peers.admits(input.address), HarvestAddressRefused);
    return this.store.commit(call, async (work) => {
      const row = Object.assign(new HarvestSourceEntity(), input, { ...(id !== undefined && { id }), account: account ?? null });
      row.organisation = actingOrganisation(call.caller);
      row.password = password === undefined ? null : this.sealer.seal(password);
      const same = (existing: HarvestSourceEntity) => existing.organisation === row.organisation && existing.address === row.address;
      const kept = await work.insert(row, harvestSourceFacts.registered, same);
      await work.query(
        `insert into harvest_walk (source, due, under_way, attempt, failures, complete) values ($1, $2, false, 0, 0, true) on conflict do nothing`,
        [kept.id, this.clock.now()],
      );
      return kept;
    });
  }

  change({ sourceId, password, ...changes }: InputOf<typeof resources.changeHarvestSource>, call: Call): Promise<HarvestSourceEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(HarvestSourceEntity, sourceId, HarvestSourceNotFound);
      Object.assign(row, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
      if (password !== undefined) row.password = password === null ? null : this.sealer.seal(password);
      return work.update(row, harvestSourceFacts.changed);
    });
  }

  /** It begins within seconds. */
  harvestNow({ sourceId, complete }: InputOf<typeof resources.harvestNow>, call: Call): Promise<HarvestSourceEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(HarvestSourceEntity, sourceId, HarvestSourceNotFound);
      assertThat(row.state === 'active', HarvestSourcePaused);
      const now = this.clock.now();
      const begun = await work.query(
        `update harvest_walk set due = $2, failures = 0, complete = complete or $3, token = case when $3 then null else token end
         where source = $1 and not (under_way and due > $2) returning 1`,
        [row.id, now, complete],
      );
      if (begun.length === 0) throw refuse(HarvestUnderWay);
      work.note('harvest.ordered', row.id, { complete });
      return row;
    });
  }
}
