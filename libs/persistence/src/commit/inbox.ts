import type { Fact, Once, Statements } from '@lianxue/contracts';
import { newId } from '../ids.js';
import { statementsOn, type Database } from '../database/database.js';
import { named } from '../database/statement.js';
import type { Acquaintance } from '../tree/acquaintance.js';
import { UnknownParent } from '../tree/tree-copy.js';

/** Applies each fact once per consumer: the note that it came and what it changes are one transaction. */
export class Inbox implements Once {
  constructor(
    private readonly database: Database,
    private readonly acquaintance: Acquaintance,
  ) {}

  async once(consumer: string, fact: Fact, apply: (statements: Statements) => Promise<void>): Promise<void> {
    try {
      await this.attempt(consumer, fact, apply);
    } catch (error) {
      if (!(error instanceof UnknownParent)) throw error;
      await this.acquaintance.meetAll([error.organisation], []);
      await this.attempt(consumer, fact, apply);
    }
  }

  /** Keeps what could not be applied, with the reason, for a person to look at. */
  async bury(consumer: string, fact: Fact, reason: string): Promise<void> {
    const text = 'insert into dead_letter (id, consumer, fact, payload, reason) values ($1, $2, $3, $4, $5)';
    await this.database.list(named({ text, values: [newId(), consumer, fact.id, JSON.stringify(fact), reason.replaceAll('\u0000', '')] }));
  }

  private attempt(consumer: string, fact: Fact, apply: (statements: Statements) => Promise<void>): Promise<void> {
    return this.database.transact(async (transaction) => {
      const text = 'insert into inbox (consumer, fact) values ($1, $2) on conflict do nothing';
      const { rowCount } = await transaction.run(named({ text, values: [consumer, fact.id] }));
      if (rowCount) await apply(statementsOn(transaction));
    });
  }
}
