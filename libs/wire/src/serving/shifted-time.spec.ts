import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { atShiftedTime, outsideSandbox, shiftOfTime } from '@lianxue/contracts';

describe('the time in a sandbox', () => {
  it('is told to what its call causes, however late, and to nothing beside it', async () => {
    const inside = atShiftedTime(5_000, async () => {
      await sleep(5);
      return [shiftOfTime(), outsideSandbox(new Date(6_000)).getTime()];
    });
    const other = atShiftedTime(-7_000, async () => {
      await sleep(2);
      return shiftOfTime();
    });
    expect(shiftOfTime()).toBe(0);
    expect(await Promise.all([inside, other])).toEqual([[5_000, 1_000], -7_000]);
    expect(shiftOfTime()).toBe(0);
  });

  it('leaves a call alone that is not shifted, and ends with a refusal too', async () => {
    expect(await atShiftedTime(0, async () => shiftOfTime())).toBe(0);
    await expect(atShiftedTime(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(shiftOfTime()).toBe(0);
  });
});
