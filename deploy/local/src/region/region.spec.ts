import { describe, expect, it } from '@jest/globals';
import { postRoles, roles } from '@lianxue/contracts';
import { authority, organisations, people } from './demo-region.js';
import { divisionOf } from './division.js';

describe('the demo region', () => {
  const kinds = new Map<string, string>([[authority.key, authority.kind], ...organisations.map(({ key, kind }) => [key, kind] as const)]);

  it('names parents before children', () => {
    const seen = new Set<string>([authority.key]);
    for (const { key, parent } of organisations) {
      expect(seen).toContain(parent);
      seen.add(key);
    }
  });

  it('stands on division codes that hold today', () => {
    for (const { divisionCode } of [authority, ...organisations])
      if (divisionCode) expect(divisionOf(divisionCode).divisionCode).toBe(divisionCode);
  });

  it('has somebody in every role of a city, each where the role may be held', () => {
    for (const { at, roles: held } of people) for (const role of held) expect(roles[role].at).toContain(kinds.get(at));
    const held = new Set([...people.flatMap(({ roles: each }) => each), 'systemAdmin']);
    expect(postRoles.filter((role) => !held.has(role))).toEqual(['provinceReviewer']);
  });

  it('gives every person a username of their own', () => {
    expect(new Set(people.map(({ username }) => username)).size).toBe(people.length);
  });
});

describe('division codes', () => {
  it('refuse what ended, and name its successor', () => {
    expect(() => divisionOf('361029')).toThrow('its successor is 361003');
    expect(() => divisionOf('999999')).toThrow('no division');
    expect(divisionOf('360000')).toMatchObject({ kind: 'province', name: '江西省教育局' });
  });
});
