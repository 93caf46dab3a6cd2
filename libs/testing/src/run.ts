import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mark } from '@lianxue/local';

let own: string | undefined;

/** The folder of this test run (made by Jest's global setup, else by this process for itself). */
export function runFolder(): string {
  const given = process.env.LIANXUE_TEST_RUN ?? own;
  if (given) return given;
  own = mkdtempSync(join(tmpdir(), 'lianxue-test-'));
  chmodSync(own, 0o755);
  writeFileSync(join(own, 'run.pid'), String(process.pid));
  return own;
}

/** Makes something once per run: the first worker that asks makes it, the others wait and read what it wrote down. */
export async function oncePerRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const made = join(runFolder(), `${name}.json`);
  const lock = join(runFolder(), `${name}.lock`);
  for (;;) {
    if (existsSync(made)) return JSON.parse(readFileSync(made, 'utf8')) as T;
    if (takes(lock)) {
      try {
        const result = await make();
        writeFileSync(`${made}.half`, JSON.stringify(result));
        renameSync(`${made}.half`, made);
        return result;
      } finally {
        rmSync(lock);
      }
    }
    await sleep(50);
  }
}

/** Notes a process that the end of the run must not leave behind. */
export function noteProcess(mark: Mark, signal: NodeJS.Signals): void {
  writeFileSync(join(runFolder(), `${mark.pid}.mark`), JSON.stringify({ ...mark, signal, order: Date.now() }));
}

function takes(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
