import { CLOCK, identity, inBeijing, OrganisationUnknown, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { appView, selectionView } from '../apps/app.view.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { FilingNotice } from './filing-notice.entity.js';
import { KeepingFilings } from './keeping-filings.js';

@Controller()
export class FilingHandlers {
  constructor(
    private readonly store: Store,
    private readonly filings: KeepingFilings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(identity.setAppFiling)
  async setAppFiling(input: InputOf<typeof identity.setAppFiling>, call: Call) {
    return appView(await this.filings.ofApp(input, call), call.caller, this.clock.now());
  }

  @Handles(identity.setSelectionFiling)
  async setSelectionFiling(input: InputOf<typeof identity.setSelectionFiling>, call: Call) {
    return selectionView(await this.filings.ofSelection(input, call), call.caller, this.clock.now());
  }

  @Handles(identity.setFilingPolicy)
  async setFilingPolicy(input: InputOf<typeof identity.setFilingPolicy>, call: Call) {
    const { id, version, createdAt, updatedAt, organisation, mode, from } = await this.filings.setPolicy(input, call);
    return { id, version, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt), organisation, mode, from };
  }

  @Handles(identity.filingNotices)
  async filingNotices({ organisationId, ...paging }: InputOf<typeof identity.filingNotices>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    return this.store.page(FilingNotice, call, { where: sql`t.organisation = ${organisationId}`, ...paging }, (row) => ({
      id: row.id,
      version: row.version,
      createdAt: inBeijing(row.createdAt),
      updatedAt: inBeijing(row.updatedAt),
      app: row.app,
      name: row.name,
      organisation: row.organisation,
      kind: row.kind,
      days: row.days,
      lapsesOn: row.lapsesOn,
    }));
  }
}
