import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape, text } from '../shapes/shapes.js';
import { Stage, Subject } from '../shapes/teaching.js';

/** The reason codes every tier starts with 检查项. */
export const reviewCodes = [
  { code: 'politics', name: '政治导向' },
  { code: 'science', name: '科学性' },
  { code: 'suitability', name: '适用性' },
  { code: 'form', name: '规范性' },
  { code: 'copyright', name: '版权' },
] as const;

export const ReviewCode = z.string().regex(/^[a-z][a-zA-Z0-9_]{0,39}$/, 'code.malformed');

const points = z.int().min(0).max(1000);

/** What a tier's administrators may choose about its review 审核规则. */
export const reviewRules = {
  steps: z
    .array(text(20))
    .min(1)
    .max(5)
    .describe('各审名称，如初审、复审、终审；由不同的人依次办理 names of its steps, done one after another by different people'),
  checklist: z
    .array(
      z
        .strictObject({ code: ReviewCode.describe('代码 code'), name: text(60).describe('检查项 what is checked') })
        .meta({ id: 'ReviewChecklistItem' }),
    )
    .max(20)
    .describe('检查单：通过时逐项核对，退回时注明代码 checklist: gone through to pass, its codes named to return'),
  reviewDays: z.int().min(1).max(90).nullable().describe('每审天数；空为不限 days for each step; null for no limit'),
  standIn: z.boolean().describe('上级审核员可否代为审核 whether reviewers of tiers above may act for it'),
  recheckMonths: z
    .int()
    .min(1)
    .max(120)
    .nullable()
    .describe('每隔几个月复查；空为不复查 months after which it is checked again; null for never'),
  graceDays: z.int().min(0).max(180).describe('应复查后多少天未复查即下架 days after that until it is withdrawn unchecked'),
  credits: z
    .strictObject({
      author: points.describe('作者 author'),
      contributor: points.describe('其他贡献者，每人 each other contributor'),
      school: points.describe('作者与其他贡献者所在单位，每单位 each organisation of its author and other contributors'),
    })
    .describe('在本级发布所得的贡献分 contribution credits for being published here'),
};

export const ReviewRuleInput = z.strictObject({
  ...reviewRules,
  checklist: reviewRules.checklist.default([...reviewCodes]).describe('检查单，默认五项 checklist; the five usual ones unless said'),
  reviewDays: reviewRules.reviewDays.default(null).describe('每审天数；空为不限 days for each step; null for no limit'),
  standIn: reviewRules.standIn.default(false).describe('上级审核员可否代为审核，默认否 whether reviewers of tiers above may act for it'),
  recheckMonths: reviewRules.recheckMonths.default(null).describe('每隔几个月复查；空为不复查 months after which it is checked again'),
  graceDays: reviewRules.graceDays.default(30).describe('应复查后多少天未复查即下架 days after that until it is withdrawn unchecked'),
  credits: reviewRules.credits.optional().describe('贡献分，默认按层级 contribution credits; by the tier unless said'),
});

/** 审核规则 in force at one organisation: what it set, or what holds until it does. */
export const ReviewRule = z
  .object({
    organisation: Id.describe('单位 organisation'),
    isSet: z.boolean().describe('是否由本单位制定 whether the organisation has set it'),
    ...reviewRules,
  })
  .meta({ id: 'ReviewRule' });
export type ReviewRule = z.output<typeof ReviewRule>;

export const ReviewRuleFact = z
  .object({ id: Id.describe('标识 id'), organisation: Id.describe('单位 organisation'), ...reviewRules })
  .meta({ id: 'ReviewRuleFact' });
export type ReviewRuleFact = z.output<typeof ReviewRuleFact>;

export const reviewRuleFacts = facts('resources', 'review_rule', ReviewRuleFact, {
  set: '审核规则已制定 A tier set the rule of its review',
});

const covers = {
  stages: z.array(Stage).max(6).describe('学段；空为全部 stages; none means all'),
  subjects: z.array(Subject).max(30).describe('学科；空为全部 subjects; none means all'),
  steps: z.array(z.int().min(1).max(5)).max(5).describe('第几审；空为全部 steps; none means all'),
};

export const ReviewerInput = z.strictObject({
  organisation: Id.describe('审核单位 organisation for which they review'),
  person: Id.describe('人员，须在该单位任审核员或教研员 person, who holds a post of reviewer or 教研员 there'),
  stages: covers.stages.default([]).describe('学段；空为全部 stages; none means all'),
  subjects: covers.subjects.default([]).describe('学科；空为全部 subjects; none means all'),
  steps: covers.steps.default([]).describe('第几审；空为全部 steps; none means all'),
});

/** 指定的审核人: where somebody is named for a step, a stage and a subject, nobody else decides it. */
export const Reviewer = z
  .object({
    ...itemShape,
    organisation: Id.describe('审核单位 organisation for which they review'),
    person: Id.describe('人员 person'),
    ...covers,
  })
  .meta({ id: 'ResourceReviewer' });
export type Reviewer = z.output<typeof Reviewer>;

export const ReviewerFact = Reviewer.pick({ id: true, organisation: true, stages: true, subjects: true, steps: true }).meta({
  id: 'ResourceReviewerFact',
});
export type ReviewerFact = z.output<typeof ReviewerFact>;

export const reviewerFacts = facts('resources', 'reviewer', ReviewerFact, {
  named: '审核人已指定 A reviewer was named',
  released: '审核人已撤销 A reviewer is named no longer',
});

export const ReviewerNotFound = refusal('reviewer.not_found', 404, { zh: '找不到该审核人', en: 'There is no such reviewer' });
export const ReviewerWithoutPost = refusal(
  'reviewer.without_post',
  422,
  { zh: '该人员未在该单位任审核员或教研员', en: 'The person holds no post of reviewer or 教研员 there' },
  z.strictObject({ person: Id, organisation: Id }),
);
export const TierNotFound = refusal('tier.not_found', 404, { zh: '找不到该单位', en: 'There is no such organisation' });
export const ReviewRuleUnknownStep = refusal(
  'review_rule.unknown_step',
  422,
  { zh: '本单位只有{steps}审', en: 'The organisation has {steps} steps' },
  z.strictObject({ steps: z.int() }),
);
