import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { creatable, Id, Instant, itemShape, text } from '../shapes/shapes.js';
import { Grade, Stage, Subject } from '../shapes/teaching.js';

/** What a curriculum is, and what its nodes are: 教材的章节、知识图谱的知识点、素养框架的素养点. */
export const curriculumKinds = {
  textbook: { zh: '教材', en: 'Textbook', node: 'chapter' },
  knowledge: { zh: '知识图谱', en: 'Knowledge graph', node: 'point' },
  competency: { zh: '素养框架', en: 'Competency framework', node: 'competency' },
} as const;
export type CurriculumKind = keyof typeof curriculumKinds;
export const curriculumNodeKinds = ['chapter', 'point', 'competency'] as const;
export type CurriculumNodeKind = (typeof curriculumNodeKinds)[number];

export const curriculumStates = ['current', 'superseded'] as const;

/** How nodes hang together: 先修 (no circle), 相关, 涵盖 (a chapter its points, a point its competencies), 后继. */
export const curriculumRelations = ['prerequisite', 'related', 'covers', 'successor'] as const;
export type CurriculumRelation = (typeof curriculumRelations)[number];

/** No tree of subject matter is deeper or larger than this. */
export const deepestNode = 12;
export const mostNodes = 5000;

const Code = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9])?$/)
  .describe('编码 code');

/** A node by its code, or `curriculum/code` in another curriculum the importer may read. */
const Reference = z.string().regex(/^[A-Za-z0-9._-]{1,60}(?:\/[A-Za-z0-9._-]{1,60})?$/);
const references = (most: number) => z.array(Reference).max(most).default([]);

/** One node as it is imported. */
export const CurriculumNodeInput = z
  .strictObject({
    code: Code.describe(
      '编码，在本树内唯一，再次导入时据此认出同一节点 code within this curriculum; by it a later import knows the node again',
    ),
    name: text(200).describe('名称 name'),
    parent: Code.optional().describe('上级节点的编码 code of the node above it'),
    prerequisites: references(50).describe('先修节点的编码 codes of what has to be known before'),
    related: references(50).describe('相关节点 related nodes'),
    covers: references(200).describe('涵盖的知识点或素养点，另一棵树的写作“树编码/节点编码” what it covers, in another tree as tree/code'),
    replaces: references(20).describe('所取代的旧节点，它们的后继是本节点 older nodes whose successor it is'),
  })
  .meta({ id: 'CurriculumNodeInput' });
export type CurriculumNodeInput = z.output<typeof CurriculumNodeInput>;

const described = {
  name: text(120).describe('名称 name'),
  stage: Stage,
  subject: Subject,
  grades: z.array(Grade).max(12).default([]).describe('适用年级 grades it is for'),
  edition: text(60).optional().describe('教材版本 textbook edition'),
  volume: text(60).optional().describe('册次 volume'),
  source: text(200).optional().describe('来源，如课程标准名称与年份 where it comes from'),
};

const content = {
  nodes: z.array(CurriculumNodeInput).min(1).max(mostNodes).optional().describe('节点，按顺序 nodes, in order; or csv'),
  csv: text(250_000)
    .optional()
    .describe(
      'CSV 文本，列：编码、名称、上级、先修、相关、涵盖、取代；多个值以分号分隔 the same as CSV with a header; several values separated by ;',
    ),
};

const hasOneContent = ({ nodes, csv }: { readonly nodes?: unknown; readonly csv?: unknown }) =>
  (nodes === undefined) !== (csv === undefined);
const oneContent = { path: ['nodes'], message: 'nodes.or_csv' };

export const CurriculumInput = z
  .strictObject({
    ...creatable,
    code: Code.describe('编码，在所属组织内唯一 code, unique within its organisation'),
    kind: z
      .enum(Object.keys(curriculumKinds) as [CurriculumKind, ...CurriculumKind[]])
      .describe('种类：教材、知识图谱、素养框架 kind: textbook, knowledge graph or competency framework'),
    ...described,
    replaces: Id.optional().describe('所取代的旧树 older curriculum that it supersedes'),
    ...content,
  })
  .refine(hasOneContent, oneContent);
export type CurriculumInput = z.output<typeof CurriculumInput>;

export const CurriculumRevision = z.strictObject({ ...described, ...content }).refine(hasOneContent, oneContent);
export type CurriculumRevision = z.output<typeof CurriculumRevision>;

/** 教材章节树、知识图谱或素养框架, without its nodes. */
export const Curriculum = z
  .object({
    ...itemShape,
    organisation: Id.describe('导入它的组织，其下都可读 organisation that imported it; everyone below reads it'),
    code: Code,
    kind: z.enum(Object.keys(curriculumKinds) as [CurriculumKind, ...CurriculumKind[]]).describe('种类 kind'),
    ...described,
    grades: z.array(Grade).describe('适用年级 grades it is for'),
    edition: z.string().nullable().describe('教材版本 textbook edition'),
    volume: z.string().nullable().describe('册次 volume'),
    source: z.string().nullable().describe('来源 where it comes from'),
    state: z.enum(curriculumStates).describe('状态：现行、已被取代 state: current or superseded'),
    successor: Id.nullable().describe('取代它的树 curriculum that superseded it'),
    nodes: z.int().describe('现行节点数 nodes in use'),
    retired: z.int().describe('停用节点数，仍可读 nodes no longer in use; still readable'),
  })
  .meta({ id: 'Curriculum' });
