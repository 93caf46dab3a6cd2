import { prefillSources, type Indicator } from '@lianxue/contracts';
import type { Kind } from './language/outcome.js';
import type { Vocabulary } from './language/reading.js';

const kinds: Readonly<Record<Indicator['type'], Kind>> = {
  integer: 'number',
  number: 'number',
  percent: 'number',
  choice: 'text',
  text: 'text',
};

/** What the platform knows of an organisation without asking. */
const sources: ReadonlySet<string> = new Set(prefillSources);

/** The words that expressions over these indicators are made of. */
export function vocabularyOf(indicators: readonly Pick<Indicator, 'code' | 'type' | 'options'>[]): Vocabulary {
  const known = new Map(
    indicators.map(({ code, type, options }) => [code, { kind: kinds[type], options: options && new Set(options.map((one) => one.code)) }]),
  );
  return { indicator: (name) => known.get(name), sources, formula: false };
}
