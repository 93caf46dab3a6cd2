import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';

/** A client not found is looked for again after so long; one found never changes sides. */
const againMs = 60_000;

/** Which clients are part of the platform itself. Remembered, since it is asked on every read of a person. */
@Injectable()
export class FirstParty {
  private readonly answers = new Map<string, { readonly own: boolean; readonly at: number }>();

  constructor(private readonly store: Store) {}

  async includes(client: string): Promise<boolean> {
    const known = this.answers.get(client);
    if (known && (known.own || Date.now() - known.at < againMs)) return known.own;
    const rows = await this.store.read(sql`select 1 from app where client_id = ${client} and first_party`);
    if (this.answers.size > 10_000) this.answers.clear();
    this.answers.set(client, { own: rows.length > 0, at: Date.now() });
    return rows.length > 0;
  }
}
