import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { LifeCycle } from '../life-cycle.js';
import { Day, Id, itemShape, moves } from '../shapes/shapes.js';
import { PersonId } from './people.js';

/** What is carried, and its Chinese name. */
export const cardKinds = { eCard: 'E卡通', rfid: '电子标签', bracelet: '手环' } as const;
const kinds = Object.keys(cardKinds) as [keyof typeof cardKinds, ...(keyof typeof cardKinds)[]];
export const CardKind = z.enum(kinds).describe('卡种：E卡通、电子标签、手环 kind of card');

/** 使用中 ⇄ 挂失; a card given back never returns to use, and its number may then be issued to another. */
export const cardLife = new LifeCycle({
  reportLost: { from: ['active'], to: 'lost' },
  findAgain: { from: ['lost'], to: 'active', by: ['schoolAdmin', 'rollManager', 'systemAdmin', 'app'] },
  giveBack: { from: ['active', 'lost'], to: 'returned', by: ['schoolAdmin', 'rollManager', 'systemAdmin', 'app'] },
});

/** A card 电子标签 that stands for a person at gates, readers and devices. Its number is kept sealed, with a keyed hash to find it. */
export const Card = z
  .object({
    ...itemShape,
    person: PersonId,
    organisation: Id.describe('发卡单位 the organisation that issued it'),
    kind: CardKind,
    number: z.string().describe('卡号，脱敏 number, masked'),
    until: Day.nullable().describe('有效期至 last day of validity'),
    state: z.enum(['active', 'lost', 'returned']).describe('状态：使用中、挂失、已退 state'),
    moves: moves(['reportLost', 'findAgain', 'giveBack']),
  })
  .meta({ id: 'Card' });

/** Who stands before the reader. */
export const CardHolder = z
  .object({
    card: Id.describe('卡片记录标识 id of the card'),
    person: PersonId,
    name: z.string().describe('姓名，按字段方案脱敏 name, as the app’s field profile allows'),
    organisation: Id.describe('发卡单位 the organisation that issued the card'),
  })
  .meta({ id: 'CardHolder' });

/** Says that a card exists and how it stands, not its number. */
export const CardFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  person: Id,
  kind: z.enum(kinds),
  state: z.enum(['active', 'lost', 'returned']),
});
export const cardFacts = facts('identity', 'card', CardFact, {
  issued: '卡片已发放 A card was issued',
  changed: '卡片状态已变更 A card was lost, found again or given back',
  moved: '卡片已随合并转入 A card passed over in a merger',
});

export const CardUnknown = refusal('card.unknown', 404, { zh: '找不到该卡片', en: 'No such card' });
export const CardTaken = refusal('card.taken', 409, { zh: '该卡号正在使用', en: 'This card number is in use' });
export const CardNotValid = refusal(
  'card.not_valid',
  409,
  { zh: '该卡不可用：{reason}', en: 'This card is not valid: {reason}' },
  z.strictObject({ reason: z.enum(['lost', 'expired']) }),
);
