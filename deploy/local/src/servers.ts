import { connect } from 'node:net';
import { join } from 'node:path';
import { Hindrance, ROOT, SERVICES, type Installation } from './installation.js';
import { startNats } from './nats.js';
import { startPostgres } from './postgres.js';
import { databasePassword, natsPassword } from './secrets.js';
import type { Running } from './supervisor.js';

/** Who may connect to NATS: every service, and the programs of `deploy`. */
export const NATS_USERS = [...SERVICES, 'deploy'] as const;

/** The database a deployment lives in when the server is ours. */
const DATABASE = 'lianxue';

/** A server of ours, to be kept running, or somebody else's address. */
interface Backing {
  /** Undefined: it is not ours to start. */
  readonly start: (() => Promise<Running>) | undefined;
}

export interface Database extends Backing {
  /** With a role that may create roles and schemas. */
  adminUrl(): string;
  readonly name: string;
}

export interface Messaging extends Backing {
  urlOf(user: string): string;
}

/** The PostgreSQL of this installation: `DATABASE_URL`, else an embedded one that keeps its port as long as the launcher lives. */
export async function databaseOf(installation: Installation): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await demandAnswer(given, 5432, 'PostgreSQL', 'DATABASE_URL');
    return { start: undefined, adminUrl: () => given, name: decodeURIComponent(new URL(given).pathname.slice(1)) || DATABASE };
  }
  let port: number | undefined;
  const password = databasePassword(installation.secret, 'superuser');
  const start = async () => {
    const server = await startPostgres({ folder: installation.file('postgres'), password, ...(port && { port }) });
    port = server.port;
    return server;
  };
  return { start, adminUrl: () => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, name: DATABASE };
}

/** The NATS of this installation: `NATS_URL`, with the credentials it holds, else a local one. */
export async function messagingOf(installation: Installation, say: (line: string) => void): Promise<Messaging> {
  const given = process.env.NATS_URL;
  if (given) {
    await demandAnswer(given, 4222, 'NATS', 'NATS_URL');
    return { start: undefined, urlOf: () => given };
  }
  const users = NATS_USERS.map((name) => ({ name, password: natsPassword(installation.secret, name) }));
  const options = { folder: installation.file('nats'), programs: join(ROOT, '.lianxue', 'programs'), users, say };
  let port: number | undefined;
  const start = async () => {
    const server = await startNats({ ...options, ...(port && { port }) });
    port = server.port;
    return server;
  };
  return { start, urlOf: (user) => `nats://${user}:${natsPassword(installation.secret, user)}@127.0.0.1:${port}` };
}

/** Says in one sentence when a server that was named does not answer. */
async function demandAnswer(url: string, usualPort: number, what: string, variable: string): Promise<void> {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    throw new Hindrance(
      `${variable} is not an address; it looks like ${what === 'NATS' ? 'nats://host:4222' : 'postgres://user:password@host:5432/lianxue'}.`,
    );
  }
  const port = Number(address.port) || usualPort;
  const answered = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: address.hostname, port, timeout: 3000 });
    const finish = (result: boolean) => () => (socket.destroy(), resolve(result));
    socket.once('connect', finish(true)).once('error', finish(false)).once('timeout', finish(false));
  });
  if (!answered) throw new Hindrance(`${what} does not answer at ${address.hostname}:${port}, which ${variable} names.`);
}
