import { z } from 'zod';
import { MoveNotAllowed } from '../../life-cycle.js';
import { operation } from '../../machinery/operation.js';
import { Id, InstantInput, item, page, paging, text, value } from '../../shapes/shapes.js';
import { Grade, Stage, Subject } from '../../shapes/teaching.js';
import {
  OrderRound,
  OrderRoundInput,
  OrderRoundKept,
  OrderRoundNotFound,
  OrderRoundNotKeeper,
  OrderRoundPast,
  OrderRoundRunning,
  OrderRoundSettled,
  OrderRoundUnconfirmed,
  OrderTitleNotVetted,
} from './rounds.js';
import { OrderTitle, OrderTitleEdit, OrderTitleInput, OrderTitleNotFound, OrderTitleOwn, OrderTitleTaken, titleStates } from './titles.js';
import { OrderPublication, OrderPublicationInput, OrderPublicationNotFound, OrderTotals } from './totals.js';
import { orderKeepers, orderReaders, titleVetters } from './who.js';

const titleId = z.object({ titleId: Id.describe('条目标识 id of the title') });
const roundId = z.object({ roundId: Id.describe('征订标识 id of the round') });
const publicationId = z.object({ publicationId: Id.describe('公布标识 id of the publication') });
const reason = text(500).describe('理由 reason');

/** 征订目录: what may be ordered. */
export const orderCatalogueOperations = {
  enterOrderTitle: operation('post', '/order-titles', {
    summary: '录入征订条目 Enter a title into the order catalogue',
    description: 'Into the catalogue of the acting organisation. It can be ordered once somebody else has vetted it.',
    scope: 'resources.write',
    permits: orderKeepers,
    creates: true,
    body: OrderTitleInput,
    returns: item(OrderTitle),
    fails: [OrderTitleTaken],
  }),
  orderTitles: operation('get', '/order-titles', {
    summary: '列出征订目录 List the order catalogue',
    description: 'What was vetted is for everyone below; everything else for the authority that keeps it.',
    scope: 'resources.read',
    permits: [...orderReaders, 'resourceReviewer', 'teacher', 'homeroomTeacher', 'guardian'],
    reach: 'handedDown',
    query: z.object({
      q: text(100).optional().describe('名称中的字词 piece of the name'),
      code: text(40).optional().describe('出版编码 code it was published under'),
      status: z.enum(titleStates).optional().describe('状态 state'),
      stage: Stage.optional(),
      subject: Subject.optional(),
      grade: z.coerce.number().pipe(Grade).optional().describe('年级 grade'),
      ...paging,
    }),
    returns: page(OrderTitle),
  }),
  orderTitle: operation('get', '/order-titles/:titleId', {
    summary: '读取征订条目 Read a title of the order catalogue',
    scope: 'resources.read',
    permits: [...orderReaders, 'resourceReviewer', 'teacher', 'homeroomTeacher', 'guardian'],
    reach: 'handedDown',
    params: titleId,
    returns: item(OrderTitle),
    fails: [OrderTitleNotFound],
  }),
  editOrderTitle: operation('patch', '/order-titles/:titleId', {
    summary: '修改征订条目 Edit a title of the order catalogue',
    description: 'It is vetted again afterwards. Rounds that were announced keep the name and price they were announced with.',
    scope: 'resources.write',
    permits: orderKeepers,
    guarded: true,
    params: titleId,
    body: OrderTitleEdit,
    returns: item(OrderTitle),
    fails: [OrderTitleNotFound, MoveNotAllowed],
  }),
  vetOrderTitle: operation('post', '/order-titles/:titleId/vet', {
    summary: '审查征订条目 Vetting of a title of the order catalogue',
    description: 'By somebody else than who entered or last edited it.',
    scope: 'resources.write',
    permits: titleVetters,
    params: titleId,
    body: z.strictObject({
      decision: z.enum(['vet', 'return']).describe('通过或退回 vetted, or returned'),
      note: text(500).optional().describe('审查意见，退回时请说明理由 note; the reason when it is returned'),
    }),
    returns: item(OrderTitle),
    fails: [OrderTitleNotFound, OrderTitleOwn, MoveNotAllowed],
  }),
  strikeOrderTitle: operation('post', '/order-titles/:titleId/strike', {
    summary: '移出征订目录 Strike a title from the order catalogue',
    description: 'No further round can offer it; those announced go on.',
    scope: 'resources.write',
    permits: orderKeepers,
    params: titleId,
    body: z.strictObject({ reason }),
    returns: item(OrderTitle),
    fails: [OrderTitleNotFound, MoveNotAllowed],
  }),
};

