import { accountFacts, enrolmentFacts, movementFacts, personFacts, postFacts } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { Account } from '../people/account.entity.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { Movement } from '../pupils/movement.entity.js';
import { Enrolment } from '../rosters/enrolment.entity.js';
import type { Step } from './merger.entity.js';

/** The things a merging touches, with the fact of a changed one. */
const things = {
  post: { type: Post, changed: postFacts.changed },
  enrolment: { type: Enrolment, changed: enrolmentFacts.changed },
  account: { type: Account, changed: accountFacts.moved },
  movement: { type: Movement, changed: movementFacts.corrected },
  person: { type: Person, changed: personFacts.changed },
} as const;
type Thing = keyof typeof things;
type Row<T extends Thing> = InstanceType<(typeof things)[T]['type']>;

/** Changes rows and remembers what was changed. */
export class PassingOver {
  readonly steps: Step[] = [];

  constructor(private readonly work: Work) {}

  async change<T extends Thing>(thing: T, row: Row<T>, after: Partial<Row<T>>): Promise<void> {
    const keys = Object.keys(after) as (keyof Row<T>)[];
    const before = Object.fromEntries(keys.map((key) => [key, row[key]]));
    this.steps.push({ thing, id: row.id, before, after: after as Record<string, unknown> });
    Object.assign(row, after);
    await this.work.update(row as never, things[thing].changed as never);
  }

  /** Moves all rows of a kind that name the person; `clash` says what becomes of one whose like the successor holds already. */
  async moveAll<T extends 'post' | 'enrolment' | 'movement'>(
    thing: T,
    from: string,
    into: string,
    clash: (row: Row<T>, held: readonly Row<T>[]) => Partial<Row<T>> | undefined,
    also: (row: Row<T>) => Partial<Row<T>> = () => ({}),
  ): Promise<void> {
    const rows = (await this.work.all(things[thing].type as never, sql`t.person in (${from}, ${into})`, 10_000)) as unknown as Row<T>[];
    const held = rows.filter(({ person }) => person === into);
    for (const row of rows.filter(({ person }) => person === from))
      await this.change(thing, row, clash(row, held) ?? ({ person: into, ...also(row) } as Partial<Row<T>>));
  }
}

/**
 * Puts one row back as it was; columns that somebody has changed since stay as they are, except whom the row belongs to. Answers
 * whether it was still the successor's.
 */
export async function putBack({ thing, id, before, after }: Step, work: Work): Promise<boolean> {
  const { type, changed } = things[thing];
  const [row] = (await work.all(type as never, sql`t.id = ${id}`, 1)) as unknown as (Person | Post)[];
  if (!row) return false;
  const now = row as unknown as Record<string, unknown>;
  if ('person' in after && now['person'] !== after['person']) return false;
  for (const [key, value] of Object.entries(before)) if (JSON.stringify(now[key]) === JSON.stringify(after[key])) now[key] = value;
  await work.update(row as never, changed as never);
  return true;
}
