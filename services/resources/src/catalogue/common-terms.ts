import { sql, type Store } from '@lianxue/persistence';
import type { Search } from './searchable.js';

/** So many resources stand for all. */
const sampled = 500;
const keptMs = 10 * 60_000;

/**
 * Terms that most of the catalogue has, as far as its most used resources tell: there nothing is gained by an index, and PostgreSQL, which
 * does not know what it costs to cut up a text, would do that for every row. Nothing but the way to the same answer depends on it.
 */
export class CommonTerms {
  private texts: readonly string[] = [];
  private until = 0;

  constructor(private readonly store: Store) {}

  async include({ terms }: Search): Promise<boolean> {
    if (performance.now() > this.until) await this.look();
    const having = this.texts.filter((text) => terms.every((term) => text.includes(term))).length;
    return having * 2 > this.texts.length;
  }

  private async look(): Promise<void> {
    this.until = performance.now() + keptMs;
    const rows = await this.store.read<{ text: string }>(
      sql`select t.search_text as text from findable t order by t.uses desc, t.id desc limit ${sampled}`,
    );
    this.texts = rows.map(({ text }) => text);
  }
}
