import { z } from 'zod';
import { Day, Id, text } from '../shapes/shapes.js';
import { Grade, Stage, Subject } from '../shapes/teaching.js';

const keys = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

/** 资源类型, with the learning resource type of LOM (GB/T 21365) that comes nearest. */
export const resourceTypes = {
  microLesson: { zh: '微课', en: 'Micro-lesson', lom: 'lecture' },
  cloudLesson: { zh: '云课', en: 'Cloud lesson', lom: 'lecture' },
  courseware: { zh: '课件', en: 'Courseware', lom: 'slide' },
  lessonPlan: { zh: '教案', en: 'Lesson plan', lom: 'narrative text' },
  studyGuide: { zh: '导学案', en: 'Study guide', lom: 'narrative text' },
  exercise: { zh: '习题试卷', en: 'Exercises', lom: 'exercise' },
  lessonExample: { zh: '课例', en: 'Lesson example', lom: 'lecture' },
  classroomRecord: { zh: '课堂实录', en: 'Recorded lesson', lom: 'lecture' },
  material: { zh: '素材', en: 'Material', lom: 'figure' },
  situation: { zh: '情境素材', en: 'Situational material', lom: 'simulation' },
  virtualLaboratory: { zh: '虚拟实验', en: 'Virtual laboratory', lom: 'experiment' },
  textbook: { zh: '电子教材', en: 'Electronic textbook', lom: 'narrative text' },
  audiovisualTextbook: { zh: '音像教材', en: 'Audiovisual textbook', lom: 'lecture' },
  coursePackage: { zh: '课程包', en: 'Course package', lom: 'lecture' },
  case: { zh: '案例', en: 'Case', lom: 'narrative text' },
  tool: { zh: '学科工具', en: 'Subject tool', lom: 'simulation' },
} as const;

export const ResourceType = z.enum(keys(resourceTypes)).describe('资源类型 type of resource');

/** 许可: what may be done with a resource, beyond teaching with it here. */
export const licences = {
  'CC0-1.0': { zh: '放弃权利 CC0', en: 'CC0: no rights reserved' },
  'CC-BY-4.0': { zh: '署名 CC BY', en: 'CC BY' },
  'CC-BY-SA-4.0': { zh: '署名—相同方式共享 CC BY-SA', en: 'CC BY-SA' },
  'CC-BY-NC-4.0': { zh: '署名—非商业性使用 CC BY-NC', en: 'CC BY-NC' },
  'CC-BY-NC-SA-4.0': { zh: '署名—非商业性使用—相同方式共享 CC BY-NC-SA', en: 'CC BY-NC-SA' },
  'CC-BY-NC-ND-4.0': { zh: '署名—非商业性使用—禁止演绎 CC BY-NC-ND', en: 'CC BY-NC-ND' },
  teaching: { zh: '限教学使用', en: 'For teaching only' },
  platform: { zh: '限本平台内使用', en: 'For use on this platform only' },
  reserved: { zh: '保留所有权利', en: 'All rights reserved' },
} as const;
export const Licence = z.enum(keys(licences)).describe('许可 licence');

/** 来源: how the author came by it. */
export const resourceSources = {
  original: { zh: '原创', en: 'Original' },
  adapted: { zh: '改编', en: 'Adapted' },
  collected: { zh: '征集', en: 'Collected by a call' },
  acquired: { zh: '购置', en: 'Acquired' },
  migrated: { zh: '由其他平台迁入', en: 'Migrated from another platform' },
} as const;
export const ResourceSource = z.enum(keys(resourceSources)).describe('来源 how its author came by it');

/** What somebody did for a resource 贡献, with the role LOM has for it. */
export const contributorRoles = {
  author: { zh: '作者', en: 'Author', lom: 'author' },
  presenter: { zh: '主讲', en: 'Presenter', lom: 'instructional designer' },
  editor: { zh: '编辑', en: 'Editor', lom: 'editor' },
  guide: { zh: '指导教师', en: 'Guide', lom: 'educational validator' },
  camera: { zh: '摄制', en: 'Camera', lom: 'technical implementer' },
  technician: { zh: '技术支持', en: 'Technician', lom: 'technical implementer' },
} as const;

/** 贡献者: by id, since names are kept by identity alone. */
export const Contributor = z
  .strictObject({
    person: Id.toLowerCase().describe('人员，须在该单位任职 person, who holds a post there'),
    organisation: Id.toLowerCase().describe('所在单位 organisation for which they did it'),
    role: z.enum(keys(contributorRoles)).describe('贡献 what they did'),
  })
  .meta({ id: 'Contributor' });
