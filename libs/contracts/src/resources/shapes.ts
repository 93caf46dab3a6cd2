import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { Day, Id, Instant, itemShape, moves } from '../shapes/shapes.js';
import { ResourceContent, resourceFields, type ResourceField } from './content.js';
import { resourceMoves, resourceStates, reviewStates } from './life-cycle.js';

export const ResourceStatus = z.enum(resourceStates).describe('状态 state in the life cycle');

/** 层级: the highest tier at which a resource is published; personal 个人资源包 before its school took it in. */
export const resourceLevels = ['personal', 'school', 'county', 'city', 'province'] as const;
export type ResourceLevel = (typeof resourceLevels)[number];
export const ResourceLevel = z
  .enum(resourceLevels)
  .describe('层级：已发布的最高一级，个人表示尚未发布 highest tier at which it is published');

export const ReviewDecision = z.enum(['returned', 'rejected', 'published']).describe('审核结果 outcome of the review');

/** Who took a resource off a tier's shelf, and how: its author, the tier itself, everywhere at once, or its time was over. */
export const takenOff = ['author', 'tier', 'emergency', 'expired'] as const;

/** Where a resource stands 上架情况: one tier that shows it, or showed it. */
export const ResourceStanding = z
  .object({
    organisation: Id.describe('所在层级的单位 organisation of the tier'),
    level: z.enum(resourceLevels.slice(1) as ['school', 'county', 'city', 'province']).describe('层级 tier'),
    status: z.enum(['published', 'withdrawn']).describe('状态 whether the tier shows it'),
    release: z.int().min(1).describe('发布版次 number of the release it shows'),
    publishedAt: Instant.describe('发布时间 when it was first published there'),
    recheckOn: Day.nullable().describe('应复查日期 day by which the tier checks it again; null for never'),
    takenOff: z
      .enum(takenOff)
      .nullable()
      .describe(
        '下架方式：作者、本级、紧急、到期 how it was withdrawn: by its author, by the tier, everywhere at once, or its time was over',
      ),
    takenOffBy: Id.nullable().describe('下架单位 organisation that withdrew it'),
  })
  .meta({ id: 'ResourceStanding' });
export type ResourceStanding = z.output<typeof ResourceStanding>;

/** The review under way 当前审核. */
const ReviewUnderWay = z
  .object({
    organisation: Id.describe('审核单位 organisation that reviews it'),
    state: z.enum(reviewStates).exclude(['none']).describe('待审或已退回 waiting for its reviewers, or returned to its author'),
    step: z.int().min(1).describe('第几审 step it waits for'),
    steps: z.array(z.string()).describe('各审名称 names of the steps'),
    due: Instant.nullable().describe('本审期限 until when the step should be done; null where the tier sets none'),
  })
  .meta({ id: 'ResourceReviewUnderWay' });

/** What every view of a resource has, personal data apart. */
const known = {
  ...itemShape,
  organisation: Id.describe('所属组织 organisation it belongs to'),
  ...ResourceContent.omit({ contributors: true, rightsHolder: true, sourceNote: true }).shape,
  status: ResourceStatus,
  round: z.int().min(0).describe('送审次数，直接发布也计一次 how often it has been submitted; entering as published counts as well'),
  publishedAt: Instant.nullable().describe('发布时间 when its latest release was published'),
  release: z.int().min(0).describe('发布版次，未发布为 0 number of its latest release; 0 before the first'),
  level: ResourceLevel,
};

/** 资源 as a caller reads it. */
export const Resource = z
  .object({
    ...known,
    ...ResourceContent.shape,
    author: Id.nullable().describe('作者 the person who registered it'),
    sourceGoneAt: Instant.nullable().describe(
      '来源平台注销它的时间：来源网址可能已失效；只对纳入的采集记录 when the platform deleted it from which it was taken over: its source may lead nowhere; of harvested ones alone',
    ),
    lastDecision: ReviewDecision.nullable().describe('最近审核结果 outcome of the last review'),
    lastReason: z.string().nullable().describe('最近审核意见 what the reviewer, or who withdrew it, said last'),
    standings: z.array(ResourceStanding).describe('各级上架情况，自下而上 where it stands, from below'),
    review: ReviewUnderWay.nullable().describe('当前审核；无则为空 the review under way; null when there is none, and for readers'),
    revision: ResourceContent.nullable().describe('修订稿，审核通过前读者看不到 its revision, unseen by readers until it is reviewed'),
    moves: moves(resourceMoves),
  })
  .meta({ id: 'Resource' });
export type Resource = z.output<typeof Resource>;

/** A resource in facts: without people, what reviewers wrote, and what is not yet reviewed. */
export const ResourceFact = z.object(known).meta({ id: 'ResourceFact' });
export type ResourceFact = z.output<typeof ResourceFact>;

