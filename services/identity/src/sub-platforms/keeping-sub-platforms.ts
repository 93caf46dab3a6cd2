import {
  assertThat,
  CLOCK,
  dayInBeijing,
  OrganisationClosed,
  OrganisationUnknown,
  SubPlatformClosed,
  SubPlatformColourPale,
  SubPlatformExists,
  subPlatformFacts,
  SubPlatformFromAbove,
  subPlatformLife,
  SubPlatformMisplaced,
  SubPlatformUnknown,
  switchableServices,
  type Call,
  type Clock,
  type identity,
  type InputOf,
  type OrganisationKind,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { claimAddresses, claimedAs, OWN_ORIGIN } from './addressing.js';
import { carriesWhiteText } from './colour.js';
import { readLogo } from './logo.js';
import { SubPlatform } from './sub-platform.entity.js';

const mayHaveOne: readonly OrganisationKind[] = ['city', 'county', 'bureau'];

/** Sub-platforms are opened and closed by an authority above and looked after by their own administrators. */
@Injectable()
export class KeepingSubPlatforms {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(OWN_ORIGIN) private readonly ownOrigin: string | undefined,
  ) {}

  open({ organisation, id, ...said }: InputOf<typeof identity.openSubPlatform>, call: Call): Promise<SubPlatform> {
    return this.store.commit(call, async (work) => {
      const owner = await work.one(OrganisationRecord, organisation, OrganisationUnknown);
      assertThat(owner.state === 'open', OrganisationClosed);
      assertThat(mayHaveOne.includes(owner.kind), SubPlatformMisplaced, { kind: owner.kind });
      refuseOwn(organisation, call);
      const row = tidied(Object.assign(new SubPlatform(), { id: id ?? newId(), organisation, ...said }));
      const [there] = await work.all(SubPlatform, sql`t.organisation = ${organisation}`);
      assertThat(!there || there.id === row.id, SubPlatformExists);
      if (!there) await claimAddresses(row, this.ownOrigin, work);
      return work.insert(row, subPlatformFacts.opened, (existing) => existing.slug === row.slug && existing.name === row.name);
    });
  }

  change({ subPlatformId, ...said }: InputOf<typeof identity.changeSubPlatform>, call: Call): Promise<SubPlatform> {
    return this.store.commit(call, async (work) => {
      const row = tidied(Object.assign(await openOne(subPlatformId, work), said));
      await claimAddresses(row, this.ownOrigin, work);
      return work.update(row, subPlatformFacts.changed);
    });
  }

  setLogo({ subPlatformId, image }: InputOf<typeof identity.setSubPlatformLogo>, call: Call): Promise<SubPlatform> {
    const logo = image === null ? null : readLogo(image);
    return this.store.commit(call, async (work) => {
      const row = await openOne(subPlatformId, work);
      await work.query('delete from sub_platform_logo where sub_platform = $1', [row.id]);
      if (logo)
        await work.query('insert into sub_platform_logo (sub_platform, digest, type, image) values ($1, $2, $3, $4)', [
          row.id,
          logo.digest,
          logo.type,
          logo.image,
        ]);
      return work.update(Object.assign(row, { logo: logo?.digest ?? null }), subPlatformFacts.changed);
    });
  }

  close(id: string, call: Call): Promise<SubPlatform> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(SubPlatform, id, SubPlatformUnknown);
      refuseOwn(row.organisation, call);
      const state = subPlatformLife.after(row.state, 'close');
      return work.update(Object.assign(row, { state, closedOn: dayInBeijing(this.clock.now()) }), subPlatformFacts.closed);
    });
  }

  reopen(id: string, call: Call): Promise<SubPlatform> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(SubPlatform, id, SubPlatformUnknown);
      refuseOwn(row.organisation, call);
      const owner = await work.one(OrganisationRecord, row.organisation, OrganisationUnknown);
      assertThat(owner.state === 'open', OrganisationClosed);
      const state = subPlatformLife.after(row.state, 'reopen');
      return work.update(Object.assign(row, { state, closedOn: null }), subPlatformFacts.reopened);
    });
  }

  /** A name it had before still leads to it; a host is only its own while it says so. */
  async at(address: string, call: Call): Promise<SubPlatform> {
    const claimed = sql`select entity from external_id where kind = ${claimedAs.slug} and source = 'lianxue' and value = ${address}`;
    const row = await this.store.first(SubPlatform, sql`(t.id = (${claimed}) or t.host = ${address})`, call);
    assertThat(row, SubPlatformUnknown);
    return row;
  }

  async logo(subPlatform: string) {
    const [logo] = await this.store.read<{ digest: string; type: 'image/png' | 'image/jpeg'; image: string }>(
      sql`select digest, type, encode(image, 'base64') as image from sub_platform_logo where sub_platform = ${subPlatform}`,
    );
    assertThat(logo, SubPlatformUnknown);
    return logo;
  }
}

/** Whoever runs it neither opens nor closes it: that is for those who answer for the whole. */
function refuseOwn(organisation: string, { caller }: Call): void {
  assertThat(caller.organisation !== organisation, SubPlatformFromAbove);
}

async function openOne(id: string, work: Work): Promise<SubPlatform> {
  const row = await work.target(SubPlatform, id, SubPlatformUnknown);
  assertThat(row.state === 'open', SubPlatformClosed);
  return row;
}

function tidied(row: SubPlatform): SubPlatform {
  assertThat(row.colour === null || carriesWhiteText(row.colour), SubPlatformColourPale);
  row.services = switchableServices.filter((service) => row.services.includes(service));
  return row;
}
