import {
  assertThat,
  fileTiers,
  inBeijing,
  OrganisationUnknown,
  shippedAllowances,
  tierOf,
  type Call,
  type FileMegabytes,
  type FileTier,
  type files,
  type InputOf,
  type OrganisationKind,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Allowance } from './allowance.entity.js';
import { allowanceFacts } from './allowance.facts.js';

/** Which files are taken from whom: as the nearest authority set it for their tier. */
@Injectable()
export class Allowances {
  constructor(@Inject(Store) private readonly store: Store) {}

  /** What is taken of each family from whoever acts for this organisation; an app that acts for none is taken for a school. */
  async of(organisation: string | undefined): Promise<FileMegabytes> {
    const tier = organisation === undefined ? 'school' : await this.tierAt(organisation);
    const set = organisation === undefined ? [] : await this.above(organisation);
    return set.find((each) => each.tier === tier)?.megabytes ?? shippedAllowances[tier];
  }

  async inForce({ organisationId }: InputOf<typeof files.allowances>, call: Call) {
    assertThat(await this.store.reaches(organisationId, call), OrganisationUnknown);
    const set = await this.above(organisationId);
    const allowances = fileTiers.map((tier) => {
      const found = set.find((each) => each.tier === tier);
      return { tier, setBy: found?.organisation ?? null, megabytes: found?.megabytes ?? shippedAllowances[tier] };
    });
    return { organisation: organisationId, tier: await this.tierAt(organisationId), allowances };
  }

  async set({ organisationId, tier, megabytes }: InputOf<typeof files.setAllowance>, call: Call) {
    const row = await this.store.commit(call, async (work) => {
      await work.within(organisationId, OrganisationUnknown);
      const [kept] = await work.all(Allowance, sql`t.organisation = ${organisationId}::uuid and t.tier = ${tier}`, 1);
      if (kept) return work.update(Object.assign(kept, { megabytes }), allowanceFacts.set);
      return work.insert(Object.assign(new Allowance(), { organisation: organisationId, tier, megabytes }), allowanceFacts.set);
    });
    const { id, version, createdAt, updatedAt } = row;
    return { id, version, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt), organisation: organisationId, tier, megabytes };
  }

  /** All that was set here and above, the nearest first. */
  private above(organisation: string): Promise<{ organisation: string; tier: FileTier; megabytes: FileMegabytes }[]> {
    return this.store.read(sql`
      select a.organisation, a.tier, a.megabytes from file_allowance a join organisation o on o.id = a.organisation
      join organisation here on here.id = ${organisation}::uuid and here.path <@ o.path
      order by nlevel(o.path) desc limit 100`);
  }

  private async tierAt(organisation: string): Promise<FileTier> {
    const [found] = await this.store.read<{ kind: OrganisationKind }>(sql`select kind from organisation where id = ${organisation}::uuid`);
    return found ? tierOf(found.kind) : 'school';
  }
}