/** One step of a round of review: what its reviewer decided 初审、复审、终审. */
export const ResourceReviewStep = z
  .object({
    step: z.int().min(1).describe('第几审 number of the step'),
    name: z.string().describe('名称 name of the step'),
    decision: z.enum(['passed', ...ReviewDecision.options]).describe('结果 what was decided'),
    checked: z.array(z.string()).describe('已核对的检查项 items of the checklist that were checked'),
    codes: z.array(z.string()).describe('原因代码 reason codes'),
    reason: z.string().nullable().describe('意见 what the reviewer said'),
    decidedAt: Instant.describe('时间 when it was decided'),
  })
  .meta({ id: 'ResourceReviewStep' });
export type ResourceReviewStep = z.output<typeof ResourceReviewStep>;

/** One round of review 送审: what was submitted where, and what became of it. */
export const ResourceSubmission = z
  .object({
    round: z.int().min(1).describe('第几次送审 number of the round'),
    organisation: Id.describe('审核单位 organisation that reviewed it'),
    content: ResourceContent.describe('送审内容 what was submitted'),
    submittedAt: Instant.describe('送审时间 when it was submitted'),
    decision: ReviewDecision.nullable().describe('审核结果 outcome; null while it waits, or where it was taken down before'),
    reason: z.string().nullable().describe('审核意见 what the reviewer said'),
    codes: z.array(z.string()).describe('原因代码 reason codes'),
    decidedAt: Instant.nullable().describe('审核时间 when it was decided'),
    steps: z.array(ResourceReviewStep).describe('各审结果 what each step decided'),
  })
  .meta({ id: 'ResourceSubmission' });
export type ResourceSubmission = z.output<typeof ResourceSubmission>;

const FieldValue = z.union([z.string(), z.array(z.union([z.string(), z.number()])), z.null()]);

/** What changed since a return, field by field. */
export const ResourceChanges = z
  .object({
    round: z.int().nullable().describe('被退回的送审次数 the round that was returned; null if none was'),
    reason: z.string().nullable().describe('退回理由 why it was returned'),
    returnedAt: Instant.nullable().describe('退回时间 when it was returned'),
    changes: z
      .array(
        z.object({
          field: z
            .enum([...(Object.keys(resourceFields) as [ResourceField, ...ResourceField[]]), 'files'])
            .describe(
              '字段；files 为文件，以文件名与内容 SHA-256 的前八位表示 field; files: by name and the first eight digits of the hash',
            ),
          name: z
            .object({ zh: z.string().describe('中文名 Chinese name'), en: z.string().describe('英文名 English name') })
            .describe('字段名 name of the field'),
          old: FieldValue.describe('退回时 when it was returned'),
          new: FieldValue.describe('现在 now'),
        }),
      )
      .describe('改动 changes'),
  })
  .meta({ id: 'ResourceChanges' });
export type ResourceChanges = z.output<typeof ResourceChanges>;

/** What happens to a resource. */
export const resourceFacts = facts('resources', 'resource', ResourceFact, {
  registered: '资源已登记 A resource was registered',
  edited: '资源已修改 A resource was edited',
  submitted: '资源已送审 A resource was submitted',
  passed: '资源已通过一审 A resource passed a step of its review',
  returned: '资源已退回修改 A resource was returned',
  rejected: '资源不予通过 A resource was rejected',
  published: '资源已发布 A resource was published',
  putForward: '资源已报送上级 A resource was put forward to the tier above',
  promoted: '资源已在上一级发布 A resource was published by a tier above',
  withdrawn: '资源已下架 A resource was withdrawn',
  takenDown: '资源已紧急下架 A resource was taken down everywhere',
  restored: '资源已重新上架 A resource was restored',
  confirmed: '资源已复查 A resource was checked again',
  expired: '资源已到期下架 A resource was withdrawn because its time was over',
  discarded: '资源草稿已删除 A draft was discarded',
});

/** Where a resource stands, in facts of the tier: without what anybody wrote. */
export const StandingFact = ResourceStanding.omit({ level: true })
  .extend({ id: Id.describe('标识 id'), resource: Id.describe('资源 resource') })
  .meta({ id: 'StandingFact' });
export type StandingFact = z.output<typeof StandingFact>;

/** What a tier does with a resource; told to whoever hears of that tier. */
export const standingFacts = facts('resources', 'standing', StandingFact, {
  published: '本级已发布资源 A tier published a resource',
  released: '本级的资源已换新版 A tier shows a new release of a resource',
  withdrawn: '本级已下架资源 A tier withdrew a resource',
  takenDown: '本级的资源已被紧急下架 A resource was taken down everywhere, here too',
  restored: '本级已重新上架资源 A tier shows a resource again',
  confirmed: '本级已复查资源 A tier checked a resource again',
  recheckDue: '本级的资源应当复查 A resource is to be checked again by its tier',
  expired: '本级的资源已到期下架 A tier no longer shows a resource, whose time was over',
});
