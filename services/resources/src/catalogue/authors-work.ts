import { Inject, Injectable } from '@nestjs/common';
import { inBeijing, ownCallOf, resourceAuthors, resourceFacts, resources, type PostWork } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { ResourceEntity } from './resource.entity.js';

type Holder = Parameters<PostWork['of']>[0];

const isAuthor = ({ role }: Holder) => resourceAuthors.some((author) => author === role);

/** Drafts, what came back for changes from any tier, and revisions nobody reviews yet. */
const begun = ({ person, organisation }: Holder) => sql`t.author = ${person} and t.organisation = ${organisation}
  and (t.status in ('draft', 'returned') or t.review_state = 'returned' or (t.revision is not null and t.review_state = 'none'))`;

/** What an author has begun and not published. It passes to whoever takes the post over. */
@Injectable()
export class AuthorsWork implements PostWork {
  constructor(@Inject(Store) private readonly store: Store) {}

  async of(holder: Holder): ReturnType<PostWork['of']> {
    if (!isAuthor(holder)) return [];
    const rows = await this.store.read<{ id: string; title: string; at: Date }>(
      sql`select t.id, t.title, t.updated_at as at from resource t where ${begun(holder)} order by t.id limit 500`,
    );
    return rows.map(({ id, title, at }) => ({ service: 'resources', thing: 'resource', id, title, since: inBeijing(at) }));
  }

  async passOver(holder: Holder, to: string): Promise<void> {
    if (!isAuthor(holder)) return;
    await this.store.commit(ownCallOf(resources.postWork), async (work) => {
      for (const row of await work.all(ResourceEntity, begun(holder))) {
        row.author = to;
        await work.update(row, resourceFacts.edited);
        work.note('post.handed_over', row.id, { from: holder.person, to });
      }
    });
  }
}
