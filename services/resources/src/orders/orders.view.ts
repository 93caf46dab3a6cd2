import {
  complaintLifeCycle,
  inBeijing,
  schoolOrderLifeCycle,
  titleLifeCycle,
  type Caller,
  type OrderComplaint as OrderComplaintView,
  type OrderDelivery as OrderDeliveryView,
  type OrderPublication as OrderPublicationView,
  type OrderRound as OrderRoundView,
  type OrderTitle as OrderTitleView,
  type SchoolOrder as SchoolOrderView,
} from '@lianxue/contracts';
import { itemOf } from '../item.js';
import type { OrderComplaint } from './order-complaint.entity.js';
import type { OrderDelivery } from './order-delivery.entity.js';
import type { OrderPublication } from './order-publication.entity.js';
import type { OrderRound } from './order-round.entity.js';
import type { OrderTitle } from './order-title.entity.js';
import type { SchoolOrder } from './school-order.entity.js';

/** Who keeps the catalogue makes moves; who wrote a title does not vet it. */
export function titleView(title: OrderTitle, caller: Caller): OrderTitleView {
  const wrote = title.writtenBy === caller.subject;
  const moves = titleLifeCycle.movesFor(title.status, caller).filter((move) => !(wrote && (move === 'vet' || move === 'return')));
  return { ...title.fact(), ...itemOf(title), note: title.note, moves: caller.organisation === title.organisation ? moves : [] };
}

export const roundView = (round: OrderRound, now: Date): OrderRoundView => ({
  ...round.fact(),
  ...itemOf(round),
  state: round.stateAt(now),
  titles: round.titles,
});

export function orderView(order: SchoolOrder, caller: Caller): SchoolOrderView {
  const { id, organisation, round, status, copies, fen } = order.fact();
  return {
    ...{ id, organisation, round, status, copies, fen, lines: order.lines },
    ...itemOf(order),
    submittedAt: order.submittedAt && inBeijing(order.submittedAt),
    reason: order.reason,
    moves: schoolOrderLifeCycle.movesFor(order.status, caller),
  };
}

export const deliveryView = (delivery: OrderDelivery): OrderDeliveryView => ({
  ...delivery.fact(),
  ...itemOf(delivery),
  note: delivery.note,
});

export function publicationView(publication: OrderPublication): OrderPublicationView {
  const { organisation, round, roundName, nth, note, totals } = publication;
  return { ...itemOf(publication), organisation, round, roundName, nth, note, totals };
}

export const complaintView = (complaint: OrderComplaint, caller: Caller): OrderComplaintView => ({
  ...complaint.fact(),
  ...itemOf(complaint),
  words: complaint.words,
  complainant: complaint.complainant,
  answer: complaint.answer,
  answeredAt: complaint.answeredAt && inBeijing(complaint.answeredAt),
  moves: complaintLifeCycle.movesFor(complaint.status, caller),
});
