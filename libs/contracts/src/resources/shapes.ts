import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { Grade, Stage, Subject } from '../shapes/teaching.js';
import { resourceMoves, resourceStates } from './life-cycle.js';

/** 资源类型. */
export const resourceTypes = {
  microLesson: { zh: '微课', en: 'Micro-lesson' },
  cloudLesson: { zh: '云课', en: 'Cloud lesson' },
  courseware: { zh: '课件', en: 'Courseware' },
  lessonPlan: { zh: '教案', en: 'Lesson plan' },
  studyGuide: { zh: '导学案', en: 'Study guide' },
  exercise: { zh: '习题试卷', en: 'Exercises' },
  classroomRecord: { zh: '课堂实录', en: 'Recorded lesson' },
  material: { zh: '素材', en: 'Material' },
  situation: { zh: '情境素材', en: 'Situational material' },
  virtualLaboratory: { zh: '虚拟实验', en: 'Virtual laboratory' },
  textbook: { zh: '电子教材', en: 'Electronic textbook' },
  coursePackage: { zh: '课程包', en: 'Course package' },
  case: { zh: '案例', en: 'Case' },
  tool: { zh: '学科工具', en: 'Subject tool' },
} as const;

export const ResourceType = z
  .enum(Object.keys(resourceTypes) as [keyof typeof resourceTypes, ...(keyof typeof resourceTypes)[]])
  .describe('资源类型 type of resource');

export const ResourceStatus = z.enum(resourceStates).describe('状态 state in the life cycle');

const list = (words: string) => z.array(text(60)).max(20).describe(words);

/** What an author writes about a resource; the words here are also what a refusal and a list of changes call the fields. */
export const resourceFields = {
  title: { zh: '标题', en: 'title' },
  type: { zh: '资源类型', en: 'type' },
  stage: { zh: '学段', en: 'stage' },
  subject: { zh: '学科', en: 'subject' },
  grades: { zh: '年级', en: 'grades' },
  edition: { zh: '教材版本', en: 'textbook edition' },
  volume: { zh: '册次', en: 'volume' },
  chapter: { zh: '章节', en: 'chapter' },
  knowledgePoints: { zh: '知识点', en: 'knowledge points' },
  description: { zh: '简介', en: 'description' },
  keywords: { zh: '关键词', en: 'keywords' },
  language: { zh: '语种', en: 'language' },
  'usage.method': { zh: '使用方法', en: 'how to use it' },
  'usage.scene': { zh: '应用场景', en: 'where it fits' },
  'usage.example': { zh: '典型案例', en: 'model case' },
} as const;
export type ResourceField = keyof typeof resourceFields;

const described = {
  title: text(200).describe('标题 title'),
  type: ResourceType,
  stage: Stage,
  subject: Subject,
  grades: z.array(Grade).min(1).max(12).describe('适用年级 grades it is for'),
};

const optional = {
  edition: text(60).describe('教材版本 textbook edition'),
  volume: text(60).describe('册次 volume'),
  chapter: text(200).describe('章节 chapter'),
  description: text(2000).describe('简介 description'),
};

/** 使用方法、应用场景、典型案例: what every resource must carry when it is submitted. */
const usage = {
  method: text(2000).describe('使用方法 how to use it'),
  scene: text(2000).describe('应用场景 where it fits'),
  example: text(2000).describe('典型案例 model case'),
};

/** A resource as its author registers it: the usage block may still be empty. */
export const ResourceInput = z.strictObject({
  ...described,
  grades: described.grades.default([]).describe('适用年级 grades it is for'),
  edition: optional.edition.optional(),
  volume: optional.volume.optional(),
  chapter: optional.chapter.optional(),
  knowledgePoints: list('知识点 knowledge points').default([]),
  description: optional.description.optional(),
  keywords: list('关键词 keywords').default([]),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .max(35)
    .default('zh-CN')
    .describe('语种 language (BCP 47)'),
  usage: z.strictObject(usage).partial().default({}).describe('应用说明，送审时必填 how it is used; needed to submit'),
});
export type ResourceInput = z.output<typeof ResourceInput>;

