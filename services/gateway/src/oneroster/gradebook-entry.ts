import { dayInBeijing, type GradebookCollection } from '@lianxue/contracts';
import { Unanswered } from './status-info.js';

export type Body = Readonly<Record<string, unknown>>;

/** An entry of the gradebook as OneRoster writes it, for the service that keeps it; fields it does not keep are passed over. */
export function gradebookEntry(collection: GradebookCollection, body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Unanswered('invaliddata', 'The entry is no object');
  return Object.fromEntries(Object.entries(shapes[collection](body as Body)).filter(([, value]) => value !== undefined && value !== null));
}

const shapes: Readonly<Record<GradebookCollection, (body: Body) => object>> = {
  categories: ({ title, weight }) => ({ title, weight }),
  scoreScales: ({ title, type, class: ofClass, course, scoreScaleValue }) => ({
    ...{ title, type, class: reference(ofClass), course: reference(course) },
    values: listed(scoreScaleValue).map(({ itemValueLHS, itemValueRHS }) => ({ itemValueLHS, itemValueRHS })),
  }),
  lineItems: ({ title, description, assignDate, dueDate, resultValueMin, resultValueMax, ...refers }) => ({
    ...{ title, description, assignDate: instant(assignDate), dueDate: instant(dueDate), resultValueMin, resultValueMax },
    ...{ class: reference(refers['class']), category: reference(refers['category']), scoreScale: reference(refers['scoreScale']) },
    ...{ gradingPeriod: reference(refers['gradingPeriod']), academicSession: reference(refers['academicSession']) },
  }),
  results: ({ lineItem, student, scoreScale, scoreStatus, score, textScore, scoreDate, comment, ...flags }) => ({
    ...{ lineItem: reference(lineItem), student: reference(student), scoreScale: reference(scoreScale) },
    ...{ scoreStatus, score, textScore, scoreDate: day(scoreDate), comment },
    ...{ late: flag(flags['late']), incomplete: flag(flags['incomplete']) },
    ...{ inProgress: flag(flags['inProgress']), missing: flag(flags['missing']) },
  }),
};

/** The name in a reference; what is none is told by the service, which knows what must be there. */
const reference = (value: unknown): unknown => (typeof value === 'object' && value !== null ? (value as Body)['sourcedId'] : value);

const listed = (value: unknown): Body[] =>
  Array.isArray(value) ? (value as unknown[]).filter((each): each is Body => typeof each === 'object' && each !== null) : [];

/** A day is its beginning in Shanghai. */
const instant = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+08:00` : value;

/** An instant falls on its day in Shanghai. */
const day = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value))
    ? dayInBeijing(new Date(value))
    : value;

/** OneRoster writes these as words. */
const flag = (value: unknown): unknown => (value === 'true' ? true : value === 'false' ? false : value);
