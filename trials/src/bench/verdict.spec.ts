import { judge, type Line } from './verdict.js';

const line = (ratio: number, sense: Line['sense'] = '>='): Line => ({
  id: 'T',
  what: '',
  ratio,
  sense,
  gate: sense === '>=' ? 0.5 : 3,
  goal: sense === '>=' ? 1 : 2.5,
});

describe('a verdict', () => {
  it.each([
    [line(1.1), 'goal'],
    [line(0.7), 'gate'],
    [line(0.4), 'missed'],
    [line(2, '<='), 'goal'],
    [line(2.8, '<='), 'gate'],
    [line(4, '<='), 'missed'],
    [line(NaN), 'no verdict'],
  ] as const)('reads %o as %s', (given, expected) => expect(judge(given, false)).toBe(expected));

  it('is never a pass on a noisy machine', () => expect(judge(line(5), true)).toBe('no verdict'));
});
