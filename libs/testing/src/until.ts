import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what comes about by itself; what does not within this time never will. */
export async function until(met: () => boolean | Promise<boolean>, withinMs = 25_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await met()); await sleep(20)) if (Date.now() > end) throw new Error('It never came to pass.');
}
