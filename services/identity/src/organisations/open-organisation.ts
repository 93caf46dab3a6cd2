import { assertThat, OrganisationClosed, OrganisationUnknown, type Call } from '@lianxue/contracts';
import type { Store } from '@lianxue/persistence';
import { OrganisationRecord } from './organisation.entity.js';

/** One the caller reaches and that is still open: people and rows are brought to no other. */
export async function openOrganisation(id: string, call: Call, store: Store): Promise<OrganisationRecord> {
  const organisation = await store.one(OrganisationRecord, id, call, OrganisationUnknown);
  assertThat(organisation.state === 'open', OrganisationClosed);
  return organisation;
}
