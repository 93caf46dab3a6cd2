import { describe, expect, it } from '@jest/globals';
import { measureCatalogue, measureCodes } from './measure-catalogue.js';
import { measureDimensions, type MeasureTerms } from './measure-terms.js';
import { measureGroups } from './measures.js';

const all: readonly (readonly [string, MeasureTerms])[] = Object.entries(measureCatalogue);

describe('the catalogue of measures', () => {
  it('has no measure by pupil or any other person, and no line can be one', () => {
    const words = [...measureCodes, ...measureDimensions, ...measureGroups].join(' ');
    expect(words).not.toMatch(/person|pupil_(?!movements)|by_pupil|teacher|guardian|name/);
  });

  it('ranks nobody: what counts people has no direction', () =>
    expect(all.filter(([, { counts, direction }]) => counts === 'people' && direction !== undefined)).toEqual([]));

  it('says in both languages what it is, and what exactly is counted', () => {
    for (const [code, { zh, en, unit, definition }] of all) {
      expect({ code, zh, en }).toMatchObject({ zh: expect.stringMatching(/^[一-鿿]+$/), en: expect.stringMatching(/^[A-Z][a-z -]+$/) });
      expect([code, unit.length > 0, definition.length > 10]).toEqual([code, true, true]);
    }
  });
});
