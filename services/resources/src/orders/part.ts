import type { Part } from '@lianxue/persistence';
import { AnnouncingRounds } from './announcing-rounds.js';
import { OrderCatalogueHandlers } from './catalogue.handlers.js';
import { Complaining } from './complaining.js';
import { Delivering } from './delivering.js';
import { ErasingRounds } from './erasing-rounds.js';
import { KeepingTitles } from './keeping-titles.js';
import { OrderComplaint } from './order-complaint.entity.js';
import { OrderDelivery } from './order-delivery.entity.js';
import { OrderPublication } from './order-publication.entity.js';
import { OrderRound } from './order-round.entity.js';
import { OrderTitle } from './order-title.entity.js';
import { Ordering } from './ordering.js';
import { OrdersHandlers } from './orders.handlers.js';
import { PublishingTotals } from './publishing-totals.js';
import { SchoolOrder } from './school-order.entity.js';
import { TotallingOrders } from './totalling-orders.js';

/** 电教教材线上征订: from the catalogue to published totals. */
export const orders: Part = {
  entities: [OrderTitle, OrderRound, SchoolOrder, OrderDelivery, OrderPublication, OrderComplaint],
  rules: [KeepingTitles, AnnouncingRounds, Ordering, Delivering, TotallingOrders, PublishingTotals, Complaining, ErasingRounds],
  handlers: [OrderCatalogueHandlers, OrdersHandlers],
};
