import { describe, expect, it } from '@jest/globals';
import { pauseAfter, windowMs } from './retry-schedule.js';

const attempts = (chance: number) => {
  let [at, made] = [0, 1];
  while (at < windowMs) at += pauseAfter(made++, chance);
  return made;
};

describe('the schedule of retries', () => {
  it('spans three days with at most twenty attempts, whatever the jitter', () => {
    expect(windowMs).toBe(72 * 3600_000);
    for (const chance of [0, 0.5, 1]) expect(attempts(chance)).toBeLessThanOrEqual(20);
    expect(attempts(0)).toBeGreaterThan(15);
  });

  it('begins with half a minute and ends with six hours, each a tenth sooner or later', () => {
    expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([27_000, 33_000]);
    expect(pauseAfter(500, 0.5)).toBe(6 * 3600_000);
  });
});
