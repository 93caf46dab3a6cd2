import { CLOCK, inBeijing, type Clock, type SessionBoard } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

/** As many as a wall has room for. */
const listed = 20;

const states = ['planned', 'running', 'held', 'missed', 'cancelled'] as const;
type Counts = Record<(typeof states)[number], number>;

interface RunningRow extends Omit<SessionBoard['running'][number], 'startedAt'> {
  readonly startedAt: Date;
}

/** Authorities see how the day's delivered classes go. */
@Injectable()
export class BoardOfSessions {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Below one organisation; a planned session whose time has passed counts as missed, as in the figures of a class. */
  async today(organisation: string): Promise<SessionBoard> {
    const now = this.clock.now();
    const asOf = inBeijing(now);
    const day = asOf.slice(0, 10);
    const begins = new Date(`${day}T00:00:00+08:00`);
    const ends = new Date(begins.getTime() + 24 * 3600_000);
    const [lines, running] = await Promise.all([
      this.store.read<SessionBoard['lines'][number]>(sql`
        select coalesce(child.id, root.id) as organisation, coalesce(child.name, root.name) as name,
          (count(*) filter (where s.status = 'planned' and s.ends_at >= ${now}))::int as planned,
          (count(*) filter (where s.status = 'running'))::int as running,
          (count(*) filter (where s.status = 'held'))::int as held,
          (count(*) filter (where s.status = 'missed' or s.status = 'planned' and s.ends_at < ${now}))::int as missed,
          (count(*) filter (where s.status = 'cancelled'))::int as cancelled
        from class_session s join organisation host on host.id = s.organisation
          join organisation root on root.id = ${organisation}::uuid and host.path <@ root.path
          left join organisation child on child.parent = root.id and host.path <@ child.path
        where s.starts_at >= ${begins} and s.starts_at < ${ends}
        group by 1, 2 order by 2, 1`),
      this.store.read<RunningRow>(sql`
        select s.id as session, host.name as host, c.subject, cardinality(s.receivers) as receivers, s.started_at as "startedAt"
        from class_session s join delivered_class c on c.id = s.delivered_class join organisation host on host.id = s.organisation
          join organisation root on root.id = ${organisation}::uuid and host.path <@ root.path
        where s.status = 'running' and s.starts_at >= ${begins} and s.starts_at < ${ends}
        order by s.started_at desc, s.id limit ${listed}`),
    ]);
    const total = Object.fromEntries(states.map((state) => [state, lines.reduce((sum, line) => sum + line[state], 0)])) as Counts;
    return { day, asOf, total, lines, running: running.map((row) => ({ ...row, startedAt: inBeijing(row.startedAt) })) };
  }
}
