import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { organisationKinds } from '../roles.js';
import { Id, Instant, itemShape, text } from '../shapes/shapes.js';

/** How far an organisation is with a period: nothing yet, or as its submission stands. */
export const unitStates = ['notBegun', 'draft', 'submitted', 'returned', 'approved'] as const;
export type UnitState = (typeof unitStates)[number];

const counts = {
  expected: z.int().describe('应报单位数 units that should report'),
  notBegun: z.int().describe('未开始 units that have not begun'),
  draft: z.int().describe('填报中 drafts'),
  submitted: z.int().describe('待审核 submitted and waiting for review'),
  returned: z.int().describe('已退回修改 returned'),
  approved: z.int().describe('审核通过 approved'),
  overdue: z.int().describe('逾期未报 overdue'),
};

/** How far a period has come 填报进度, by the authority that reviews first. */
export const Completion = z
  .object({
    period: Id.describe('填报期 period'),
    organisation: Id.describe('范围：该组织及其下级 scope: this organisation and what lies below it'),
    asOf: Instant.describe('截至 as of'),
    lines: z
      .array(
        z.object({
          organisation: Id.describe(
            '审核单位：县区，或直属学校所在的市 reviewing organisation: a county, or the city for the schools directly under it',
          ),
          name: z.string().describe('单位名称 name'),
          ...counts,
        }),
      )
      .describe('分县区 by reviewing organisation'),
    total: z.object(counts).describe('总计 total'),
  })
  .meta({ id: 'Completion' });
export type Completion = z.output<typeof Completion>;

const unit = {
  organisation: Id.describe('单位标识 organisation'),
  name: z.string().describe('单位名称 its name'),
  kind: z.enum(organisationKinds).describe('类别 kind of organisation'),
  reviewer: Id.nullable().describe('审核单位标识 authority that reviews it first'),
  reviewerName: z.string().nullable().describe('审核单位 name of that authority'),
  status: z.enum(unitStates).describe('状态 state'),
  submission: Id.nullable().describe('填报表标识 its submission, once begun'),
  filledBy: Id.nullable().describe('填报或代填单位 organisation that filled it in'),
  due: Instant.describe('填报截止，计入延期 until when it submits, exceptions included'),
  overdue: z.boolean().describe('是否逾期 whether it is overdue'),
  urgedAt: Instant.nullable().describe('最近催报时间 when it was last urged'),
};

export const UnitStanding = z.object(unit).meta({ id: 'UnitStanding' });
export type UnitStanding = z.output<typeof UnitStanding>;

/** An organisation that is overdue, and whom to ask there. */
export const OverdueUnit = z
  .object({
    ...unit,
    contact: Id.nullable().describe('联系人标识 id of the contact person'),
    contactRole: z.string().nullable().describe('联系人岗位 their post'),
    contactName: z.string().nullable().describe('联系人，脱敏 contact, masked'),
    contactPhone: z.string().nullable().describe('联系电话，脱敏 telephone, masked'),
  })
  .meta({ id: 'OverdueUnit' });
export type OverdueUnit = z.output<typeof OverdueUnit>;

/** Urged by an authority above 催报, or reminded by the platform before the due time 提醒. */
export const urgingKinds = ['urged', 'reminded'] as const;

export const Urging = z
  .object({
    ...itemShape,
    organisation: Id.describe('被催报的单位 organisation that is urged'),
    period: Id.describe('填报期 period'),
    kind: z.enum(urgingKinds).describe('种类：催报或提醒 urged from above, or reminded before the due time'),
    urgedBy: Id.nullable().describe('催报单位；提醒的为空 authority that urges; null of a reminder'),
    note: text(500).nullable().describe('催报意见 what it says'),
    due: Instant.describe('填报截止 until when to submit'),
  })
  .meta({ id: 'Urging' });
export type Urging = z.output<typeof Urging>;

export const UrgingFact = Urging.omit({ createdAt: true, updatedAt: true, version: true, note: true }).meta({ id: 'UrgingFact' });
export type UrgingFact = z.output<typeof UrgingFact>;

export const urgingFacts = facts('reporting', 'urging', UrgingFact, {
  urged: '已催报 An organisation was urged',
  reminded: '已提醒 An organisation was reminded',
});

/** What one call of urging did. */
export const UrgingResult = z
  .object({
    urged: z.int().describe('本次催报的单位数 organisations urged now'),
    urgedToday: z.int().describe('24 小时内已催报、未重复的单位数 organisations urged within a day already, and left alone'),
    left: z.int().describe('单次上限以外、尚待催报的单位数 organisations beyond what one call urges'),
  })
  .meta({ id: 'UrgingResult' });

export const NothingOverdue = refusal('urging.nothing_overdue', 409, {
  zh: '没有逾期未报的单位',
  en: 'No organisation is overdue',
});
