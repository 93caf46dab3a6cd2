import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  inBeijing,
  IncidentNotFound,
  type Call,
  type Clock,
  type Incident,
  type incidents,
  type InputOf,
  type Page,
  type Supplement,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { IncidentEntity } from './incident.entity.js';
import { incidentView } from './incident.view.js';

/** Whoever answers for a unit follows its incidents. */
@Injectable()
export class Following {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  view(row: IncidentEntity, { caller }: Call): Incident {
    return incidentView(row, caller, this.clock.now());
  }

  async one(id: string, call: Call): Promise<Incident> {
    return this.view(await this.store.one(IncidentEntity, id, call, IncidentNotFound), call);
  }

  page({ status, level, organisation, overdue, limit, cursor }: InputOf<typeof incidents.list>, call: Call): Promise<Page<Incident>> {
    const late = sql`coalesce(t.next_due_at < ${this.clock.now()}, false)`;
    const where = allOf(
      status !== undefined && sql`t.status = ${status}`,
      level !== undefined && sql`t.level = ${level}`,
      organisation !== undefined && sql`t.organisation = ${organisation}::uuid`,
      overdue === 'true' && late,
      overdue === 'false' && sql`not ${late}`,
    );
    return this.store.page(IncidentEntity, call, { where, limit, cursor }, (row) => this.view(row, call));
  }

  async supplements(id: string, call: Call): Promise<Supplement[]> {
    await this.store.one(IncidentEntity, id, call, IncidentNotFound);
    const rows = await this.store.read<Omit<Supplement, 'at'> & { at: Date }>(
      sql`select id, item, text, at, organisation from supplement where incident = ${id} order by id`,
    );
    return rows.map((row) => ({ ...row, at: inBeijing(row.at) }));
  }
}
