import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { Day, Id, itemShape, moves, text } from '../../shapes/shapes.js';
import { Stage, Subject } from '../../shapes/teaching.js';
import { courseKeepers, MaterialRoleName } from './series.js';

/** What a course has to be, as data 网络课程标准. */
const demands = {
  minUnits: z.int().min(1).max(200).default(1).describe('至少单元数 fewest units'),
  maxUnits: z.int().min(1).max(200).default(200).describe('至多单元数 most units'),
  minPeriods: z.int().min(0).max(2000).default(0).describe('至少总课时 fewest periods in all'),
  unitNeeds: z.array(MaterialRoleName).max(7).default([]).describe('每一单元必备的材料 materials that each unit has'),
  courseNeeds: z.array(MaterialRoleName).max(7).default([]).describe('全课程至少有一份的材料 materials that the course has somewhere'),
  chapters: z.boolean().default(false).describe('是否每一单元须对应教材章节 whether each unit names a chapter'),
  goals: z.boolean().default(false).describe('是否须写明课程目标 whether the course says its goals'),
};

const said = {
  code: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'code.malformed')
    .describe('标准代码，各版相同 code, the same in all editions'),
  name: text(120).describe('标准名称 name'),
  basis: text(500).nullable().default(null).describe('依据文件 what it rests on'),
  stages: z.array(Stage).max(6).default([]).describe('学段，空为不限 stages; none for all'),
  subjects: z.array(Subject).max(30).default([]).describe('学科，空为不限 subjects; none for all'),
};

const coherent = ({ minUnits, maxUnits }: { minUnits: number; maxUnits: number }, context: z.RefinementCtx): void => {
  if (minUnits > maxUnits) context.addIssue({ code: 'custom', path: ['maxUnits'], message: 'range.empty' });
};

export const CourseDemands = z.strictObject(demands).superRefine(coherent).meta({ id: 'CourseDemands' });
export type CourseDemands = z.output<typeof CourseDemands>;

export const CourseStandardInput = z.strictObject({
  id: Id.optional().describe('调用方自定标识 caller-made UUIDv7, optional'),
  organisation: Id.describe('发布单位 authority that sets it'),
  ...said,
  demands: CourseDemands.describe('要求 what it demands'),
});

export const courseStandardStates = ['draft', 'inForce', 'replaced'] as const;
export type CourseStandardState = (typeof courseStandardStates)[number];
const courseStandardMoves = ['revise', 'issue'] as const;
export const courseStandardLifeCycle = new LifeCycle<CourseStandardState, (typeof courseStandardMoves)[number]>({
  revise: { from: ['draft'], to: 'draft', by: courseKeepers },
  issue: { from: ['draft'], to: 'inForce', by: courseKeepers },
});

/** A course standard in one of its editions 课程标准: what was issued is never changed, a new edition takes its place. */
export const CourseStandard = z
  .object({
    ...itemShape,
    organisation: Id.describe('发布单位 authority that sets it'),
    ...said,
    basis: z.string().nullable().describe('依据文件 what it rests on'),
    stages: z.array(Stage).describe('学段 stages'),
    subjects: z.array(Subject).describe('学科 subjects'),
    edition: z.int().min(1).describe('版次 edition, counted from 1'),
    demands: z.object(demands).describe('要求 what it demands'),
    issuedOn: Day.nullable().describe('发布日期 day it was issued'),
    status: z.enum(courseStandardStates).describe('状态 state'),
    moves: moves(courseStandardMoves),
  })
  .meta({ id: 'CourseStandard' });
export type CourseStandard = z.output<typeof CourseStandard>;

export const CourseStandardFact = CourseStandard.omit({ createdAt: true, updatedAt: true, version: true, moves: true, basis: true }).meta({
  id: 'CourseStandardFact',
});
export type CourseStandardFact = z.output<typeof CourseStandardFact>;
export const courseStandardFacts = facts('resources', 'courseStandard', CourseStandardFact, {
  drafted: '课程标准已拟 An edition of a course standard was drafted',
  revised: '课程标准已修改 The draft of a course standard was revised',
  issued: '课程标准已发布 A course standard was issued',
  replaced: '课程标准已被新版代替 A course standard was replaced by a new edition',
});

export const CourseStandardNotFound = refusal('course_standard.not_found', 404, {
  zh: '找不到该课程标准',
  en: 'There is no such standard',
});
export const CourseStandardDrafted = refusal('course_standard.drafted', 409, {
  zh: '该标准已有一版在拟',
  en: 'A new edition of this standard is being drafted',
});
