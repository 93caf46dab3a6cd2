import type { CrossRule, Indicator } from '@lianxue/contracts';

type More = Partial<Omit<Indicator, 'code' | 'name' | 'nameEn'>>;

/** Short ways of writing the indicators of shipped forms. */
const indicator =
  (type: Indicator['type'], usual: More) =>
  (code: string, name: string, nameEn: string, more: More = {}): Indicator => ({
    code,
    name,
    nameEn,
    type,
    required: false,
    ...usual,
    ...more,
  });

/** How many there are. */
export const count = indicator('integer', { min: 0, required: true });
export const amount = indicator('number', { min: 0, decimals: 2, required: true });
export const choice = (code: string, name: string, nameEn: string, options: Indicator['options'], more: More = {}): Indicator =>
  indicator('choice', { required: true })(code, name, nameEn, { options, ...more });
export const yesNo = (code: string, name: string, nameEn: string, more: More = {}): Indicator =>
  choice(
    code,
    name,
    nameEn,
    [
      { code: 'yes', name: '是', nameEn: 'Yes' },
      { code: 'no', name: '否', nameEn: 'No' },
    ],
    more,
  );
/** A share in percent, computed and never typed. */
export const share = (code: string, name: string, nameEn: string, formula: string, more: More = {}): Indicator =>
  indicator('percent', { unit: '%', direction: 'higherBetter', decimals: 2 })(code, name, nameEn, { formula, ...more });
/** How many of one to each of another: lower is better, ten pupils to a terminal at most. */
export const perOne = (code: string, name: string, nameEn: string, formula: string, more: More = {}): Indicator =>
  indicator('number', { unit: '人/台', direction: 'lowerBetter', decimals: 2 })(code, name, nameEn, { formula, ...more });
/** What the platform knows and nobody types. */
export const known = (code: string, name: string, nameEn: string, prefill: NonNullable<Indicator['prefill']>, more: More = {}): Indicator =>
  indicator('integer', { unit: '人' })(code, name, nameEn, { prefill, ...more });

/** The indicators of one section. */
export const inSection = (section: string, ...indicators: readonly Indicator[]): Indicator[] =>
  indicators.map((each) => ({ ...each, section }));

export const accessModes: Indicator['options'] = [
  { code: 'fibre', name: '光纤', nameEn: 'Fibre' },
  { code: 'xdsl', name: 'xDSL', nameEn: 'xDSL' },
  { code: 'wireless', name: '无线', nameEn: 'Wireless' },
  { code: 'satellite', name: '卫星', nameEn: 'Satellite' },
  { code: 'none', name: '无', nameEn: 'None' },
];

export const coverage: Indicator['options'] = [
  { code: 'none', name: '无', nameEn: 'None' },
  { code: 'part', name: '部分', nameEn: 'Part' },
  { code: 'all', name: '全部', nameEn: 'All' },
];

/** That a part is never more than the whole it is taken from. */
export const atMost = (part: string, whole: string, words: string, wordsEn: string): CrossRule => ({
  code: `${part}_at_most`,
  left: { indicators: [part], constant: 0 },
  op: '<=',
  right: { indicators: [whole], constant: 0 },
  words,
  wordsEn,
});
