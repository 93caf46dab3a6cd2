import { Inject, Injectable } from '@nestjs/common';
import { measureCatalogue } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { isBeyond, type Judged, type Watching } from './judging.js';

/** Holds measures of the data centre to a threshold: each organisation with everything below it. */
@Injectable()
export class JudgingMeasures {
  constructor(@Inject(Store) private readonly store: Store) {}

  /** In the threshold’s days, of which this is the last. Where nothing happened it was none, which can be too few. */
  async upTo(threshold: Watching<'measure'>, last: string): Promise<Judged[]> {
    const { organisation, kinds, watches } = threshold;
    const { measure, days, value } = watches;
    const first = new Date(Date.parse(last) - (days - 1) * 24 * 3600_000).toISOString().slice(0, 10);
    // What stands is the sum of all that came and went until then.
    const since = measureCatalogue[measure].kind === 'standing' ? sql`true` : sql`m.day >= ${first}::date`;
    const only = value === undefined ? sql`true` : sql`m.dimension = ${value}`;
    const rows = await this.store.scan<{ organisation: string; amount: string }>(sql`
      with told as (
        select o.path, sum(m.amount) as amount from measure_total m join organisation o on o.id = m.organisation
        where m.measure = ${measure} and m.day <= ${last}::date and ${since} and ${only} group by o.path
      ), above as (
        select id::uuid as id, sum(amount) as amount from told cross join lateral unnest(string_to_array(path::text, '.')) as id group by 1
      )
      select o.id as organisation, trim_scale(coalesce(above.amount, 0))::text as amount
      from organisation top join organisation o on o.path <@ top.path and o.id <> top.id left join above on above.id = o.id
      where top.id = ${organisation} and o.kind = any(${kinds}::text[]) and not o.closed`);
    return rows.map((row) => ({
      organisation: row.organisation,
      value: row.amount,
      beyond: isBeyond(threshold, row.amount),
      period: null,
    }));
  }
}
