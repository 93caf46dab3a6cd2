import { atomWidth, isAlone, widthOf, type Atom } from './atoms.js';
import type { Typeface } from './typeface.js';

/** What may not begin a line, and what may not end one. */
const noBeginning = new Set<Atom>('，。、；：？！）》」』】〕”’…—·%％,.;:?!)]}');
const noEnd = new Set<Atom>('（《「『【〔“‘([{');

/** Characters that stay together: a word in Latin letters, a number. */
const joined = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}.,%/:@_\-+]/u;

/** A text in lines that fit a width, set in a size; a Latin word is broken only where it is longer than a line. */
export function broken(text: readonly Atom[], typeface: Typeface, size: number, width: number, indent = 0): Atom[][] {
  const lines: Atom[][] = [];
  let line: Atom[] = [];
  let left = width - indent;
  const wide = (atom: Atom) => atomWidth(atom, typeface, line.length === 0) * size;
  const end = (atoms: readonly Atom[]) => {
    lines.push(atoms.slice(0, atoms.findLastIndex((atom) => !isBlank(atom)) + 1));
    left = width;
  };
  for (const atom of text) {
    if (isAlone(atom)) {
      if (line.length > 0) end(line);
      end([atom]);
      line = [];
      continue;
    }
    const before = lines.at(-1);
    if (line.length === 0 && isAlone(before?.[0]) && noBeginning.has(atom)) {
      before!.push(atom);
      continue;
    }
    if (wide(atom) > left && line.length > 0) {
      const at = breakBefore(line, atom);
      const rest = line.slice(at);
      end(line.slice(0, at));
      line = rest;
      left = width - widthOf(rest, typeface) * size;
    }
    if (line.length === 0 && lines.length > 0 && atom === ' ') continue;
    left -= wide(atom);
    line.push(atom);
  }
  if (line.length > 0 || lines.length === 0) end(line);
  return lines;
}

const isBlank = (atom: Atom): boolean => typeof atom === 'string' && atom.trim() === '';

/** Where the line is best broken when `next` no longer fits: as late as the rules allow, or right there. */
function breakBefore(line: readonly Atom[], next: Atom): number {
  for (let at = line.length; at > Math.max(0, line.length - 40); at--) {
    if (mayBreak(line[at - 1]!, line[at] ?? next)) return at;
  }
  return line.length;
}

function mayBreak(before: Atom, after: Atom): boolean {
  if (noBeginning.has(after) || noEnd.has(before)) return false;
  return !(isJoined(before) && isJoined(after));
}

const isJoined = (atom: Atom): boolean => typeof atom === 'string' && joined.test(atom);
