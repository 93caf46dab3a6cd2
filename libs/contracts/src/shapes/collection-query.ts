import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Id, text } from './shapes.js';

/** How a condition compares; `~` is “contains”. */
export const collectionComparisons = ['=', '!=', '>', '>=', '<', '<=', '~'] as const;

const Condition = z.strictObject({ field: text(100), comparison: z.enum(collectionComparisons), value: text(500, 0) });

/** One or two conditions, as OneRoster has them. */
export const CollectionFilter = z.strictObject({ join: z.enum(['and', 'or']), conditions: z.array(Condition).min(1).max(2) });
export type CollectionFilter = z.output<typeof CollectionFilter>;

/** The part of a collection that a façade asks its owner for: parsed, never as text. */
export const collectionQuery = {
  /** One row of the collection. */
  id: Id.optional(),
  filter: CollectionFilter.optional(),
  sort: z.strictObject({ field: text(100), descending: z.boolean() }).optional(),
  limit: z.int().min(1).max(500),
  offset: z.int().min(0).max(100_000_000),
  /** Goes on behind this row instead of counting off; only in the order of ids. */
  after: Id.optional(),
  /** Leaves out what was modified later: what the first page of a walk said. */
  asOf: z.iso.datetime().optional(),
  /** Whether to count all rows that fit. */
  counted: z.boolean(),
};

/** Rows in the words of the standard; references are `{ type, sourcedId }`, to which the façade adds the address. */
export const collectionAnswer = {
  rows: z.array(z.record(z.string(), z.unknown())),
  total: z.int().nullable(),
  /** Behind which row the walk goes on, while there is more. */
  last: Id.nullable(),
  asOf: z.iso.datetime(),
};

export const CollectionFieldUnfit = refusal(
  'collection.field_unfit',
  422,
  { zh: '不能按“{field}”{use}', en: 'The collection cannot be queried by {field} ({use})' },
  z.strictObject({ field: z.string(), use: z.enum(['filter', 'value', 'sort']) }),
);
