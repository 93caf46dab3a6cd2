import { appUseFacts, CLOCK, dayInBeijing, type Call, type Clock, type InputOf, type identity } from '@lianxue/contracts';
import { newId, Rounds, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { AppUse } from './app-use.entity.js';

const everyMs = 60_000;
/** Facts told in one transaction. */
const batch = 500;
const dayMs = 24 * 3600_000;

/** Counts sign-ins to apps by organisation and day, and tells of a day when it is over: one fact for each app and organisation. */
@Injectable()
export class CountingUses extends Rounds {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  /** A batch that was taken already changes nothing; an organisation that nobody knows any more has no uses. */
  async note({ batch: id, uses }: InputOf<typeof identity.noteAppUses>, call: Call): Promise<void> {
    const now = this.clock.now();
    await this.store.commit(call, async (work) => {
      const taken = await work.query('insert into app_use_batch (id, at) values ($1, $2) on conflict do nothing returning id', [id, now]);
      if (taken.length === 0) return;
      const rows = uses.map((use) => ({ ...use, id: newId() }));
      await work.query(
        `insert into app_use as kept (id, version, organisation, created_at, updated_at, client, day, uses)
         select (array_agg(u.id))[1], 0, u.organisation, $2, $2, u.client, u.day, sum(u.uses)
         from jsonb_to_recordset($1::jsonb) as u (id uuid, organisation uuid, client text, day date, uses int)
         join organisation_record o on o.id = u.organisation group by u.organisation, u.client, u.day order by u.organisation, u.client, u.day
         on conflict (organisation, client, day) do update set uses = kept.uses + excluded.uses, updated_at = excluded.updated_at`,
        [JSON.stringify(rows), now],
      );
    });
  }

  protected async round(): Promise<void> {
    await this.inBatches(batch, () => this.tellSome());
    const before = new Date(this.clock.now().getTime() - dayMs);
    await this.store.commit(ownCall(), async (work) => {
      await work.query('delete from app_use_batch where id in (select id from app_use_batch where at < $1 limit 1000)', [before]);
    });
  }

  private tellSome(): Promise<number> {
    return this.store.commit(ownCall(), async (work) => {
      const rows = await work.all(AppUse, sql`t.day < ${dayInBeijing(this.clock.now())}::date and t.told is distinct from t.uses`, batch);
      const told = rows.map((row) => Object.assign(row, { told: row.uses }));
      if (told.length > 0) await work.updateAll(told, appUseFacts.counted);
      return told.length;
    });
  }
}
