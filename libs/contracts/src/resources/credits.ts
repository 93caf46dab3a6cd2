import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { shelfKeepers } from './life-cycle.js';

export const creditRoles = ['author', 'contributor', 'school'] as const;

/** 贡献分: what one person, or the author's organisation, is credited with because a tier published a resource. */
export const Credit = z
  .object({
    ...itemShape,
    organisation: Id.describe('所在单位 organisation of who is credited'),
    person: Id.nullable().describe('人员；单位的贡献分为空 person; null for what the organisation itself is credited with'),
    resource: Id.describe('资源 resource'),
    grantedBy: Id.describe('发布单位 organisation that published it'),
    role: z.enum(creditRoles).describe('作者、其他贡献者或单位 author, another contributor, or the organisation'),
    points: z.int().min(0).describe('贡献分 points'),
    counts: z.boolean().describe('是否计入，紧急下架后不计 whether it counts; not after it was taken down'),
  })
  .meta({ id: 'ContributionCredit' });
export type Credit = z.output<typeof Credit>;

export const CreditFact = Credit.omit({ person: true, version: true, createdAt: true, updatedAt: true }).meta({
  id: 'ContributionCreditFact',
});
export type CreditFact = z.output<typeof CreditFact>;

export const creditFacts = facts('resources', 'contribution_credit', CreditFact, {
  granted: '贡献分已记 A contribution was credited',
  corrected: '贡献分已更正 A contribution credit was corrected',
  suspended: '贡献分已停计 A contribution credit counts no longer',
  resumed: '贡献分已恢复 A contribution credit counts again',
});

/** The sum of what somebody was credited with. */
export const CreditTotal = z
  .object({
    id: Id.describe('单位或人员 organisation or person'),
    points: z.int().describe('贡献分合计 points in all'),
    resources: z.int().describe('资源数 resources'),
  })
  .meta({ id: 'ContributionTotal' });
export type CreditTotal = z.output<typeof CreditTotal>;

export const creditWindow = {
  from: Instant.optional().describe('自此时起 credited at or after this moment'),
  until: Instant.optional().describe('至此时前 credited before this moment'),
};

export const appealStates = ['filed', 'upheld', 'dismissed'] as const;
export type AppealState = (typeof appealStates)[number];
const appealMoves = ['uphold', 'dismiss'] as const;

export const appealLifeCycle = new LifeCycle<AppealState, (typeof appealMoves)[number]>({
  uphold: { from: ['filed'], to: 'upheld', by: shelfKeepers },
  dismiss: { from: ['filed'], to: 'dismissed', by: shelfKeepers },
});

export const CreditAppealInput = z.strictObject({
  resource: Id.describe('资源 resource'),
  grantedBy: Id.describe('发布单位，由其裁定 organisation that published it, which decides'),
  role: z.enum(creditRoles).describe('以何身份 as what'),
  points: z.int().min(0).max(1000).describe('主张的贡献分 points that are claimed'),
  grounds: text(2000).describe('理由 grounds'),
});

export const CreditAppealDecision = z
  .strictObject({
    decision: z.enum(appealMoves).describe('成立或不成立 upheld or dismissed'),
    points: z.int().min(0).max(1000).optional().describe('成立时的贡献分 points from now on, when it is upheld'),
    answer: text(2000).describe('答复 answer'),
  })
  .refine(({ decision, points }) => (decision === 'uphold') === (points !== undefined), {
    path: ['points'],
    message: 'points.belong_to_upheld',
  });

/** 贡献分申诉: somebody was left out, or credited with too little. */
export const CreditAppeal = z
  .object({
    ...itemShape,
    organisation: Id.describe('申诉单位 organisation that appeals, or for which the person does'),
    ...CreditAppealInput.shape,
    person: Id.nullable().describe('申诉人；单位申诉为空 person who appeals; null for an organisation'),
    status: z.enum(appealStates).describe('状态 state'),
    answer: z.string().nullable().describe('答复 answer'),
    moves: moves(appealMoves),
  })
  .meta({ id: 'ContributionAppeal' });
export type CreditAppeal = z.output<typeof CreditAppeal>;

export const CreditAppealFact = CreditAppeal.pick({
  id: true,
  organisation: true,
  resource: true,
  grantedBy: true,
  role: true,
  points: true,
  status: true,
}).meta({ id: 'ContributionAppealFact' });
export type CreditAppealFact = z.output<typeof CreditAppealFact>;

export const creditAppealFacts = facts('resources', 'contribution_appeal', CreditAppealFact, {
  filed: '贡献分申诉已提出 A contribution credit was appealed against',
  upheld: '贡献分申诉成立 An appeal about credits was upheld',
  dismissed: '贡献分申诉不成立 An appeal about credits was dismissed',
});

export const AppealNotFound = refusal('contribution_appeal.not_found', 404, { zh: '找不到该申诉', en: 'There is no such appeal' });
export const AppealExists = refusal('contribution_appeal.exists', 409, {
  zh: '已有申诉正在处理',
  en: 'There is an appeal about it already',
});
export const AppealNotPublished = refusal('contribution_appeal.not_published', 409, {
  zh: '该单位没有发布过这一资源',
  en: 'That organisation has not published this resource',
});
export const AppealOtherTier = refusal(
  'contribution_appeal.other_tier',
  409,
  { zh: '由发布单位裁定', en: 'The organisation that published the resource decides' },
  z.strictObject({ organisation: Id }),
);
export const AppealOwn = refusal('contribution_appeal.own', 409, { zh: '不能裁定自己的申诉', en: 'Nobody decides their own appeal' });
export const AppealNotForSchool = refusal('contribution_appeal.not_for_school', 409, {
  zh: '单位的贡献分由学校管理员申诉',
  en: 'For the organisation its administrator appeals',
});
