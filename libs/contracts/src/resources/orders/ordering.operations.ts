import { z } from 'zod';
import { MoveNotAllowed } from '../../life-cycle.js';
import { operation } from '../../machinery/operation.js';
import { NotFound } from '../../platform.refusals.js';
import { Id, item, page, paging, text } from '../../shapes/shapes.js';
import {
  complaintStates,
  OrderComplaint,
  OrderComplaintAnswer,
  OrderComplaintInput,
  OrderComplaintNotFound,
  OrderComplaintUnanswerable,
} from './complaints.js';
import {
  OrderDelivery,
  OrderDeliveryInput,
  OrderDeliveryMiscounted,
  OrderDeliveryNotFound,
  OrderDeliveryReceived,
  OrderDeliveryTooMuch,
  OrderNotConfirmed,
  OrderReceiptInput,
} from './deliveries.js';
import { OrderRoundNotFound, OrderRoundNotOpen, OrderRoundRunning } from './rounds.js';
import {
  OrderEntry,
  SchoolOrder,
  SchoolOrderAdjustment,
  SchoolOrderBrokenRules,
  SchoolOrderInput,
  SchoolOrderLines,
  SchoolOrderNoSchool,
  SchoolOrderNotFound,
  SchoolOrderOwn,
  SchoolOrderPlaced,
  schoolOrderStates,
  SchoolOrderUnchanged,
  VoluntaryStatement,
} from './school-orders.js';
import { complainants, orderKeepers, orderReaders } from './who.js';

const roundId = z.object({ roundId: Id.describe('征订标识 id of the round') });
const orderId = z.object({ orderId: Id.describe('订单标识 id of the order') });
const deliveryId = z.object({ deliveryId: Id.describe('配送标识 id of the delivery') });
const complaintId = z.object({ complaintId: Id.describe('投诉标识 id of the complaint') });
const ofRound = Id.optional().describe('只列该征订的 only those of this round');

/** 学校订单: by class and grade, confirmed from above, never more than pupils want. */
export const schoolOrderOperations = {
  placeSchoolOrder: operation('post', '/order-rounds/:roundId/orders', {
    summary: '拟订学校订单 Draft a school’s order',
    description: 'One for each school and round, while the round is open. Every line is held to the rules of the round.',
    scope: 'resources.write',
    permits: ['schoolAdmin'],
    reach: 'handedDown',
    creates: true,
    params: roundId,
    body: SchoolOrderInput,
    returns: item(SchoolOrder),
    fails: [OrderRoundNotFound, OrderRoundNotOpen, SchoolOrderNoSchool, SchoolOrderPlaced, SchoolOrderBrokenRules, NotFound],
  }),
  schoolOrders: operation('get', '/school-orders', {
    summary: '列出学校订单 List schools’ orders',
    scope: 'resources.read',
    permits: orderReaders,
    query: z.object({ ...paging, round: ofRound, status: z.enum(schoolOrderStates).optional().describe('状态 state') }),
    returns: page(SchoolOrder),
  }),
  schoolOrder: operation('get', '/school-orders/:orderId', {
    summary: '读取学校订单 Read a school’s order',
    scope: 'resources.read',
    permits: orderReaders,
    params: orderId,
    returns: item(SchoolOrder),
    fails: [SchoolOrderNotFound],
  }),
  fillSchoolOrder: operation('put', '/school-orders/:orderId/lines', {
    summary: '修改订单各行 Change the lines of a draft order',
    scope: 'resources.write',
    permits: ['schoolAdmin'],
    guarded: true,
    params: orderId,
    body: SchoolOrderLines,
    returns: item(SchoolOrder),
    fails: [SchoolOrderNotFound, OrderRoundNotOpen, SchoolOrderBrokenRules, MoveNotAllowed],
  }),
  submitSchoolOrder: operation('post', '/school-orders/:orderId/submit', {
    summary: '提交学校订单 Submit a school’s order',
    description: 'With the statement that pupils order of their own will.',
    scope: 'resources.write',
    permits: ['schoolAdmin'],
    params: orderId,
    body: VoluntaryStatement,
    returns: item(SchoolOrder),
    fails: [SchoolOrderNotFound, OrderRoundNotOpen, MoveNotAllowed],
  }),
  adjustSchoolOrder: operation('post', '/school-orders/:orderId/adjustments', {
    summary: '补订或退订 Supplement an order or withdraw from it',
    description: 'While the round is open. It is confirmed again afterwards; the ledger keeps what was ordered when.',
    scope: 'resources.write',
    permits: ['schoolAdmin'],
    params: orderId,
    body: SchoolOrderAdjustment,
    returns: item(SchoolOrder),
    fails: [SchoolOrderNotFound, OrderRoundNotOpen, SchoolOrderBrokenRules, SchoolOrderUnchanged, MoveNotAllowed],
  }),
  confirmSchoolOrder: operation('post', '/school-orders/:orderId/confirm', {
    summary: '确认学校订单 Confirm a school’s order',
    scope: 'resources.write',
    permits: orderKeepers,
    params: orderId,
    returns: item(SchoolOrder),
    fails: [SchoolOrderNotFound, SchoolOrderOwn, MoveNotAllowed],
  }),
  returnSchoolOrder: operation('post', '/school-orders/:orderId/return', {
    summary: '退回学校订单 Return a school’s order',
    scope: 'resources.write',
    permits: orderKeepers,
    params: orderId,
    body: z.strictObject({ reason: text(500).describe('退回理由 why it is returned') }),
    returns: item(SchoolOrder),
    fails: [SchoolOrderNotFound, MoveNotAllowed],
  }),
  orderEntries: operation('get', '/school-orders/:orderId/entries', {
    summary: '列出订单流水 List the ledger of an order',
    description: 'Everything ordered, supplemented and withdrawn, in the order in which it happened.',
    scope: 'resources.read',
    permits: orderReaders,
    params: orderId,
    query: z.object(paging),
    returns: page(OrderEntry),
    fails: [SchoolOrderNotFound],
  }),
};

