import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ends what a test run started, last first, and removes its folder. */
export async function sweep(folder) {
  const marks = readdirSync(folder)
    .filter((name) => name.endsWith('.mark'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .sort((a, b) => b.order - a.order);
  for (const mark of marks) await end(mark);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** A platform drains for up to 30 s before it lets go of its servers; all others are gone at once. */
async function end({ pid, started, signal }) {
  for (let tries = 0; startOf(pid) === started && tries < 2000; tries++) {
    if (tries === 0) process.kill(pid, signal);
    if (tries === 1500) process.kill(pid, 'SIGKILL');
    await sleep(20);
  }
}

function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
