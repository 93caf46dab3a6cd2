import { z } from 'zod';
import { operation } from '../../machinery/operation.js';
import { Id, item, page, paging, text, value, withinAYear } from '../../shapes/shapes.js';
import { Stage, Subject } from '../../shapes/teaching.js';
import { OrderTitleNotFound } from '../orders/titles.js';
import {
  HoldingBroughtTooMany,
  HoldingUse,
  HoldingUseInput,
  HoldingUseNotFound,
  HoldingUseNotYours,
  holdingUseStates,
} from './holding-uses.js';
import {
  Holding,
  HoldingDescription,
  HoldingInput,
  holdingKinds,
  HoldingNotFound,
  HoldingOfferInput,
  HoldingOfferUnfit,
  HoldingTitleHeld,
  HoldingTooFew,
  HoldingTooMany,
} from './holdings.js';
import { BroughtBackInput, HoldingEntry, HoldingReceiptInput, HoldingTotals, HoldingWriteOffInput } from './entries.js';
import { holdingKeepers, holdingReaders, holdingUsers } from './who.js';

const holdingId = z.object({ holdingId: Id.describe('馆藏标识 id of the holding') });
const keep = { scope: 'resources.write', permits: holdingKeepers } as const;
const read = { scope: 'resources.read', permits: holdingReaders } as const;

/** 馆藏: what is held, what comes and goes, and who may borrow it. */
const keepingOperations = {
  enterHolding: operation('post', '/holdings', {
    ...keep,
    summary: '登记馆藏 Enter a holding',
    description:
      'Audio-visual material or a book, of the order catalogue or not, with the copies that are there. What is delivered for an order enters by itself.',
    reach: 'handedDown',
    creates: true,
    body: HoldingInput,
    returns: item(Holding),
    fails: [OrderTitleNotFound, HoldingTitleHeld],
  }),
  holdings: operation('get', '/holdings', {
    ...read,
    summary: '列出馆藏 List holdings',
    description: 'Those of the acting organisation and below, and those that others share with it.',
    reach: 'handedDown',
    query: z.object({
      ...paging,
      q: text(100).optional().describe('名称中的字词 piece of the name'),
      organisation: Id.optional().describe('只列该单位的 only those of this organisation'),
      kind: z.enum(holdingKinds).optional().describe('类别 kind'),
      stage: Stage.optional(),
      subject: Subject.optional(),
      orderTitle: Id.optional().describe('只列该征订条目的 only those of this title of the order catalogue'),
      shared: z.enum(['true']).optional().describe('只列共享的 only those that are shared'),
      available: z.enum(['true']).optional().describe('只列在架的 only those with copies that are there'),
    }),
    returns: page(Holding),
  }),
  holding: operation('get', '/holdings/:holdingId', {
    ...read,
    summary: '读取馆藏 Read a holding',
    reach: 'handedDown',
    params: holdingId,
    returns: item(Holding),
    fails: [HoldingNotFound],
  }),
  describeHolding: operation('put', '/holdings/:holdingId', {
    ...keep,
    summary: '修改馆藏信息 Change the description of a holding',
    description: 'Not its copies: these change by what is received, written off, taken out and brought back.',
    guarded: true,
    params: holdingId,
    body: HoldingDescription,
    returns: item(Holding),
    fails: [HoldingNotFound],
  }),
  receiveCopies: operation('post', '/holdings/:holdingId/receipts', {
    ...keep,
    summary: '馆藏入库 Receive copies of a holding',
    params: holdingId,
    body: HoldingReceiptInput,
    returns: item(Holding),
    fails: [HoldingNotFound, HoldingTooMany],
  }),
  writeOffCopies: operation('post', '/holdings/:holdingId/write-offs', {
    ...keep,
    summary: '馆藏核销 Write copies of a holding off',
    description: 'No more than are there: what is out comes back first, or is lost.',
    params: holdingId,
    body: HoldingWriteOffInput,
    returns: item(Holding),
    fails: [HoldingNotFound, HoldingTooFew],
  }),
  holdingEntries: operation('get', '/holdings/:holdingId/entries', {
    ...read,
    summary: '列出馆藏流水 List the movements of a holding',
    description: 'The ledger, oldest first: its copies are what the lines add up to.',
    params: holdingId,
    query: z.object(paging),
    returns: page(HoldingEntry),
    fails: [HoldingNotFound],
  }),
  shareHolding: operation('post', '/holdings/:holdingId/share', {
    ...keep,
    summary: '共享馆藏 Share a holding',
    description: 'With everybody below an authority above its holder; said again, the terms change for what is requested from now on.',
    params: holdingId,
    body: HoldingOfferInput,
    returns: item(Holding),
    fails: [HoldingNotFound, HoldingOfferUnfit],
  }),
  keepHolding: operation('post', '/holdings/:holdingId/keep', {
    ...keep,
    summary: '停止共享馆藏 Share a holding no longer',
    description: 'What is lent stays lent; what was only requested can be agreed no more.',
    params: holdingId,
    returns: item(Holding),
    fails: [HoldingNotFound],
  }),
  holdingTotals: operation('get', '/holding-totals', {
    ...read,
    summary: '馆藏汇总与使用效率 Roll-up of holdings and how much they are used',
    description: 'Of the acting organisation and below, and one level down: what is held now, and what happened over at most a year.',
    reach: 'handedDown',
    query: withinAYear({ kind: z.enum(holdingKinds).optional().describe('只计该类 only this kind') }),
    returns: value(HoldingTotals),
  }),
};

/** 领用: copies for a lesson, and back. */
const usingOperations = {
  takeCopies: operation('post', '/holdings/:holdingId/uses', {
    scope: 'resources.write',
    permits: holdingUsers,
    summary: '领用馆藏 Take copies of a holding out',
    creates: true,
    params: holdingId,
    body: HoldingUseInput,
    returns: item(HoldingUse),
    fails: [HoldingNotFound, HoldingTooFew],
  }),
  holdingUses: operation('get', '/holding-uses', {
    ...read,
    summary: '列出馆藏领用 List what was taken out of holdings',
    query: z.object({
      ...paging,
      holding: Id.optional().describe('只列该馆藏的 only those of this holding'),
      schoolClass: Id.optional().describe('只列该班的 only those for this class'),
      status: z.enum(holdingUseStates).optional().describe('只列该状态的 only those in this state'),
      overdue: z.enum(['true']).optional().describe('只列逾期的 only those that are overdue'),
    }),
    returns: page(HoldingUse),
  }),
  bringBackUse: operation('post', '/holding-uses/:useId/return', {
    scope: 'resources.write',
    permits: holdingUsers,
    summary: '归还领用的馆藏 Bring back copies of a holding that were taken out',
    description: 'By who took them or a keeper, some or all of them. What is lost leaves the holding.',
    params: z.object({ useId: Id.describe('领用标识 id of the use') }),
    body: BroughtBackInput,
    returns: item(HoldingUse),
    fails: [HoldingUseNotFound, HoldingUseNotYours, HoldingBroughtTooMany],
  }),
};

/** 音像教材与图书: what is held, and what it is used for. */
export const holdingOperations = { ...keepingOperations, ...usingOperations };
