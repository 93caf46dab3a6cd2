import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant, InstantInput, itemShape, text } from '../shapes/shapes.js';
import { periodKinds, reviewLevels, type ReviewLevel } from './calendars.js';

/** Where a period stands now, told by the clock and its windows alone. */
export const periodStates = ['upcoming', 'filling', 'reviewing', 'closed'] as const;

const due = <T extends z.ZodType>(instant: T) => ({
  school: instant.describe('学校填报截止 schools submit until'),
  county: instant.describe('县级审核截止 counties review until'),
  city: instant.describe('市级审核截止 the city reviews until'),
  province: instant.optional().describe('省级审核截止，缺省同市级 the province reviews until; as the city unless said'),
});

const DueInput = z.strictObject(due(InstantInput));
const Due = z.object(due(Instant)).meta({ id: 'PeriodDue' });

const reviewOpens = <T extends z.ZodType>(instant: T) => ({
  county: instant.optional().describe('县级开始审核 counties review from'),
  city: instant.optional().describe('市级开始审核 the city reviews from'),
  province: instant.optional().describe('省级开始审核 the province reviews from'),
});

const ReviewOpensInput = z.strictObject(reviewOpens(InstantInput));
const ReviewOpens = z.object(reviewOpens(Instant)).meta({ id: 'PeriodReviewOpens' });
const preview =
  '各级开始审核时间；未列的级别在学校提交后即可预审 when each level begins to review; one not named may as soon as a school submits';

const named = {
  name: text(120).describe('名称 name, e.g. 2026年第三季度'),
  kind: z.enum(periodKinds).describe('周期 kind of period'),
  firstDay: Day.describe('数据起始日 first day the figures are about'),
  lastDay: Day.describe('数据截止日 last day the figures are about'),
};

type Windows = {
  opens?: string | undefined;
  due?: z.output<typeof DueInput> | undefined;
  reviewOpens?: z.output<typeof ReviewOpensInput> | undefined;
  firstDay?: string | undefined;
  lastDay?: string | undefined;
};

/** Each level closes no earlier than the one below it. */
const inOrder = ({ opens, due: until, reviewOpens: from, firstDay, lastDay }: Windows, context: z.RefinementCtx): void => {
  const complain = (path: string[]) => context.addIssue({ code: 'custom', path, message: 'window.out_of_order' });
  if (firstDay && lastDay && firstDay > lastDay) complain(['lastDay']);
  if (!until) return;
  const { school, county, city, province = city } = until;
  if (opens && Date.parse(opens) >= Date.parse(school)) complain(['opens']);
  if (Date.parse(school) > Date.parse(county)) complain(['due', 'county']);
  if (Date.parse(county) > Date.parse(city)) complain(['due', 'city']);
  if (Date.parse(city) > Date.parse(province)) complain(['due', 'province']);
  for (const [level, closes] of Object.entries({ county, city, province })) {
    const begins = from?.[level as ReviewLevel];
    if (begins !== undefined && Date.parse(begins) >= Date.parse(closes)) complain(['reviewOpens', level]);
  }
};

export const periodInput = {
  ...named,
  opens: InstantInput.describe('开始填报时间 when filling in begins'),
  due: DueInput.describe('各级截止时间 until when each level may act'),
  reviewOpens: ReviewOpensInput.optional().describe(preview),
};

/** What a new period consists of; `extra` are the fields of the operation itself. */
export const periodBody = <S extends z.ZodRawShape>(extra: S) =>
  z.strictObject({ ...periodInput, ...extra }).superRefine((body, context) => inOrder(body as Windows, context));

/** A change of a period; both windows go together, so that their order can be held. */
export const PeriodChange = z.strictObject({
  name: named.name.optional(),
  windows: z
    .strictObject({ opens: periodInput.opens, due: periodInput.due, reviewOpens: periodInput.reviewOpens })
    .superRefine((windows, context) => inOrder(windows, context))
    .optional()
    .describe('填报与审核时限 the windows of filling in and review'),
});

/** One round of collecting 填报期; its windows are data, so that no calendar is built into the platform. */
export const Period = z
  .object({
    ...itemShape,
    organisation: Id.describe('开设单位 authority that runs it'),
    dataSet: Id.describe('数据集 data set'),
    form: Id.describe('表单 the form that is filled in'),
    ...named,
    opens: Instant.describe('开始填报时间 when filling in begins'),
    due: Due.describe('各级截止时间 until when each level may act'),
    reviewOpens: ReviewOpens.describe(preview),
    year: z
      .int()
      .nullable()
      .describe(
        '年份，学年与学期为其起始年份；不按日历开设的为空 its year, of a term the one in which the school year begins; null unless opened from the calendar',
      ),
    ordinal: z.int().nullable().describe('年内序次，如第三季度为 3 place in its year: 3 of the third quarter'),
    state: z.enum(periodStates).describe('当前阶段 where it stands now'),
  })
  .meta({ id: 'Period' });
export type Period = z.output<typeof Period>;

export const PeriodFact = Period.omit({ createdAt: true, updatedAt: true, version: true, state: true }).meta({ id: 'PeriodFact' });
export type PeriodFact = z.output<typeof PeriodFact>;

export const periodFacts = facts('reporting', 'period', PeriodFact, {
  announced: '填报期已开设 A period was announced',
  changed: '填报期已调整 A period was changed',
});

export const PeriodNotFound = refusal('period.not_found', 404, { zh: '找不到该填报期', en: 'There is no such period' });
export const PeriodExists = refusal(
  'period.exists',
  409,
  { zh: '该数据集已开设这一填报期', en: 'This data set already has a period of these days' },
  z.strictObject({ period: Id }),
);
export const PeriodMisplaced = refusal(
  'period.misplaced',
  422,
  { zh: '一年内的序次应为 1 至 {most}', en: 'Its place in the year is one of 1 to {most}' },
  z.strictObject({ most: z.int() }),
);
export const PeriodUndated = refusal('period.undated', 422, {
  zh: '学期的起止日以校历为准，请填写 firstDay 与 lastDay',
  en: 'Terms begin and end by the school calendar: give firstDay and lastDay',
});
export const PeriodNotOpen = refusal(
  'period.not_open',
  409,
  { zh: '填报期尚未开始，{opens} 起可填报', en: 'This period opens at {opens}' },
  z.strictObject({ opens: z.string() }),
);
export const PeriodClosed = refusal(
  'period.closed',
  409,
  { zh: '本级时限已于 {closed} 截止', en: 'The time of this level ended at {closed}' },
  z.strictObject({ level: z.enum(['school', ...reviewLevels]), closed: z.string() }),
);
