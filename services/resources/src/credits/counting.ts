import { Inject, Injectable } from '@nestjs/common';
import type { Call, Credit, CreditTotal, InputOf, Page, resources } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { CreditEntity, creditView } from './credit.entity.js';

/** Who sees their own credits and their organisation's, not those of colleagues. */
const ownOnly: readonly string[] = ['teacher', 'homeroomTeacher'];

/** Credits are listed and added up, exactly. */
@Injectable()
export class Counting {
  constructor(@Inject(Store) private readonly store: Store) {}

  page(asked: InputOf<typeof resources.contributionCredits>, call: Call): Promise<Page<Credit>> {
    const { organisation, person, resource, limit, cursor } = asked;
    const { role, subject } = call.caller;
    const where = allOf(
      organisation !== undefined && sql`t.organisation = ${organisation}`,
      person !== undefined && sql`t.person = ${person}`,
      resource !== undefined && sql`t.resource = ${resource}`,
      ownOnly.includes(role) && sql`(t.person is null or t.person = ${subject}::uuid)`,
    );
    return this.store.page(CreditEntity, call, { where, limit, cursor }, creditView);
  }

  async totals({ by, from, until, limit, cursor }: InputOf<typeof resources.contributionTotals>, call: Call): Promise<Page<CreditTotal>> {
    const reach = await this.store.reachOf(CreditEntity, call);
    const where = allOf(
      reach,
      sql`t.counts`,
      by === 'person' && sql`t.person is not null`,
      from !== undefined && sql`t.created_at >= ${from}::timestamptz`,
      until !== undefined && sql`t.created_at < ${until}::timestamptz`,
    );
    const who = by === 'person' ? sql`t.person` : sql`t.organisation`;
    const totals = sql`select t.id, t.points, t.resources from (
      select ${who} as id, sum(t.points)::text as points, count(distinct t.resource)::int as resources
      from contribution_credit t where ${where} group by 1) t where true`;
    const page = await this.store.pageOf<Omit<CreditTotal, 'points'> & { points: string }>(totals, call, { limit, cursor });
    return { ...page, items: page.items.map(({ points, ...total }) => ({ ...total, points: Number(points) })) };
  }
}