export type Curriculum = z.output<typeof Curriculum>;

/** A node as others name it. */
export const CurriculumNodeName = z
  .object({
    id: Id.describe('标识 id'),
    curriculum: Id.describe('所在的树 curriculum it is in'),
    kind: z.enum(curriculumNodeKinds).describe('种类：章节、知识点、素养点 kind: chapter, knowledge point or competency'),
    code: z.string().describe('编码 code'),
    name: z.string().describe('名称 name'),
  })
  .meta({ id: 'CurriculumNodeName' });
export type CurriculumNodeName = z.output<typeof CurriculumNodeName>;

/** 章节、知识点或素养点. */
export const CurriculumNode = CurriculumNodeName.extend({
  parent: Id.nullable().describe('上级节点 node above it'),
  position: z.int().describe('在树中的次序 place in the order of the curriculum'),
  depth: z.int().describe('层次，自 1 起 depth, counted from 1'),
  retiredAt: Instant.nullable().describe('停用时间 when it went out of use'),
}).meta({ id: 'CurriculumNode' });
export type CurriculumNode = z.output<typeof CurriculumNode>;

/** A node with what is around it. */
export const CurriculumNodeAround = z
  .object({
    ...CurriculumNode.shape,
    path: z.array(CurriculumNodeName).describe('自根而下的上级节点 nodes above it, from the root down'),
    relations: z
      .array(
        z.object({
          kind: z.enum(curriculumRelations).describe('关系：先修、相关、涵盖、后继 relation'),
          from: CurriculumNodeName.describe('起点 from which'),
          to: CurriculumNodeName.describe('终点 to which'),
        }),
      )
      .describe('它的关系：先修指向所需的节点，后继由旧指向新 relations it has; a successor leads from old to new'),
  })
  .meta({ id: 'CurriculumNodeAround' });
export type CurriculumNodeAround = z.output<typeof CurriculumNodeAround>;

export const CurriculumFact = Curriculum.omit({ createdAt: true, updatedAt: true, version: true }).meta({ id: 'CurriculumFact' });
export type CurriculumFact = z.output<typeof CurriculumFact>;
export const curriculumFacts = facts('resources', 'curriculum', CurriculumFact, {
  imported: '课程树已导入 A curriculum was imported',
  revised: '课程树已更新 A curriculum was revised',
  superseded: '课程树已被取代 A curriculum was superseded',
});

export const CurriculumNotFound = refusal('curriculum.not_found', 404, { zh: '找不到该课程树', en: 'There is no such curriculum' });
export const CurriculumNodeNotFound = refusal('curriculum.node_not_found', 404, { zh: '找不到该节点', en: 'There is no such node' });
export const CurriculumCodeTaken = refusal(
  'curriculum.code_taken',
  409,
  { zh: '本组织已有编码为 {taken} 的课程树，请更新它', en: 'Your organisation has a curriculum {taken} already; revise that one' },
  z.strictObject({ taken: z.string(), curriculum: Id }),
);
export const curriculumFaults = [
  'quotes.broken',
  'column.missing',
  'code.unfit',
  'code.repeated',
  'name.unfit',
  'parent.unknown',
  'reference.unfit',
  'reference.unknown',
  'reference.itself',
  'too_deep',
  'too_many',
] as const;
export const CurriculumUnfit = refusal(
  'curriculum.unfit',
  422,
  { zh: '有节点不合要求，未导入', en: 'Some nodes do not fit; nothing was imported' },
  z.strictObject({
    faults: z.array(z.strictObject({ row: z.int(), code: z.string(), fault: z.enum(curriculumFaults) })),
  }),
);
export const CurriculumLoops = refusal(
  'curriculum.loops',
  422,
  { zh: '节点 {codes} 首尾相接，成了环', en: 'The nodes {codes} run in a circle' },
  z.strictObject({ relation: z.enum(['parent', ...curriculumRelations]), codes: z.array(z.string()) }),
);
export const CurriculumUnlike = refusal('curriculum.unlike', 409, {
  zh: '只能取代同一组织同种类、同学科且现行的课程树',
  en: 'It supersedes only a current one of the same organisation, kind and subject',
});
/** For whatever binds itself to nodes: resources, questions, courses. */
export const CurriculumNodesUnknown = refusal(
  'curriculum.nodes_unknown',
  422,
  { zh: '没有这些章节、知识点或素养点，或种类不符：{nodes}', en: 'No such chapters, points or competencies, or of another kind: {nodes}' },
  z.strictObject({ nodes: z.array(Id) }),
);
