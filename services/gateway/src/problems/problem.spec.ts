import { describe, expect, it } from '@jest/globals';
import { platformRefusals, publicContracts, RateLimited, ScopeMissing } from '@lianxue/contracts';
import { ProblemCatalogue } from './catalogue.js';
import { languageOf } from './language.js';
import { problemMembers, problemOf } from './problem.js';

describe('a problem', () => {
  it('says its sentence with and without the facts, and keeps the facts beside it', () => {
    expect(problemOf(ScopeMissing, { scope: 'resources.read' }, 'en', 'abc')).toEqual({
      type: '/problems/scope.missing',
      title: 'The app was not granted …',
      status: 403,
      code: 'scope.missing',
      detail: 'The app was not granted resources.read',
      instance: 'urn:trace:abc',
      scope: 'resources.read',
    });
  });

  it('is not changed by facts that take its own names', () => {
    expect(problemOf(RateLimited, { status: 200, code: 'fine' }, 'zh', 'abc')).toMatchObject({ status: 429, code: 'rate.limited' });
  });

  it('can be worded for every refusal, whose facts are all in its shape and take none of its names', () => {
    const catalogue = new ProblemCatalogue();
    const declared = publicContracts.flatMap((contract) => Object.values(contract).flatMap(({ fails }) => fails ?? []));
    for (const { code, title, facts } of [...platformRefusals, ...declared]) {
      const named = new Set(Object.keys((facts as { shape?: object }).shape ?? {}));
      expect({ code, reserved: problemMembers.filter((member) => named.has(member)) }).toEqual({ code, reserved: [] });
      for (const sentence of [title.zh, title.en]) {
        const unknown = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).filter((name) => !named.has(name));
        expect({ code, unknown }).toEqual({ code, unknown: [] });
      }
      expect(catalogue.find(code)?.title).toEqual(title);
    }
  });
});

describe('the reader’s language', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['*', 'zh'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-TW', 'zh'],
    ['fr', 'zh'],
    ['en;q=0.3, zh-CN;q=0.7', 'zh'],
    ['en;q=0', 'zh'],
    ['x'.repeat(10_000), 'zh'],
  ])('for %s is %s', (header, language) => expect(languageOf(header)).toBe(language));
});
