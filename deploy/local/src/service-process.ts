import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hindrance, ROOT, type ServiceName } from './installation.js';
import { end, markOf, spawnApart } from './processes.js';
import type { Running } from './supervisor.js';

/** A service drains for 20 s at most; a little more before it is killed. */
const DRAINING = 25_000;

export interface ServiceProcess {
  readonly name: ServiceName;
  readonly log: string;
  /** Where it answers `/health/ready`. */
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * What the gateway forwards lives for a millisecond and there is much of it: with 32 MB for the young, a twentieth of its time goes elsewhere than
 * into collecting. The services hold less at once and keep Node's own measure.
 */
const optionsOf = (name: ServiceName): string[] => (name === 'gateway' ? ['--max-semi-space-size=32'] : []);

/** Starts `services/<name>` as a process. */
export async function startService({ name, log, port, env }: ServiceProcess): Promise<Running> {
  // Whose rights the launcher has is not a service's business.
  const { DATABASE_URL: _database, NATS_URL: _nats, LIANXUE_SECRET_FILE: _secret, ...inherited } = process.env;
  const child = spawnApart(
    process.execPath,
    ['--enable-source-maps', ...optionsOf(name), join(ROOT, 'services', name, 'dist', 'main.js')],
    {
      log,
      cwd: ROOT,
      env: { ...inherited, NODE_ENV: 'production', ...env },
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const mark = (child.pid && markOf(child.pid)) || { pid: child.pid ?? 0, started: 'never' };
  return { port, mark, ended, stop: () => end(mark, { patience: DRAINING }) };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Waits until a service answers that it is ready; it may be restarted meanwhile. */
export async function untilServiceReady({ name, port, log }: ServiceProcess, patience = 90_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isReady(port))) {
    if (Date.now() > deadline) throw new Hindrance(`The service ${name} was not ready after ${patience / 1000} s; it says why in ${log}.`);
    await sleep(50);
  }
}
