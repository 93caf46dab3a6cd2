import pg from 'pg';
import { connectTimeoutMs, types } from './data-source.js';
import type { Named } from './statement.js';
import { isLost } from './troubles.js';

/** How long a refused connection stays refused, so that a server that is away is not hammered. */
const restMs = 100;

/** One connection on which statements follow each other without waiting for answers. Made when needed, made anew when lost. */
class Lane {
  inFlight = 0;
  private client: Promise<pg.Client> | undefined;

  constructor(private readonly config: pg.ClientConfig) {}

  async run<R>(statement: Named): Promise<R[]> {
    this.inFlight++;
    try {
      const client = await (this.client ??= this.connect());
      return (await client.query(statement)).rows as R[];
    } catch (error) {
      // Class 42 includes a prepared statement that was refused, after which this connection believes it has it.
      if (String((error as { code?: string }).code).startsWith('42')) await this.close();
      throw error;
    } finally {
      this.inFlight--;
    }
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.then((open) => open.end()).catch(() => {}); // What never opened needs no closing.
  }

  private connect(): Promise<pg.Client> {
    const client = new pg.Client(this.config);
    const connecting = client.connect().then(() => client);
    const forget = () => {
      if (this.client === connecting) this.client = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    connecting.catch(() => setTimeout(forget, restMs).unref());
    return connecting;
  }
}

/**
 * Two pipelined connections for short reads: a statement goes to the one with less under way, so that a slow one holds
 * back few. Reads only: a transaction needs a connection of its own.
 */
export class Lanes {
  private readonly lanes: readonly [Lane, Lane];

  constructor(url: string, service: string) {
    const config = {
      connectionString: url,
      application_name: `lianxue-${service}-reads`,
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
      pipeline: true,
      types,
    };
    this.lanes = [new Lane(config), new Lane(config)];
  }

  /** Runs a read; one that met a broken connection is run once more on a new one. */
  async run<R>(statement: Named): Promise<R[]> {
    try {
      return await this.quieter().run<R>(statement);
    } catch (error) {
      if (!isLost(error)) throw error;
      return this.quieter().run<R>(statement);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }

  private quieter(): Lane {
    const [first, second] = this.lanes;
    return second.inFlight < first.inFlight ? second : first;
  }
}
