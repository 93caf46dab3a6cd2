import type { Caller } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { CurrentPosts } from './current-posts.js';
import { postView } from './person.view.js';

/** Who the caller is, and what else they could act as. */
@Injectable()
export class MyOwn {
  constructor(
    private readonly store: Store,
    private readonly posts: CurrentPosts,
  ) {}

  async of({ kind, subject, client, role, organisation, scopes }: Caller) {
    const isPerson = kind === 'person';
    const [names, organisations, posts] = await Promise.all([
      isPerson
        ? this.store.read<{ name: string }>(sql`select name from person where id = ${subject}`)
        : this.store.read<{ name: string }>(sql`select name from app where client_id = ${client}`),
      this.store.read<{ id: string; name: string }>(sql`select id, name from organisation_record where id = ${organisation}`),
      isPerson ? this.posts.of(subject) : [],
    ]);
    return {
      kind: isPerson ? ('person' as const) : ('app' as const),
      subject,
      client,
      name: names[0]?.name ?? '',
      role,
      organisation: organisations[0] ?? null,
      posts: posts.map(postView),
      scopes: [...scopes].sort(),
    };
  }
}
