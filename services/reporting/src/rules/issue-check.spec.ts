import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '@lianxue/contracts';
import { FormContent } from '@lianxue/contracts';
import { holdToLanguage } from './issue-check.js';

const named = (code: string) => ({ code, name: code, nameEn: code });
const formWith = (formula: string, constant = 0) =>
  FormContent.parse({
    indicators: [
      { ...named('classrooms'), type: 'integer' },
      { ...named('share'), type: 'percent', formula },
    ],
    rules: [{ code: 'some', left: { indicators: ['classrooms'], constant }, op: '>=', right: {}, words: '有', wordsEn: 'Some' }],
  });
const refusedWith = (form: FormContent, language: 'zh' | 'en') => {
  try {
    holdToLanguage(form, language, '/form');
  } catch (error) {
    return (error as Refusal).facts;
  }
  return undefined;
};

describe('a form that is to be issued', () => {
  it('is refused with a pointer to the formula and the place in it', () => {
    expect(refusedWith(formWith('classrooms / pupils'), 'zh')).toEqual({
      errors: [
        {
          pointer: '/form/indicators/1/formula',
          code: 'expression.unknown_name',
          detail: '第 14 个字符起：没有名为“pupils”的指标、来源或函数',
        },
      ],
    });
    expect(refusedWith(formWith('100 - share'), 'en')).toEqual({
      errors: [
        {
          pointer: '/form/indicators/1/formula',
          code: 'expression.circle',
          detail: 'From character 1 on: The formulas refer to one another in a circle: share → share',
        },
      ],
    });
  });

  it('is refused when a rule could never be computed', () => {
    expect(refusedWith(formWith('classrooms / 100', 1e15), 'en')).toMatchObject({
      errors: [{ pointer: '/form/rules/0', code: 'expression.malformed_number' }],
    });
  });

  it('is fine when everything can be computed', () => {
    expect(refusedWith(formWith('classrooms / source.pupils', -2), 'zh')).toBeUndefined();
  });
});
