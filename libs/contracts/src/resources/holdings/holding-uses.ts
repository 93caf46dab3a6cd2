import { z } from 'zod';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Day, Id, itemShape, text } from '../../shapes/shapes.js';
import { Copies } from './holdings.js';

export const holdingUseStates = ['out', 'back'] as const;

const said = {
  copies: Copies.describe('领用册（件）数 copies'),
  schoolClass: Id.nullable().default(null).describe('班级标识，非班级使用为空 id of the class; null if it is for none'),
  className: text(60).nullable().default(null).describe('班级名称 name of the class'),
  lesson: text(200).describe('用于何课 which lesson it is for'),
  periods: z.int().min(0).max(50).default(1).describe('课时 periods'),
  day: Day.describe('使用日期 day on which it is used'),
  due: Day.describe('应还日期 day by which it is back'),
};

export const HoldingUseInput = z
  .strictObject({ ...creatable, ...said })
  .refine(({ day, due }) => day <= due, { path: ['due'], message: 'range.unfit' });

/** Copies taken out for a lesson 领用: by whom, for which class, and what of them came back. */
export const HoldingUse = z
  .object({
    ...itemShape,
    organisation: Id.describe('单位 organisation'),
    holding: Id.describe('馆藏 holding'),
    takenBy: Id.describe('领用人的人员标识 person id of who took them'),
    ...said,
    schoolClass: Id.nullable().describe('班级标识 id of the class'),
    className: z.string().nullable().describe('班级名称 name of the class'),
    periods: z.int().describe('课时 periods'),
    returned: z.int().describe('已还册（件）数 copies that are back'),
    lost: z.int().describe('遗失册（件）数 copies that were lost'),
    status: z.enum(holdingUseStates).describe('在外、已还清 out, or all accounted for'),
    overdue: z.boolean().describe('是否逾期 whether it is overdue'),
  })
  .meta({ id: 'HoldingUse' });
export type HoldingUse = z.output<typeof HoldingUse>;

/** Without who took them and the words somebody wrote. */
export const HoldingUseFact = HoldingUse.pick({
  id: true,
  organisation: true,
  holding: true,
  copies: true,
  schoolClass: true,
  periods: true,
  day: true,
  due: true,
  returned: true,
  lost: true,
  status: true,
}).meta({ id: 'HoldingUseFact' });
export type HoldingUseFact = z.output<typeof HoldingUseFact>;

export const holdingUseFacts = facts('resources', 'holding_use', HoldingUseFact, {
  taken: '馆藏已领用 Copies were taken out for a lesson',
  brought: '领用的馆藏已归还 Copies taken out were brought back or lost',
  handed: '领用的馆藏已移交接任者 Copies taken out passed to who took the post over',
  overdue: '领用的馆藏逾期未还 Copies taken out are overdue',
});

export const HoldingUseNotFound = refusal('holding_use.not_found', 404, { zh: '找不到该领用', en: 'Nothing was taken out so' });
export const HoldingUseNotYours = refusal('holding_use.not_yours', 409, {
  zh: '只有领用人或管理员可以办理归还',
  en: 'Only who took it or a keeper brings it back',
});
export const HoldingBroughtTooMany = refusal(
  'holding.brought_too_many',
  409,
  { zh: '在外只有 {outstanding} 册（件）', en: 'Only {outstanding} copies are out' },
  z.strictObject({ outstanding: z.int() }),
);
