import { describe, expect, it } from '@jest/globals';
import { FormContent, type Values } from '@lianxue/contracts';
import { faultsIn } from './form-rules.js';

const named = (code: string) => ({ code, name: code, nameEn: code });
const form = FormContent.parse({
  indicators: [
    { ...named('classrooms'), type: 'integer', required: true, min: 0 },
    { ...named('mm_classrooms'), type: 'integer', required: true, min: 0 },
    { ...named('ict_budget'), type: 'number', decimals: 2 },
    { ...named('own_funds'), type: 'number', decimals: 2 },
    { ...named('granted_funds'), type: 'number', decimals: 2 },
    { ...named('db_done'), type: 'percent' },
    { ...named('access_mode'), type: 'choice', options: [{ code: 'fibre', name: '光纤' }] },
    { ...named('remark'), type: 'text' },
  ],
  rules: [
    {
      code: 'mm_within',
      left: { indicators: ['mm_classrooms'] },
      op: '<=',
      right: { indicators: ['classrooms'] },
      words: '多媒体教室不得多于教室',
      wordsEn: 'No more',
    },
    {
      code: 'funds',
      left: { indicators: ['own_funds', 'granted_funds'] },
      op: '=',
      right: { indicators: ['ict_budget'] },
      words: '两项之和应等于总额',
      wordsEn: 'Must add up',
    },
  ],
});
const faults = (values: Values, complete = false, language: 'zh' | 'en' = 'zh') => faultsIn(values, form, { complete, language });
const told = (values: Values, complete = false) => faults(values, complete).map(({ field, rule }) => `${field} ${rule}`);

describe('the rules of a form', () => {
  it('tell every fault at once, each at its field', () => {
    const wrong = { classrooms: -1, mm_classrooms: 2.5, ict_budget: 1.234, db_done: 101, access_mode: 'smoke', remark: 7, pupils: 3 };
    expect(told(wrong)).toEqual([
      'pupils unknown',
      'classrooms min',
      'mm_classrooms decimals',
      'ict_budget decimals',
      'db_done max',
      'access_mode option',
      'remark type',
    ]);
  });

  it('speak the language of who asks', () => {
    expect(faults({ classrooms: -1 })[0]!.words).toBe('不得小于 0');
    expect(faults({ classrooms: -1 }, false, 'en')[0]!.words).toBe('Must not be less than 0');
    expect(faults({ classrooms: 3, mm_classrooms: 4 })[0]!.words).toBe('多媒体教室不得多于教室');
  });

  it('take no full-width digits, texts or huge numbers for numbers', () => {
    expect(told({ classrooms: '３０', ict_budget: 1e15 })).toEqual(['classrooms type', 'ict_budget max']);
  });

  it('ask for what is required only of what is complete', () => {
    expect(told({ classrooms: 30 })).toEqual([]);
    expect(told({ classrooms: 30 }, true)).toEqual(['mm_classrooms required']);
  });

  it('compare several fields exactly', () => {
    expect(told({ own_funds: 0.1, granted_funds: 0.2, ict_budget: 0.3 })).toEqual([]);
    expect(told({ own_funds: 0.1, granted_funds: 0.2, ict_budget: 0.31 })).toEqual(['own_funds funds']);
  });

  it('take no value for what is computed', () => {
    const ratio = { ...named('mm_ratio'), type: 'percent', formula: 'ratio(mm_classrooms, classrooms) * 100' };
    const pupils = { ...named('pupils'), type: 'integer', prefill: 'pupils' };
    const computing = FormContent.parse({ indicators: [...form.indicators, ratio, pupils] });
    const typed = faultsIn({ mm_ratio: 50, pupils: 900 }, computing, { complete: false, language: 'en' });
    expect(typed).toEqual(
      ['mm_ratio', 'pupils'].map((field) => ({ field, rule: 'computed', words: 'It is computed and cannot be typed in' })),
    );
  });

  it('compare nothing while a field is empty', () => {
    expect(told({ own_funds: 5, ict_budget: 1 })).toEqual([]);
  });

  it('refuse a form that makes no sense in itself', () => {
    const twice = {
      indicators: [
        { ...named('a'), type: 'text' },
        { ...named('a'), type: 'choice' },
      ],
      rules: [{ ...form.rules[0], left: { indicators: ['a'] } }],
    };
    expect(FormContent.safeParse(twice).error?.issues.map(({ message }) => message)).toEqual([
      'code.repeated',
      'options.belong_to_choices',
      'rule.needs_numbers',
      'rule.needs_numbers',
    ]);
  });
});
