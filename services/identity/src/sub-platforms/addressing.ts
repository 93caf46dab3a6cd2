import { assertThat, reservedSlugs, SubPlatformAddressReserved, SubPlatformAddressTaken } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import { isOursForEver } from '../organisations/claiming.js';
import type { SubPlatform } from './sub-platform.entity.js';

/** The platform’s own address, where it is known: no sub-platform takes it over. */
export const OWN_ORIGIN = Symbol('lianxue.ownOrigin');

/** Kinds of `external_id` under which addresses are claimed. */
export const claimedAs = { slug: 'subPlatformSlug', host: 'subPlatformHost' } as const;

/** Takes the addresses of a sub-platform for ever: a link that once led here never leads to another. */
export async function claimAddresses(row: SubPlatform, ownOrigin: string | undefined, work: Work): Promise<void> {
  const { id, slug, host } = row;
  assertThat(!reservedSlugs.has(slug), SubPlatformAddressReserved, { field: 'slug', address: slug });
  assertThat(await isOursForEver(claimedAs.slug, 'lianxue', slug, id, work), SubPlatformAddressTaken, { field: 'slug', address: slug });
  if (host === null) return;
  assertThat(ownOrigin === undefined || new URL(ownOrigin).hostname !== host, SubPlatformAddressReserved, { field: 'host', address: host });
  assertThat(await isOursForEver(claimedAs.host, 'dns', host, id, work), SubPlatformAddressTaken, { field: 'host', address: host });
}
