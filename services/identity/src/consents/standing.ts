import { CLOCK, dayInBeijing, type Clock } from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Basis } from './app-purposes.entity.js';

/** Whether an app may read of a pupil, as of this moment: asked at every read, so that a withdrawal holds from the next one on. */
@Injectable()
export class ConsentStanding {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** On which basis an app reads of pupils; null when it has declared none. The pupils of a sandbox are nobody, whose consent nobody gives. */
  async basisOf(client: string): Promise<Basis | null> {
    const [declared] = await this.store.read<{ basis: Basis | null }>(
      sql`select case when a.sandbox_of is null then u.for_pupils else 'statutory' end as basis
          from app a left join app_purposes u on u.app = a.id where a.client_id = ${client}`,
    );
    return declared?.basis ?? null;
  }

  /** Of these pupils, those for whom the app has no valid consent. */
  async missing(client: string, pupils: readonly string[]): Promise<ReadonlySet<string>> {
    if (pupils.length === 0) return new Set();
    const rows = await this.store.read<{ id: string }>(
      sql`select p.id from person p where p.id = any(${pupils}::uuid[]) and not ${this.valid(sql`p`, sql`${client}`)}`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** A condition over a person's and a client's expressions: there is a consent that holds now, by who decides now. */
  valid(person: Sql, client: Sql): Sql {
    return sql`exists (select 1 from consent c where c.child = ${person}.id and c.client = ${client} and c.state = 'given'
                 and (c.until is null or c.until > ${this.clock.now()}) and c.by_self = ${this.decidesAlone(person)})`;
  }

  /** From the fourteenth birthday on a pupil is asked; whose birthday nobody knows counts as younger. */
  decidesAlone(person: Sql): Sql {
    return sql`coalesce(${person}.born_on <= (${dayInBeijing(this.clock.now())}::date - interval '14 years')::date, false)`;
  }
}
