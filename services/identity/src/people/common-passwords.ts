import { readFileSync } from 'node:fs';

const common: ReadonlySet<string> = new Set(
  readFileSync(new URL('../../data/common-passwords.txt', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#')),
);

/** What people walk along on a keyboard, in both directions. */
const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];
const walks = rows.flatMap((row) => [row, [...row].reverse().join('')]);

/** Signs that stand for letters in passwords nobody was meant to guess. */
const stands: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's' };

/** Signs that may surround a common word without making it a password: a year and a full stop do not. */
const mostAround = 6;

/** Whether a guesser would try this early: a common word, dressed up or said twice, a walk along the keyboard, few signs. */
export function isCommon(lower: string): boolean {
  if (new Set(lower).size < 4) return true;
  const half = lower.slice(0, Math.ceil(lower.length / 2));
  if (lower.length % 2 === 0 && lower === half + half && half.length < 8) return true;
  if (longestWalk(lower) > lower.length - 3) return true;
  const bare = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const undressed = [...lower].map((sign) => stands[sign] ?? sign).join('');
  return [lower, bare, undressed, bareOf(undressed)].some((word) => common.has(word) && lower.length - word.length <= mostAround);
}

const bareOf = (word: string) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

function longestWalk(text: string): number {
  let longest = 0;
  for (let from = 0; from < text.length; from++)
    for (let to = from + longest + 1; to <= text.length && walks.some((walk) => walk.includes(text.slice(from, to))); to++)
      longest = to - from;
  return longest;
}