export type Contributor = z.output<typeof Contributor>;

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
  chapterId: { zh: '章节标识', en: 'chapter in the tree' },
  knowledgePoints: { zh: '知识点', en: 'knowledge points' },
  pointIds: { zh: '知识点标识', en: 'knowledge points in the graph' },
  competencyIds: { zh: '素养点标识', en: 'competencies' },
  description: { zh: '简介', en: 'description' },
  keywords: { zh: '关键词', en: 'keywords' },
  language: { zh: '语种', en: 'language' },
  licence: { zh: '许可', en: 'licence' },
  rightsHolder: { zh: '权利人', en: 'rights holder' },
  validUntil: { zh: '有效期至', en: 'valid until' },
  source: { zh: '来源', en: 'source' },
  sourceNote: { zh: '来源说明', en: 'note on its source' },
  sourceUrl: { zh: '来源网址', en: 'address of its source' },
  contributors: { zh: '贡献者', en: 'contributors' },
  'usage.method': { zh: '使用方法', en: 'how to use it' },
  'usage.scene': { zh: '应用场景', en: 'where it fits' },
  'usage.example': { zh: '典型案例', en: 'model case' },
} as const;
export type ResourceField = keyof typeof resourceFields;

const list = (words: string) => z.array(text(60)).max(20).describe(words);
const ids = (words: string) => z.array(Id).max(50).describe(words);

const described = {
  title: text(200).describe('标题 title'),
  type: ResourceType,
  stage: Stage,
  subject: Subject,
  grades: z.array(Grade).min(1).max(12).describe('适用年级 grades it is for'),
};

const lists = {
  knowledgePoints: list('知识点 knowledge points'),
  pointIds: ids('知识点标识，图谱中的节点 knowledge points, as nodes of the knowledge graph'),
  competencyIds: ids('素养点标识 competencies, as nodes'),
  keywords: list('关键词 keywords'),
  contributors: z.array(Contributor).max(30).describe('贡献者 contributors besides its author'),
};

const optional = {
  edition: text(60).describe('教材版本 textbook edition'),
  volume: text(60).describe('册次 volume'),
  chapter: text(200).describe('章节 chapter'),
  chapterId: Id.describe('章节标识，教材目录中的节点 chapter, as a node of a textbook’s tree'),
  description: text(2000).describe('简介 description'),
  rightsHolder: text(120).describe('权利人，空为作者所在单位 who holds the rights; none is the organisation of its author'),
  validUntil: Day.describe('有效期至，过后自动下架 last day on which it may be used; withdrawn after it'),
  sourceNote: text(500).describe('来源说明，改编自何处 note on its source: what it was adapted from, where it was collected'),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .describe('来源网址 address of its source'),
};

const chosen = {
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .max(35)
    .describe('语种 language (BCP 47)'),
  licence: Licence,
  source: ResourceSource,
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
  ...z.object(optional).partial().shape,
  knowledgePoints: lists.knowledgePoints.default([]),
  pointIds: lists.pointIds.default([]),
  competencyIds: lists.competencyIds.default([]),
  keywords: lists.keywords.default([]),
  contributors: lists.contributors.default([]),
  language: chosen.language.default('zh-CN'),
  licence: chosen.licence.default('teaching').describe('许可，默认限教学使用 licence; for teaching only unless said'),
  source: chosen.source.default('original').describe('来源，默认原创 how its author came by it; original unless said'),
  usage: z.strictObject(usage).partial().default({}).describe('应用说明，送审时必填 how it is used; needed to submit'),
});
export type ResourceInput = z.output<typeof ResourceInput>;

const nullable = <S extends Record<string, z.ZodType>>(shape: S) =>
  Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, field.nullable().describe(field.description ?? '')])) as unknown as {
    readonly [K in keyof S]: z.ZodNullable<S[K]>;
  };

/** Changes of an author: a field left out stays, null empties it. */
export const ResourceEdit = z
  .strictObject({
    ...described,
    ...nullable(optional),
    ...lists,
    ...chosen,
    usage: z.strictObject(nullable(usage)).partial().describe('应用说明 how it is used'),
  })
  .partial();
export type ResourceEdit = z.output<typeof ResourceEdit>;

/** What a resource says, as it stands. */
export const ResourceContent = z
  .object({
    ...described,
    grades: z.array(Grade).describe('适用年级 grades it is for'),
    ...nullable(optional),
    ...lists,
    knowledgePoints: z.array(z.string()).describe('知识点 knowledge points'),
    keywords: z.array(z.string()).describe('关键词 keywords'),
    ...chosen,
    language: z.string().describe('语种 language (BCP 47)'),
    usage: z.object(nullable(usage)).describe('应用说明 how it is used'),
  })
  .meta({ id: 'ResourceContent' });
export type ResourceContent = z.output<typeof ResourceContent>;
