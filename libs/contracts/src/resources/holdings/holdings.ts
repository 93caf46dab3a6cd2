import { z } from 'zod';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Id, itemShape, text } from '../../shapes/shapes.js';
import { Grade, Stage, Subject } from '../../shapes/teaching.js';
import { PublishedCode, titleKinds } from '../orders/titles.js';

export const holdingKinds = ['audiovisual', 'book'] as const;

/** How many copies one movement is about. */
export const Copies = z.int().min(1).max(1_000_000);

const said = {
  kind: z.enum(holdingKinds).describe('类别：音像教材、图书 audio-visual material, or book'),
  name: text(200).describe('名称 name'),
  medium: z.enum(titleKinds).describe('载体：录音、录像、光盘、软件、多媒体、纸质 what it comes as'),
  publisher: text(120).nullable().default(null).describe('出版单位 publisher'),
  code: PublishedCode.nullable().default(null).describe('出版编码 code it was published under'),
  stage: Stage.nullable().default(null).describe('学段，空为不限 stage; null for all'),
  subject: Subject.nullable().default(null).describe('学科，空为不限 subject; null for all'),
  grades: z.array(Grade).max(12).default([]).describe('适用年级 grades it is for'),
  place: text(60).nullable().default(null).describe('存放处，如三楼音像室 where it is kept'),
};

export const HoldingDescription = z.strictObject(said).meta({ id: 'HoldingDescription' });
export type HoldingDescription = z.output<typeof HoldingDescription>;

export const HoldingInput = HoldingDescription.extend({
  ...creatable,
  organisation: Id.describe('保管单位 organisation that holds it'),
  orderTitle: Id.nullable().default(null).describe('征订目录中的条目 title of the order catalogue that it is'),
  copies: z.int().min(0).max(1_000_000).describe('登记时的册（件）数 copies that are there when it is entered'),
});

export const HoldingOfferInput = z.strictObject({
  within: Id.describe('共享范围：其上级主管部门，所辖单位均可借 authority above, below which everybody may borrow'),
  copies: Copies.describe('最多同时借出册数 copies lent to others at most at a time'),
  most: Copies.describe('每单位最多同时借几册 copies one borrower has at most at a time'),
  days: z.int().min(1).max(365).describe('借期天数 days for which it is lent'),
});

/** On which terms others may borrow 共享. */
const HoldingOffer = z.object(HoldingOfferInput.shape).meta({ id: 'HoldingOffer' });
export type HoldingOffer = z.output<typeof HoldingOffer>;

/** What a school or an authority holds of one title 馆藏: its copies are what the movements of its ledger add up to. */
export const Holding = z
  .object({
    ...itemShape,
    organisation: Id.describe('保管单位 organisation that holds it'),
    ...said,
    publisher: z.string().nullable().describe('出版单位 publisher'),
    code: z
      .object({ scheme: z.enum(['isbn', 'isrc', 'other']).describe('编码体系 system'), value: z.string().describe('编码 the code') })
      .nullable()
      .describe('出版编码 code it was published under'),
    stage: Stage.nullable().describe('学段 stage'),
    subject: Subject.nullable().describe('学科 subject'),
    grades: z.array(Grade).describe('适用年级 grades it is for'),
    place: z.string().nullable().describe('存放处 where it is kept'),
    orderTitle: Id.nullable().describe('征订目录中的条目 title of the order catalogue that it is'),
    copies: z.int().describe('册（件）数 copies it has, those taken out included'),
    out: z.int().describe('离架册数：领用、留借与借出 copies taken out: in use, kept for a borrower, or lent'),
    available: z.int().describe('在架册数 copies that are there'),
    offer: HoldingOffer.nullable().describe('共享条件，未共享为空 on which terms others may borrow it; null if it is not shared'),
  })
  .meta({ id: 'Holding' });
export type Holding = z.output<typeof Holding>;

export const HoldingFact = Holding.omit({ createdAt: true, updatedAt: true, version: true, place: true, available: true }).meta({
  id: 'HoldingFact',
});
export type HoldingFact = z.output<typeof HoldingFact>;

export const holdingFacts = facts('resources', 'holding', HoldingFact, {
  entered: '馆藏已登记 A holding was entered',
  described: '馆藏信息已修改 The description of a holding was changed',
  moved: '馆藏数量已变动 Copies of a holding came, went or were taken out',
  shared: '馆藏已共享 A holding was shared',
  kept: '馆藏已停止共享 A holding is shared no longer',
});

export const HoldingNotFound = refusal('holding.not_found', 404, { zh: '找不到该馆藏', en: 'There is no such holding' });
export const HoldingTitleHeld = refusal('holding.title_held', 409, {
  zh: '该单位已有此征订条目的馆藏，请在其上入库',
  en: 'This title is held already; receive the copies there',
});
export const HoldingTooFew = refusal(
  'holding.too_few',
  409,
  { zh: '在架只有 {available} 册（件）', en: 'Only {available} copies are there' },
  z.strictObject({ available: z.int() }),
);
export const HoldingTooMany = refusal('holding.too_many', 409, {
  zh: '每种馆藏最多 1000 万册（件）',
  en: 'A holding has at most ten million copies',
});
export const HoldingOfferUnfit = refusal(
  'holding.offer_unfit',
  422,
  {
    zh: '共享范围须是其上级主管部门，且册数不超过馆藏（{copies}）',
    en: 'Share below an authority above, and no more than the {copies} copies',
  },
  z.strictObject({ copies: z.int() }),
);
