import type { QuestionFaultCode } from '@lianxue/contracts';

/** What honest formulas stay far below: the longest of a national exam has 400 characters and lies 7 braces deep. */
const longest = 4000;
const deepest = 40;
const widest = 2000;

/** Commands that define, repeat, read, write or leave the formula: what makes a few characters swell, or reach out of the page. */
const forbidden = new Set(
  [
    'def edef gdef xdef let futurelet newcommand renewcommand providecommand newenvironment renewenvironment DeclareMathOperator',
    'newif newcount newtoks newbox catcode mathcode lccode uccode csname endcsname expandafter noexpand afterassignment aftergroup',
    'loop repeat everymath everydisplay global long outer input include includegraphics write read openin openout immediate special',
    'usepackage require RequirePackage documentclass href url style class cssId htmlClass htmlId htmlStyle htmlData verb unicode char',
  ].flatMap((line) => line.split(' ')),
);

/** Lengths of three digits and more, of whatever unit: a rule as wide as the moon. */
const hugeLength = /\\(?:rule|hspace|vspace|kern|hskip|vskip|mkern|mskip|raisebox|raise|lower|hphantom)\b[^\\]{0,40}?\d{3,}/;

/** Why a formula is not stored; undefined where it is harmless. It need not be right: what an exam printed is kept as it was. */
export function formulaFault(tex: string): QuestionFaultCode | undefined {
  if (tex.length > longest) return 'formula.too_long';
  const commands = [...tex.matchAll(/\\([A-Za-z]+)/g)].map(([, name]) => name!);
  if (commands.length > widest) return 'formula.too_long';
  if (commands.some((name) => forbidden.has(name)) || hugeLength.test(tex)) return 'formula.forbidden';
  return depthFault(tex);
}

function depthFault(tex: string): QuestionFaultCode | undefined {
  let depth = 0;
  for (const [mark] of tex.matchAll(/\\begin\b|\\end\b|\\left\b|\\right\b|\\[\s\S]|[{}]/g)) {
    if (mark === '{' || mark === '\\begin' || mark === '\\left') depth += 1;
    else if (mark === '}' || mark === '\\end' || mark === '\\right') depth -= 1;
    if (depth > deepest) return 'formula.too_deep';
    if (depth < 0) return 'formula.unbalanced';
  }
  return depth === 0 ? undefined : 'formula.unbalanced';
}
