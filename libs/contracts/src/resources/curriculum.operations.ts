import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles, type Role } from '../roles.js';
import { Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { Stage, Subject } from '../shapes/teaching.js';
import {
  Curriculum,
  CurriculumCodeTaken,
  CurriculumInput,
  CurriculumLoops,
  CurriculumNode,
  CurriculumNodeAround,
  CurriculumNodeNotFound,
  CurriculumNotFound,
  CurriculumRevision,
  curriculumStates,
  CurriculumUnfit,
  CurriculumUnlike,
} from './curriculum.js';

const importers = ['subjectResearcher', 'centreHead', 'systemAdmin'] as const satisfies readonly Role[];
const readers = [...postRoles, 'app'] as const;
const curriculumId = z.object({ curriculumId: Id.describe('课程树标识 id of the curriculum') });

/** Textbook and chapter trees, knowledge graphs and competency frameworks: imported data, read by everyone below. */
export const curriculumOperations = {
  importCurriculum: operation('post', '/curricula', {
    summary: '导入课程树 Import a curriculum',
    description:
      '教材章节、知识图谱或素养框架，JSON 或 CSV；成环的树不收。取代旧树时，旧树仍可读，其节点可指明后继。 Chapters, knowledge points or competencies, as JSON or CSV. A tree that loops is refused. What it supersedes stays readable, and older nodes may be given successors.',
    scope: 'resources.write',
    permits: importers,
    creates: true,
    body: CurriculumInput,
    returns: item(Curriculum),
    fails: [CurriculumCodeTaken, CurriculumUnfit, CurriculumLoops, CurriculumNotFound, CurriculumUnlike],
  }),
  reviseCurriculum: operation('put', '/curricula/:curriculumId', {
    summary: '更新课程树 Revise a curriculum',
    description:
      '给出整棵树；编码相同的节点保持标识，不再出现的停用而不删除。 The whole tree anew: a node of the same code keeps its id, one that is missing goes out of use and is not deleted.',
    scope: 'resources.write',
    permits: importers,
    guarded: true,
    params: curriculumId,
    body: CurriculumRevision,
    returns: item(Curriculum),
    fails: [CurriculumNotFound, CurriculumUnfit, CurriculumLoops],
  }),
  curricula: operation('get', '/curricula', {
    summary: '列出课程树 List curricula',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({
      kind: Curriculum.shape.kind.optional(),
      stage: Stage.optional(),
      subject: Subject.optional(),
      state: z.enum(curriculumStates).optional().describe('状态 state'),
      ...paging,
    }),
    returns: page(Curriculum),
  }),
  curriculum: operation('get', '/curricula/:curriculumId', {
    summary: '读取课程树 Read a curriculum',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params: curriculumId,
    returns: item(Curriculum),
    fails: [CurriculumNotFound],
  }),
  curriculumNodes: operation('get', '/curricula/:curriculumId/nodes', {
    summary: '列出课程树的节点 List the nodes of a curriculum',
    description:
      '按导入先后；次序见 position，上级见 parent。 As they were imported; their place is `position`, what is above them `parent`.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params: curriculumId,
    query: z.object({
      q: text(100).optional().describe('名称中的文字或编码 a piece of the name, or the code'),
      parent: Id.optional().describe('只列其直接下级 only those right below it'),
      retired: z.enum(['true', 'false']).optional().describe('是否含停用节点，缺省不含 whether those out of use as well; not unless said'),
      ...paging,
    }),
    returns: page(CurriculumNode),
    fails: [CurriculumNotFound],
  }),
  curriculumNode: operation('get', '/curriculum-nodes/:nodeId', {
    summary: '读取课程树的节点 Read a node of a curriculum',
    description: '连同上级、关系与后继。 With what is above it, its relations and successors.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params: z.object({ nodeId: Id.describe('节点标识 id of the node') }),
    returns: value(CurriculumNodeAround),
    fails: [CurriculumNodeNotFound],
  }),
};
