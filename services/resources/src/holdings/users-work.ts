import { holdingUseFacts, holdingUsers, inBeijing, ownCallOf, resources, type PostWork } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { HoldingUse } from './holding-use.entity.js';

type Holder = Parameters<PostWork['of']>[0];

const isUser = ({ role }: Holder) => holdingUsers.some((user) => user === role);

const out = ({ person, organisation }: Holder) => sql`t.taken_by = ${person} and t.organisation = ${organisation} and t.status = 'out'`;

/** Copies somebody has taken out and not brought back. Whoever takes the post over answers for them. */
@Injectable()
export class UsersWork implements PostWork {
  constructor(@Inject(Store) private readonly store: Store) {}

  async of(holder: Holder): ReturnType<PostWork['of']> {
    if (!isUser(holder)) return [];
    const rows = await this.store.read<{ id: string; title: string; at: Date }>(
      sql`select t.id, h.name as title, t.created_at as at from holding_use t join holding h on h.id = t.holding
          where ${out(holder)} order by t.id limit 500`,
    );
    return rows.map(({ id, title, at }) => ({ service: 'resources', thing: 'holdingUse', id, title, since: inBeijing(at) }));
  }

  async passOver(holder: Holder, to: string): Promise<void> {
    if (!isUser(holder)) return;
    await this.store.commit(ownCallOf(resources.postWork), async (work) => {
      for (const use of await work.all(HoldingUse, out(holder))) {
        use.takenBy = to;
        await work.update(use, holdingUseFacts.handed);
        work.note('post.handed_over', use.id, { from: holder.person, to });
      }
    });
  }
}
