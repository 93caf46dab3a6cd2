import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lookupOf } from '../lookup.js';
import { vocabularyOf } from '../vocabulary.js';
import { Expression } from './expression.js';
import { Fraction } from './fraction.js';
import { Silence, type Kind } from './outcome.js';

const number = (code: string) => ({ code, type: 'number' as const });
const vocabulary = vocabularyOf([
  ...['a', 'b', 'c', 'd', 'last'].map(number),
  { code: 'mode', type: 'choice', options: [{ code: 'fibre', name: '光纤' }] },
  { code: 'remark', type: 'text' },
]);
const read = (text: string, wanted: Kind = 'truth', formula = false) => Expression.read(text, { ...vocabulary, formula }, wanted);
const faults = (text: string, wanted: Kind = 'truth', formula = false) => {
  const found = read(text, wanted, formula);
  return found instanceof Expression ? [] : found.map(({ code, start, end }) => `${code} ${start}-${end}`);
};
const now = { a: 0.1, b: 0.2, c: 0.3, last: 7, mode: 'fibre' };
const elsewhere = { last: { a: 0.08, b: 0 }, lastYear: { a: 1 }, source: { pupils: 1200 } };
function of(text: string, wanted: Kind = 'truth') {
  const expression = read(text, wanted);
  if (!(expression instanceof Expression)) throw new Error(`${text}: ${expression.map((fault) => fault.words('en')).join('; ')}`);
  const outcome = expression.of(lookupOf(vocabulary, { now, ...elsewhere }));
  if (outcome instanceof Fraction) return outcome.rounded(6);
  return outcome instanceof Silence ? outcome.because : outcome;
}

describe('an expression', () => {
  it('counts exactly', () => {
    expect(of('a + b == c')).toBe(true);
    expect(of('a + b > c')).toBe(false);
    expect(of('1 / 3 * 3 == 1')).toBe(true);
    expect(of('ratio(a, c)', 'number')).toBe('0.333333');
    expect(of('round(2.5) == 3 && round(-2.5) == -3 && round(a / c, 2) == 0.33')).toBe(true);
  });

  it('compares across fields, periods and sources', () => {
    expect(of('change(a) > 20 && last.a < a && lastYear.a == 1 && source.pupils == 1200')).toBe(true);
    expect(of('change(a)', 'number')).toBe('25.000000');
    expect(of('last == 7')).toBe(true);
    expect(of('mode == "fibre" && mode in ["fibre"] && !(mode != "fibre")')).toBe(true);
    expect(of('a > b ? a : b', 'number')).toBe('0.200000');
  });

  it('says nothing of what is not there, unless it asks', () => {
    expect(of('d > 0')).toBe('missing');
    expect(of('!(d > 0)')).toBe('missing');
    expect(of('a + d', 'number')).toBe('missing');
    expect(of('remark == "x"')).toBe('missing');
    expect(of('filled(d) == filled(a)')).toBe(false);
    expect(of('!filled(remark)')).toBe(true);
    expect(of('sum(a, d, b) == c && min(d, b) == 0.2 && max(a, d) == 0.1')).toBe(true);
    expect(of('sum(d)', 'number')).toBe('missing');
    // Whatever d were, the answer would be the same.
    expect(of('d > 0 || a > 0')).toBe(true);
    expect(of('d > 0 && a < 0')).toBe(false);
    expect(of('filled(d) ? d > 0 : true')).toBe(true);
  });

  it('makes of a division by zero a reason, not an accident', () => {
    expect(of('a / 0', 'number')).toBe('dividedByZero');
    expect(of('ratio(a, last.b) > 1')).toBe('dividedByZero');
    expect(of('change(b) > 20')).toBe('dividedByZero');
    expect(of('max(a, b / 0)', 'number')).toBe('dividedByZero');
    expect(of('last.b == 0 || a / last.b > 1')).toBe(true);
  });

  it('tells what is wrong, and where', () => {
    expect(faults('a +')).toEqual(['syntax 3-3']);
    expect(faults('a ＞ 1')).toEqual(['syntax 2-3']);
    expect(faults('a < nothing && other > 1')).toEqual(['unknown_name 4-11', 'unknown_name 15-20']);
    expect(faults('last.nothing > 1')).toEqual(['unknown_name 0-12']);
    expect(faults('source.secrets > 1')).toEqual(['unknown_name 0-14']);
    expect(faults('a')).toEqual(['wrong_type 0-1']);
    expect(faults('a && b')).toEqual(['wrong_type 0-1', 'wrong_type 5-6']);
    expect(faults('mode + 1 > 2')).toEqual(['wrong_type 0-4']);
    expect(faults('mode == "fiber"')).toEqual(['unknown_option 8-15']);
    expect(faults('"wire" != mode || mode in ["fibre", "wire"]')).toEqual(['unknown_option 0-6', 'unknown_option 36-42']);
    expect(faults('a > 1e9 || a > 0xff || a > 1234567890123 || a > 0.1234567')).toHaveLength(4);
    expect(faults('ratio(a) > 1 || change(a + b) > 1 || change() > 1 || filled() || nothing(a)')).toHaveLength(5);
    expect(faults('a * b', 'number', true)).toEqual(['product 0-5']);
    expect(faults('ratio(a, b) * 100', 'number', true)).toEqual([]);
    const [unknown] = read('nothing > 1') as readonly { words(language: 'zh' | 'en'): string }[];
    expect(unknown!.words('zh')).toBe('没有名为“nothing”的指标、来源或函数');
  });

  it('offers nothing that could run long or reach beyond the form', () => {
    const refused = [
      '[1, 2].all(x, x > 0)',
      '[a].map(x, x * x).size() > 1',
      'cel.bind(x, a, x) > 1',
      'remark.matches("(a+)+$")',
      '"a".contains("a")',
      'has(last.a)',
      'constructor == 1',
      '__proto__ == 1',
      'last.constructor == 1',
      'source.__proto__ == 1',
      'toString() == "x"',
      'dyn(a) == 1',
      'timestamp("2026-01-01T00:00:00Z") == 1',
      '{"a": 1} == 1',
      'a[0] > 1',
      'null == a',
      'b"x" == remark',
      'a in b',
      'globalThis.process == 1',
    ];
    for (const text of refused) expect([text, faults(text).length > 0]).toEqual([text, true]);
    expect(faults(`${'('.repeat(500)}a${')'.repeat(500)} > 1`)).toEqual(['too_large 40-40']);
    expect(faults(`a${' + a'.repeat(300)} > 1`)).toEqual(['too_large 0-0']);
    expect(faults('a'.repeat(2001))).toEqual(['too_large 2000-2001']);
  });
});

