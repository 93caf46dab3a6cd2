import type { Mark } from '../formulas/drawing.js';
import { DrawnFormulas } from '../formulas/drawn.js';
import { runsOf, wordsOf, type Formula, type Run } from '../formulas/runs.js';
import { textsOf, type Piece } from '../pieces.js';
import { fitted, type Atom } from './atoms.js';
import type { Typeface } from './typeface.js';

/** Room for a text, in its size. */
interface Room {
  readonly width: number;
  readonly height: number;
}

/** Makes texts what lines are made of, and remembers what is lacking, so that nothing is lost silently. */
export class Composing {
  readonly lacking = new Set<string>();

  private constructor(
    /** Whether dollars in the texts are formulas. */
    readonly formulas: boolean,
    private readonly drawn: DrawnFormulas,
  ) {}

  static async of(pieces: readonly Piece[], formulas: boolean): Promise<Composing> {
    const runs = formulas ? pieces.flatMap(textsOf).flatMap((text) => runsOf(text, true)) : [];
    return new Composing(formulas, await DrawnFormulas.of(runs.filter(isFormula)));
  }

  atoms(text: string, typeface: Typeface, room: Room): Atom[] {
    return runsOf(text, this.formulas).flatMap((run) => {
      const drawn = isFormula(run) ? this.formula(run, typeface, room) : undefined;
      return drawn ?? [...this.settable(wordsOf(run), typeface)];
    });
  }

  private formula(formula: Formula, typeface: Typeface, { width, height }: Room): Atom[] | undefined {
    const drawings = this.drawn.drawing(formula);
    const drawn = drawings && fitted(drawings, formula.block, width, height);
    const settable = (mark: Mark) => ('words' in mark ? { ...mark, words: this.settable(mark.words, typeface) } : mark);
    return drawn?.map((each) => ({ ...each, marks: each.marks.map(settable) }));
  }

  private settable(words: string, typeface: Typeface): string {
    const { text, lacking } = typeface.settable(words);
    for (const char of lacking) this.lacking.add(char);
    return text;
  }
}

const isFormula = (run: Run): run is Formula => 'tex' in run;
