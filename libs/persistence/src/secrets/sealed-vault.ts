import type { Vault } from '@lianxue/contracts';
import type { Database } from '../database/database.js';
import { named } from '../database/statement.js';
import type { Sealer } from './sealer.js';

/** Keeps a service's small secrets encrypted in its own schema; of several replicas the first to keep one wins. */
export class SealedVault implements Vault {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  async keep(name: string, make: () => Promise<string>): Promise<string> {
    const kept = await this.find(name);
    if (kept !== undefined) return kept;
    const sealed = this.sealer.seal(await make());
    await this.database.list(
      named({ text: 'insert into vault (name, sealed) values ($1, $2) on conflict (name) do nothing', values: [name, sealed] }),
    );
    return (await this.find(name))!;
  }

  private async find(name: string): Promise<string | undefined> {
    const [row] = await this.database.list<{ sealed: string }>(named({ text: 'select sealed from vault where name = $1', values: [name] }));
    return row && this.sealer.open(row.sealed);
  }
}
