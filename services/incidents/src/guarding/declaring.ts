import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  GuardPeriodBackwards,
  guardPeriodFacts,
  GuardPeriodNotFound,
  GuardPeriodTooLong,
  refuse,
  type Call,
  type GuardPeriodInput,
  type incidents,
  type InputOf,
  type Page,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { GuardPeriodEntity } from './guard-period.entity.js';

/** A quarter: longer is no longer a special time, and every day in it is work for every school. */
const mostDays = 92;

/** Authorities declare guard periods; everyone below sees them. */
@Injectable()
export class Declaring {
  constructor(@Inject(Store) private readonly store: Store) {}

  declare({ id, ...input }: GuardPeriodInput & { id?: string | undefined }, call: Call): Promise<GuardPeriodEntity> {
    return this.store.commit(call, (work) => {
      const row = new GuardPeriodEntity();
      if (id) row.id = id;
      row.organisation = actingOrganisation(call.caller);
      Object.assign(row, { ...input, basis: input.basis ?? null });
      fits(row);
      return work.insert(row, guardPeriodFacts.declared, (existing) => isDeepStrictEqual(contentOf(existing), contentOf(row)));
    });
  }

  amend({ guardPeriodId, ...change }: InputOf<typeof incidents.amendGuardPeriod>, call: Call): Promise<GuardPeriodEntity> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(GuardPeriodEntity, guardPeriodId, GuardPeriodNotFound);
      Object.assign(row, change);
      fits(row);
      return work.update(row, guardPeriodFacts.amended);
    });
  }

  one(id: string, call: Call): Promise<GuardPeriodEntity> {
    return this.store.one(GuardPeriodEntity, id, call, GuardPeriodNotFound);
  }

  page<V>(
    { on, limit, cursor }: InputOf<typeof incidents.guardPeriods>,
    call: Call,
    view: (row: GuardPeriodEntity) => V,
  ): Promise<Page<V>> {
    const where = on === undefined ? sql`true` : sql`${on}::date between t.first_day and t.last_day`;
    return this.store.page(GuardPeriodEntity, call, { where, limit, cursor }, view);
  }
}

function fits({ from, to }: GuardPeriodEntity): void {
  if (to < from) throw refuse(GuardPeriodBackwards);
  if (Date.parse(to) - Date.parse(from) >= mostDays * 86_400_000) throw refuse(GuardPeriodTooLong, { days: mostDays });
}

const contentOf = ({ organisation, name, from, to, dailyDeadline, kinds, basis }: GuardPeriodEntity) => ({
  organisation,
  name,
  from,
  to,
  dailyDeadline,
  kinds,
  basis,
});
