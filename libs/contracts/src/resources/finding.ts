import { z } from 'zod';
import { Id, text } from '../shapes/shapes.js';
import { Grade, Stage, Subject } from '../shapes/teaching.js';
import { ResourceType } from './content.js';
import { Resource, ResourceStatus } from './shapes.js';

/** 排序: the order in which resources are found. */
export const resourceSorts = ['newest', 'relevance', 'mostUsed'] as const;

/** 筛选条件: what is looked for, and what it is narrowed to. */
export const resourceFilters = {
  q: text(100).optional().describe('检索词 what to look for'),
  stage: Stage.optional(),
  subject: Subject.optional(),
  grade: z.coerce.number().pipe(Grade).optional().describe('年级 grade'),
  type: ResourceType.optional(),
  status: ResourceStatus.optional(),
  organisation: Id.optional().describe('所属组织 organisation it belongs to'),
  edition: text(60).optional().describe('教材版本 textbook edition, whole'),
  chapterId: Id.optional().describe(
    '章节标识，含其下各节及其所取代的章节 chapter, as a node of a textbook’s tree, with what lies below it and what it took the place of',
  ),
  pointId: Id.optional().describe('知识点标识，含义同上 knowledge point, as a node of the knowledge graph, taken as widely'),
  competencyId: Id.optional().describe('素养点标识，含义同上 competency, as a node, taken as widely'),
  knowledgePoint: text(60).optional().describe('知识点 knowledge point, whole'),
};

const counted = <S extends z.ZodType>(one: S, words: string) =>
  z
    .array(z.object({ value: one.describe('取值 value'), count: z.int().describe('资源数 how many resources') }))
    .describe(`${words}，多者在前 the most first`);

/** 分面: how many resources a search finds, and how many of them by stage, subject, grade, type and state. */
export const ResourceFacets = z
  .object({
    count: z.int().describe('符合全部条件的资源数 how many fit everything asked'),
    stage: counted(Stage, '各学段 by stage'),
    subject: counted(Subject, '各学科 by subject'),
    grade: counted(Grade, '各年级 by grade'),
    type: counted(ResourceType, '各类型 by type'),
    status: counted(ResourceStatus, '各状态 by state'),
  })
  .meta({ id: 'ResourceFacets' });
export type ResourceFacets = z.output<typeof ResourceFacets>;

/** 相似资源: another resource about the same knowledge points. */
export const SimilarResource = z
  .object({
    resource: Resource.describe('资源 the resource'),
    points: z.array(z.string()).describe('共同的知识点 the knowledge points both are about'),
  })
  .meta({ id: 'SimilarResource' });
export type SimilarResource = z.output<typeof SimilarResource>;
