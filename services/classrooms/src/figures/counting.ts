import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DeliveredClassNotFound, type Call, type Clock, type DeliveredClassFigures, type FigureRule } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { DeliveredClassEntity } from '../planning/delivered-class.entity.js';
import { figuresOf, type CountedEntry, type CountedSession } from './figures.js';

/** Authorities and schools see how a delivered class goes. */
@Injectable()
export class Counting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async figures(id: string, call: Call): Promise<DeliveredClassFigures> {
    const { receivers } = await this.store.one(DeliveredClassEntity, id, call, DeliveredClassNotFound);
    const [sessions, entries, named, rules] = await Promise.all([
      this.store.read<CountedSession>(sql`
        select id, number, starts_at as "startsAt", started_at as "startedAt", ended_at as "endedAt", makes_up as "makesUp",
          case when status = 'planned' and ends_at < ${this.clock.now()} then 'missed' else status end as status
        from class_session where delivered_class = ${id}::uuid order by starts_at, id`),
      this.store.read<CountedEntry>(sql`
        select a.session, a.receiver, a.kind, a.at from attendance a join class_session s on s.id = a.session
        where s.delivered_class = ${id}::uuid order by a.at, a.id`),
      this.store.read<{ id: string; name: string }>(sql`
        select r.id, coalesce(o.name, '') as name from unnest(${receivers}::uuid[]) with ordinality as r(id, place)
        left join organisation o on o.id = r.id order by r.place`),
      this.store.read<FigureRule>(sql`
        select min_share::float8 as "minShare", make_up_counts as "makeUpCounts", cancelled_counts as "cancelledCounts"
        from figure_rule where since <= (${this.clock.now()}::timestamptz at time zone 'Asia/Shanghai')::date order by since desc limit 1`),
    ]);
    return figuresOf(sessions, entries, named, rules[0]!);
  }
}
