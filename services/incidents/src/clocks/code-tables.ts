import { Inject, Injectable } from '@nestjs/common';
import type { ClockRule, IncidentCategory } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';

/** The code tables that anyone may read: classes of incidents, rules of the clocks. */
@Injectable()
export class CodeTables {
  constructor(@Inject(Store) private readonly store: Store) {}

  categories(): Promise<IncidentCategory[]> {
    return this.store.read<IncidentCategory>(sql`select code, taxonomy, parent, name, english from incident_category order by place`);
  }

  rules(): Promise<ClockRule[]> {
    return this.store.read<ClockRule>(sql`
      select distinct on (id) id, jsonb_build_object('zh', name_zh, 'en', name_en) as name,
        jsonb_build_object('zh', recipient_zh, 'en', recipient_en) as recipient, levels, operator_kinds as "operatorKinds", starts, minutes,
        warn_minutes as "warnMinutes", met_by as "metBy", basis, since::text
      from clock_rule order by id, since desc`);
  }
}