/** Changes of an author: a field left out stays, null empties it. */
export const ResourceEdit = z
  .strictObject({
    title: described.title,
    type: ResourceType,
    stage: Stage,
    subject: Subject,
    grades: described.grades,
    edition: optional.edition.nullable(),
    volume: optional.volume.nullable(),
    chapter: optional.chapter.nullable(),
    knowledgePoints: list('知识点 knowledge points'),
    description: optional.description.nullable(),
    keywords: list('关键词 keywords'),
    language: ResourceInput.shape.language.unwrap().describe('语种 language (BCP 47)'),
    usage: z
      .strictObject({ method: usage.method.nullable(), scene: usage.scene.nullable(), example: usage.example.nullable() })
      .partial()
      .describe('应用说明 how it is used'),
  })
  .partial();
export type ResourceEdit = z.output<typeof ResourceEdit>;

/** What a resource says, as it stands. */
export const ResourceContent = z
  .object({
    ...described,
    grades: z.array(Grade).describe('适用年级 grades it is for'),
    edition: optional.edition.nullable(),
    volume: optional.volume.nullable(),
    chapter: optional.chapter.nullable(),
    knowledgePoints: z.array(z.string()).describe('知识点 knowledge points'),
    description: optional.description.nullable(),
    keywords: z.array(z.string()).describe('关键词 keywords'),
    language: z.string().describe('语种 language (BCP 47)'),
    usage: z
      .object({ method: usage.method.nullable(), scene: usage.scene.nullable(), example: usage.example.nullable() })
      .describe('应用说明 how it is used'),
  })
  .meta({ id: 'ResourceContent' });
export type ResourceContent = z.output<typeof ResourceContent>;

export const ReviewDecision = z.enum(['returned', 'rejected', 'published']).describe('审核结果 outcome of the review');

/** What every view of a resource has, personal data apart. */
const known = {
  ...itemShape,
  organisation: Id.describe('所属组织 organisation it belongs to'),
  ...ResourceContent.shape,
  status: ResourceStatus,
  round: z.int().min(0).describe('送审次数 how often it has been submitted'),
  publishedAt: Instant.nullable().describe('发布时间 when it was published'),
};

/** 资源 as a caller reads it. */
export const Resource = z
  .object({
    ...known,
    author: Id.nullable().describe('作者 the person who registered it'),
    lastDecision: ReviewDecision.nullable().describe('最近审核结果 outcome of the last review'),
    lastReason: z.string().nullable().describe('最近审核意见 what the reviewer, or who withdrew it, said last'),
    moves: moves(resourceMoves),
  })
  .meta({ id: 'Resource' });
export type Resource = z.output<typeof Resource>;

/** A resource in facts: without its author and what reviewers wrote. */
export const ResourceFact = z.object(known).meta({ id: 'ResourceFact' });
export type ResourceFact = z.output<typeof ResourceFact>;

/** One round of review 送审: what was submitted, and what became of it. */
export const ResourceSubmission = z
  .object({
    round: z.int().min(1).describe('第几次送审 number of the round'),
    content: ResourceContent.describe('送审内容 what was submitted'),
    submittedAt: Instant.describe('送审时间 when it was submitted'),
    decision: ReviewDecision.nullable().describe('审核结果 outcome; null while it waits'),
    reason: z.string().nullable().describe('审核意见 what the reviewer said'),
    decidedAt: Instant.nullable().describe('审核时间 when it was decided'),
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
          field: z.enum(Object.keys(resourceFields) as [ResourceField, ...ResourceField[]]).describe('字段 field'),
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
  returned: '资源已退回修改 A resource was returned',
  rejected: '资源不予通过 A resource was rejected',
  published: '资源已发布 A resource was published',
  withdrawn: '资源已下架 A resource was withdrawn',
  discarded: '资源草稿已删除 A draft was discarded',
});
