import type { GradebookCollection } from '@lianxue/contracts';

export type Row = Record<string, unknown>;

const reference = (type: string, sourcedId: unknown) => (sourcedId === null ? undefined : { type, sourcedId });
const instant = (value: unknown) => (value as Date).toISOString();
/** OneRoster writes these as words. */
const flag = (value: unknown) => (typeof value === 'boolean' ? String(value) : undefined);

/** Rows of our tables in the words of OneRoster. */
export const shapes: Readonly<Record<GradebookCollection, (row: Row) => Row>> = {
  categories: ({ title, weight }) => ({ title, weight }),
  scoreScales: ({ title, type, course, class: ofClass, values }) => ({
    ...{ title, type, course: reference('course', course), class: reference('class', ofClass), scoreScaleValue: values },
  }),
  lineItems: (row) => ({
    ...{ title: row['title'], description: row['description'] },
    ...{ assignDate: instant(row['assign_date']), dueDate: instant(row['due_date']) },
    ...{ class: reference('class', row['class']), school: reference('org', row['organisation']) },
    category: reference('category', row['category_name']),
    gradingPeriod: reference('academicSession', row['grading_period']),
    academicSession: reference('academicSession', row['academic_session']),
    scoreScale: reference('scoreScale', row['score_scale_name']),
    ...{ resultValueMin: row['result_value_min'], resultValueMax: row['result_value_max'] },
  }),
  results: (row) => ({
    ...{ lineItem: reference('lineItem', row['line_item_name']), student: reference('user', row['person']) },
    ...{ class: reference('class', row['class']), scoreScale: reference('scoreScale', row['score_scale_name']) },
    ...{ scoreStatus: row['score_status'], scoreDate: row['score_date'] },
    ...{ score: row['score'], textScore: row['text_score'], comment: row['comment'] },
    ...{
      late: flag(row['late']),
      incomplete: flag(row['incomplete']),
      inProgress: flag(row['in_progress']),
      missing: flag(row['missing']),
    },
  }),
};

/** The result of a pupil for whom the app has no consent: a tombstone, with nothing in it but what OneRoster must have. */
export const hiddenResult = (row: Row): Row => ({
  status: 'tobedeleted',
  ...{ lineItem: reference('lineItem', row['line_item_name']), student: reference('user', row['person']) },
  ...{ scoreStatus: 'exempt', scoreDate: (row['created_at'] as Date).toISOString().slice(0, 10) },
  metadata: { reason: 'consentMissing' },
});
