import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant, InstantInput, itemShape, text } from '../shapes/shapes.js';

const base = ['sourcedId', 'status', 'dateLastModified', 'metadata'] as const;

/** The collections of a gradebook as OneRoster 1.2 names them, with the fields that may be selected. */
export const gradebookCollections = {
  categories: [...base, 'title', 'weight'],
  scoreScales: [...base, 'title', 'type', 'course', 'class', 'scoreScaleValue'],
  lineItems: [
    ...base,
    ...['title', 'description', 'assignDate', 'dueDate', 'class', 'school', 'category', 'gradingPeriod', 'academicSession'],
    ...['scoreScale', 'resultValueMin', 'resultValueMax'],
  ],
  results: [
    ...base,
    ...['lineItem', 'student', 'class', 'scoreScale', 'scoreStatus', 'score', 'textScore', 'scoreDate', 'comment'],
    ...['late', 'incomplete', 'inProgress', 'missing'],
  ],
} as const satisfies Record<string, readonly string[]>;

export type GradebookCollection = keyof typeof gradebookCollections;
export const gradebookCollectionNames = Object.keys(gradebookCollections) as [GradebookCollection, ...GradebookCollection[]];

/** What an app calls something in the gradebook: the name it gave, or our id. */
export const GradebookName = text(256);

const ScoreStatus = z
  .enum(['exempt', 'fully graded', 'not submitted', 'partially graded', 'submitted'])
  .describe('评分状态：免交、已评、未交、部分已评、已交 how far it is graded');
const title = text(500);
const remark = text(5000).nullable().default(null);
const number = z.number().min(-1_000_000).max(1_000_000).nullable().default(null);
const named = GradebookName.nullable().default(null);
const flag = z.boolean().nullable().default(null);

const Category = z.strictObject({ title, weight: z.number().min(0).max(1000).nullable().default(null) });
const ScoreScale = z.strictObject({
  ...{ title, type: text(100), class: Id, course: Id.nullable().default(null) },
  values: z.array(z.strictObject({ itemValueLHS: text(100), itemValueRHS: text(100) })).max(100),
});
const LineItem = z.strictObject({
  ...{ title, description: remark, assignDate: InstantInput, dueDate: InstantInput, class: Id, category: GradebookName },
  ...{ gradingPeriod: Id.nullable().default(null), academicSession: Id.nullable().default(null), scoreScale: named },
  ...{ resultValueMin: number, resultValueMax: number },
});
const Result = z.strictObject({
  ...{ lineItem: GradebookName, student: Id, scoreScale: named, scoreStatus: ScoreStatus, score: number },
  ...{ textScore: text(200).nullable().default(null), scoreDate: Day, comment: remark },
  ...{ late: flag, incomplete: flag, inProgress: flag, missing: flag },
});

/** Entries of one kind, as an app writes them. */
export const GradebookEntries = z.discriminatedUnion('collection', [
  z.strictObject({ collection: z.literal('categories'), entries: z.array(Category).min(1).max(200) }),
  z.strictObject({ collection: z.literal('scoreScales'), entries: z.array(ScoreScale).min(1).max(200) }),
  z.strictObject({ collection: z.literal('lineItems'), entries: z.array(LineItem).min(1).max(200) }),
  z.strictObject({ collection: z.literal('results'), entries: z.array(Result).min(1).max(200) }),
]);
export type GradebookEntries = z.output<typeof GradebookEntries>;
export type GradebookEntry<C extends GradebookCollection> = Extract<GradebookEntries, { collection: C }>['entries'][number];

const gradebookFact = {
  id: Id.describe('标识 id (UUIDv7)'),
  version: z.int().describe('版本 version'),
  organisation: Id.describe('所属组织 organisation it belongs to'),
  ended: z.boolean().describe('是否已删除 whether it was deleted'),
};
const ofClass = { class: Id.describe('班级 class') };

export const GradeCategoryFact = z.object(gradebookFact).meta({ id: 'GradeCategoryFact' });
export const gradeCategoryFacts = facts('classrooms', 'gradeCategory', GradeCategoryFact, {
  put: '成绩类别已写入 A category of grades was written',
  dropped: '成绩类别已删除 A category of grades was deleted',
});
export const ScoreScaleFact = z.object({ ...gradebookFact, ...ofClass }).meta({ id: 'ScoreScaleFact' });
export const scoreScaleFacts = facts('classrooms', 'scoreScale', ScoreScaleFact, {
  put: '等第标准已写入 A score scale was written',
  dropped: '等第标准已删除 A score scale was deleted',
});
export const LineItemFact = z
  .object({ ...gradebookFact, ...ofClass, category: Id.describe('成绩类别 category') })
  .meta({ id: 'LineItemFact' });
export const lineItemFacts = facts('classrooms', 'lineItem', LineItemFact, {
  put: '成绩项已写入 A line item was written',
  dropped: '成绩项已删除 A line item was deleted',
});
/** Tells neither score nor comment. */
export const GradeResultFact = z
  .object({ ...gradebookFact, ...ofClass, lineItem: Id.describe('成绩项 line item'), person: Id.describe('学生 pupil') })
  .meta({ id: 'GradeResultFact' });
export const gradeResultFacts = facts('classrooms', 'gradeResult', GradeResultFact, {
  put: '成绩已写入 A result was written',
  dropped: '成绩已删除 A result was deleted',
});

/** A result as teachers, pupils and guardians read it. */
export const GradeResult = z
  .object({
    ...itemShape,
    ...{ organisation: Id.describe('学校 school'), class: Id.describe('班级 class'), person: Id.describe('学生 pupil') },
    lineItem: z
      .object({
        id: Id.describe('标识 id'),
        title: title.describe('名称 title'),
        dueDate: Instant.describe('截止时间 when it is due'),
        highest: z.number().nullable().describe('满分 the highest score it can have'),
      })
      .describe('成绩项 line item'),
    ...{ scoreStatus: ScoreStatus, score: z.number().nullable().describe('分数 score') },
    textScore: z.string().nullable().describe('等第 score in words'),
    scoreDate: Day.describe('评分日期 day of the score'),
    comment: z.string().nullable().describe('评语 comment'),
    app: z.string().describe('写入的应用 client id of the app that wrote it'),
  })
  .meta({ id: 'GradeResult' });
export type GradeResult = z.output<typeof GradeResult>;

export const GradebookRowUnknown = refusal('gradebook.row_unknown', 404, {
  zh: '成绩册中没有该条目',
  en: 'No such entry of the gradebook',
});
export const GradebookUnfit = refusal(
  'gradebook.unfit',
  409,
  { zh: '“{field}”与名单或成绩册不符', en: '{field} names nothing that fits here' },
  z.strictObject({ field: z.string() }),
);
export const GradebookOfAnotherApp = refusal('gradebook.of_another_app', 409, {
  zh: '该条目由其他应用写入',
  en: 'Another app wrote this entry, and only that one changes it',
});
export const GradebookInUse = refusal('gradebook.in_use', 409, {
  zh: '仍有成绩项使用它，不能删除',
  en: 'Line items still use it',
});
