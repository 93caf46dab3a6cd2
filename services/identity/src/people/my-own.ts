import type { Caller } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { CurrentPosts } from './current-posts.js';
import { PeopleFields } from './people-fields.js';
import { postView } from './person.view.js';
import { ReadingPeople } from './reading-people.js';

/** Who the caller is, and what else they could act as. */
@Injectable()
export class MyOwn {
  constructor(
    private readonly store: Store,
    private readonly posts: CurrentPosts,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
  ) {}

  async of(caller: Caller) {
    const { kind, subject, client, role, organisation, scopes } = caller;
    const isPerson = kind === 'person';
    const [names, organisations, posts] = await Promise.all([
      isPerson ? this.ownName(caller) : this.store.read<{ name: string }>(sql`select name from app where client_id = ${client}`),
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

  private async ownName({ subject, client }: Caller): Promise<{ name: string }[]> {
    const [person] = await this.people.byId([subject]);
    return person ? [{ name: await this.fields.nameToldTo(client, person) }] : [];
  }
}
