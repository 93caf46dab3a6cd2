import type { BrokenRule, Indicator, Values } from '@lianxue/contracts';
import type { Strange } from '@lianxue/files';
import { words } from '../submissions/rule-words.js';
import { cellWords } from './cell-words.js';

/** What somebody typed in a cell, as the reader of the workbook found it. */
export interface TypedCell {
  readonly text: string;
  readonly strange?: Strange | undefined;
}

type Fault = Pick<BrokenRule, 'rule' | 'words'>;

/** The value a cell means, or why it means none. */
export type Typed = { readonly value: Values[string] } | { readonly fault: Fault };

const longestText = 2000;

/** A number that a spreadsheet has turned into an exponent: its last digits are gone, or were never meant so. */
const exponent = /^[+-]?\d*\.?\d+e[+-]?\d+$/i;
const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const number = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Full-width signs as ordinary ones, no blanks, one minus: １，２００ is 1,200. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/[−–—]/g, '-');

/** Reads a cell as the person meant it: digits however wide, thousands set apart, the unit or a percent sign behind, options by name. */
export function typedValue({ text, strange }: TypedCell, indicator: Indicator, language: 'zh' | 'en'): Typed {
  if (strange === 'formula') return { fault: { rule: 'formula', words: cellWords.formula(language) } };
  if (strange === 'error') return { fault: { rule: 'cell_error', words: cellWords.cellError(language) } };
  if (strange === 'truth') return { fault: { rule: 'type', words: words.type(language, indicator.type) } };
  const bare = tidy(text);
  if (bare === '') return { value: null };
  if (indicator.type === 'text') return textIn(text.trim(), language);
  if (indicator.type === 'choice') return optionIn(bare, indicator, language);
  return numberIn(bare, indicator, language);
}

function textIn(text: string, language: 'zh' | 'en'): Typed {
  if (exponent.test(text)) return { fault: { rule: 'exponent', words: cellWords.exponent(language) } };
  if (text.length > longestText) return { fault: { rule: 'too_long', words: cellWords.tooLong(language, longestText) } };
  return { value: text };
}

function optionIn(bare: string, { options = [] }: Indicator, language: 'zh' | 'en'): Typed {
  const same = (written: string | undefined) => written !== undefined && tidy(written).toLowerCase() === bare.toLowerCase();
  const option = options.find(({ code, name, nameEn }) => same(name) || same(code) || same(nameEn));
  return option ? { value: option.code } : { fault: { rule: 'option', words: words.option(language) } };
}

function numberIn(bare: string, { type, unit }: Indicator, language: 'zh' | 'en'): Typed {
  const behind = [type === 'percent' ? '%' : '', unit ? tidy(unit) : ''].find((sign) => sign !== '' && bare.endsWith(sign)) ?? '';
  const digits = bare.slice(0, bare.length - behind.length);
  if (exponent.test(digits)) return { fault: { rule: 'exponent', words: cellWords.exponent(language) } };
  const plain = grouped.test(digits) ? digits.replaceAll(',', '') : digits;
  if (!number.test(plain)) return { fault: { rule: 'type', words: words.type(language, type) } };
  // Excel holds fifteen digits; what lies behind them is the noise of its arithmetic.
  return { value: Number(Number(plain).toPrecision(15)) };
}
