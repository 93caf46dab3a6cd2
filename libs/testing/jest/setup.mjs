import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweep } from './sweep.mjs';

/** One folder per test run, where the workers find the servers that the first of them started. */
export default async function setup() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith('lianxue-test-'))) {
    const folder = join(tmpdir(), name);
    if (!runs(folder)) await sweep(folder);
  }
  const folder = mkdtempSync(join(tmpdir(), 'lianxue-test-'));
  // PostgreSQL runs as another user when we are root, and must get in.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'run.pid'), String(process.pid));
  process.env.LIANXUE_TEST_RUN = folder;
}

/** Whether the test run of this folder still lives. */
function runs(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'run.pid'), 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
