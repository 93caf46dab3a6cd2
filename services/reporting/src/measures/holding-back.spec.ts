import { describe, expect, it } from '@jest/globals';
import { leastPeople } from '@lianxue/contracts';
import fc from 'fast-check';
import { heldBack } from './holding-back.js';

const held = (amounts: Record<string, number>) => {
  const { lines, total } = heldBack(new Map(Object.entries(amounts)));
  return [[...lines].sort(), total];
};

describe('holding back few people', () => {
  it('leaves alone what has five or more everywhere', () => expect(held({ a: 5, b: 40, c: 0 })).toEqual([[], false]));

  it('holds back the smallest other with the only one of few, or the sum would tell it', () =>
    expect(held({ a: 3, b: 40, c: 20, d: 0 })).toEqual([['a', 'c'], false]));

  it('goes on until five or more people are in what is held back', () =>
    expect(held({ a: 1, b: 2, c: 9 })).toEqual([['a', 'b', 'c'], false]));

  it('holds back the sum where there is nothing else to hold back', () => {
    expect(held({ a: 3, b: 0 })).toEqual([['a'], true]);
    expect(held({ a: 2, b: 2 })).toEqual([['a', 'b'], true]);
  });

  it('never leaves a sum of fewer than five to be told by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (amounts) => {
        const { lines, total } = heldBack(new Map(amounts.map((amount, index) => [String(index), amount])));
        const shown = amounts.filter((_, index) => !lines.has(String(index)));
        expect(shown.every((amount) => amount === 0 || amount >= leastPeople)).toBe(true);
        const rest = amounts.reduce((sum, amount) => sum + amount, 0) - shown.reduce((sum, amount) => sum + amount, 0);
        if (!total && lines.size > 0) expect([lines.size > 1, rest >= leastPeople]).toEqual([true, true]);
      }),
    );
  });
});
