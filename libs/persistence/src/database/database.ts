import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { copyInto } from './copying.js';
import { Lanes } from './lanes.js';
import { named, type Named, type Unnamed } from './statement.js';
import { asRefusal, isLost } from './troubles.js';

/** A connection inside one transaction. What is asked while something is under way is done after it, in the order of asking. */
export interface Transaction {
  /** Runs a prepared statement. */
  run<R>(statement: Named): Promise<pg.QueryResult<R & pg.QueryResultRow>>;
  /** Runs simple text, several statements at once if need be. */
  simple(text: string): Promise<pg.QueryResult[]>;
  /** Writes many rows by COPY; `into` names table and columns. Rows are asked for as they are sent. */
  copy(into: string, rows: Iterable<string>): Promise<void>;
}

/** The connections of one service: TypeORM's pool for transactions and lists, two pipelined lanes for short reads. */
export class Database {
  readonly pool: pg.Pool;
  private readonly lanes: Lanes;

  constructor(
    readonly source: DataSource,
    readonly url: string,
    readonly service: string,
  ) {
    this.pool = (source.driver as PostgresDriver).master as pg.Pool;
    this.lanes = new Lanes(url, service);
  }

  /** A short read on a pipelined lane. */
  async read<R>(statement: Named): Promise<R[]> {
    try {
      return await this.lanes.run<R>(statement);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** A read that may take longer, on the pool. */
  async list<R>(statement: Named | Unnamed): Promise<R[]> {
    try {
      return (await this.pool.query(statement)).rows as R[];
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /**
   * Runs `work` between begin and commit on a connection of its own. `opening` travels with the begin; `beforeCommit`
   * has the last word. A commit whose answer was lost throws {@link CommitUnknown}.
   */
  async transact<T>(
    work: (transaction: Transaction, opened: pg.QueryResult[]) => Promise<T>,
    opening = '',
    beforeCommit: () => void = () => {},
  ): Promise<T> {
    const client = await this.pool.connect();
    const transaction = new InTurn(client);
    let broken: Error | undefined;
    try {
      const [, ...opened] = await transaction.simple(`begin;${opening}`);
      const result = await work(transaction, opened);
      beforeCommit();
      await transaction.rest();
      await client.query('commit').catch((error: Error) => {
        throw isLost(error) ? new CommitUnknown(error) : error;
      });
      return result;
    } catch (error) {
      await transaction.rest();
      if (error instanceof CommitUnknown || isLost(error)) broken = error as Error;
      else await client.query('rollback').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.lanes.close();
  }
}

/** The connection was lost after commit was sent and before its answer came: it may have happened or not. */
export class CommitUnknown extends Error {
  constructor(cause: Error) {
    super('The connection was lost while committing', { cause });
  }
}

class InTurn implements Transaction {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly client: pg.PoolClient) {}

  run<R>(statement: Named): Promise<pg.QueryResult<R & pg.QueryResultRow>> {
    return this.after(() => this.client.query(statement));
  }

  simple(text: string): Promise<pg.QueryResult[]> {
    return this.after(async () => [(await this.client.query(text)) as unknown as pg.QueryResult | pg.QueryResult[]].flat());
  }

  copy(into: string, rows: Iterable<string>): Promise<void> {
    return this.after(() => copyInto(this.client, into, rows));
  }

  /** Once nothing is under way any more. */
  async rest(): Promise<void> {
    await this.last;
  }

  private after<T>(one: () => Promise<T>): Promise<T> {
    const mine = this.last.then(one);
    this.last = mine.catch(() => {}); // Whoever asked hears of it.
    return mine;
  }
}

/** `Statements` of contracts over a transaction, for followers and rules. */
export const statementsOn = (transaction: Transaction) => ({
  query: async <R>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
    (await transaction.run<R>(named({ text, values: [...values] }))).rows,
});
