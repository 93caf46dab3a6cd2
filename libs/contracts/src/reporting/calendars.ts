import { z } from 'zod';

export const periodKinds = ['month', 'quarter', 'halfYear', 'term', 'schoolYear', 'once'] as const;

/** Who acts within which due time: schools fill in, each level above reviews. */
export const reviewLevels = ['county', 'city', 'province'] as const;
export type ReviewLevel = (typeof reviewLevels)[number];

const Time = (usual: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, 'time.malformed')
    .default(usual)
    .describe(`时刻，缺省 ${usual} time of day, ${usual} unless said`);

const OffsetDay = z
  .int()
  .min(-400)
  .max(400)
  .describe('相对数据截止日的天数：0 为当日，5 为其后第五日 days from the last day of the period: 0 is that day, 5 the fifth after it');

const Opens = z.strictObject({ day: OffsetDay, time: Time('00:00:00') }).meta({ id: 'WindowOpens' });
const Closes = z.strictObject({ day: OffsetDay, time: Time('23:59:59') }).meta({ id: 'WindowCloses' });

const ReviewWindow = z
  .strictObject({
    opens: Opens.optional().describe('开始审核；缺省为学校一提交即可预审 when review begins; as soon as a school submits unless said'),
    closes: Closes.describe('审核截止 until when it may review'),
  })
  .meta({ id: 'ReviewWindow' });

type Moment = { day: number; time: string };
const isBefore = (one: Moment, other: Moment) => one.day < other.day || (one.day === other.day && one.time < other.time);

/** Windows counted from the end of a period, whichever period it is: what a quarter of every year has in common. */
export const Calendar = z
  .strictObject({
    kind: z.enum(periodKinds).exclude(['once']).describe('周期 kind of period'),
    school: z
      .strictObject({
        opens: Opens.describe('开始填报 when filling in begins'),
        closes: Closes.describe('填报截止 until when schools submit'),
      })
      .describe('填报时限 when schools fill in'),
    county: ReviewWindow.describe('县级审核时限 when counties review'),
    city: ReviewWindow.describe('市级审核时限 when the city reviews'),
    province: ReviewWindow.optional().describe('省级审核时限，缺省同市级 when the province reviews; as the city unless said'),
    shiftHolidays: z
      .boolean()
      .default(false)
      .describe('遇节假日顺延：节假日不计入天数 shifted over holidays: a day after the period counts only if it is no holiday'),
  })
  .superRefine(({ school, county, city, province }, context) => {
    const complain = (...path: string[]) => context.addIssue({ code: 'custom', path, message: 'window.out_of_order' });
    if (!isBefore(school.opens, school.closes)) complain('school', 'closes');
    if (isBefore(county.closes, school.closes)) complain('county', 'closes');
    if (isBefore(city.closes, county.closes)) complain('city', 'closes');
    if (province && isBefore(province.closes, city.closes)) complain('province', 'closes');
    for (const [level, window] of Object.entries({ county, city, province }))
      if (window?.opens && !isBefore(window.opens, window.closes)) complain(level, 'opens');
  })
  .meta({ id: 'Calendar' });
export type Calendar = z.output<typeof Calendar>;

/** A quarter: schools until its last day, counties until the fifth of the next month, the city until the tenth. */
export const usualCalendar: Calendar = {
  kind: 'quarter',
  school: { opens: { day: -30, time: '00:00:00' }, closes: { day: 0, time: '23:59:59' } },
  county: { closes: { day: 5, time: '23:59:59' } },
  city: { closes: { day: 10, time: '23:59:59' } },
  shiftHolidays: false,
};
