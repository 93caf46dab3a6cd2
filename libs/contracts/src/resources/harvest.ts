import { z } from 'zod';
import { Id } from '../shapes/shapes.js';
import { Stage, Subject } from '../shapes/teaching.js';
import { ResourceContent, ResourceType } from './content.js';

/** How long a harvester may take over one walk: what a record was when the walk began is remembered for longer than this. */
export const harvestWalkHours = 24;

/** What a harvest may be narrowed to: `subject` and `mathematics`, `organisation` and its id, `status` for tombstones of what was taken down 紧急下架. */
export const HarvestSet = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('stage'), value: Stage }),
  z.strictObject({ by: z.literal('subject'), value: Subject }),
  z.strictObject({ by: z.literal('type'), value: ResourceType }),
  z.strictObject({ by: z.literal('organisation'), value: Id }),
  z.strictObject({ by: z.literal('status'), value: z.literal('takenDown') }),
]);
export type HarvestSet = z.output<typeof HarvestSet>;

/** How a set is named to harvesters, who know the tombstone of what was taken down by it. */
export const harvestSetSpec = ({ by, value }: HarvestSet): string => `${by}.${value}`;
export const takenDownSet = { by: 'status', value: 'takenDown' } as const satisfies HarvestSet;

/** Behind which record a walk goes on. */
export const HarvestPlace = z.strictObject({ at: z.iso.datetime(), id: Id });

/** What a published resource says of itself to harvesters; nothing about people. */
export const HarvestedContent = z.object({
  ...ResourceContent.pick({
    title: true,
    type: true,
    stage: true,
    subject: true,
    grades: true,
    edition: true,
    volume: true,
    chapter: true,
    knowledgePoints: true,
    description: true,
    keywords: true,
    language: true,
    licence: true,
    usage: true,
    sourceUrl: true,
  }).shape,
  organisation: Id,
  publisher: z.string(),
  publishedAt: z.iso.datetime(),
  files: z.object({ formats: z.array(z.string()), bytes: z.string().nullable(), durationMs: z.number().nullable() }),
  /** The tiers that show it, by their levels, and since when. */
  shown: z.array(z.object({ level: z.enum(['school', 'county', 'city', 'province']), at: z.iso.datetime() })),
  /** The number of its latest release. */
  version: z.int(),
});
export type HarvestedContent = z.output<typeof HarvestedContent>;

/** A datestamped record of a resource that is or was published; a tombstone has no content. */
export const HarvestRecord = z.object({
  id: Id,
  at: z.iso.datetime(),
  sets: z.array(HarvestSet),
  content: HarvestedContent.nullable(),
});
export type HarvestRecord = z.output<typeof HarvestRecord>;

export const HarvestPart = z.object({
  records: z.array(HarvestRecord),
  /** Null where nobody asked for it. */
  size: z.int().nullable(),
  /** Null on the last part. */
  last: HarvestPlace.nullable(),
  /** As of when the walk sees the records. */
  asOf: z.iso.datetime(),
  /** Whoever harvests from this instant on the next time misses nothing. */
  settled: z.iso.datetime(),
});
export type HarvestPart = z.output<typeof HarvestPart>;
