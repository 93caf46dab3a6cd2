import { describe, expect, it } from '@jest/globals';
import { arrivals } from './plan.js';

describe('the last hour', () => {
  it('lets half of the schools come in its last five minutes, one after the other', () => {
    const hourMs = 60 * 60_000;
    const plan = arrivals(1001, hourMs);
    expect(plan).toHaveLength(1001);
    expect(plan).toEqual([...plan].sort((a, b) => a - b));
    expect(plan.filter((at) => at >= hourMs - 5 * 60_000)).toHaveLength(501);
    expect(plan.at(-1)).toBeLessThan(hourMs);
  });
});
