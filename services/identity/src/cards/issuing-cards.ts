import {
  assertThat,
  CardNotValid,
  CardTaken,
  CardUnknown,
  cardFacts,
  cardLife,
  CLOCK,
  dayInBeijing,
  OrganisationClosed,
  OrganisationUnknown,
  PersonUnknown,
  refuse,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Sealer, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { PeopleFields } from '../people/people-fields.js';
import { Person } from '../people/person.entity.js';
import { Card } from './card.entity.js';

/** Readers differ in case and in blanks they put between the groups of a number. */
const tidy = (number: string): string => number.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** Cards issued to people, lost, found and given back, and telling who holds one. */
@Injectable()
export class IssuingCards {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    private readonly fields: PeopleFields,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  issue({ personId, id, organisation, kind, number, until }: InputOf<typeof identity.issueCard>, call: Call): Promise<Card> {
    const numberLookup = this.lookup(number);
    return this.store.commit(call, async (work) => {
      const person = await work.one(Person, personId, PersonUnknown);
      person.refuseClosed();
      const issuer = await work.one(OrganisationRecord, organisation, OrganisationUnknown);
      assertThat(issuer.state === 'open', OrganisationClosed);
      const card = Object.assign(new Card(), { id: id ?? newId(), organisation, person: personId, kind, until, numberLookup });
      card.numberSealed = this.sealer.seal(tidy(number));
      const inUse = await work.all(Card, sql`t.number_lookup = ${numberLookup} and t.state <> 'returned' and t.id <> ${card.id}`, 1);
      assertThat(inUse.length === 0, CardTaken);
      return work.insert(card, cardFacts.issued, (existing) => existing.person === personId && existing.numberLookup === numberLookup);
    });
  }

  of(personId: string, request: { limit: number; cursor?: string | undefined }, call: Call) {
    return this.store.page(Card, call, { where: sql`t.person = ${personId}`, ...request }, (card) => card);
  }

  move(cardId: string, move: keyof typeof cardLife.table, call: Call): Promise<Card> {
    return this.store.commit(call, async (work) => {
      const card = await work.target(Card, cardId, CardUnknown);
      card.make(move);
      return work.update(card, cardFacts.changed);
    });
  }

  /** Only cards in use count, and only those issued within the caller's reach; the person's name as their field profile allows. */
  async identify(number: string, call: Call) {
    const card = await this.store.first(Card, sql`t.number_lookup = ${this.lookup(number)} and t.state <> 'returned'`, call);
    assertThat(card, CardUnknown);
    if (card.state === 'lost') throw refuse(CardNotValid, { reason: 'lost' });
    if (card.until !== null && card.until < dayInBeijing(this.clock.now())) throw refuse(CardNotValid, { reason: 'expired' });
    const person = await this.store.one(Person, card.person, ownCall(), PersonUnknown);
    const { name } = await this.fields.ofOne(call.caller, person, card.organisation);
    return { card: card.id, person: card.person, name, organisation: card.organisation };
  }

  open(card: Card): string {
    return this.sealer.open(card.numberSealed);
  }

  private lookup(number: string): string {
    return this.sealer.lookup('card', tidy(number));
  }
}
