import type { Caller } from '@lianxue/contracts';
import type { AggregateClass } from '../aggregate.js';
import type { Database } from '../database/database.js';
import { named } from '../database/statement.js';

/** From this share of all organisations on, a list is walked in its order: one row in fifty fits, so a page meets about a thousand rows. */
const broadShare = 1 / 50;

/** The tree changes slowly, and a stale picture of it only makes a list slower. */
const refreshMs = 5 * 60_000;

/**
 * How much of the tree a caller reaches, which PostgreSQL cannot guess: a province's list is found by walking the order
 * and leaving rows out, a school's by collecting its few rows and sorting them. Only a hint; what is found is the same.
 */
export class Breadth {
  private shares = new Map<string, number>();
  private selections = new Map<string, string[]>();
  private loaded = 0;
  private loading = false;
  /** Lists whose walk took too long: much of the tree, but hardly a row of it. */
  private readonly stumbled = new Map<string, number>();

  constructor(private readonly database: Database) {}

  isBroad(type: AggregateClass, caller: Caller): boolean {
    this.refresh();
    if ((this.stumbled.get(keyOf(type, caller)) ?? 0) > Date.now()) return false;
    if (caller.organisation !== undefined) return this.shareOf(caller.organisation) >= broadShare;
    const selected = this.selections.get(caller.client) ?? [];
    return selected.reduce((sum, organisation) => sum + this.shareOf(organisation), 0) >= broadShare;
  }

  /** Notes that walking this list took too long. */
  stumble(type: AggregateClass, caller: Caller): void {
    this.stumbled.set(keyOf(type, caller), Date.now() + refreshMs);
  }

  private shareOf(organisation: string): number {
    return this.shares.get(organisation) ?? 0;
  }

  /** Looks at the tree anew, beside the reads and never before one. */
  private refresh(): void {
    if (this.loading || Date.now() - this.loaded < refreshMs) return;
    this.loading = true;
    void this.load()
      .catch(() => undefined) // The picture stays as it was; the next read tries again.
      .finally(() => (this.loading = false));
  }

  private async load(): Promise<void> {
    const parents = await this.database.list<{ id: string; parent: string | null }>(
      named({ text: 'select id, parent from organisation', values: [] }),
    );
    const selected = await this.database.list<{ client: string; organisations: string[] }>(
      named({ text: 'select client, array_agg(organisation) as organisations from app_reach where active group by client', values: [] }),
    );
    this.shares = sharesOf(parents);
    this.selections = new Map(selected.map(({ client, organisations }) => [client, organisations]));
    this.stumbled.clear();
    this.loaded = Date.now();
  }
}

/** For each organisation, which share of all lies at or below it. */
function sharesOf(organisations: readonly { id: string; parent: string | null }[]): Map<string, number> {
  const parentOf = new Map(organisations.map(({ id, parent }) => [id, parent]));
  const shares = new Map<string, number>();
  const one = 1 / organisations.length;
  for (const { id } of organisations) {
    const passed = new Set<string>();
    for (let at: string | null | undefined = id; at && !passed.has(at); at = parentOf.get(at)) {
      passed.add(at);
      shares.set(at, (shares.get(at) ?? 0) + one);
    }
  }
  return shares;
}

const keyOf = (type: AggregateClass, { organisation, client }: Caller): string => `${type.name} ${organisation ?? client}`;
