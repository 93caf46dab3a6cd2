import { cardLife, identity, inBeijing, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { maskedNumber } from '../people/names.js';
import type { Card } from './card.entity.js';
import { IssuingCards } from './issuing-cards.js';

@Controller()
export class CardHandlers {
  constructor(private readonly issuing: IssuingCards) {}

  @Handles(identity.issueCard)
  async issueCard(input: InputOf<typeof identity.issueCard>, call: Call) {
    return this.shown(await this.issuing.issue(input, call), call);
  }

  @Handles(identity.cards)
  async cards({ personId, ...paging }: InputOf<typeof identity.cards>, call: Call) {
    const { items, ...rest } = await this.issuing.of(personId, paging, call);
    return { items: items.map((card) => this.shown(card, call)), ...rest };
  }

  @Handles(identity.reportCardLost)
  async reportCardLost({ cardId }: InputOf<typeof identity.reportCardLost>, call: Call) {
    return this.shown(await this.issuing.move(cardId, 'reportLost', call), call);
  }

  @Handles(identity.findCardAgain)
  async findCardAgain({ cardId }: InputOf<typeof identity.findCardAgain>, call: Call) {
    return this.shown(await this.issuing.move(cardId, 'findAgain', call), call);
  }

  @Handles(identity.giveCardBack)
  async giveCardBack({ cardId }: InputOf<typeof identity.giveCardBack>, call: Call) {
    return this.shown(await this.issuing.move(cardId, 'giveBack', call), call);
  }

  @Handles(identity.identifyCard)
  identifyCard({ number }: InputOf<typeof identity.identifyCard>, call: Call) {
    return this.issuing.identify(number, call);
  }

  private shown(card: Card, { caller }: Call) {
    const { id, version, person, organisation, kind, until, state } = card;
    const times = { createdAt: inBeijing(card.createdAt), updatedAt: inBeijing(card.updatedAt) };
    const number = maskedNumber(this.issuing.open(card), 0, 4);
    return { id, version, ...times, person, organisation, kind, number, until, state, moves: cardLife.movesFor(state, caller) };
  }
}
