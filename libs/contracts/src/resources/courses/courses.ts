import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { Id, Instant, itemShape, moves, text } from '../../shapes/shapes.js';
import { Grade, Stage, Subject } from '../../shapes/teaching.js';
import { resourceAuthors } from '../life-cycle.js';
import { courseKeepers, MaterialRoleName } from './series.js';

/** Who publishes courses: never the one who made it. */
export const coursePublishers = [...courseKeepers, 'resourceReviewer'] as const;

export const courseStates = ['draft', 'published', 'withdrawn'] as const;
export type CourseState = (typeof courseStates)[number];
export const courseMoves = ['edit', 'publish', 'withdraw', 'discard'] as const;
export type CourseMove = (typeof courseMoves)[number];

export const courseLifeCycle = new LifeCycle<CourseState, CourseMove>({
  edit: { from: ['draft', 'withdrawn'], to: 'draft', by: resourceAuthors },
  publish: { from: ['draft'], to: 'published', by: coursePublishers },
  withdraw: { from: ['published'], to: 'withdrawn', by: [...new Set([...coursePublishers, ...resourceAuthors])] },
  discard: { from: ['draft'], to: 'draft', by: resourceAuthors },
});

const Material = z
  .strictObject({
    resource: Id.describe('资源标识 resource'),
    role: MaterialRoleName.describe('用途 what it is for'),
  })
  .meta({ id: 'CourseMaterial' });

/** A unit of a course 单元: some periods on one thing, with the resources for it in the order of use. */
export const CourseUnit = z
  .strictObject({
    title: text(200).describe('单元名称 title'),
    chapter: text(200).nullable().default(null).describe('对应章节 chapter'),
    chapterId: Id.nullable().default(null).describe('对应章节标识，教材目录中的节点 chapter, as a node of a textbook’s tree'),
    periods: z.int().min(0).max(100).default(1).describe('课时 periods'),
    materials: z.array(Material).max(30).default([]).describe('材料，按使用先后 materials in the order of use'),
  })
  .meta({ id: 'CourseUnit' });
export type CourseUnit = z.output<typeof CourseUnit>;

const said = {
  title: text(200).describe('课程名称 title'),
  stage: Stage,
  subject: Subject,
  grades: z.array(Grade).max(12).default([]).describe('适用年级 grades'),
  series: Id.nullable().default(null).describe('所属系列 series it belongs to'),
  standard: Id.nullable().default(null).describe('所依课程标准的一版 edition of the course standard it follows'),
  description: text(2000).nullable().default(null).describe('课程简介 description'),
  goals: text(2000).nullable().default(null).describe('课程目标 goals'),
  units: z.array(CourseUnit).max(200).default([]).describe('单元，按先后 units in order'),
};

export const CourseContent = z.strictObject(said).meta({ id: 'OnlineCourseContent' });
export type CourseContent = z.output<typeof CourseContent>;
export const OnlineCourseInput = CourseContent.extend({
  id: Id.optional().describe('调用方自定标识 caller-made UUIDv7, optional'),
  organisation: Id.describe('所属组织 organisation it belongs to'),
});

/** A course of ordered units 网络课程: resources put together for a term of teaching. */
export const OnlineCourse = z
  .object({
    ...itemShape,
    organisation: Id.describe('所属组织 organisation it belongs to'),
    author: Id.describe('编者的人员标识 person id of who made it'),
    ...CourseContent.shape,
    grades: z.array(Grade).describe('适用年级 grades'),
    series: Id.nullable().describe('所属系列 series it belongs to'),
    standard: Id.nullable().describe('所依课程标准的一版 edition of the course standard it follows'),
    description: z.string().nullable().describe('课程简介 description'),
    goals: z.string().nullable().describe('课程目标 goals'),
    units: z.array(CourseUnit).describe('单元，按先后 units in order'),
    status: z.enum(courseStates).describe('状态 state'),
    publishedAt: Instant.nullable().describe('发布时间 when it was published'),
    moves: moves(courseMoves),
  })
  .meta({ id: 'OnlineCourse' });
export type OnlineCourse = z.output<typeof OnlineCourse>;

/** Without its author and the words somebody wrote in its units. */
export const OnlineCourseFact = OnlineCourse.pick({
  id: true,
  organisation: true,
  title: true,
  stage: true,
  subject: true,
  grades: true,
  series: true,
  standard: true,
  status: true,
  publishedAt: true,
})
  .extend({ units: z.int().describe('单元数 units'), periods: z.int().describe('总课时 periods in all') })
  .meta({ id: 'OnlineCourseFact' });
