import { Inject, Injectable } from '@nestjs/common';
import {
  CallNotFound,
  CLOCK,
  inBeijing,
  refuse,
  type activities,
  type Call,
  type CallBoard,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { CallForWorks } from './call-for-works.entity.js';
import { isOverdue, openStates } from './tasks/standing.js';

type Line = CallBoard['lines'][number];
type Counts = CallBoard['total'];

const none: Counts = { tasks: 0, owed: 0, planned: 0, shot: 0, submitted: 0, returned: 0, accepted: 0, rejected: 0, overdue: 0 };

/** How far a call has come, by the organisations directly below where one looks from. */
@Injectable()
export class Board {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of({ callId, organisation: asked }: InputOf<typeof activities.callBoard>, call: Call): Promise<CallBoard> {
    const terms = await this.store.one(CallForWorks, callId, call, CallNotFound);
    const organisation = await this.scopeOf(asked, terms.organisation, call);
    const now = this.clock.now();
    const lines = await this.lines(callId, organisation, now);
    const total = lines.reduce<Counts>(
      (sum, line) =>
        Object.fromEntries(Object.keys(none).map((key) => [key, sum[key as keyof Counts] + line[key as keyof Counts]])) as Counts,
      none,
    );
    return { call: callId, organisation, asOf: inBeijing(now), target: terms.settings.target ?? null, lines, total };
  }

  /** What was asked for where the caller reaches it; else the authority that called, or the caller's own part below it. */
  private async scopeOf(asked: string | undefined, issuer: string, call: Call): Promise<string> {
    const acting = call.caller.organisation!;
    const [row] = await this.store.read<{ id: string }>(
      sql`select o.id from organisation o join organisation acting on acting.id = ${acting} join organisation issuer on issuer.id = ${issuer}
          where o.path <@ acting.path and o.path <@ issuer.path and (${asked ?? null}::uuid is null or o.id = ${asked ?? null}::uuid)
          order by nlevel(o.path) limit 1`,
    );
    if (!row) throw refuse(CallNotFound);
    return row.id;
  }

  private lines(callId: string, organisation: string, now: Date): Promise<Line[]> {
    return this.store.scan<Line>(
      sql`with scope as (select path from organisation where id = ${organisation}),
          met as (
            select subpath(o.path, 0, least(nlevel(o.path), nlevel(scope.path) + 1)) as part, 1 as tasks, t.owed,
              (t.plan is not null)::int as planned, (t.shot_on is not null)::int as shot,
              0 as submitted, 0 as returned, 0 as accepted, 0 as rejected, ${isOverdue(now)}::int as overdue
            from call_task t join organisation o on o.id = t.organisation cross join scope
            where t.call = ${callId} and (t.status = 'fulfilled' or t.status = any(${openStates})) and o.path <@ scope.path
            union all
            select subpath(o.path, 0, least(nlevel(o.path), nlevel(scope.path) + 1)), 0, 0, 0, 0, (w.status = 'submitted')::int,
              (w.status = 'returned')::int, (w.status = 'accepted')::int, (w.status = 'rejected')::int, 0
            from call_work w join organisation o on o.id = w.organisation cross join scope
            where w.call = ${callId} and w.status in ('submitted', 'returned', 'accepted', 'rejected') and o.path <@ scope.path
          )
          select o.id as organisation, o.name, sum(m.tasks)::int as tasks, sum(m.owed)::int as owed, sum(m.planned)::int as planned,
            sum(m.shot)::int as shot, sum(m.submitted)::int as submitted, sum(m.returned)::int as returned,
            sum(m.accepted)::int as accepted, sum(m.rejected)::int as rejected, sum(m.overdue)::int as overdue
          from met m join organisation o on o.path = m.part group by o.id, o.name order by o.name, o.id`,
    );
  }
}
