import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, markOf, spawnApart, untilReady, type Known } from '@lianxue/local';
import { noteProcess, oncePerRun, runFolder } from './run.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** It builds what has changed, starts two servers and seven processes, and registers the demo region. */
const PATIENCE = 240_000;

export interface TestPlatform {
  readonly origin: string;
  /** What `demo.json` says: clients and accounts. */
  readonly known: Known;
  /** Its state folder: logs, `run.json`. */
  readonly home: string;
}

/**
 * The whole platform with the demo region, as `npm start` makes it, at a port of its own: started by the first test of a
 * run that asks, shared by the others, ended with the run. Give `beforeAll` 240 s.
 */
export async function platform(): Promise<TestPlatform> {
  const { home } = await oncePerRun('platform', async () => {
    const folder = join(runFolder(), 'platform');
    mkdirSync(folder, { recursive: true });
    const log = join(folder, 'launcher.log');
    const child = spawnApart(process.execPath, [join(ROOT, 'deploy', 'local', 'start.mjs'), 'start'], {
      log,
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', LIANXUE_HOME: folder, LIANXUE_PORT: String(await freePort()) },
    });
    noteProcess(markOf(child.pid!)!, 'SIGTERM');
    await untilReady('The platform', child, log, async () => phaseIn(folder) === 'ready', PATIENCE);
    return { home: folder };
  });
  const known = JSON.parse(readFileSync(join(home, 'demo.json'), 'utf8')) as Known;
  return { origin: known.baseUrl, known, home };
}

function phaseIn(folder: string): string | undefined {
  const file = join(folder, 'run.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { phase: string }).phase : undefined;
}
