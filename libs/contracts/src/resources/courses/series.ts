import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import type { Role } from '../../roles.js';
import { Id, itemShape, moves, text } from '../../shapes/shapes.js';
import { Stage, Subject } from '../../shapes/teaching.js';

/** Who keeps series, standards and plans for an authority or a school. */
export const courseKeepers = ['subjectResearcher', 'centreHead', 'systemAdmin', 'schoolAdmin'] as const satisfies readonly Role[];

/** What a resource is for within a unit 材料用途. */
export const materialRoles = {
  lesson: { zh: '课（视频或实录）', en: 'lesson' },
  studyGuide: { zh: '导学案', en: 'study guide' },
  groupWork: { zh: '小组合作材料', en: 'group work' },
  courseware: { zh: '课件', en: 'courseware' },
  lessonPlan: { zh: '教案', en: 'lesson plan' },
  exercise: { zh: '习题', en: 'exercise' },
  reading: { zh: '拓展材料', en: 'further material' },
} as const;
export type MaterialRole = keyof typeof materialRoles;
export const MaterialRoleName = z.enum(Object.keys(materialRoles) as [MaterialRole, ...MaterialRole[]]);

/** 系列、专题资源库、教师技能包: what courses are gathered in. */
export const seriesKinds = ['series', 'library', 'skillPack'] as const;

const said = {
  kind: z.enum(seriesKinds).describe('类别：系列、专题资源库或教师技能包 kind: a series, a themed library, or a skill pack of teachers'),
  name: text(120).describe('名称 name'),
  nameEn: text(200).nullable().default(null).describe('英文名 English name'),
  description: text(2000).nullable().default(null).describe('说明 description'),
  stages: z.array(Stage).max(6).default([]).describe('学段，空为不限 stages; none for all'),
  subjects: z.array(Subject).max(30).default([]).describe('学科，空为不限 subjects; none for all'),
  keywords: z
    .array(text(60))
    .max(10)
    .default([])
    .describe('主题词：带有其一的资源归入专题资源库 themes: resources with one of these keywords are in the library'),
  unitNeeds: z
    .array(MaterialRoleName)
    .max(7)
    .default([])
    .describe('每一单元必备的材料，如导学案 materials that each unit of its courses has'),
};

const SeriesRules = z.strictObject(said).meta({ id: 'SeriesRules' });

export const SeriesInput = SeriesRules.extend({
  id: Id.optional().describe('调用方自定标识 caller-made UUIDv7, optional'),
  organisation: Id.describe('主办单位 organisation that keeps it'),
});

/** A shipped configuration under its own name 名师讲堂、彭城公开课 …, to begin a series from. */
export const SeriesTemplate = z
  .object({ code: z.string().describe('模板代码 code of the template'), rules: SeriesRules.describe('系列设置 what it says') })
  .meta({ id: 'SeriesTemplate' });
export type SeriesTemplate = z.output<typeof SeriesTemplate>;

export const seriesStates = ['open', 'closed'] as const;
export type SeriesState = (typeof seriesStates)[number];
const seriesMoves = ['change', 'close', 'reopen'] as const;
export const seriesLifeCycle = new LifeCycle<SeriesState, (typeof seriesMoves)[number]>({
  change: { from: ['open'], to: 'open', by: courseKeepers },
  close: { from: ['open'], to: 'closed', by: courseKeepers },
  reopen: { from: ['closed'], to: 'open', by: courseKeepers },
});

export const Series = z
  .object({
    ...itemShape,
    organisation: Id.describe('主办单位 organisation that keeps it'),
    ...SeriesRules.shape,
    nameEn: z.string().nullable().describe('英文名 English name'),
    description: z.string().nullable().describe('说明 description'),
    stages: z.array(Stage).describe('学段 stages'),
    subjects: z.array(Subject).describe('学科 subjects'),
    keywords: z.array(z.string()).describe('主题词 themes'),
    unitNeeds: z.array(MaterialRoleName).describe('每一单元必备的材料 materials that each unit has'),
    status: z.enum(seriesStates).describe('状态 state'),
    moves: moves(seriesMoves),
  })
  .meta({ id: 'Series' });
export type Series = z.output<typeof Series>;

export const SeriesFact = Series.omit({ createdAt: true, updatedAt: true, version: true, moves: true, description: true }).meta({
  id: 'SeriesFact',
});
export type SeriesFact = z.output<typeof SeriesFact>;
export const seriesFacts = facts('resources', 'series', SeriesFact, {
  begun: '系列已建立 A series was begun',
  changed: '系列已修改 A series was changed',
  closed: '系列已结束 A series was closed',
  reopened: '系列已恢复 A series was reopened',
});

export const SeriesNotFound = refusal('series.not_found', 404, { zh: '找不到该系列', en: 'There is no such series' });
export const SeriesClosed = refusal('series.closed', 409, { zh: '系列已结束', en: 'The series is closed' });
