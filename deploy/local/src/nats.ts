import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { natsConfiguration, type NatsUser } from './nats-configuration.js';
import { natsProgram } from './nats-program.js';
import { freePort, greeting } from './ports.js';
import type { Server } from './postgres.js';
import { end, markOf, spawnApart, untilReady, type Mark } from './processes.js';
import { writePrivate } from './secrets.js';

export interface NatsOptions {
  /** Where its configuration, log and streams are kept; made when absent. */
  readonly folder: string;
  /** Where a fetched program is kept; several servers may share it. */
  readonly programs?: string;
  readonly users: readonly NatsUser[];
  readonly port?: number;
  readonly say?: (line: string) => void;
}

export interface NatsServer extends Server {
  /** The address with a user's credentials inside. */
  urlOf(user: string): string;
}

/** Starts a NATS server with JetStream, with one user per service. */
export async function startNats({ folder, programs = folder, users, port, say }: NatsOptions): Promise<NatsServer> {
  mkdirSync(join(folder, 'streams'), { recursive: true });
  const program = natsProgram(programs, say);
  const chosen = port ?? (await freePort());
  const configuration = join(folder, 'nats.conf');
  const log = join(folder, 'nats.log');
  const inContainer = program.kind === 'container';
  writePrivate(
    configuration,
    natsConfiguration({
      listen: inContainer ? '0.0.0.0:4222' : `127.0.0.1:${chosen}`,
      store: inContainer ? '/streams' : join(folder, 'streams'),
      users,
    }),
  );
  const child = inContainer
    ? spawnApart('docker', containerArgs(folder, chosen, program.image), { log })
    : spawnApart(program.path, ['-c', configuration], { log });
  await untilReady(
    'NATS',
    child,
    log,
    async () => Boolean((await greeting(chosen))?.includes('"jetstream":true')),
    inContainer ? 120_000 : 15_000,
  );
  const mark = markOf(child.pid!)!;
  const urlOf = (user: string) => {
    const known = users.find(({ name }) => name === user);
    if (!known) throw new Error(`NATS has no user ${user}.`);
    return `nats://${user}:${encodeURIComponent(known.password)}@127.0.0.1:${chosen}`;
  };
  return {
    port: chosen,
    url: `nats://127.0.0.1:${chosen}`,
    urlOf,
    mark,
    stop: () => stopNats(mark),
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
  };
}

export const stopNats = (mark: Mark): Promise<void> => end(mark, { signal: 'SIGTERM', patience: 10_000 });

function containerArgs(folder: string, port: number, image: string): string[] {
  const name = `lianxue-nats-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  // A launcher that was killed leaves its container behind.
  spawnSync('docker', ['rm', '--force', name], { stdio: 'ignore' });
  const mounts = ['-v', `${join(folder, 'nats.conf')}:/etc/lianxue-nats.conf:ro`, '-v', `${join(folder, 'streams')}:/streams`];
  return ['run', '--rm', '--name', name, '-p', `127.0.0.1:${port}:4222`, ...mounts, image, '-c', '/etc/lianxue-nats.conf'];
}
