import type { Call, identity, OutputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { Person } from '../people/person.entity.js';
import { SchoolClass } from '../rosters/school-class.entity.js';

type Found = OutputOf<typeof identity.lookUp>['items'][number];
type Row = { readonly id: string; readonly gone: boolean; readonly successor: string | null };

/** Whether ids that an app keeps still hold; nothing is said about what it may not meet. */
@Injectable()
export class LookingUp {
  constructor(private readonly store: Store) {}

  async of(ids: readonly string[], call: Call): Promise<Found[]> {
    const wanted = [...new Set(ids)];
    const [organisations, people, classes] = await Promise.all([
      this.store.read<Row>(
        sql`select t.id, t.state <> 'open' as gone, t.successor from organisation_record t where t.id = any(${wanted}::uuid[]) and ${await this.store.reachOf(OrganisationRecord, call)}`,
      ),
      this.store.read<Row>(
        sql`select t.id, t.closed as gone, t.merged_into as successor from person t where t.id = any(${wanted}::uuid[]) and ${await this.store.reachOf(Person, call)}`,
      ),
      this.store.read<Row>(
        sql`select t.id, t.ended as gone, null as successor from school_class t where t.id = any(${wanted}::uuid[]) and ${await this.store.reachOf(SchoolClass, call)}`,
      ),
    ]);
    const found = new Map<string, Found>();
    const keep = (kind: Found['kind']) => (row: Row) => found.set(row.id, lookedUp(kind, row));
    organisations.forEach(keep('organisation'));
    people.forEach(keep('person'));
    classes.forEach(keep('class'));
    return wanted.map((id) => found.get(id) ?? { id, kind: null, state: 'unknown', successor: null });
  }
}

const lookedUp = (kind: Found['kind'], { id, gone, successor }: Row): Found => ({
  id,
  kind,
  state: successor !== null ? 'merged' : gone ? 'gone' : 'found',
  successor,
});
