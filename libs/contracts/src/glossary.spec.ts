import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicContracts } from './all.js';

interface Term {
  readonly zh: readonly string[];
  readonly en: string;
  readonly not: readonly string[];
}

/** The rows of the tables in docs/glossary.md. */
const terms: readonly Term[] = readFileSync(join(import.meta.dirname, '../../../docs/glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, zh = '', en = '', , not = '']) => ({
    zh: zh.split('、'),
    en: en.replace(/\(.*?\)/g, '').trim(),
    not: not.split(', ').filter(Boolean),
  }));

/** Longer terms that hold a term speak for themselves: 县级审核员 is no 审核. */
const longerThan = new Map(
  terms.map((term) => [term, terms.flatMap(({ zh }) => zh).filter((other) => term.zh.some((own) => other !== own && other.includes(own)))]),
);

const operations = publicContracts.flatMap((contract) => Object.values(contract));
/** The beginning of a term's last word, for each of its forms: long enough to tell terms apart, short enough for `reviewed`. */
const stems = (words: string) =>
  words
    .toLowerCase()
    .split(' / ')
    .map((form) =>
      form
        .split(/[^a-z]+/)
        .filter(Boolean)
        .at(-1)!
        .slice(0, 5),
    );

describe('the glossary', () => {
  it('has terms', () => expect(terms.length).toBeGreaterThan(50));

  it.each(operations.map((operation) => [operation.name, operation.summary] as const))('holds the summary of %s: %s', (_, summary) => {
    const [, zh = '', en = ''] = /^([^A-Za-z]*)(.*)$/s.exec(summary) ?? [];
    // What one idea must not be called may be the word for another: 审核 is no audit, 审计 is.
    const own = terms.filter((term) => term.zh.some((word) => zh.includes(word)));
    for (const term of terms) {
      const said = longerThan.get(term)!.reduce((text, other) => text.replaceAll(other, ''), zh);
      const isMeant = term.zh.some((word) => word.length > 1 && said.includes(word));
      if (isMeant)
        expect([term.zh[0], en.toLowerCase()]).toEqual([term.zh[0], expect.stringMatching(new RegExp(stems(term.en).join('|')))]);
      for (const word of term.not.filter((not) => !own.some((said) => said.en === not)))
        expect(` ${en.toLowerCase()} `).not.toMatch(new RegExp(`[^a-z]${word}s?[^a-z]`));
    }
  });
});
