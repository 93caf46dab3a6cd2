import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { Day, Id, itemShape } from '../shapes/shapes.js';

const shape = {
  organisation: Id.describe('设定单位 authority that set it'),
  year: z.int().min(2000).max(2200).describe('年份 year'),
  days: z.array(Day).max(120).describe('节假日，逐日列出 the holidays, day by day'),
};

/** Every day lies in the year and is named once. */
export const HolidaysInput = z.strictObject(shape).superRefine(({ year, days }, context) => {
  days.forEach((day, index) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', path: ['days', index], message });
    if (!day.startsWith(`${year}-`)) complain('day.other_year');
    if (days.indexOf(day) !== index) complain('day.repeated');
  });
});

/** The holidays of a year 节假日, as the State Council arranges them anew each year; what an authority sets holds for all below. */
export const Holidays = z.object({ ...itemShape, ...shape }).meta({ id: 'Holidays' });

export const HolidaysFact = Holidays.omit({ createdAt: true, updatedAt: true, version: true }).meta({ id: 'HolidaysFact' });
export type HolidaysFact = z.output<typeof HolidaysFact>;

export const holidaysFacts = facts('reporting', 'holidays', HolidaysFact, { set: '节假日已设定 The holidays of a year were set' });
