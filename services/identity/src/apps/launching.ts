import { appUserOf, CLOCK, type Call, type Clock, type identity, type InputOf, type SpaceApp, type PostRole } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';

/** The apps somebody may open 应用空间: what was selected for where they act, or above, comes by itself. */
@Injectable()
export class Launching {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  mine({ category, ...paging }: InputOf<typeof identity.appSpace>, call: Call) {
    const user = appUserOf[call.caller.role as PostRole] ?? null;
    const where = allOf(
      sql`t.state = 'listed' and not t.first_party and t.sandbox_of is null and t.papers->>'launchUrl' is not null`,
      sql`(t.papers->'users' = '[]'::jsonb or t.papers->'users' @> to_jsonb(${user}::text))`,
      category !== undefined && sql`t.papers->>'category' = ${category}`,
      sql`exists (select 1 from selection s join organisation a on a.id = s.organisation join organisation o on a.path @> o.path
                  where s.app = t.id and o.id = ${call.caller.organisation ?? null}::uuid and s.state = 'selected' and s.held is null
                    and (s.until is null or s.until > ${this.clock.now()}))`,
    );
    return this.store.pageOf<z.output<typeof SpaceApp>>(
      sql`select t.id, t.client_id as "clientId", t.name, t.papers->>'description' as description, t.papers->>'category' as category,
                 t.papers->'platforms' as platforms, t.papers->>'accessLevel' as "accessLevel", t.papers->>'iconUrl' as "iconUrl",
                 t.papers->>'launchUrl' as "launchUrl", r.name as provider
          from app t join organisation_record r on r.id = t.organisation where ${where}`,
      call,
      paging,
    );
  }
}
