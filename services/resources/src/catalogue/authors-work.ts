import { Inject, Injectable } from '@nestjs/common';
import { editableStates, inBeijing, ownCallOf, resourceAuthors, resourceFacts, resources, type PostWork } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { ResourceEntity } from './resource.entity.js';

type Holder = Parameters<PostWork['of']>[0];

const isAuthor = ({ role }: Holder) => resourceAuthors.some((author) => author === role);

/** What an author has begun and not published: drafts, and what came back for revision. It passes to whoever takes the post over. */
@Injectable()
export class AuthorsWork implements PostWork {
  constructor(@Inject(Store) private readonly store: Store) {}

  async of(holder: Holder): ReturnType<PostWork['of']> {
    if (!isAuthor(holder)) return [];
    const rows = await this.store.read<{ id: string; title: string; at: Date }>(
      sql`select t.id, t.title, t.updated_at as at from resource t
          where t.author = ${holder.person} and t.organisation = ${holder.organisation} and t.status = any(${editableStates}) order by t.id limit 500`,
    );
    return rows.map(({ id, title, at }) => ({ service: 'resources', thing: 'resource', id, title, since: inBeijing(at) }));
  }

  async passOver(holder: Holder, to: string): Promise<void> {
    if (!isAuthor(holder)) return;
    await this.store.commit(ownCallOf(resources.postWork), async (work) => {
      const begun = await work.all(
        ResourceEntity,
        sql`t.author = ${holder.person} and t.organisation = ${holder.organisation} and t.status = any(${editableStates})`,
      );
      for (const row of begun) {
        row.author = to;
        await work.update(row, resourceFacts.edited);
        work.note('post.handed_over', row.id, { from: holder.person, to });
      }
    });
  }
}
