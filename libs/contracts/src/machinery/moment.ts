import { AsyncLocalStorage } from 'node:async_hooks';

const shifts = new AsyncLocalStorage<number>();
let under = 0;

/**
 * Runs what a call in a sandbox causes at another time than the platform's: by `ms` later (or earlier). Only clocks that are asked from
 * within tell it; the time of the running platform is nobody's to move.
 */
export async function atShiftedTime<T>(ms: number, run: () => Promise<T>): Promise<T> {
  if (ms === 0) return run();
  under++;
  try {
    return await shifts.run(ms, run);
  } finally {
    // Following calls through every promise costs the whole process; while no sandbox calls, nothing is followed.
    if (--under === 0) shifts.disable();
  }
}

/** By how much the call being served is shifted; 0 for all but sandboxes. */
export const shiftOfTime = (): number => (under === 0 ? 0 : (shifts.getStore() ?? 0));

/** What such a moment was outside the sandbox: audit trails and revocations know only that. */
export const outsideSandbox = (at: Date): Date => {
  const shift = shiftOfTime();
  return shift === 0 ? at : new Date(at.getTime() - shift);
};
