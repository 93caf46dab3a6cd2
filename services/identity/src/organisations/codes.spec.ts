import { describe, expect, it } from '@jest/globals';
import type { OrganisationKind } from '@lianxue/contracts';
import fc from 'fast-check';
import { refused } from '../identity.room.js';
import { checkCodes, type Codes } from './codes.js';
import { divisions } from './divisions.js';

const none: Codes = { divisionCode: null, schoolCode: null, creditCode: null, schoolType: null };
const check = (codes: Partial<Codes>, kind: OrganisationKind = 'school', today = '2026-11-21') =>
  checkCodes(kind, { ...none, ...codes }, today);

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const digit = (values: readonly number[], weights: readonly number[], modulus: number) =>
  (modulus - (values.reduce((sum, value, place) => sum + value * weights[place]!, 0) % modulus)) % modulus;
/** Written from the standards a second time, by table instead of by rule. */
const wholeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
function creditCode(office: string, division: string, subject: string): string {
  const subjectCheck = digit(
    [...subject].map((sign) => parseInt(sign, 36)),
    [3, 7, 9, 10, 5, 8, 4, 2],
    11,
  );
  const body = `${office}${division}${subject}${subjectCheck === 10 ? 'X' : subjectCheck}`;
  return (
    body +
    signs[
      digit(
        [...body].map((sign) => signs.indexOf(sign)),
        wholeWeights,
        31,
      )
    ]
  );
}
const anyCreditCode = fc
  .tuple(
    fc.constantFrom('12', '52', '91', '11'),
    fc.constantFrom(...[...divisions.keys()].slice(0, 200)),
    fc.array(fc.constantFrom(...signs), { minLength: 8, maxLength: 8 }).map((drawn) => drawn.join('')),
  )
  .map((parts) => creditCode(...parts));

describe('统一社会信用代码', () => {
  it.each(['91350100M000100Y43', '12361000000000019Y', '12361000MB00000194'])('takes %s', (code) =>
    expect(() => check({ creditCode: code })).not.toThrow(),
  );

  it.each([
    ['a wrong last sign', '91350100M000100Y4Z'],
    ['a wrong check of the subject below a right check of all', '123610000000000170'],
  ])('refuses %s', (_what, code) =>
    expect(() => check({ creditCode: code })).toThrow(refused('code.invalid', { field: 'creditCode', reason: 'check' })),
  );

  it('takes every code made by the standards, and none with one sign mistyped', () => {
    fc.assert(
      fc.property(anyCreditCode, fc.nat(17), fc.constantFrom(...signs), (code, place, sign) => {
        check({ creditCode: code });
        if (code[place] === sign) return;
        expect(() => check({ creditCode: code.slice(0, place) + sign + code.slice(place + 1) })).toThrow();
      }),
    );
  });
});

describe('学校标识码', () => {
  it('needs a category and a province that exist', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10}$/), (code) => {
        const stands =
          /^(11|21|22|31|32|33|34|35|36|37|41|42|51|91|92|93)(11|12|13|14|15|21|22|23|31|32|33|34|35|36|37|41|42|43|44|45|46|50|51|52|53|54|61|62|63|64|65|71|81|82)/;
        const taken = (() => {
          try {
            check({ schoolCode: code });
            return true;
          } catch {
            return false;
          }
        })();
        expect([code, taken]).toEqual([code, stands.test(code)]);
      }),
    );
  });

  it('may stand at a campus, and is no bureau’s', () => {
    expect(() => check({ schoolCode: '2136000001' }, 'campus')).not.toThrow();
    expect(() => check({ schoolCode: '2136000001' }, 'bureau')).toThrow();
  });
});

describe('行政区划代码', () => {
  it('names the one in use instead of one that has gone, which was right in its time', () => {
    expect(() => check({ divisionCode: '361029' }, 'county')).toThrow(refused('code.invalid', { reason: 'expired', successor: '361003' }));
    expect(() => check({ divisionCode: '361029' }, 'county', '2016-11-23')).not.toThrow();
    expect(() => check({ divisionCode: '361003' }, 'county')).not.toThrow();
  });

  it('knows a successor for whatever it says has one', () => {
    for (const { successor, parent } of divisions.values()) {
      if (successor) expect(divisions.get(successor)).toMatchObject({ valid_to: '' });
      if (parent) expect(divisions.has(parent)).toBe(true);
    }
  });
});
