import {
  CLOCK,
  OrderPublicationNotFound,
  OrderRoundNotFound,
  OrderTitleNotFound,
  resources,
  type Call,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { allOf, containing, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { AnnouncingRounds } from './announcing-rounds.js';
import { ErasingRounds } from './erasing-rounds.js';
import { bare, KeepingTitles } from './keeping-titles.js';
import { OrderPublication } from './order-publication.entity.js';
import { OrderRound } from './order-round.entity.js';
import { OrderTitle } from './order-title.entity.js';
import { publicationView, roundView, titleView } from './orders.view.js';
import { PublishingTotals } from './publishing-totals.js';
import { TotallingOrders } from './totalling-orders.js';

@Controller()
export class OrderCatalogueHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KeepingTitles) private readonly titles: KeepingTitles,
    @Inject(AnnouncingRounds) private readonly rounds: AnnouncingRounds,
    @Inject(TotallingOrders) private readonly totalling: TotallingOrders,
    @Inject(PublishingTotals) private readonly publishing: PublishingTotals,
    @Inject(ErasingRounds) private readonly erasing: ErasingRounds,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(resources.enterOrderTitle)
  async enterOrderTitle(input: InputOf<typeof resources.enterOrderTitle>, call: Call) {
    return titleView(await this.titles.enter(input, call), call.caller);
  }

  @Handles(resources.orderTitles)
  orderTitles({ q, code, status, stage, subject, grade, limit, cursor }: InputOf<typeof resources.orderTitles>, call: Call) {
    const where = allOf(
      q !== undefined && sql`t.name ilike ${containing(q)}`,
      code !== undefined && sql`t.code in (${code}, ${bare({ scheme: 'isbn', value: code })})`,
      status !== undefined && sql`t.status = ${status}`,
      stage !== undefined && sql`t.stage = ${stage}`,
      subject !== undefined && sql`t.subject = ${subject}`,
      grade !== undefined && sql`${grade} = any(t.grades)`,
    );
    return this.store.page(OrderTitle, call, { where, limit, cursor }, (title) => titleView(title, call.caller));
  }

  @Handles(resources.orderTitle)
  async orderTitle({ titleId }: InputOf<typeof resources.orderTitle>, call: Call) {
    return titleView(await this.store.one(OrderTitle, titleId, call, OrderTitleNotFound), call.caller);
  }

  @Handles(resources.editOrderTitle)
  async editOrderTitle(input: InputOf<typeof resources.editOrderTitle>, call: Call) {
    return titleView(await this.titles.edit(input, call), call.caller);
  }

  @Handles(resources.vetOrderTitle)
  async vetOrderTitle(input: InputOf<typeof resources.vetOrderTitle>, call: Call) {
    return titleView(await this.titles.vet(input, call), call.caller);
  }

  @Handles(resources.strikeOrderTitle)
  async strikeOrderTitle(input: InputOf<typeof resources.strikeOrderTitle>, call: Call) {
    return titleView(await this.titles.strike(input, call), call.caller);
  }

  @Handles(resources.announceOrderRound)
  async announceOrderRound(input: InputOf<typeof resources.announceOrderRound>, call: Call) {
    return roundView(await this.rounds.announce(input, call), this.clock.now());
  }

  @Handles(resources.orderRounds)
  orderRounds({ schoolYear, limit, cursor }: InputOf<typeof resources.orderRounds>, call: Call) {
    const where = schoolYear === undefined ? sql`true` : sql`t.school_year = ${schoolYear}`;
    const now = this.clock.now();
    return this.store.page(OrderRound, call, { where, limit, cursor }, (round) => roundView(round, now));
  }

  @Handles(resources.orderRound)
  async orderRound({ roundId }: InputOf<typeof resources.orderRound>, call: Call) {
    return roundView(await this.store.one(OrderRound, roundId, call, OrderRoundNotFound), this.clock.now());
  }

  @Handles(resources.moveOrderRound)
  async moveOrderRound(input: InputOf<typeof resources.moveOrderRound>, call: Call) {
    return roundView(await this.rounds.moveEnd(input, call), this.clock.now());
  }

  @Handles(resources.orderTotals)
  orderTotals(input: InputOf<typeof resources.orderTotals>, call: Call) {
    return this.totalling.totals(input, call);
  }

  @Handles(resources.publishOrderTotals)
  async publishOrderTotals(input: InputOf<typeof resources.publishOrderTotals>, call: Call) {
    return publicationView(await this.publishing.publish(input, call));
  }

  @Handles(resources.orderPublications)
  orderPublications({ round, limit, cursor }: InputOf<typeof resources.orderPublications>, call: Call) {
    const where = round === undefined ? sql`true` : sql`t.round = ${round}`;
    return this.store.page(OrderPublication, call, { where, limit, cursor }, publicationView);
  }

  @Handles(resources.orderPublication)
  async orderPublication({ publicationId }: InputOf<typeof resources.orderPublication>, call: Call) {
    return publicationView(await this.store.one(OrderPublication, publicationId, call, OrderPublicationNotFound));
  }

  @Handles(resources.eraseOrderRound)
  eraseOrderRound(input: InputOf<typeof resources.eraseOrderRound>, call: Call) {
    return this.erasing.erase(input, call);
  }
}
