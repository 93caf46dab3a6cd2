import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computed, computedFromSums, wrongFormulas, type Formulated } from './formulas.js';

const indicator = (code: string, type: Formulated['type'] = 'integer', formula?: string, decimals?: number): Formulated => ({
  code,
  type,
  ...(formula !== undefined && { formula }),
  ...(decimals !== undefined && { decimals }),
});
const form = {
  indicators: [
    indicator('mm_gap', 'percent', '100 - mm_ratio'),
    indicator('classrooms'),
    indicator('mm_classrooms'),
    indicator('mm_ratio', 'percent', 'ratio(mm_classrooms, classrooms) * 100'),
    indicator('growth', 'number', 'change(classrooms)', 1),
    indicator('per_pupil', 'number', 'classrooms / source.pupils', 4),
  ],
};

describe('the formulas of a form', () => {
  it('are computed in the order they need one another, to the places of their indicators', () => {
    expect(computed(form, { classrooms: 30, mm_classrooms: 28 })).toEqual({ mm_ratio: 93.33, mm_gap: 6.67 });
    expect(computed(form, { classrooms: 30 }, { last: { classrooms: 28 }, source: { pupils: 900 } })).toEqual({
      growth: 7.1,
      per_pupil: 0.0333,
    });
  });

  it('are left out where something is missing, of the wrong kind, or would be divided by zero', () => {
    expect(computed(form, {})).toEqual({});
    expect(computed(form, { classrooms: 0, mm_classrooms: 0 })).toEqual({});
    expect(computed(form, { classrooms: '３０', mm_classrooms: 1 })).toEqual({});
    expect(computed(form, { classrooms: Number.NaN, mm_classrooms: 1 })).toEqual({});
  });

  it('never take a typed value for a computed one', () => {
    expect(computed(form, { classrooms: 4, mm_classrooms: 1, mm_ratio: 99 })).toEqual({ mm_ratio: 25, mm_gap: 75 });
  });

  it('of many units come from sums, not from averages', () => {
    const schools = [
      { classrooms: 10, mm_classrooms: 10 },
      { classrooms: 90, mm_classrooms: 0 },
    ];
    expect(schools.map((values) => computed(form, values).mm_ratio)).toEqual([100, 0]);
    expect(computedFromSums(form, { classrooms: '100', mm_classrooms: '10' })).toMatchObject({ mm_ratio: '10.00', mm_gap: '90.00' });
  });

  it('of sums beyond what a double holds stay exact', () => {
    const money = { indicators: [indicator('own', 'number'), indicator('granted', 'number'), indicator('all', 'number', 'own + granted')] };
    expect(computedFromSums(money, { own: '9007199254740993.01', granted: '0.01' })).toEqual({ all: '9007199254740993.02' });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.bigInt({ min: 0n, max: 10n ** 17n }), (own, granted) => {
        const total = computedFromSums(money, { own: own.toString(), granted: granted.toString() });
        expect(total).toEqual({ all: `${own + granted}.00` });
      }),
    );
  });

  it('are found wrong before anybody fills in', () => {
    const wrong = {
      indicators: [
        indicator('a', 'number', 'b + 1'),
        indicator('b', 'number', 'c - 1'),
        indicator('c', 'number', 'a'),
        indicator('d', 'number', 'a +'),
        indicator('e', 'number', 'f > 1'),
        indicator('f'),
        indicator('g', 'number', 'f * f'),
        indicator('h', 'number', 'last.h + f'),
      ],
    };
    const told = wrongFormulas(wrong).map(({ index, faults }) => `${index} ${faults.map(({ code }) => code).join()}`);
    expect(told).toEqual(['3 syntax', '4 wrong_type', '6 product', '0 circle', '1 circle', '2 circle']);
    expect(wrongFormulas(wrong).at(-1)!.faults[0]!.words('en')).toContain('c → a → b → c');
    expect(computed(wrong, { f: 1 }, { last: { h: 2 } })).toEqual({ h: 3 });
    expect(wrongFormulas(form)).toEqual([]);
  });
});
