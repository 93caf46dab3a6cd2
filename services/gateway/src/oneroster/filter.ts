import type { CollectionFilter } from '@lianxue/contracts';
import { Unanswered } from './status-info.js';

/** `field op 'value'`; a quote in the value is doubled. */
const condition = /\s*([A-Za-z][A-Za-z0-9_.]{0,99})\s*(!=|>=|<=|=|>|<|~)\s*'((?:[^']|''){0,500})'\s*/y;
const joint = /(AND|OR)\s/iy;

/** A filter as OneRoster writes it: one condition, or two joined by AND or OR. */
export function parseFilter(text: string): CollectionFilter {
  const conditions: CollectionFilter['conditions'] = [];
  let join: CollectionFilter['join'] = 'and';
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found)
      throw new Unanswered(
        'invalid_filter_field',
        `The filter cannot be read from sign ${at + 1} on: field op 'value', joined by at most one AND or OR`,
      );
    at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    const [, field, comparison, value] = take(condition);
    conditions.push({ field: field!, comparison: comparison as '=', value: value!.replaceAll("''", "'") });
    if (at === text.length) return { join, conditions };
    if (conditions.length === 2) throw new Unanswered('invalid_filter_field', 'A filter joins at most two conditions');
    join = take(joint)[1]!.toLowerCase() as 'and' | 'or';
  }
}
