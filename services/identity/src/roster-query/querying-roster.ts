import { RosterRowUnknown, type Call, type identity, type InputOf, type RosterCollection } from '@lianxue/contracts';
import { CollectionReading, sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { collections, narrowing } from './collections.js';
import { RosterRows } from './roster-rows.js';

/** Answers a part of a OneRoster collection within the reach of the app that asks. */
@Injectable()
export class QueryingRoster {
  private readonly reading: CollectionReading<RosterCollection>;

  constructor(
    store: Store,
    private readonly rows: RosterRows,
  ) {
    this.reading = new CollectionReading(store, {
      ...{ collections, narrowing, unknown: RosterRowUnknown },
      stamps: sql`roster_stamp`,
      rounds: sql`roster_stamping`,
    });
  }

  async query(query: InputOf<typeof identity.queryRoster>, call: Call) {
    const { found, near, ...part } = await this.reading.part(query, call);
    return { rows: await this.rows.of(query.collection, found, near, call), ...part };
  }
}