/** 配送与签收. */
export const orderDeliveryOperations = {
  deliverOrder: operation('post', '/school-orders/:orderId/deliveries', {
    summary: '登记配送 Record what was sent to a school',
    description: 'After the round has closed, for a confirmed order. What arrived damaged or not at all can be sent again.',
    scope: 'resources.write',
    permits: orderKeepers,
    creates: true,
    params: orderId,
    body: OrderDeliveryInput,
    returns: item(OrderDelivery),
    fails: [SchoolOrderNotFound, OrderRoundRunning, OrderNotConfirmed, OrderDeliveryTooMuch],
  }),
  orderDeliveries: operation('get', '/order-deliveries', {
    summary: '列出配送 List what was sent to schools',
    scope: 'resources.read',
    permits: orderReaders,
    query: z.object({
      ...paging,
      round: ofRound,
      order: Id.optional().describe('只列该订单的 only those of this order'),
      status: z.enum(['sent', 'received']).optional().describe('已发出、已签收 sent, or received'),
      short: z.enum(['true']).optional().describe('只列有短缺的 only those with a shortage'),
    }),
    returns: page(OrderDelivery),
  }),
  orderDelivery: operation('get', '/order-deliveries/:deliveryId', {
    summary: '读取配送 Read what was sent to a school',
    scope: 'resources.read',
    permits: orderReaders,
    params: deliveryId,
    returns: item(OrderDelivery),
    fails: [OrderDeliveryNotFound],
  }),
  receiveOrderDelivery: operation('post', '/order-deliveries/:deliveryId/receive', {
    summary: '签收配送 Receive what was sent, counted title by title',
    scope: 'resources.write',
    permits: ['schoolAdmin'],
    params: deliveryId,
    body: OrderReceiptInput,
    returns: item(OrderDelivery),
    fails: [OrderDeliveryNotFound, OrderDeliveryReceived, OrderDeliveryMiscounted],
  }),
};

/** 征订投诉. */
export const orderComplaintOperations = {
  fileOrderComplaint: operation('post', '/order-rounds/:roundId/complaints', {
    summary: '投诉征订 Complain about ordering',
    description: 'About the acting school or one below it. It goes to the authority above the school; the school does not read it.',
    scope: 'resources.write',
    permits: complainants,
    reach: 'handedDown',
    creates: true,
    params: roundId,
    body: OrderComplaintInput,
    returns: item(OrderComplaint),
    fails: [OrderRoundNotFound, OrderComplaintUnanswerable, NotFound],
  }),
  orderComplaints: operation('get', '/order-complaints', {
    summary: '列出征订投诉 List complaints about ordering',
    description: 'An authority’s are those it answers and those answered below it; everybody else’s are their own.',
    scope: 'resources.read',
    permits: [...complainants, ...orderKeepers, 'bureauLeader'],
    reach: 'assigned',
    query: z.object({ ...paging, round: ofRound, status: z.enum(complaintStates).optional().describe('状态 state') }),
    returns: page(OrderComplaint),
  }),
  orderComplaint: operation('get', '/order-complaints/:complaintId', {
    summary: '读取征订投诉 Read a complaint about ordering',
    scope: 'resources.read',
    permits: [...complainants, ...orderKeepers, 'bureauLeader'],
    reach: 'assigned',
    params: complaintId,
    returns: item(OrderComplaint),
    fails: [OrderComplaintNotFound],
  }),
  answerOrderComplaint: operation('post', '/order-complaints/:complaintId/answer', {
    summary: '答复征订投诉 Answer a complaint about ordering',
    scope: 'resources.write',
    permits: orderKeepers,
    params: complaintId,
    body: OrderComplaintAnswer,
    returns: item(OrderComplaint),
    fails: [OrderComplaintNotFound, MoveNotAllowed],
  }),
};
