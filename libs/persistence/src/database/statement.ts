import { createHash } from 'node:crypto';
import { render, type Sql } from '../sql.js';

/** A statement as `pg` prepares it: once per connection under a name that stands for its text. */
export interface Named {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** One that is planned each time it is asked. */
export type Unnamed = Omit<Named, 'name'>;

/** Texts are fixed, so few; the bound only keeps a mistake from growing without end. */
const remembered = 5000;
const names = new Map<string, string>();

export function named({ text, values }: { text: string; values: unknown[] }): Named {
  let name = names.get(text);
  if (!name) {
    if (names.size >= remembered) names.clear();
    name = `l${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
    names.set(text, name);
  }
  return { name, text, values };
}

export const statement = (piece: Sql): Named => named(render(piece));
