import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  refuse,
  resourceFacts,
  ResourceHeld,
  resourceLifeCycle,
  ResourceNotFound,
  ResourceNotStanding,
  ResourceNotYours,
  ResourceOwn,
  resourceReviewers,
  shelfKeepers,
  standingFacts,
  type Call,
  type Caller,
  type Clock,
  type Role,
} from '@lianxue/contracts';
import { askingWithin, Store, type Work } from '@lianxue/persistence';
import { remember } from '../catalogue/provenance.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { suspendCredits, resumeCredits } from '../credits/granting.js';
import { rulesAt } from '../review/rules.js';
import { follow, nextRecheck, shelves, takeOff } from './shelving.js';
import { atOrBelow, standingsOf, type Standing } from './tiers.js';

const isOneOf = (roles: readonly Role[], { role }: Caller): boolean => roles.some((each) => each === role);

/** What is published is withdrawn by its author or a tier, taken down everywhere at once, and put back where it was. */
@Injectable()
export class Withdrawing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  withdraw(id: string, reason: string, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(ResourceEntity, id, ResourceNotFound);
      const isAuthor = row.author === call.caller.subject;
      if (!isAuthor && !isOneOf(resourceReviewers, call.caller)) throw refuse(ResourceNotYours);
      resourceLifeCycle.after(row.status, 'withdraw');
      const by = actingOrganisation(call.caller);
      const which = isAuthor ? undefined : await ownTierOrBelow(row, by, work);
      const how = isAuthor ? 'author' : 'tier';
      await takeOff(row, { which: ({ organisation }) => which?.has(organisation) ?? true, how, by }, work);
      row.lastReason = reason;
      leaveWhenNobodyShows(row);
      await work.update(row, resourceFacts.withdrawn);
      await remember(row, 'withdrawn', { organisation: by, details: { by: how, tiers: [...(which ?? [])] } }, work);
      return row;
    });
  }

  takeDown(id: string, { reason, codes }: { reason: string; codes: readonly string[] }, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) =>
      takeDownWithin(await work.target(ResourceEntity, id, ResourceNotFound), { reason, codes, by: actingOrganisation(call.caller) }, work),
    );
  }

  restore(id: string, reason: string, call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const ask = askingWithin(work);
      const row = await work.target(ResourceEntity, id, ResourceNotFound);
      row.status = resourceLifeCycle.after(row.status, 'restore');
      const by = actingOrganisation(call.caller);
      const off = (await standingsOf([id], ask)).filter(({ status }) => status === 'withdrawn');
      const below = await atOrBelow([...new Set(off.map(({ takenOffBy }) => takenOffBy!))], by, ask);
      const back = off.filter((standing) => mayRestore(standing, row, call.caller, below));
      if (back.length === 0) throw objectionToRestoring(off, row, call.caller, below);
      const standings = await shelves(id, work);
      const again = standings.filter(({ organisation }) => back.some((each) => each.organisation === organisation));
      const rules = await rulesAt(
        again.map(({ organisation }) => organisation),
        ask,
      );
      for (const standing of again) standing.show(row.release, nextRecheck(rules.get(standing.organisation)!, this.clock.now()));
      await work.updateAll(again, standingFacts.restored);
      if (back.some(({ takenOff }) => takenOff === 'emergency')) {
        await work.query('update resource_release set taken_down = false where resource = $1', [id]);
        await resumeCredits(id, work);
      }
      await follow(row, standings, work);
      row.lastReason = reason;
      await work.update(row, resourceFacts.restored);
      await remember(row, 'restored', { organisation: by, details: { tiers: back.map(({ organisation }) => organisation) } }, work);
      return row;
    });
  }
}

/** Effective at every tier in the same commit: nobody reads it from now on, nor what it said before, nor its files by links given before. */
export async function takeDownWithin(
  row: ResourceEntity,
  { reason, codes, by }: { readonly reason: string; readonly codes: readonly string[]; readonly by: string },
  work: Work,
): Promise<ResourceEntity> {
  resourceLifeCycle.after(row.status, 'takeDown');
  const off = await takeOff(row, { which: () => true, how: 'emergency', by }, work);
  if (off.length === 0) throw refuse(ResourceNotStanding);
  await work.query('update resource_release set taken_down = true where resource = $1', [row.id]);
  await work.query('update resource_file set links_end = true where resource = $1', [row.id]);
  row.lastReason = reason;
  leaveWhenNobodyShows(row);
  await work.update(row, resourceFacts.takenDown);
  await suspendCredits(row.id, work);
  await remember(row, 'takenDown', { organisation: by, details: { codes } }, work);
  return row;
}

/** Withdrawn is what no tier shows; a review above ends with it. */
export function leaveWhenNobodyShows(row: ResourceEntity): void {
  if (row.sharedBy.length > 0) return;
  row.status = 'withdrawn';
  row.leaveReview();
}

/** A tier withdraws what it shows itself; where it shows nothing, what those below show, for whom it answers. */
async function ownTierOrBelow({ sharedBy }: ResourceEntity, acting: string, work: Work): Promise<ReadonlySet<string>> {
  if (sharedBy.includes(acting)) return new Set([acting]);
  const below = await atOrBelow(sharedBy, acting, askingWithin(work));
  const there = new Set(sharedBy.filter((organisation) => below.has(organisation)));
  if (there.size === 0) throw refuse(ResourceNotStanding);
  return there;
}

/**
 * Whether the caller may put the resource back onto this shelf: an author what they withdrew; what a tier took off, that tier or an
 * authority above, by somebody who did not make it.
 */
export function mayRestore(
  { takenOff, takenOffBy }: Pick<Standing, 'takenOff' | 'takenOffBy'>,
  row: ResourceEntity,
  caller: Caller,
  below: ReadonlySet<string>,
): boolean {
  if (takenOff === 'author') return row.author === caller.subject;
  return answersFor(takenOffBy!, caller, below) && !row.isMadeBy(caller.subject);
}

const answersFor = (organisation: string, caller: Caller, below: ReadonlySet<string>): boolean =>
  isOneOf(shelfKeepers, caller) && below.has(organisation);

function objectionToRestoring(off: readonly Standing[], row: ResourceEntity, caller: Caller, below: ReadonlySet<string>) {
  const held = off.find(({ takenOff }) => takenOff !== 'author');
  if (held && answersFor(held.takenOffBy!, caller, below) && row.isMadeBy(caller.subject)) return refuse(ResourceOwn);
  if (held) return refuse(ResourceHeld, { organisation: held.takenOffBy! });
  return off.length > 0 ? refuse(ResourceNotYours) : refuse(ResourceNotStanding);
}
