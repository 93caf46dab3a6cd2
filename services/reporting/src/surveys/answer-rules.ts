import { refuse, SurveyBrokenRules, type Answers, type Question } from '@lianxue/contracts';

type Fault = { question: string; rule: 'unknown' | 'required' | 'kind' | 'option' };

/** Holds answers to their questions; names every one that does not fit. */
export function holdToQuestions(answers: Answers, questions: readonly Question[]): void {
  const known = new Set(questions.map(({ code }) => code));
  const faults: Fault[] = Object.keys(answers)
    .filter((code) => !known.has(code))
    .map((question) => ({ question, rule: 'unknown' }));
  for (const question of questions) {
    const rule = faultOf(answers[question.code], question);
    if (rule) faults.push({ question: question.code, rule });
  }
  if (faults.length > 0) throw refuse(SurveyBrokenRules, { faults });
}

function faultOf(answer: Answers[string] | undefined, { kind, required, options = [] }: Question): Fault['rule'] | undefined {
  if (answer === undefined) return required ? 'required' : undefined;
  const isOption = (code: string) => options.some((option) => option.code === code);
  if (kind === 'scale') return typeof answer === 'number' && answer >= 1 && answer <= 5 ? undefined : 'kind';
  if (kind === 'text') return typeof answer === 'string' ? undefined : 'kind';
  if (kind === 'single') return typeof answer !== 'string' ? 'kind' : isOption(answer) ? undefined : 'option';
  if (!Array.isArray(answer)) return 'kind';
  if (required && answer.length === 0) return 'required';
  return answer.every(isOption) && new Set(answer).size === answer.length ? undefined : 'option';
}