/** 征订批次: when ordering is open, and what it comes to. */
export const orderRoundOperations = {
  announceOrderRound: operation('post', '/order-rounds', {
    summary: '发布征订 Announce a round of ordering',
    description: 'By the acting organisation, for the schools below it, from its catalogue and those above it.',
    scope: 'resources.write',
    permits: orderKeepers,
    reach: 'handedDown',
    creates: true,
    body: OrderRoundInput,
    returns: item(OrderRound),
    fails: [OrderTitleNotVetted],
  }),
  orderRounds: operation('get', '/order-rounds', {
    summary: '列出征订 List rounds of ordering',
    scope: 'resources.read',
    permits: [...orderReaders, 'teacher', 'homeroomTeacher', 'guardian'],
    reach: 'handedDown',
    query: z.object({ ...paging, schoolYear: z.coerce.number().int().min(2000).max(2100).optional().describe('学年起始年 school year') }),
    returns: page(OrderRound),
  }),
  orderRound: operation('get', '/order-rounds/:roundId', {
    summary: '读取征订 Read a round of ordering',
    scope: 'resources.read',
    permits: [...orderReaders, 'teacher', 'homeroomTeacher', 'guardian'],
    reach: 'handedDown',
    params: roundId,
    returns: item(OrderRound),
    fails: [OrderRoundNotFound],
  }),
  moveOrderRound: operation('patch', '/order-rounds/:roundId', {
    summary: '调整征订截止时间 Move the end of a round of ordering',
    description: 'Later, or earlier but not into the past; also after it has closed, until deliveries begin or totals are published.',
    scope: 'resources.write',
    permits: orderKeepers,
    guarded: true,
    params: roundId,
    body: z.strictObject({ closes: InstantInput.describe('新的截止时间 until when from now on') }),
    returns: item(OrderRound),
    fails: [OrderRoundNotFound, OrderRoundNotKeeper, OrderRoundPast, OrderRoundSettled],
  }),
  orderTotals: operation('get', '/order-rounds/:roundId/totals', {
    summary: '征订汇总 Roll-up of a round of ordering',
    description: 'Of the acting organisation and below: what is ordered (submitted and confirmed), sent, received and short.',
    scope: 'resources.read',
    permits: orderReaders,
    reach: 'handedDown',
    params: roundId,
    returns: value(OrderTotals),
    fails: [OrderRoundNotFound],
  }),
  publishOrderTotals: operation('post', '/order-rounds/:roundId/publications', {
    summary: '公布征订结果 Publish the totals of a round of ordering',
    description: 'After it has closed and every order is decided, for everybody to read. A later publication adds to the earlier ones.',
    scope: 'resources.write',
    permits: orderKeepers,
    creates: true,
    params: roundId,
    body: OrderPublicationInput,
    returns: item(OrderPublication),
    fails: [OrderRoundNotFound, OrderRoundNotKeeper, OrderRoundRunning, OrderRoundUnconfirmed],
  }),
  orderPublications: operation('get', '/order-publications', {
    summary: '列出征订公布 List published totals of ordering',
    permits: 'anyone',
    reach: 'public',
    query: z.object({ ...paging, round: Id.optional().describe('只列该征订的 only those of this round') }),
    returns: page(OrderPublication),
  }),
  orderPublication: operation('get', '/order-publications/:publicationId', {
    summary: '读取征订公布 Read published totals of ordering',
    permits: 'anyone',
    reach: 'public',
    params: publicationId,
    returns: item(OrderPublication),
    fails: [OrderPublicationNotFound],
  }),
  eraseOrderRound: operation('delete', '/order-rounds/:roundId', {
    summary: '清除期满的征订资料 Erase a round of ordering that was kept long enough',
    description:
      'With its orders, deliveries, publications and complaints: three years after the last thing that happened in it, not before.',
    scope: 'resources.write',
    permits: ['systemAdmin'],
    params: roundId,
    fails: [OrderRoundNotFound, OrderRoundNotKeeper, OrderRoundKept],
  }),
};
