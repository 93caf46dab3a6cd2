import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Expression } from './language/expression.js';
import { Fraction } from './language/fraction.js';
import { Silence } from './language/outcome.js';
import { lookupOf } from './lookup.js';
import { vocabularyOf } from './vocabulary.js';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/validation-rules.md'), 'utf8');
const examples = [...guide.matchAll(/^(.+?) +\/\/ (.+)$/gm)].map(([, text, result]) => [text!, result!] as const);

const vocabulary = vocabularyOf([
  ...['classrooms', 'mm_classrooms', 'own_funds', 'granted_funds', 'budget', 'spare'].map((code) => ({ code, type: 'number' as const })),
  { code: 'access_mode', type: 'choice', options: ['fibre', 'wireless'].map((code) => ({ code, name: code })) },
]);
const lookup = lookupOf(vocabulary, {
  now: { classrooms: 30, mm_classrooms: 28, own_funds: 0.1, granted_funds: 0.2, budget: 0.3, access_mode: 'fibre' },
  last: { classrooms: 40, mm_classrooms: 28 },
  lastYear: { classrooms: 25 },
  source: { pupils: 900 },
});

function resultOf(text: string): string {
  const [number, truth] = (['number', 'truth'] as const).map((kind) => Expression.read(text, vocabulary, kind));
  const expression = [number, truth].find((read) => read instanceof Expression);
  const outcome = expression?.of(lookup);
  if (outcome instanceof Fraction) return outcome.rounded(6).replace(/\.?0+$/, '');
  return outcome instanceof Silence ? outcome.because : String(outcome);
}

describe('the guide to rules', () => {
  it('has examples', () => expect(examples.length).toBeGreaterThan(15));

  it.each(examples)('is right about %s', (text, result) => expect(resultOf(text)).toBe(result));
});
