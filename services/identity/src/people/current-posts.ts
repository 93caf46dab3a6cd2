import { CLOCK, dayInBeijing, type Clock } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { namedPost, type NamedPost } from './person.view.js';
import type { Post } from './post.entity.js';

/** The posts people hold today, with the names of their organisations. */
@Injectable()
export class CurrentPosts {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Posts that have begun, have not ended, and whose organisation is open; oldest first. */
  of(person: string): Promise<NamedPost[]> {
    const today = dayInBeijing(this.clock.now());
    return this.store.read<NamedPost>(
      sql`select ${namedPost}
          from post t join organisation_record r on r.id = t.organisation
          where t.person = ${person} and not t.ended and t.since <= ${today} and (t.until is null or t.until >= ${today}) and r.state = 'open'
          order by t.id limit 100`,
    );
  }

  /** One post with the name of its organisation. */
  async named(post: Post): Promise<NamedPost> {
    const [organisation] = await this.store.read<{ name: string }>(
      sql`select name from organisation_record where id = ${post.organisation}`,
    );
    return { ...post, organisationName: organisation!.name };
  }
}
