import {
  appFacts,
  AppMisplaced,
  assertThat,
  filingPolicyFacts,
  OrganisationUnknown,
  SelectionUnknown,
  type Call,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import type { App } from '../apps/app.entity.js';
import { changeable } from '../apps/providing.js';
import { Selection } from '../apps/selection.entity.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { isAuthority } from '../organisations/placing.js';
import { OwnCopies } from '../tree/own-copies.js';
import { FilingPolicy } from './filing-policy.entity.js';
import { WatchingFilings } from './watching-filings.js';

/** Filings 备案 as the bureau keeps them, until the register of filings keeps them itself. What they decide, they decide at once. */
@Injectable()
export class KeepingFilings {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    private readonly watching: WatchingFilings,
  ) {}

  async ofApp({ appId, number, until }: InputOf<typeof identity.setAppFiling>, call: Call): Promise<App> {
    const app = await this.store.commit(call, async (work) => {
      const row = await changeable(appId, work);
      return work.update(Object.assign(row, { filingNumber: number, filingUntil: number && until }), appFacts.changed);
    });
    await this.watching.judge();
    return app;
  }

  async ofSelection({ selectionId, number, until }: InputOf<typeof identity.setSelectionFiling>, call: Call): Promise<Selection> {
    await this.store.commit(call, async (work) => {
      const row = await work.target(Selection, selectionId, SelectionUnknown);
      return this.copies.changeSelection(Object.assign(row, { filingNumber: number, filingUntil: number && until }), work);
    });
    await this.watching.judge();
    return this.store.one(Selection, selectionId, call, SelectionUnknown);
  }

  async setPolicy({ organisationId, mode, from }: InputOf<typeof identity.setFilingPolicy>, call: Call): Promise<FilingPolicy> {
    const policy = await this.store.commit(call, async (work) => {
      const authority = await work.one(OrganisationRecord, organisationId, OrganisationUnknown);
      assertThat(isAuthority(authority.kind), AppMisplaced);
      const [there] = await work.all(FilingPolicy, sql`t.organisation = ${organisationId}`, 1);
      if (there) return work.update(Object.assign(there, { mode, from }), filingPolicyFacts.set);
      return work.insert(
        Object.assign(new FilingPolicy(), { id: newId(), organisation: organisationId, mode, from }),
        filingPolicyFacts.set,
      );
    });
    await this.watching.judge();
    return policy;
  }
}
