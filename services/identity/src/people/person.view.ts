import { inBeijing, personFields, type IdTypeCode } from '@lianxue/contracts';
import { sql } from '@lianxue/persistence';
import { maskedNumber } from './names.js';
import type { PersonShown } from './people-fields.js';
import type { Person } from './person.entity.js';
import type { Post } from './post.entity.js';

const ofPost = ['id', 'version', 'person', 'role', 'organisation', 'about', 'since', 'until', 'ended', 'deputyOf', 'successor'] as const;

/** A post with the name of its organisation. */
export type NamedPost = Pick<Post, (typeof ofPost)[number]> & { readonly organisationName: string };

/** What {@link NamedPost} holds, read from `post t` joined with `organisation_record r`. */
export const namedPost = sql`t.id, t.version, t.person, t.role, t.organisation, t.about, t.since, t.until, t.ended,
  t.deputy_of as "deputyOf", t.successor, r.name as "organisationName"`;

/** Of a post what is shown of one. */
export const postView = (post: NamedPost): NamedPost =>
  Object.fromEntries([...ofPost, 'organisationName' as const].map((field) => [field, post[field]])) as unknown as NamedPost;

/** A number the person carried before, opened. */
export interface Former {
  readonly kind: 'idNumber' | 'pupilNumber';
  readonly number: string;
  readonly replacedAt: Date;
}

/** What is known of a person besides the row. */
export interface AroundPerson {
  readonly shown: PersonShown;
  readonly former: readonly Former[];
  readonly username: string | null;
  readonly posts: readonly NamedPost[];
}

export const personView = (row: Person, { shown, former, username, posts }: AroundPerson) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  ...shown,
  organisation: row.organisation,
  idType: row.idType as IdTypeCode | null,
  sources: personFields.flatMap((field) => {
    const said = row.sources[field];
    return said ? [{ field, source: said.source, asOf: inBeijing(new Date(said.asOf)) }] : [];
  }),
  formerNumbers: former.map(({ kind, number, replacedAt }) => ({
    kind,
    number: maskedNumber(number, kind === 'pupilNumber' ? 3 : 2),
    replacedAt: inBeijing(replacedAt),
  })),
  username,
  closed: row.closed,
  posts: posts.map(postView),
});