describe('any expression at all', () => {
  const names = fc.constantFrom(
    'a',
    'b',
    'd',
    'last.a',
    'lastYear.a',
    'source.pupils',
    'mode',
    'nothing',
    '0',
    '1.5',
    '"x"',
    'true',
    'null',
  );
  const glue = fc.constantFrom(
    '+',
    '-',
    '*',
    '/',
    '<',
    '==',
    '&&',
    '||',
    '?',
    ':',
    '(',
    ')',
    ',',
    '!',
    'in',
    '[',
    ']',
    'sum(',
    'ratio(',
    'change(',
  );
  const strange = fc.array(fc.oneof(names, glue, fc.string({ maxLength: 3 })), { maxLength: 60 }).map((parts) => parts.join(' '));

  it('is computed or refused by a code', () => {
    fc.assert(
      fc.property(
        fc.oneof(strange, fc.string({ unit: 'binary', maxLength: 300 })),
        fc.constantFrom<Kind>('number', 'truth'),
        (text, wanted) => {
          const expression = read(text, wanted);
          if (!(expression instanceof Expression)) {
            expect(expression.length).toBeGreaterThan(0);
            for (const fault of expression) expect(fault.words('zh')).not.toBe('');
            return;
          }
          const outcome = expression.of(lookupOf(vocabulary, { now, ...elsewhere }));
          const kinds = wanted === 'number' ? [Fraction, Silence] : [Boolean, Silence];
          expect(kinds.some((kind) => Object(outcome) instanceof kind)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('agrees with whole numbers of millionths, to the last place', () => {
    const value = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    const places = (millionths: number) => Fraction.of(millionths).dividedBy(Fraction.of(1_000_000))!.rounded(6);
    fc.assert(
      fc.property(value, value, value, (x, y, z) => {
        const compute = (text: string) => {
          const given = { a: places(x), b: places(y), c: places(z) };
          return (read(text) as Expression).of(lookupOf(vocabulary, { now: given }));
        };
        const [p, q, r] = [BigInt(x), BigInt(y), BigInt(z)] as [bigint, bigint, bigint];
        expect(compute('a + b <= c')).toBe(p + q <= r);
        expect(compute('a - b == c')).toBe(p - q === r);
        expect(compute('a * b > c * c')).toBe(p * q > r * r);
        if (q !== 0n && r !== 0n) expect(compute('a / b == c / b')).toBe(p === r);
        if (q > 0n) expect(compute('a / b < c')).toBe(p * 1_000_000n < r * q);
      }),
    );
  });
});
