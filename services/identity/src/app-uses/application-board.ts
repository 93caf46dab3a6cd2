import { CLOCK, dayInBeijing, inBeijing, type ApplicationBoard, type Clock } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { authorityKinds } from '../organisations/placing.js';

/** As many as a wall has room for. */
const linesListed = 30;
const appsListed = 10;
const days = 7;

type Counts = ApplicationBoard['total'];

/** Authorities see which apps are used, and where. */
@Injectable()
export class BoardOfUses {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Below one organisation: by the authorities one level down, those without a use among them, or by its schools where it has none below. */
  async read(organisation: string): Promise<ApplicationBoard> {
    const now = this.clock.now();
    const day = dayInBeijing(now);
    const since = dayInBeijing(new Date(now.getTime() - (days - 1) * 24 * 3600_000));
    const used = sql`
      select u.client, o.path, case when u.day = ${day}::date then u.uses else 0 end as today, u.uses as week
      from app_use u join organisation o on o.id = u.organisation join organisation top on top.id = ${organisation}::uuid and o.path <@ top.path
      where u.day between ${since}::date and ${day}::date`;
    const [lines, apps, [total]] = await Promise.all([
      this.store.read<ApplicationBoard['lines'][number]>(sql`
        with line as (
          select c.id, c.name, c.path, c.kind = any(${authorityKinds}::text[]) as governs from organisation c
          where c.parent = ${organisation}::uuid and not c.closed and (c.kind = any(${authorityKinds}::text[]) or not exists (
            select 1 from organisation g where g.parent = c.parent and not g.closed and g.kind = any(${authorityKinds}::text[])))
        ), counted as (
          select coalesce(l.id, top.id) as id, coalesce(l.name, top.name) as name, u.today, u.week
          from (${used}) u join organisation top on top.id = ${organisation}::uuid left join line l on u.path <@ l.path
          union all select id, name, 0, 0 from line where governs
        )
        select id as organisation, name, sum(today)::int as today, sum(week)::int as week from counted
        group by id, name order by 4 desc, 2, 1 limit ${linesListed}`),
      this.store.read<ApplicationBoard['apps'][number]>(sql`
        select u.client, coalesce(max(a.name), u.client) as name, sum(u.today)::int as today, sum(u.week)::int as week
        from (${used}) u left join app a on a.client_id = u.client group by u.client order by 4 desc, 2, 1 limit ${appsListed}`),
      this.store.read<Counts>(sql`select coalesce(sum(u.today), 0)::int as today, coalesce(sum(u.week), 0)::int as week from (${used}) u`),
    ]);
    return { day, since, asOf: inBeijing(now), total: total!, lines, apps };
  }
}
