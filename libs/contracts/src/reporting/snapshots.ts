import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant, itemShape, text } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';

const Frozen = z
  .object({
    value: z.string().describe('数值，精确十进制 the value, exact'),
    units: z.int().nullable().describe('计入的单位数，由公式算出的为空 units in it; null for what a formula computed'),
  })
  .meta({ id: 'FrozenFigure' });

const Line = z
  .object({
    key: z.string().describe('主管部门标识或区划代码 id of the authority, or code of the division'),
    expected: z.int().describe('应报单位数 units that should report'),
    approved: z.int().describe('计入的单位数 units whose figures count'),
    figures: z.record(IndicatorCode, Frozen).describe('各指标 figures by indicator code'),
  })
  .meta({ id: 'SnapshotLine' });
export type SnapshotLine = z.output<typeof Line>;

/** What a snapshot says; its hash is over exactly this. */
export const SnapshotContent = z
  .object({
    managed: z.array(Line).describe('按隶属 by authority'),
    territory: z.array(Line).describe('按属地 by division'),
    total: Line.describe('合计 the whole'),
    formulas: z.record(IndicatorCode, z.string()).describe('所用公式 the formulas'),
  })
  .meta({ id: 'SnapshotContent' });
export type SnapshotContent = z.output<typeof SnapshotContent>;

const snapshotShape = {
  organisation: Id.describe('开设单位 authority that runs the period'),
  period: Id.describe('填报期 period'),
  number: z.int().min(1).describe('该填报期的第几份快照 number within its period'),
  replaces: Id.nullable().describe('所更正的上一份快照 the snapshot it corrects; null for the first'),
  form: Id.describe('表单 form'),
  formNumber: z.int().describe('表单版本号 version number of the form'),
  unitsAsOf: Day.nullable().describe('应报单位的历史日期 day whose tree the expected units are told by; null while it was today’s'),
  purpose: text(200).describe('用途，如“三季度通报” what it is for'),
  hash: z.string().describe('内容的 SHA-256 SHA-256 of its content'),
  frozenAt: Instant.describe('截至 as of'),
};

/** Figures of a period as they stood, to be cited 快照: never changed, and counted again to the last digit when asked. */
export const SnapshotInBrief = z.object({ ...itemShape, ...snapshotShape }).meta({ id: 'SnapshotInBrief' });
export const FigureSnapshot = z
  .object({ ...itemShape, ...snapshotShape, content: SnapshotContent.describe('数据 figures') })
  .meta({ id: 'FigureSnapshot' });
export type SnapshotInBrief = z.output<typeof SnapshotInBrief>;
export type FigureSnapshot = z.output<typeof FigureSnapshot>;

export const SnapshotFact = SnapshotInBrief.omit({ createdAt: true, updatedAt: true, version: true, purpose: true }).meta({
  id: 'SnapshotFact',
});
export type SnapshotFact = z.output<typeof SnapshotFact>;
export const snapshotFacts = facts('reporting', 'snapshot', SnapshotFact, { taken: '数据快照已生成 A snapshot of figures was taken' });

/** A snapshot counted again from what then counted. */
export const SnapshotCheck = z
  .object({
    snapshot: Id.describe('快照 snapshot'),
    reproduced: z.boolean().describe('重算结果与快照逐位一致 counted again, it is equal to the last digit'),
    untouched: z.boolean().describe('内容与其校验值一致 its content still has its hash'),
    differing: z.array(z.string()).max(200).describe('不一致之处，至多二百处 where it differs, at most 200'),
    current: z.boolean().describe('此后没有更正：仍是现行数据 nothing was corrected since: it is still what counts'),
  })
  .meta({ id: 'SnapshotCheck' });
export type SnapshotCheck = z.output<typeof SnapshotCheck>;

export const SnapshotNotFound = refusal('snapshot.not_found', 404, { zh: '找不到该快照', en: 'There is no such snapshot' });
export const SnapshotUnchanged = refusal(
  'snapshot.unchanged',
  409,
  { zh: '自第 {number} 号快照以来没有变化', en: 'Nothing has changed since snapshot {number}' },
  z.strictObject({ snapshot: Id, number: z.int() }),
);
