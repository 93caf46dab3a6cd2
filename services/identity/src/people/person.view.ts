import { inBeijing } from '@lianxue/contracts';
import type { PersonShown } from './people-fields.js';
import type { Person } from './person.entity.js';
import type { Post } from './post.entity.js';

/** A post with the name of its organisation. */
export type NamedPost = Pick<Post, 'id' | 'version' | 'person' | 'role' | 'organisation' | 'about' | 'since' | 'until' | 'ended'> & {
  readonly organisationName: string;
};

export const postView = ({ id, version, person, role, organisation, organisationName, about, since, until, ended }: NamedPost) => ({
  id,
  version,
  person,
  role,
  organisation,
  organisationName,
  about,
  since,
  until,
  ended,
});

/** What is known of a person besides the row. */
export interface AroundPerson {
  readonly shown: PersonShown;
  readonly username: string | null;
  readonly posts: readonly NamedPost[];
}

export const personView = (row: Person, { shown: { consent: _, ...shown }, username, posts }: AroundPerson) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  ...shown,
  organisation: row.organisation,
  idType: row.idType as IdTypeCode | null,
  username,
  closed: row.closed,
  posts: posts.map(postView),
});

type IdTypeCode = '1' | '6' | '7' | '8' | '9' | 'A' | 'Z';
