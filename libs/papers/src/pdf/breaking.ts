import type { Typeface } from './typeface.js';

/** What may not begin a line, and what may not end one. */
const noBeginning = new Set('，。、；：？！）》」』】〕”’…—·%％,.;:?!)]}');
const noEnd = new Set('（《「『【〔“‘([{');

/** Characters that stay together: a word in Latin letters, a number. */
const joined = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}.,%/:@_\-+]/u;

/** A text in lines that fit a width, set in a size; a Latin word is broken only where it is longer than a line. */
export function broken(text: string, typeface: Typeface, size: number, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let left = width - indent;
  const wide = (char: string) => typeface.widthOf(char) * size;
  const end = (chars: string[]) => {
    lines.push(chars.join('').trimEnd());
    left = width;
  };
  for (const char of text) {
    if (wide(char) > left && line.length > 0) {
      const at = breakBefore(line, char);
      const rest = line.slice(at);
      end(line.slice(0, at));
      line = rest;
      left = width - rest.reduce((sum, each) => sum + wide(each), 0);
    }
    if (line.length === 0 && lines.length > 0 && char === ' ') continue;
    line.push(char);
    left -= wide(char);
  }
  end(line);
  return lines;
}

/** Where the line is best broken when `next` no longer fits: as late as the rules allow, or right there. */
function breakBefore(line: readonly string[], next: string): number {
  for (let at = line.length; at > Math.max(0, line.length - 40); at--) {
    if (mayBreak(line[at - 1]!, line[at] ?? next)) return at;
  }
  return line.length;
}

function mayBreak(before: string, after: string): boolean {
  if (noBeginning.has(after) || noEnd.has(before)) return false;
  return !(joined.test(before) && joined.test(after));
}
