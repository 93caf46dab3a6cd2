import {
  CLOCK,
  dayInBeijing,
  organisationFacts,
  selectionFacts,
  selectionLife,
  type Clock,
  type Fact,
  type FactKind,
} from '@lianxue/contracts';
import { TreeCopy, type Aggregate, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { OrganisationRecord } from '../organisations/organisation.entity.js';
import { keepHistory } from '../organisations/history.js';
import { keepNames } from '../organisations/kept-names.js';
import type { Selection } from '../apps/selection.entity.js';
import type { Revoked } from '../signing-in/revocations.js';

/**
 * Identity's own copies of the tree and of app reach, written in the commit that changes what they copy:
 * here nobody waits for the relay.
 */
@Injectable()
export class OwnCopies {
  constructor(
    private readonly copies: TreeCopy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async register(row: OrganisationRecord, work: Work, same?: (existing: OrganisationRecord) => boolean): Promise<OrganisationRecord> {
    return this.keepOrganisation(await work.insert(row, organisationFacts.registered, same), organisationFacts.registered, work);
  }

  async organisation(
    row: OrganisationRecord,
    happened: 'changed' | 'moved' | 'closed' | 'merged',
    work: Work,
  ): Promise<OrganisationRecord> {
    return this.keepOrganisation(await work.update(row, organisationFacts[happened]), organisationFacts[happened], work);
  }

  async select(row: Selection, work: Work, same?: (existing: Selection) => boolean): Promise<Selection> {
    return this.keep(await work.insert(row, selectionFacts.made, same), selectionFacts.made, work);
  }

  async changeSelection(row: Selection, work: Work): Promise<Selection> {
    return this.keep(await work.update(row, selectionFacts.changed), selectionFacts.changed, work);
  }

  /** Ends a selection; answers what its end revokes, so that tokens given under it are not used a moment longer. */
  async endSelection(row: Selection, work: Work): Promise<Revoked> {
    row.state = selectionLife.after(row.state, 'end');
    await this.keep(await work.update(row, selectionFacts.ended), selectionFacts.ended, work);
    return { kind: 'client', value: row.client };
  }

  /** What is known of it from today on goes into its history, and its names to where it is looked for. */
  private async keepOrganisation(row: OrganisationRecord, kind: FactKind, work: Work): Promise<OrganisationRecord> {
    await keepHistory(row, dayInBeijing(this.clock.now()), work);
    await keepNames(row, work);
    return this.keep(row, kind, work);
  }

  private async keep<E extends Aggregate>(row: E, kind: FactKind, work: Work): Promise<E> {
    const fact: Fact = {
      id: row.id,
      type: kind.type,
      service: kind.service,
      thing: kind.thing,
      entity: row.id,
      version: row.version,
      organisation: row.organisation,
      actor: 'system',
      time: row.updatedAt.toISOString(),
      feedSeq: 0,
      data: row.fact(),
    };
    await this.copies.apply(fact, work);
    return row;
  }
}
