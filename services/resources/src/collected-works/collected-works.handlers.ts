import { inBeijing, resources, type Call, type CollectedWork, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';

type Row = Omit<CollectedWork, 'enteredAt'> & { readonly enteredAt: Date | null };

@Controller()
export class CollectedWorksHandlers {
  constructor(@Inject(Store) private readonly store: Store) {}

  @Handles(resources.collectedWorks)
  async collectedWorks({ call: of, work, limit, cursor }: InputOf<typeof resources.collectedWorks>, call: Call) {
    const reach = await this.store.reachOf({}, call);
    const where = allOf(reach, of !== undefined && sql`t.call = ${of}`, work !== undefined && sql`t.id = ${work}`);
    const { items, next } = await this.store.pageOf<Row>(
      sql`select t.id, t.call, t.issuer, t.organisation, t.resource, t.entered_at as "enteredAt"
          from (select work as id, c.* from collected_work c) t where ${where}`,
      call,
      { limit, cursor },
    );
    const views = items.map((row): CollectedWork => ({ ...row, enteredAt: row.enteredAt && inBeijing(row.enteredAt) }));
    return { items: views, ...(next !== undefined && { next }) };
  }
}
