import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape, moves, text } from '../shapes/shapes.js';
import { bulletinCheckers } from './bulletins.js';

export const bulletinObjectionStates = ['filed', 'upheld', 'dismissed'] as const;
export type BulletinObjectionState = (typeof bulletinObjectionStates)[number];
export const bulletinObjectionMoves = ['uphold', 'dismiss'] as const;

/** An addressee objects; the authority upholds it, and then corrects the bulletin, or dismisses it. */
export const bulletinObjectionLifeCycle = new LifeCycle<BulletinObjectionState, (typeof bulletinObjectionMoves)[number]>({
  uphold: { from: ['filed'], to: 'upheld', by: bulletinCheckers },
  dismiss: { from: ['filed'], to: 'dismissed', by: bulletinCheckers },
});

export const BulletinObjectionAnswer = z.strictObject({
  decision: z.enum(bulletinObjectionMoves).describe('采纳或不予采纳 upheld or dismissed'),
  answer: text(2000).describe('答复 the answer'),
});

/** What an addressee holds against a bulletin 异议. */
export const BulletinObjection = z
  .object({
    ...itemShape,
    organisation: Id.describe('发文单位 issuing authority, which answers'),
    bulletin: Id.describe('通报 bulletin'),
    objector: Id.describe('提出异议的单位 organisation that objects'),
    status: z.enum(bulletinObjectionStates).describe('状态 state'),
    grounds: z.string().describe('理由 grounds'),
    answer: z.string().nullable().describe('答复 the answer'),
    moves: moves(bulletinObjectionMoves),
  })
  .meta({ id: 'BulletinObjection' });
export type BulletinObjection = z.output<typeof BulletinObjection>;

export const BulletinObjectionFact = BulletinObjection.pick({
  id: true,
  organisation: true,
  bulletin: true,
  objector: true,
  status: true,
}).meta({ id: 'BulletinObjectionFact' });
export type BulletinObjectionFact = z.output<typeof BulletinObjectionFact>;

export const bulletinObjectionFacts = facts('reporting', 'bulletin_objection', BulletinObjectionFact, {
  filed: '已对通报提出异议 A bulletin was objected to',
  upheld: '对通报的异议已采纳 An objection to a bulletin was upheld',
  dismissed: '对通报的异议未采纳 An objection to a bulletin was dismissed',
});

export const BulletinObjectionNotFound = refusal('bulletin_objection.not_found', 404, {
  zh: '找不到该异议',
  en: 'There is no such objection',
});