export type OnlineCourseFact = z.output<typeof OnlineCourseFact>;
export const onlineCourseFacts = facts('resources', 'onlineCourse', OnlineCourseFact, {
  begun: '网络课程已建立 A course was begun',
  edited: '网络课程已修改 A course was edited',
  published: '网络课程已发布 A course was published',
  withdrawn: '网络课程已下架 A course was withdrawn',
  discarded: '网络课程草稿已删除 The draft of a course was discarded',
});

/** What a course still lacks by its standard and its series. */
export const courseRules = ['minUnits', 'maxUnits', 'minPeriods', 'unitNeeds', 'courseNeeds', 'chapters', 'goals', 'scope'] as const;
const Finding = z
  .object({
    rule: z.enum(courseRules).describe('未达到的要求 demand it does not meet'),
    by: z.enum(['standard', 'series']).describe('何者的要求：课程标准或系列 whose demand'),
    unit: z.int().min(1).nullable().describe('第几单元，涉及全课程为空 which unit, from 1; null of the whole course'),
    words: z.string().describe('说明 in words'),
  })
  .meta({ id: 'CourseFinding' });
export type CourseFinding = z.output<typeof Finding>;

export const CourseConformity = z
  .object({
    course: Id.describe('课程 course'),
    standard: Id.nullable().describe('课程标准 course standard'),
    edition: z.int().nullable().describe('版次 its edition'),
    series: Id.nullable().describe('系列 series'),
    conforms: z.boolean().describe('是否符合 whether it conforms'),
    findings: z.array(Finding).describe('不符之处 what it lacks'),
  })
  .meta({ id: 'CourseConformity' });
export type CourseConformity = z.output<typeof CourseConformity>;

const counts = {
  courses: z.int().describe('已发布的课程数 published courses'),
  units: z.int().describe('单元数 their units'),
  chapters: z.int().describe('教材章节数 chapters of textbooks in use'),
  covered: z.int().describe('已有课程单元的章节数 chapters that a unit teaches'),
};

/** Which stages and subjects have courses 课程覆盖: the main ones whether they have any or not. */
export const CourseCoverage = z
  .object({
    cells: z
      .array(
        z.object({
          stage: Stage,
          subject: Subject,
          isMain: z.boolean().describe('是否主要学科 whether it is a main subject of the stage'),
          ...counts,
        }),
      )
      .describe('各学段各学科 by stage and subject'),
    setBy: Id.nullable().describe('主要学科的制定单位，空为平台预置 who set the main subjects; null: as shipped'),
    main: z.int().describe('主要学科格数 cells of main subjects'),
    mainWithCourses: z.int().describe('已有课程的主要学科格数 those of them with a course'),
  })
  .meta({ id: 'CourseCoverage' });
export type CourseCoverage = z.output<typeof CourseCoverage>;

export const ChapterCoverage = z
  .object({
    id: Id.describe('章节标识 id of the chapter'),
    code: z.string().describe('编码 code'),
    name: z.string().describe('名称 name'),
    parent: Id.nullable().describe('上级章节 chapter above it'),
    courses: z.int().describe('已发布的课程数 published courses that teach it'),
    units: z.int().describe('单元数 their units'),
  })
  .meta({ id: 'ChapterCoverage' });
export type ChapterCoverage = z.output<typeof ChapterCoverage>;

export const OnlineCourseNotFound = refusal('online_course.not_found', 404, { zh: '找不到该网络课程', en: 'There is no such course' });
export const OnlineCourseNotYours = refusal('online_course.not_yours', 409, {
  zh: '只有编者本人可以执行此操作',
  en: 'Only who made it may do this',
});
export const OnlineCourseOwn = refusal('online_course.own', 409, {
  zh: '课程须由编者以外的人发布',
  en: 'A course is published by another than who made it',
});
export const OnlineCourseEmpty = refusal('online_course.empty', 409, { zh: '课程还没有单元', en: 'The course has no units' });
export const OnlineCourseMaterialsUnpublished = refusal(
  'online_course.materials_unpublished',
  409,
  { zh: '有 {count} 份材料尚未发布，或不向本单位开放', en: '{count} materials are not published, or not to this organisation' },
  z.strictObject({ count: z.int(), resources: z.array(Id) }),
);
export const OnlineCourseNotConforming = refusal(
  'online_course.not_conforming',
  409,
  { zh: '不符合课程标准或系列的要求：{words}', en: 'It does not meet its standard or series: {words}' },
  z.strictObject({ words: z.array(z.string()), findings: z.array(Finding) }),
);
