import { setTimeout as sleep } from 'node:timers/promises';

const firstPauseMs = 200;
const longestPauseMs = 10_000;

/** Tries until it succeeds or no longer matters; tells of each failure. Waiting keeps no process alive. */
export async function persistently(
  action: () => Promise<void>,
  { forMs, failed }: { forMs: number; failed: (error: unknown) => void },
): Promise<void> {
  const giveUp = Date.now() + forMs;
  for (let pause = firstPauseMs; Date.now() < giveUp; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return await action();
    } catch (error) {
      failed(error);
      await sleep(pause, undefined, { ref: false });
    }
  }
}
