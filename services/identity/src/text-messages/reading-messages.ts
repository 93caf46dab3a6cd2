import { inBeijing, OrganisationUnknown, type Call, type identity, type InputOf } from '@lianxue/contracts';
import { allOf, Sealer, sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { maskedNumber } from '../people/names.js';
import { TextMessage } from './text-message.entity.js';

/** Which messages went out, for whoever is asked why a code did not arrive. */
@Injectable()
export class ReadingMessages {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
  ) {}

  async of({ organisationId, state, ...paging }: InputOf<typeof identity.textMessages>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const where = allOf(
      sql`t.organisation in (select o.id from organisation o join organisation here on o.path <@ here.path where here.id = ${organisationId})`,
      state !== undefined && sql`t.state = ${state}`,
    );
    return this.store.page(TextMessage, call, { where, ...paging }, (message) => this.view(message));
  }

  private view({ id, organisation, purpose, phoneSealed, state, sender, reference, trouble, tries, createdAt, sentAt }: TextMessage) {
    return {
      id,
      organisation,
      purpose,
      phone: maskedNumber(this.sealer.open(phoneSealed), 6, 4),
      state,
      sender,
      reference,
      trouble,
      tries,
      at: inBeijing(createdAt),
      sentAt: sentAt && inBeijing(sentAt),
    };
  }
}
