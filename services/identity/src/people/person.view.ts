import { inBeijing } from '@lianxue/contracts';
import { maskedNumber } from './names.js';
import type { NameShown } from './masking.js';
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

/** The numbers of a person, opened. */
interface OpenNumbers {
  readonly idNumber: string | null;
  readonly pupilNumber: string | null;
  readonly phone: string | null;
}

/** What is known of a person besides the row. */
export interface AroundPerson {
  readonly shown: NameShown;
  readonly numbers: OpenNumbers;
  readonly username: string | null;
  readonly posts: readonly NamedPost[];
}

export const personView = (row: Person, { shown, numbers, username, posts }: AroundPerson) => ({
  id: row.id,
  version: row.version,
  createdAt: inBeijing(row.createdAt),
  updatedAt: inBeijing(row.updatedAt),
  ...shown,
  organisation: row.organisation,
  idType: row.idType as IdTypeCode | null,
  idNumber: numbers.idNumber && maskedNumber(numbers.idNumber),
  pupilNumber: numbers.pupilNumber && maskedNumber(numbers.pupilNumber, 3),
  phone: numbers.phone && maskedNumber(numbers.phone, 6, 4),
  username,
  closed: row.closed,
  posts: posts.map(postView),
});

type IdTypeCode = '1' | '6' | '7' | '8' | '9' | 'A' | 'Z';
