import { z } from 'zod';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { Id } from '../../shapes/shapes.js';
import { Stage, Subject } from '../../shapes/teaching.js';

const unrepeated = (list: readonly string[]) => new Set(list).size === list.length;

const OfStage = z
  .strictObject({
    stage: Stage,
    subjects: z
      .array(Subject)
      .min(1)
      .max(30)
      .refine(unrepeated, 'subject.repeated')
      .describe('该学段的主要学科 main subjects of the stage'),
  })
  .meta({ id: 'MainSubjectsOfStage' });
const main = z
  .array(OfStage)
  .min(1)
  .max(6)
  .refine((list) => unrepeated(list.map(({ stage }) => stage)), 'stage.repeated');
export type MainSubjectsList = z.output<typeof main>;

export const MainSubjectsInput = z.strictObject({
  organisation: Id.describe('制定单位，所辖单位未另行制定的从之 organisation that sets them, also for those below that set none'),
  main: main.nullable().describe('各学段的主要学科；空为撤销，仍从上级 main subjects by stage; null to follow who is above again'),
});

/** 主要学科: which subjects of which stages courses should cover, as the nearest authority has set it. */
export const MainSubjects = z
  .object({
    setBy: Id.nullable().describe('制定单位，空为平台预置 organisation that set them; null: as the platform ships them'),
    main: main.describe('各学段的主要学科 main subjects by stage'),
  })
  .meta({ id: 'MainSubjects' });
export type MainSubjects = z.output<typeof MainSubjects>;

export const MainSubjectsFact = z
  .object({ id: Id.describe('标识 id'), organisation: Id.describe('制定单位 organisation that set them'), main: MainSubjects.shape.main })
  .meta({ id: 'MainSubjectsFact' });
export type MainSubjectsFact = z.output<typeof MainSubjectsFact>;

export const mainSubjectsFacts = facts('resources', 'main_subjects', MainSubjectsFact, {
  set: '主要学科已制定 The main subjects were set',
  dropped: '主要学科已撤销 The main subjects follow who is above again',
});

export const MainSubjectsNotFound = refusal('main_subjects.not_found', 404, { zh: '找不到该单位', en: 'There is no such organisation' });
