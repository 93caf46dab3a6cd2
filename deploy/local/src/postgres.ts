import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { end, markOf, spawnApart, untilReady, type Mark } from './processes.js';
import { binariesFor, unprivilegedOwner, type Owner } from './postgres-binaries.js';
import { freePort } from './ports.js';

export interface PostgresOptions {
  /** Where its data and log are kept; made when absent. */
  readonly folder: string;
  /** Of the superuser `postgres`. Fixed when the data is made. */
  readonly password: string;
  readonly port?: number;
  /** False for tests: nothing is synchronised to the disk, and nothing survives a power cut. */
  readonly durable?: boolean;
}

/** A running server. */
export interface Server {
  readonly port: number;
  readonly url: string;
  readonly mark: Mark;
  stop(): Promise<void>;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

/** Seven services with eight connections each, the relays, the launcher and psql: twice what is used. */
const MAX_CONNECTIONS = 200;

/**
 * A thirty-second of the machine's memory for pages that PostgreSQL keeps itself, 128 MB to 1 GB: a million titles to be searched
 * take 300 MB, and a page fetched from the system's cache costs several times one that is there.
 */
const KEPT_PAGES_MB = Math.min(1024, Math.max(128, Math.floor(totalmem() / 32 / 1024 ** 2)));

/** Starts an embedded PostgreSQL 18, making its data the first time. A server left behind in the same folder is ended first. */
export async function startPostgres({ folder, password, port, durable = true }: PostgresOptions): Promise<Server> {
  mkdirSync(folder, { recursive: true });
  const owner = unprivilegedOwner();
  const place = await placeOf(folder, owner);
  const native = binariesFor(owner, place);
  const data = join(place, 'data');
  await endLeftover(data);
  if (!existsSync(join(data, 'PG_VERSION'))) initialise({ native, place, data, password, durable, owner });

  const chosen = port ?? (await freePort());
  const log = join(folder, 'postgres.log');
  const child = spawnApart(join(native, 'bin', 'postgres'), ['-D', data, ...settings(chosen, durable)], { log, cwd: place, ...owner });
  await untilReady('PostgreSQL', child, log, async () => statusOf(data)?.status === 'ready');
  const mark = markOf(child.pid!)!;
  return {
    port: chosen,
    url: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${chosen}/postgres`,
    mark,
    stop: () => stopPostgres(mark),
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
  };
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, nothing is lost. */
export const stopPostgres = (mark: Mark): Promise<void> => end(mark, { signal: 'SIGINT', patience: 20_000 });

function settings(port: number, durable: boolean): string[] {
  const chosen: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: MAX_CONNECTIONS,
    shared_buffers: `${KEPT_PAGES_MB}MB`,
    log_min_messages: 'warning',
    timezone: 'UTC',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '10s' }),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Where the data can live: here or, where its owner may not enter, in a folder that is his and is written down here. */
async function placeOf(folder: string, owner: Owner | undefined): Promise<string> {
  const note = join(folder, 'place');
  if (existsSync(note)) return ownedFolder(readFileSync(note, 'utf8').trim(), owner);
  const mayEnter = !owner || spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...owner, cwd: '/', stdio: 'ignore' }).status === 0;
  if (mayEnter) return ownedFolder(join(folder, 'server'), owner);
  const asked = process.env.LIANXUE_POSTGRES_FOLDER;
  const elsewhere = asked ?? `/var/lib/lianxue-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  // Without the note, what lies at our own address belongs to a state folder that was removed, secrets and all.
  if (!asked) {
    await endLeftover(join(elsewhere, 'data'));
    rmSync(join(elsewhere, 'data'), { recursive: true, force: true });
  }
  writeFileSync(note, `${elsewhere}\n`);
  return ownedFolder(elsewhere, owner);
}

function ownedFolder(place: string, owner: Owner | undefined): string {
  mkdirSync(place, { recursive: true, mode: 0o755 });
  if (owner) chownSync(place, owner.uid, owner.gid);
  return place;
}

interface Making {
  readonly native: string;
  readonly place: string;
  readonly data: string;
  readonly password: string;
  readonly durable: boolean;
  readonly owner: Owner | undefined;
}

function initialise({ native, place, data, password, durable, owner }: Making): void {
  rmSync(data, { recursive: true, force: true });
  const secret = join(place, 'password');
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (owner) chownSync(secret, owner.uid, owner.gid);
  // macOS has no C.UTF-8; everywhere else it is what makes pg_trgm see Han characters without depending on installed locales.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const args = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--no-instructions',
  ];
  if (!durable) args.push('--no-sync');
  const { status, stderr, error } = spawnSync(join(native, 'bin', 'initdb'), args, {
    ...owner,
    cwd: place,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
  });
  rmSync(secret);
  if (status !== 0) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data in ${data}: ${error?.message ?? stderr.trim()}`);
  }
  chmodSync(data, 0o700);
}

/** What the server itself writes into its data folder: line 1 the pid, line 8 `ready` once it answers. */
function statusOf(data: string): { pid: number; status: string | undefined } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

async function endLeftover(data: string): Promise<void> {
  const pid = statusOf(data)?.pid;
  const mark = pid ? markOf(pid) : undefined;
  // The pid may be anybody's by now; a postmaster works in its data folder.
  if (mark && worksIn(pid!, data)) await stopPostgres(mark);
}

function worksIn(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}
