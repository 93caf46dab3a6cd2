import {
  inBeijing,
  OrderComplaintNotFound,
  OrderDeliveryNotFound,
  resources,
  SchoolOrderNotFound,
  type Call,
  type InputOf,
  type OrderEntry,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { Complaining } from './complaining.js';
import { Delivering } from './delivering.js';
import { OrderComplaint } from './order-complaint.entity.js';
import { OrderDelivery } from './order-delivery.entity.js';
import { Ordering } from './ordering.js';
import { complaintView, deliveryView, orderView } from './orders.view.js';
import { SchoolOrder } from './school-order.entity.js';

type EntryRow = Omit<OrderEntry, 'copies' | 'fen' | 'at'> & { readonly copies: string; readonly fen: string; readonly at: Date };

@Controller()
export class OrdersHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Ordering) private readonly ordering: Ordering,
    @Inject(Delivering) private readonly delivering: Delivering,
    @Inject(Complaining) private readonly complaining: Complaining,
  ) {}

  @Handles(resources.placeSchoolOrder)
  async placeSchoolOrder(input: InputOf<typeof resources.placeSchoolOrder>, call: Call) {
    return orderView(await this.ordering.place(input, call), call.caller);
  }

  @Handles(resources.schoolOrders)
  schoolOrders({ round, status, limit, cursor }: InputOf<typeof resources.schoolOrders>, call: Call) {
    const where = allOf(round !== undefined && sql`t.round = ${round}`, status !== undefined && sql`t.status = ${status}`);
    return this.store.page(SchoolOrder, call, { where, limit, cursor }, (order) => orderView(order, call.caller));
  }

  @Handles(resources.schoolOrder)
  async schoolOrder({ orderId }: InputOf<typeof resources.schoolOrder>, call: Call) {
    return orderView(await this.store.one(SchoolOrder, orderId, call, SchoolOrderNotFound), call.caller);
  }

  @Handles(resources.fillSchoolOrder)
  async fillSchoolOrder(input: InputOf<typeof resources.fillSchoolOrder>, call: Call) {
    return orderView(await this.ordering.fill(input, call), call.caller);
  }

  @Handles(resources.submitSchoolOrder)
  async submitSchoolOrder(input: InputOf<typeof resources.submitSchoolOrder>, call: Call) {
    return orderView(await this.ordering.submit(input, call), call.caller);
  }

  @Handles(resources.adjustSchoolOrder)
  async adjustSchoolOrder(input: InputOf<typeof resources.adjustSchoolOrder>, call: Call) {
    return orderView(await this.ordering.adjust(input, call), call.caller);
  }

  @Handles(resources.confirmSchoolOrder)
  async confirmSchoolOrder(input: InputOf<typeof resources.confirmSchoolOrder>, call: Call) {
    return orderView(await this.ordering.confirm(input, call), call.caller);
  }

  @Handles(resources.returnSchoolOrder)
  async returnSchoolOrder(input: InputOf<typeof resources.returnSchoolOrder>, call: Call) {
    return orderView(await this.ordering.giveBack(input, call), call.caller);
  }

  @Handles(resources.orderEntries)
  async orderEntries({ orderId, limit, cursor }: InputOf<typeof resources.orderEntries>, call: Call) {
    const { id } = await this.store.one(SchoolOrder, orderId, call, SchoolOrderNotFound);
    const page = await this.store.pageOf<EntryRow>(
      sql`select t.id, t.kind, t.school_class as "schoolClass", t.grade, t.title, t.copies, t.fen, t.reason, t.at
          from order_entry t where t.school_order = ${id}`,
      call,
      { limit, cursor },
    );
    return {
      ...page,
      items: page.items.map((row): OrderEntry => ({ ...row, copies: Number(row.copies), fen: Number(row.fen), at: inBeijing(row.at) })),
    };
  }

  @Handles(resources.deliverOrder)
  async deliverOrder(input: InputOf<typeof resources.deliverOrder>, call: Call) {
    return deliveryView(await this.delivering.deliver(input, call));
  }

  @Handles(resources.orderDeliveries)
  orderDeliveries({ round, order, status, short, limit, cursor }: InputOf<typeof resources.orderDeliveries>, call: Call) {
    const where = allOf(
      round !== undefined && sql`t.round = ${round}`,
      order !== undefined && sql`t.school_order = ${order}`,
      status !== undefined && sql`t.status = ${status}`,
      short !== undefined && sql`t.short > 0`,
    );
    return this.store.page(OrderDelivery, call, { where, limit, cursor }, deliveryView);
  }

  @Handles(resources.orderDelivery)
  async orderDelivery({ deliveryId }: InputOf<typeof resources.orderDelivery>, call: Call) {
    return deliveryView(await this.store.one(OrderDelivery, deliveryId, call, OrderDeliveryNotFound));
  }

  @Handles(resources.receiveOrderDelivery)
  async receiveOrderDelivery(input: InputOf<typeof resources.receiveOrderDelivery>, call: Call) {
    return deliveryView(await this.delivering.receive(input, call));
  }

  @Handles(resources.fileOrderComplaint)
  async fileOrderComplaint(input: InputOf<typeof resources.fileOrderComplaint>, call: Call) {
    return complaintView(await this.complaining.file(input, call), call.caller);
  }

  @Handles(resources.orderComplaints)
  orderComplaints({ round, status, limit, cursor }: InputOf<typeof resources.orderComplaints>, call: Call) {
    const where = allOf(round !== undefined && sql`t.round = ${round}`, status !== undefined && sql`t.status = ${status}`);
    return this.store.page(OrderComplaint, call, { where, limit, cursor }, (complaint) => complaintView(complaint, call.caller));
  }

  @Handles(resources.orderComplaint)
  async orderComplaint({ complaintId }: InputOf<typeof resources.orderComplaint>, call: Call) {
    return complaintView(await this.store.one(OrderComplaint, complaintId, call, OrderComplaintNotFound), call.caller);
  }

  @Handles(resources.answerOrderComplaint)
  async answerOrderComplaint(input: InputOf<typeof resources.answerOrderComplaint>, call: Call) {
    return complaintView(await this.complaining.answer(input, call), call.caller);
  }
}
