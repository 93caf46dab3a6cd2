import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds from spawn to ready of one more replica of a service, which is ended at once. */
export async function secondStart(service: string, environment: Record<string, string>, healthPort: number): Promise<number> {
  const root = join(import.meta.dirname, '..', '..', '..');
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'services', service, 'dist', 'main.js')], {
    cwd: root,
    stdio: 'ignore',
    env: { ...environment, LIANXUE_HEALTH_PORT: String(healthPort) },
  });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${healthPort}/health/ready`).catch(() => undefined);
      if (answer?.ok) return performance.now() - began;
      if (child.exitCode !== null || performance.now() - began > 30_000) return NaN;
      await sleep(5);
    }
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
