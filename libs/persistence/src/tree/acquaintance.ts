import type { AskIdentity, Call } from '@lianxue/contracts';
import type { Database, Transaction } from '../database/database.js';
import { statementsOn } from '../database/database.js';
import { named } from '../database/statement.js';
import type { TreeCopy } from './tree-copy.js';

/** Ids that identity did not know either are not asked for again this soon. */
const missMs = 5000;

/** Ids known to be in the copy; the bound only limits memory, since knowing again costs one small read. */
const knownLimit = 200_000;

/** Something a rule met is not in the copy: its transaction ends, identity is asked, the rule runs again. */
export class Unacquainted extends Error {
  constructor(
    readonly organisations: readonly string[],
    readonly clients: readonly string[] = [],
  ) {
    super('The copy of the tree may lack what this call names');
  }
}

/**
 * Gets to know organisations and apps that the copy lacks, by asking identity once. Only for ids named in a token or in
 * input, never for a row that is missing, and never inside a transaction.
 */
export class Acquaintance {
  private readonly known = new Set<string>();
  private readonly misses = new Map<string, number>();
  private readonly asking = new Map<string, Promise<boolean>>();

  constructor(
    private readonly database: Database,
    private readonly tree: TreeCopy,
    private readonly identity: () => AskIdentity | undefined,
  ) {}

  /** Whether nothing that the caller's token names could be missing from the copy, as far as this process knows. */
  knows({ caller }: Call): boolean {
    if (caller.kind !== 'person' && caller.kind !== 'app') return true;
    return this.settled(caller.client) && (caller.organisation === undefined || this.settled(caller.organisation));
  }

  knowsOrganisation(id: string): boolean {
    return this.settled(id);
  }

  /** Makes sure of what the token names; true when that was news, so that reading again may find more. */
  async meet({ caller }: Call): Promise<boolean> {
    if (caller.kind !== 'person' && caller.kind !== 'app') return false;
    return this.meetAll(caller.organisation === undefined ? [] : [caller.organisation], [caller.client]);
  }

  async meetAll(organisations: readonly string[], clients: readonly string[]): Promise<boolean> {
    const news = await Promise.all([
      ...organisations.map((id) => this.meetOne(id, 'organisation')),
      ...clients.map((id) => this.meetOne(id, 'client')),
    ]);
    return news.includes(true);
  }

  private settled(id: string): boolean {
    return this.known.has(id) || (this.misses.get(id) ?? 0) > Date.now();
  }

  private async meetOne(id: string, kind: 'organisation' | 'client'): Promise<boolean> {
    if (this.settled(id)) return false;
    let asking = this.asking.get(id);
    if (!asking) {
      asking = this.learn(id, kind).finally(() => this.asking.delete(id));
      this.asking.set(id, asking);
    }
    return asking;
  }

  private async learn(id: string, kind: 'organisation' | 'client'): Promise<boolean> {
    const isThere =
      kind === 'organisation' ? 'select 1 from organisation where id = $1' : 'select 1 from app_reach where client = $1 limit 1';
    const there = await this.database.read(named({ text: isThere, values: [id] }));
    if (there.length > 0 || (await this.ask(id, kind))) {
      if (this.known.size >= knownLimit) this.known.clear();
      this.known.add(id);
      return true;
    }
    if (this.misses.size >= knownLimit) this.misses.clear();
    this.misses.set(id, Date.now() + missMs);
    return false;
  }

  /** Asks identity and keeps the answer; true when it knew. */
  private async ask(id: string, kind: 'organisation' | 'client'): Promise<boolean> {
    const identity = this.identity();
    if (!identity) return false;
    if (kind === 'organisation') {
      const chain = await identity.organisationChain(id);
      await this.keep(async (statements) => {
        for (const organisation of chain) await this.tree.keepOrganisation(organisation, statements);
      });
      return chain.length > 0;
    }
    const selections = await identity.selectionsOf(id);
    await this.keep(async (statements) => {
      for (const selection of selections) await this.tree.keepSelection(selection, statements);
    });
    await this.meetAll(
      selections.map(({ organisation }) => organisation),
      [],
    );
    return selections.length > 0;
  }

  private keep(write: (statements: ReturnType<typeof statementsOn>) => Promise<void>): Promise<void> {
    return this.database.transact((transaction: Transaction) => write(statementsOn(transaction)));
  }
}
