import { ownCallOf, type Fact, type Follower, type PersonFact } from '@lianxue/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { sql } from '../sql.js';
import { Store, type Work } from '../store.js';
import { keptColumns } from './columns-as-kept.js';
import { assigned, type PersonColumns } from './person-columns.js';
import { passOn, takeBack } from './renaming.js';

/** The {@link PersonColumns} of the service. */
export const PERSON_COLUMNS = Symbol('lianxue.personColumns');

/** Rows told anew by one statement. */
const batch = 500;

/** What is remembered of a merging. */
interface Followed {
  readonly successor: string;
  readonly version: number;
}

/**
 * Two records of a person became one, or two again: what this service keeps of the one is the successor's from then on, and what
 * was changed for it is given back when the merging is undone.
 */
@Injectable()
export class FollowingMergers implements Follower {
  readonly name = 'mergers';
  readonly types = ['cn.lianxue.identity.person.merged', 'cn.lianxue.identity.person.unmerged'];

  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(PERSON_COLUMNS) private readonly columns: PersonColumns,
  ) {}

  async apply({ entity: person, version, data }: Fact): Promise<void> {
    if (!data) return;
    const { successor } = data as z.output<typeof PersonFact>;
    await this.store.commit(ownCallOf(this.columns.operation), (work) =>
      successor === null ? this.undo(person, version, work) : this.merge(person, successor, version, work),
    );
  }

  /** Heard twice, it changes nothing more: the version of the record that went says what is known already. */
  private async merge(person: string, successor: string, version: number, work: Work): Promise<void> {
    const [fresh] = await work.query(
      `insert into followed_merger (person, successor, version) values ($1, $2, $3)
       on conflict (person) do update set successor = excluded.successor, version = excluded.version, followed_at = now()
         where followed_merger.version < excluded.version returning person`,
      [person, successor, version],
    );
    if (fresh) await this.rename('person.merged', passOn, { person, successor }, work);
  }

  private async undo(person: string, version: number, work: Work): Promise<void> {
    const [followed] = await work.query<Followed>('select successor, version from followed_merger where person = $1 for update', [person]);
    if (!followed || followed.version >= version) return;
    await this.rename('person.unmerged', takeBack, { person, successor: followed.successor }, work);
    await work.query('delete from followed_row where person = $1', [person]);
    await work.query('update followed_merger set version = $2 where person = $1', [person, version]);
  }

  private async rename(what: string, way: typeof passOn, who: { person: string; successor: string }, work: Work): Promise<void> {
    const entities = (this.columns.told ?? []).map(({ type, changed }) => ({
      type,
      changed,
      table: this.source.getMetadata(type).tableName,
    }));
    const told = new Set(entities.map(({ table }) => table));
    const rows: Record<string, number> = {};
    for (const kept of await keptColumns([...this.columns.follow, assigned], work)) {
      const changed = await way(kept, { ...who, told }, work);
      if (changed.length > 0) rows[`${kept.table}.${kept.column}`] = changed.length;
      for (const { type, changed: happened } of entities.filter(({ table }) => table === kept.table)) {
        const ids = changed.map(({ id }) => id);
        for (let from = 0; from < ids.length; from += batch)
          await work.updateAll(await work.all(type, sql`t.id = any(${ids.slice(from, from + batch)}::uuid[])`), happened);
      }
    }
    work.note(what, who.person, { successor: who.successor, rows });
  }
}
