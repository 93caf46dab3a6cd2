import { InputInvalid, refuse, type CrossRule } from '@lianxue/contracts';
import { crossExpression } from './cross-rules.js';
import { wrongFormulas, type Formed } from './formulas.js';
import { Expression } from './language/expression.js';
import type { Fault } from './language/fault.js';
import { vocabularyOf } from './vocabulary.js';

type Language = 'zh' | 'en';

/** Refuses a form whose formulas or rules cannot be computed; `at` is where the form stands in the request. */
export function holdToLanguage(form: Formed & { readonly rules: readonly CrossRule[] }, language: Language, at = ''): void {
  const vocabulary = vocabularyOf(form.indicators);
  const formulas = wrongFormulas(form).flatMap(({ index, faults }) => told(faults, `${at}/indicators/${index}/formula`, language));
  const rules = form.rules.flatMap((rule, index) => {
    const expression = Expression.read(crossExpression(rule), vocabulary, 'truth');
    return expression instanceof Expression ? [] : told(expression.slice(0, 1), `${at}/rules/${index}`, language);
  });
  const errors = [...formulas, ...rules];
  if (errors.length > 0) throw refuse(InputInvalid, { errors });
}

/** What is wrong with an expression, as the fault of one field of a request: which, why, and from which character on. */
export const told = (faults: readonly Fault[], pointer: string, language: Language) =>
  faults.map((fault) => {
    const place = language === 'zh' ? `第 ${fault.start + 1} 个字符起：` : `From character ${fault.start + 1} on: `;
    return { pointer, code: `expression.${fault.code}`, detail: `${place}${fault.words(language)}` };
  });
