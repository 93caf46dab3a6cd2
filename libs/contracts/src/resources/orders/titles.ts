import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Id, itemShape, moves, text } from '../../shapes/shapes.js';
import { Grade, Stage, Subject } from '../../shapes/teaching.js';
import { orderKeepers, titleVetters } from './who.js';

export const titleStates = ['entered', 'returned', 'vetted', 'struck'] as const;
export type TitleState = (typeof titleStates)[number];
export const titleMoves = ['edit', 'vet', 'return', 'strike'] as const;

/** 录入 → 审查通过 → 移出目录, or returned. What was vetted and is edited is vetted again. */
export const titleLifeCycle = new LifeCycle<TitleState, (typeof titleMoves)[number]>({
  edit: { from: ['entered', 'returned', 'vetted'], to: 'entered', by: orderKeepers },
  vet: { from: ['entered'], to: 'vetted', by: titleVetters },
  return: { from: ['entered'], to: 'returned', by: titleVetters },
  strike: { from: ['entered', 'returned', 'vetted'], to: 'struck', by: orderKeepers },
});

export const titleKinds = ['audio', 'video', 'disc', 'software', 'multimedia', 'printed'] as const;

/** Money in 分: whole, so that it adds up exactly. At most 100,000 元 for one copy. */
export const PriceFen = z.int().min(0).max(10_000_000);

/** ISBN-13 ends in a digit that follows from the twelve before it (GB/T 5795). */
function isIsbn(value: string): boolean {
  const digits = value.replaceAll('-', '');
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** As recordings carry it: `CN-A01-05-0001-0/V.G4` (GB/T 13396-1992), or the international form of today. */
const isIsrc = (value: string): boolean =>
  /^CN-[A-Z]\d{2}-\d{2}-\d{3,5}-\d{1,2}\/[AV]\.[A-Z]\d?$/.test(value) || /^[A-Z]{2}-?[A-Z0-9]{3}-?\d{2}-?\d{5}$/.test(value);

const fits = { isbn: isIsbn, isrc: isIsrc, other: () => true };

export const PublishedCode = z
  .strictObject({
    scheme: z.enum(['isbn', 'isrc', 'other']).describe('编码体系：ISBN、ISRC、其他 system of the code'),
    value: text(40).describe('编码，ISBN 可带连字符 the code; an ISBN with or without hyphens'),
  })
  .refine(({ scheme, value }) => fits[scheme](value), { path: ['value'], message: 'code.unfit' })
  .describe('出版编码 code it was published under');

const content = {
  name: text(200).describe('名称 name'),
  kind: z.enum(titleKinds).describe('载体：录音、录像、光盘、软件、多媒体、纸质 what it comes as'),
  publisher: text(120).describe('出版单位 publisher'),
  stage: Stage,
  subject: Subject,
  grades: z.array(Grade).min(1).max(12).describe('适用年级 grades it is for'),
  fen: PriceFen.describe('单价（分） price of one copy, in fen'),
};

export const OrderTitleInput = z.strictObject({ ...creatable, code: PublishedCode, ...content });
export const OrderTitleEdit = z.strictObject(content).partial();

/** A title of the order catalogue 征订目录: what schools may order once somebody else than who entered it has vetted it. */
export const OrderTitle = z
  .object({
    ...itemShape,
    organisation: Id.describe('目录所属主管部门 authority whose catalogue it stands in'),
    code: z
      .object({ scheme: z.enum(['isbn', 'isrc', 'other']).describe('编码体系 system'), value: z.string().describe('编码 the code') })
      .describe('出版编码 code it was published under'),
    ...content,
    status: z.enum(titleStates).describe('状态 state'),
    note: z.string().nullable().describe('审查意见或移出理由 what was said when it was vetted, returned or struck'),
    moves: moves(titleMoves),
  })
  .meta({ id: 'OrderTitle' });
export type OrderTitle = z.output<typeof OrderTitle>;

export const OrderTitleFact = OrderTitle.omit({ version: true, createdAt: true, updatedAt: true, note: true, moves: true }).meta({
  id: 'OrderTitleFact',
});
export type OrderTitleFact = z.output<typeof OrderTitleFact>;

export const orderTitleFacts = facts('resources', 'order_title', OrderTitleFact, {
  entered: '征订条目已录入 A title was entered into the order catalogue',
  edited: '征订条目已修改 A title of the order catalogue was edited',
  vetted: '征订条目已通过审查 A title of the order catalogue was vetted',
  returned: '征订条目已退回 A title of the order catalogue was returned',
  struck: '征订条目已移出目录 A title was struck from the order catalogue',
});

export const OrderTitleNotFound = refusal('order_title.not_found', 404, { zh: '找不到该征订条目', en: 'There is no such title' });
export const OrderTitleTaken = refusal('order_title.code_taken', 409, {
  zh: '目录中已有此编码的条目',
  en: 'The catalogue already has a title of this code',
});
export const OrderTitleOwn = refusal('order_title.own', 409, {
  zh: '录入或修改的人不能审查',
  en: 'Nobody vets what they entered or edited',
});
