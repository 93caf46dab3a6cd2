import { HarvestPlace, harvestWalkHours, HarvestSet, Id } from '@lianxue/contracts';
import { z } from 'zod';
import { OaiError } from './oai-error.js';

const common = { until: z.iso.datetime(), cursor: z.int().min(0) };

/** Where a walk through records stands, and what its first page found. */
const Walk = z.strictObject({
  verb: z.enum(['ListRecords', 'ListIdentifiers']),
  ...common,
  metadataPrefix: z.string().max(100),
  set: HarvestSet.optional(),
  from: z.iso.datetime().optional(),
  before: z.iso.datetime().optional(),
  after: HarvestPlace,
  asOf: z.iso.datetime(),
  settled: z.iso.datetime(),
  size: z.int().min(0),
});
export type Walk = z.output<typeof Walk>;

const SetsWalk = z.strictObject({ verb: z.literal('ListSets'), ...common, after: Id });
type SetsWalk = z.output<typeof SetsWalk>;

/** Until when a walk that begins now may take. */
export const walkEnd = (now: Date): string => new Date(now.getTime() + harvestWalkHours * 3_600_000).toISOString();

/** It is no secret and gives no right: whoever changes one deceives only themselves. */
export const writeToken = (walk: Walk | SetsWalk): string => Buffer.from(JSON.stringify(walk)).toString('base64url');

export const readWalk = (token: string, verb: Walk['verb'], now: Date): Walk => read(Walk, token, verb, now);
export const readSetsWalk = (token: string, now: Date): SetsWalk => read(SetsWalk, token, 'ListSets', now);

function read<T extends { verb: string; until: string }>(shape: z.ZodType<T>, token: string, verb: string, now: Date): T {
  const found = shape.safeParse(parsed(token));
  if (!found.success || found.data.verb !== verb) throw new OaiError('badResumptionToken', 'This is no resumption token of this list');
  if (found.data.until <= now.toISOString()) throw new OaiError('badResumptionToken', 'This resumption token is over; begin anew');
  return found.data;
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
