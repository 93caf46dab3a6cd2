import { CLOCK, inBeijing, type Call, type Clock, type IncidentBoard } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Overseeing } from '../guarding/overseeing.js';

/** As many as a wall has room for. */
const listed = 10;

interface OpenRow extends Omit<IncidentBoard['incidents'][number], 'nextDueAt'> {
  readonly nextDueAt: Date | null;
}

/** Superiors see what is open, what is overdue, and who is on duty. */
@Injectable()
export class BoardOfIncidents {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Overseeing) private readonly overseeing: Overseeing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async now(organisation: string, call: Call): Promise<IncidentBoard> {
    const now = this.clock.now();
    const below = sql`
      from incident i join organisation o on o.id = i.organisation
        join organisation root on root.id = ${organisation}::uuid and o.path <@ root.path`;
    const [lines, incidents, guards] = await Promise.all([
      this.store.read<IncidentBoard['lines'][number]>(sql`
        select coalesce(child.id, root.id) as organisation, coalesce(child.name, root.name) as name,
          count(*)::int as open, (count(*) filter (where i.next_due_at < ${now}))::int as overdue
        ${below} left join organisation child on child.parent = root.id and o.path <@ child.path
        where i.status not in ('closed', 'dismissed') group by 1, 2 order by 2, 1`),
      this.store.read<OpenRow>(sql`
        select i.id as incident, i.level, i.status, c.name as category, o.name as organisation, i.next_due_at as "nextDueAt"
        ${below} join incident_category c on c.code = i.category
        where i.status not in ('closed', 'dismissed')
        order by array_position(array['I', 'II', 'III', 'IV'], i.level), i.next_due_at nulls last, i.id limit ${listed}`),
      this.overseeing.guardsOf(inBeijing(now).slice(0, 10), call),
    ]);
    const sum = (of: 'open' | 'overdue') => lines.reduce((all, line) => all + line[of], 0);
    return {
      asOf: inBeijing(now),
      total: { open: sum('open'), overdue: sum('overdue') },
      lines,
      incidents: incidents.map((row) => ({ ...row, nextDueAt: row.nextDueAt && inBeijing(row.nextDueAt) })),
      guards,
    };
  }
}
