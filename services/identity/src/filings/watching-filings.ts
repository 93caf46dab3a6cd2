import { CLOCK, dayInBeijing, filingNoticeFacts, type Clock } from '@lianxue/contracts';
import { newId, Rounds, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Selection } from '../apps/selection.entity.js';
import { ownCall } from '../itself.js';
import { OwnCopies } from '../tree/own-copies.js';
import { FilingNotice } from './filing-notice.entity.js';
import { noticeDays } from './filing.js';

const everyMs = 10 * 60_000;
/** Rows changed in one commit. */
const batch = 200;

/** Selections with what is asked of their filings: the policy of the nearest authority above. What a bureau provides itself needs no provider's filing. */
const asked = `
  from selection s
  join app a on a.id = s.app
  join organisation o on o.id = s.organisation
  left join organisation_record provider on provider.id = a.organisation
  left join lateral (
    select p.mode, p.from_day from filing_policy p join organisation q on q.id = p.organisation
     where q.path @> o.path order by nlevel(q.path) desc limit 1) policy on true
  cross join lateral (select
    s.filing_number is null or coalesce(s.filing_until < $1::date, false) as "user",
    coalesce(provider.kind = 'vendor', false) and (a.filing_number is null or coalesce(a.filing_until < $1::date, false)) as provider) lacks`;
const standing = `s.state = 'selected' and not a.first_party and a.sandbox_of is null`;

/** Held where it should serve, or the other way round. */
const misheld = `${asked} where ${standing} and (s.held is not null) <> coalesce(policy.mode = 'enforce' and policy.from_day <= $1::date and (lacks.user or lacks.provider), false)`;

/** Who is to be told of what is lacking where a region warns, and was not told yet. */
const unwarned = `
  select told.* from (
    select a.id as app, a.client_id as client, a.name, s.organisation, lack.kind, policy.from_day::text as "lapsesOn"
    ${asked} cross join lateral (values ('provider', lacks.provider), ('user', lacks.user)) as lack (kind, missing)
    where ${standing}
      and a.state = 'listed' and policy.mode = 'warn' and policy.from_day <= $1::date and lack.missing) told
  where not exists (select 1 from filing_notice n where n.app = told.app and n.organisation = told.organisation and n.kind = told.kind
                      and n.lapses_on = told."lapsesOn"::date and n.days = 0)
  order by told.app, told.organisation limit ${batch}`;

/** Who is to be told of what lapses within so many days and was not told yet. */
const untold = `
  select a.id as app, a.client_id as client, a.name, s.organisation, lapse.kind, lapse.until::text as "lapsesOn"
  from app a
  join selection s on s.app = a.id and s.state = 'selected'
  cross join lateral (values ('provider', a.filing_until), ('user', s.filing_until)) as lapse (kind, until)
  where a.state = 'listed' and not a.first_party and a.sandbox_of is null
    and lapse.until >= $1::date and lapse.until <= $1::date + $2::int
    and not exists (select 1 from filing_notice n where n.app = a.id and n.organisation = s.organisation and n.kind = lapse.kind
                      and n.lapses_on = lapse.until and n.days between 1 and $2)
  order by a.id, s.organisation limit ${batch}`;

/** Follows filings by the clock: tells of lapses 60, 30 and 7 days ahead and of what is lacking, and holds what a region no longer lets serve. */
@Injectable()
export class WatchingFilings extends Rounds {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  async round(): Promise<void> {
    await this.judge();
    for (const days of [...noticeDays].reverse()) await this.inBatches(batch, () => this.give(untold, days));
  }

  /** Takes what must not serve out of every service's app reach, gives back what may serve again, and warns where it is to be warned of. */
  async judge(): Promise<void> {
    await this.inBatches(batch, () => this.holdSome());
    await this.inBatches(batch, () => this.give(unwarned, 0));
  }

  private holdSome(): Promise<number> {
    return this.alone(async (work) => {
      const today = dayInBeijing(this.clock.now());
      const rows = await work.query<{ id: string }>(`select s.id ${misheld} order by s.id limit ${batch}`, [today]);
      const selections = await work.all(Selection, sql`t.id = any(${rows.map(({ id }) => id)}::uuid[])`);
      for (const selection of selections) {
        selection.held = selection.held === null ? 'filing' : null;
        await this.copies.changeSelection(selection, work);
      }
      return selections.length;
    });
  }

  private give(whom: string, days: number): Promise<number> {
    return this.alone(async (work) => {
      const today = dayInBeijing(this.clock.now());
      const values = days === 0 ? [today] : [today, days];
      const rows = await work.query<Pick<FilingNotice, 'app' | 'client' | 'name' | 'organisation' | 'kind' | 'lapsesOn'>>(whom, values);
      for (const row of rows) await work.insert(Object.assign(new FilingNotice(), row, { id: newId(), days }), filingNoticeFacts.given);
      return rows.length;
    });
  }

  /** One replica at a time; another that comes meanwhile leaves it to this one. */
  private alone(sweep: (work: Work) => Promise<number>): Promise<number> {
    return this.store.commit(ownCall(), async (work) => {
      const [lock] = await work.query<{ got: boolean }>(
        `select pg_try_advisory_xact_lock(hashtextextended('lianxue.identity.filings', 0)) as got`,
      );
      return lock!.got ? sweep(work) : 0;
    });
  }
}
