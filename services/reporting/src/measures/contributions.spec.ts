import { describe, expect, it } from '@jest/globals';
import { contributionsOf, type Telling } from './contributions.js';

const organisation = 'school';
const telling = (version: number, day: string, ...parts: Telling['parts']): Telling => ({ version, day, parts });
const stands = (dimension: string, where = organisation) => ({ measure: 'resources_available', organisation: where, dimension }) as const;
const happened = { measure: 'works_entered', organisation, dimension: 'call' } as const;
const brief = (tellings: readonly Telling[]) =>
  contributionsOf(tellings).map(({ organisation: where, day, dimension, amount }) => [where, day, dimension, amount]);

describe('what an entity counts as', () => {
  it('stands from the day it was told until the day it was told otherwise', () => {
    const tellings = [telling(1, '2026-01-05', stands('physics')), telling(2, '2026-01-09', stands('physics')), telling(3, '2026-02-01')];
    expect(brief(tellings)).toEqual([
      ['school', '2026-01-05', 'physics', 1],
      ['school', '2026-02-01', 'physics', -1],
    ]);
  });

  it('moves with its organisation and its dimension', () => {
    expect(brief([telling(1, '2026-01-05', stands('physics')), telling(2, '2026-01-09', stands('history', 'other'))])).toEqual([
      ['school', '2026-01-05', 'physics', 1],
      ['school', '2026-01-09', 'physics', -1],
      ['other', '2026-01-09', 'history', 1],
    ]);
  });

  it('happened on the day it began to be so, and did not happen when it is taken back', () => {
    const tellings = [telling(1, '2026-01-05', happened), telling(2, '2026-01-09', happened)];
    expect(brief(tellings)).toEqual([['school', '2026-01-05', 'call', 1]]);
    expect(brief([...tellings, telling(3, '2026-01-10')])).toEqual([]);
    expect(brief([...tellings, telling(3, '2026-01-10'), telling(4, '2026-01-12', happened)])).toEqual([
      ['school', '2026-01-12', 'call', 1],
    ]);
  });

  it('counts on the day it says itself, by the latest telling alone', () => {
    const on = (day: string) => ({ measure: 'incidents_closed', organisation, dimension: 'IV', on: day }) as const;
    expect(brief([telling(1, '2026-01-09', on('2026-01-02')), telling(2, '2026-01-10', on('2026-01-03'))])).toEqual([
      ['school', '2026-01-03', 'IV', 1],
    ]);
  });

  it('is the same in whatever order it was told', () => {
    const tellings = [
      telling(1, '2026-01-05', stands('physics'), happened),
      telling(2, '2026-01-06'),
      telling(3, '2026-01-09', stands('history'), happened),
      telling(4, '2026-01-11', stands('history')),
    ];
    for (const order of permutations(tellings)) expect(contributionsOf(order)).toEqual(contributionsOf(tellings));
  });
});

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2 ? [[...all]] : all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
