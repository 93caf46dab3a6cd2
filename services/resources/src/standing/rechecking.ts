import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  dayInBeijing,
  ownCallOf,
  refuse,
  resourceFacts,
  ResourceNotFound,
  ResourceNotStanding,
  ResourceOwnReview,
  resources,
  standingFacts,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { askingWithin, Rounds, sql, Store, type Work } from '@lianxue/persistence';
import { remember } from '../catalogue/provenance.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { objectionsTo } from '../review/entitled.js';
import { holdToChecklist, ruleAt } from '../review/rules.js';
import { nextRecheck, shelves, takeOff } from './shelving.js';
import { StandingEntity } from './standing.entity.js';
import { leaveWhenNobodyShows } from './withdrawing.js';

const everyMs = 60_000;

/** Resources dealt with in one transaction, which may last two seconds. */
const batch = 50;

/**
 * What is published is checked again when its tier asks for it 复查: the round tells that it is due, and withdraws what nobody has
 * confirmed in the days of grace, and what may be used no longer 有效期.
 */
@Injectable()
export class Rechecking extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  /** By a reviewer of the acting tier, which shows it. */
  confirm(id: string, checked: readonly string[], call: Call): Promise<ResourceEntity> {
    return this.store.commit(call, async (work) => {
      const ask = askingWithin(work);
      const row = await work.target(ResourceEntity, id, ResourceNotFound);
      if (row.isMadeBy(call.caller.subject)) throw refuse(ResourceOwnReview);
      const standing = (await shelves(id, work)).find(
        ({ organisation, status }) => organisation === call.caller.organisation && status === 'published',
      );
      if (!standing) throw refuse(ResourceNotStanding);
      const objection = (await objectionsTo([row], call.caller, ask, 'own')).get(id);
      if (objection) throw objection;
      const rule = await ruleAt(standing.organisation, ask);
      holdToChecklist(rule, checked);
      standing.show(standing.release, nextRecheck(rule, this.clock.now()));
      await work.update(standing, standingFacts.confirmed);
      await work.update(row, resourceFacts.confirmed);
      await remember(row, 'confirmed', { organisation: standing.organisation }, work);
      return row;
    });
  }

  protected override async round(): Promise<void> {
    const today = dayInBeijing(this.clock.now());
    await this.inBatches(batch, () => this.tellSome(today));
    await this.inBatches(batch, () => this.endSome(today));
  }

  private tellSome(today: string): Promise<number> {
    return this.store.commit(ownCallOf(resources.confirm), async (work) => {
      const due = await work.all(
        StandingEntity,
        sql`t.status = 'published' and t.recheck_on <= ${today}::date and not t.recheck_told`,
        batch,
      );
      for (const standing of due) standing.recheckTold = true;
      await work.updateAll(due, standingFacts.recheckDue);
      return due.length;
    });
  }

  private endSome(today: string): Promise<number> {
    return this.store.commit(ownCallOf(resources.confirm), async (work) => {
      const over = sql`(t.valid_until < ${today}::date or exists (select 1 from standing s left join review_rule r on r.organisation = s.organisation
        where s.resource = t.id and s.status = 'published' and s.recheck_on + coalesce(r.grace_days, 30) < ${today}::date))`;
      const rows = await work.all(ResourceEntity, sql`t.status = 'published' and ${over}`, batch);
      for (const row of rows) await this.end(row, today, work);
      return rows.length;
    });
  }

  private async end(row: ResourceEntity, today: string, work: Work): Promise<void> {
    const unchecked = await askingWithin(work)<{ organisation: string }>(
      sql`select s.organisation from standing s left join review_rule r on r.organisation = s.organisation
          where s.resource = ${row.id} and s.recheck_on + coalesce(r.grace_days, 30) < ${today}::date`,
    );
    const isOver = row.validUntil !== null && row.validUntil < today;
    const which = ({ organisation }: StandingEntity) => isOver || unchecked.some((each) => each.organisation === organisation);
    const off = await takeOff(row, { which, how: 'expired' }, work);
    leaveWhenNobodyShows(row);
    await work.update(row, resourceFacts.expired);
    for (const { organisation } of off) await remember(row, 'expired', { organisation }, work);
  }
}
