import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape } from '../shapes/shapes.js';

/** Why two records look like one person, with the weight of each reason. */
export const duplicateReasons = { number: 95, pupilNumber: 90, nameAndBirth: 60 } as const;
export type DuplicateReason = keyof typeof duplicateReasons;
const Reason = z
  .enum(Object.keys(duplicateReasons) as [DuplicateReason, ...DuplicateReason[]])
  .describe('理由：number 现用或曾用号码相同、pupilNumber 学籍号仅 G/J/L 之别、nameAndBirth 姓名与出生日期相同 reason');

const DuplicateSide = z.object({
  person: Id.describe('人员标识 id of the person'),
  name: z.string().describe('姓名，默认脱敏 name; masked unless the caller may read it'),
  masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
  organisation: Id.describe('档案所在组织 the organisation that keeps the record'),
});

export const Duplicate = z
  .object({
    ...itemShape,
    one: DuplicateSide.describe('较早登记的 the one registered earlier'),
    other: DuplicateSide.describe('较晚登记的 the one registered later'),
    score: z.int().describe('相似度 0–100 how alike they are'),
    reasons: z.array(Reason).describe('理由 reasons'),
  })
  .meta({ id: 'Duplicate' });

export const DuplicateFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  one: Id,
  other: Id,
  score: z.int(),
  state: z.enum(['open', 'dismissed', 'settled']),
});
export const duplicateFacts = facts('identity', 'duplicate', DuplicateFact, {
  found: '发现疑似重复人员 Two records look like one person',
  changed: '疑似重复的依据已变更 The reasons changed',
  dismissed: '已确认不是同一人 Two records were found to be two people',
  settled: '疑似重复已合并 The two records were merged',
});

export const Merger = z
  .object({
    ...itemShape,
    from: Id.describe('被并入的人员 the person merged'),
    into: Id.describe('后继人员 the successor'),
    moved: z.record(z.string(), z.int()).describe('转移的数量，按种类 what passed over, counted by kind'),
    undoUntil: Instant.describe('此前可撤销 it can be undone until then'),
    undone: z.boolean().describe('是否已撤销 whether it was undone'),
  })
  .meta({ id: 'Merger' });

export const MergerFact = z.object({ id: Id, version: z.int(), organisation: Id, from: Id, into: Id, undone: z.boolean() });
export const mergerFacts = facts('identity', 'merger', MergerFact, {
  made: '两条人员记录已合并 Two records of a person were merged',
  undone: '人员合并已撤销 A merging was undone',
});

export const MergeSame = refusal('merge.same', 409, { zh: '不能并入自身', en: 'Nobody is merged into themselves' });
export const MergeUnfit = refusal('merge.transfer_open', 409, {
  zh: '有办理中的转学，须先办结',
  en: 'A transfer is under way; it has to end first',
});
export const MergeUnknown = refusal('merge.unknown', 404, { zh: '该人员没有被合并', en: 'This person was not merged' });
export const MergeTooOld = refusal('merge.too_old', 409, { zh: '已超过 30 天，不能撤销', en: 'After 30 days it cannot be undone' });
export const MergeTaken = refusal('merge.overtaken', 409, {
  zh: '合并之后情况已变，不能原样撤销',
  en: 'What has happened since keeps it from being undone as it was',
});
export const DuplicateUnknown = refusal('duplicate.unknown', 404, { zh: '找不到该疑似重复', en: 'No such pair of look-alikes' });
