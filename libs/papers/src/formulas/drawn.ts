import type { Drawing } from './drawing.js';
import { mathOf } from './formula.js';
import { asWritten, type Formula } from './runs.js';

/** So much LaTeX is drawn in one paper, nearly twice what 64 questions of the 高考 have with their analyses; the rest stands in a line. */
const mostCharacters = 35_000;

/** The formulas of a paper, as they are drawn. */
export class DrawnFormulas {
  private constructor(private readonly drawings: ReadonlyMap<string, readonly Drawing[]>) {}

  /** The engine that draws is large: it is loaded when the first formula comes. */
  static async of(formulas: readonly Formula[]): Promise<DrawnFormulas> {
    const drawings = new Map<string, readonly Drawing[]>();
    if (formulas.length === 0) return new DrawnFormulas(drawings);
    const { drawn } = await import('./mathjax.js');
    let left = mostCharacters;
    for (const formula of new Map(formulas.map((each) => [asWritten(each), each])).values()) {
      left -= formula.tex.length;
      if (left < 0) break;
      // What is not set in a page and in Word is not set here either.
      const drawing = mathOf(formula.tex) && (await drawn(formula.tex, formula.block));
      if (drawing) drawings.set(asWritten(formula), drawing);
    }
    return new DrawnFormulas(drawings);
  }

  /** Undefined where it cannot be drawn. */
  drawing(formula: Formula): readonly Drawing[] | undefined {
    return this.drawings.get(asWritten(formula));
  }
}
