import type { Drawing } from '../formulas/drawing.js';
import type { Typeface } from './typeface.js';

/** What a line is made of: a character, or something that is drawn among characters. */
export type Atom = string | Drawn;

/** A drawing in the size in which it fits. */
export interface Drawn extends Drawing {
  readonly scale: number;
  /** Whether it has a line to itself. */
  readonly alone: boolean;
}

/** What is drawn is made smaller to fit, but not so that it could no longer be read. */
const smallest = 0.6;

/** As large as fits a room that is so wide and so high, in sizes; undefined where it would be too small. */
export function fitted(drawings: readonly Drawing[], alone: boolean, width: number, height: number): Drawn[] | undefined {
  const most = (measure: (drawing: Drawing) => number) => Math.max(...drawings.map(measure));
  const scale = Math.min(1, width / most((each) => each.width), height / most(({ above, below }) => above + below));
  if (!(scale >= smallest)) return undefined;
  return drawings.map(({ marks, ...measures }) => ({
    ...{ marks, scale, alone },
    ...{ width: measures.width * scale, above: measures.above * scale, below: measures.below * scale, gap: measures.gap * scale },
  }));
}

export const isAlone = (atom: Atom | undefined): boolean => typeof atom === 'object' && atom.alone;

/** How wide atoms are beside each other, in sizes; a line that begins with a drawing begins without its gap. */
export const widthOf = (atoms: readonly Atom[], typeface: Typeface): number =>
  atoms.reduce<number>((sum, atom, index) => sum + atomWidth(atom, typeface, index === 0), 0);

export const atomWidth = (atom: Atom, typeface: Typeface, first: boolean): number =>
  typeof atom === 'string' ? typeface.widthOf(atom) : atom.width + (first ? 0 : atom.gap);

/** Characters that stand beside each other as one text, and what is drawn between them. */
export function joined(atoms: readonly Atom[]): Atom[] {
  const joined: Atom[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    if (typeof atom === 'string' && typeof last === 'string') joined[joined.length - 1] = last + atom;
    else joined.push(atom);
  }
  return joined;
}

/** Lines with something drawn in them keep so much clear of each other. */
const air = 0.12;

/** How far a line reaches over and under its baseline, in points: what is drawn in it may make it higher. */
export function reachOf(atoms: readonly Atom[], { ascent }: Typeface, size: number, leading: number) {
  let [above, below] = [ascent, leading - ascent];
  for (const atom of atoms) {
    if (typeof atom === 'string') continue;
    above = Math.max(above, atom.above + air);
    below = Math.max(below, atom.below + air);
  }
  return { above: above * size, below: below * size };
}
