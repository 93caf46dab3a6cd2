import {
  dayInBeijing,
  standingFacts,
  type OrganisationKind,
  type ResourceContent,
  type ResourceStanding,
  type ReviewRule,
} from '@lianxue/contracts';
import { askingWithin, sql, type Work } from '@lianxue/persistence';
import { isDeepStrictEqual } from 'node:util';
import type { ResourceEntity } from '../catalogue/resource.entity.js';
import { filesDiffer } from '../files/rounds-of-files.js';
import { StandingEntity } from './standing.entity.js';
import { highestOf, levelOf } from './tiers.js';

/** The day so many months after this one; the last of a shorter month. */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export const nextRecheck = ({ recheckMonths }: ReviewRule, now: Date): string | null =>
  recheckMonths === null ? null : monthsAfter(dayInBeijing(now), recheckMonths);

/** All tiers that show a resource, or showed it, locked. */
export const shelves = (resource: string, work: Work): Promise<StandingEntity[]> => work.all(StandingEntity, sql`t.resource = ${resource}`);

/** A tier shows the resource as it was reviewed: a release of its own where its words or files are new, which every other tier shows too. */
export async function shelve(row: ResourceEntity, rule: ReviewRule, now: Date, work: Work): Promise<void> {
  const standings = await shelves(row.id, work);
  const isNew = row.release === 0 || !isDeepStrictEqual(row.proposed, row.content) || (await hasOtherFiles(row, work));
  row.content = row.proposed;
  row.revision = null;
  if (isNew) {
    row.release += 1;
    row.publishedAt = now;
    await keepRelease(row, rule.organisation, row.content, now, work);
  }
  const there = standings.find(({ organisation }) => organisation === rule.organisation);
  const standing = there ?? Object.assign(new StandingEntity(), { organisation: rule.organisation, resource: row.id, publishedAt: now });
  standing.show(row.release, nextRecheck(rule, now));
  await (there ? work.update(there, standingFacts.published) : work.insert(standing, standingFacts.published));
  const others = standings.filter((other) => other !== there && other.status === 'published' && other.release !== row.release);
  for (const other of others) other.release = row.release;
  await work.updateAll(others, standingFacts.released);
  await follow(row, there ? standings : [...standings, standing], work);
}

/** Tiers no longer show it; in an emergency, those that did not show it any more either put it back no sooner. */
export async function takeOff(
  row: ResourceEntity,
  {
    which,
    how,
    by,
  }: {
    readonly which: (standing: StandingEntity) => boolean;
    readonly how: NonNullable<ResourceStanding['takenOff']>;
    readonly by?: string;
  },
  work: Work,
): Promise<StandingEntity[]> {
  const standings = await shelves(row.id, work);
  const mayGo = ({ status, takenOff }: StandingEntity) => status === 'published' || (how === 'emergency' && takenOff !== how);
  const off = standings.filter((standing) => mayGo(standing) && which(standing));
  for (const standing of off) standing.takeOff(how, by ?? standing.organisation);
  const happened = { author: 'withdrawn', tier: 'withdrawn', emergency: 'takenDown', expired: 'expired' } as const;
  await work.updateAll(off, standingFacts[happened[how]]);
  await follow(row, standings, work);
  return off;
}

/** Visibility follows the standings: who may read it, how high it stands, and for whom its release stays readable. */
export async function follow(row: ResourceEntity, standings: readonly StandingEntity[], work: Work): Promise<void> {
  const shown = standings.filter(({ status }) => status === 'published').map(({ organisation }) => organisation);
  const kinds = await askingWithin(work)<{ kind: OrganisationKind }>(sql`select kind from organisation where id = any(${shown}::uuid[])`);
  row.sharedBy = shown;
  row.level = highestOf(kinds.map(({ kind }) => levelOf(kind)));
  await work.query(
    `update resource_release set shared_by = array(select distinct unnest(shared_by || $3::uuid[])) where resource = $1 and number = $2`,
    [row.id, row.release, shown],
  );
}

/** Whether it has other files than the release that is shown went out with. */
async function hasOtherFiles({ id, release }: ResourceEntity, work: Work): Promise<boolean> {
  const [shown] = await work.query<{ round: number }>('select round from resource_release where resource = $1 and number = $2', [
    id,
    release,
  ]);
  return shown !== undefined && shown.round > 0 && filesDiffer({ id }, shown.round, askingWithin(work));
}

async function keepRelease(row: ResourceEntity, firstAt: string, content: ResourceContent, now: Date, work: Work): Promise<void> {
  await work.query('update resource_release set replaced_at = $2 where resource = $1 and replaced_at is null', [row.id, now]);
  await work.query(
    `insert into resource_release (resource, number, organisation, content, round, first_at, published_at, shared_by, taken_down)
     values ($1, $2, $3, $4, $5, $6, $7, '{}', false)`,
    [row.id, row.release, row.organisation, JSON.stringify(content), row.round, firstAt, now],
  );
}
