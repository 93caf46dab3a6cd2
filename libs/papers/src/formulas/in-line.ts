import { besideEachOther, fenced, type MathPart } from './formula.js';

/** The signs that a line has of its own, and those that no typeface of ours has. */
const raised: Readonly<Record<string, string>> = { '1': '¹', '2': '²', '3': '³', '∘': '°', '′': '′', '″': '″' };
const known: Readonly<Record<string, string>> = { '⋅': '·', '⟨': '〈', '⟩': '〉', '‾': '¯', '\u2061': '', '\u2062': '', '\u2063': '' };

/** A formula as one line of text, as it is typed where nothing can be set: `(x+1)/2`, `v_0`, `10^8`, `√(2gh)`. */
export const inLine = (part: MathPart): string => lineOf(besideEachOther(part)).replace(/ {2,}/g, ' ').trim();

function lineOf(parts: readonly MathPart[]): string {
  return parts.map(wordsOf).join('');
}

function wordsOf(part: MathPart): string {
  const { type, attributes, parts, text } = part;
  const said = (nth: number) => (parts[nth] ? lineOf(besideEachOther(parts[nth])) : '');
  const fence = fenced(part);
  if (fence) return `${fence.begin}${lineOf(fence.inside.flatMap(besideEachOther))}${fence.end}`;
  switch (type) {
    case 'mfrac':
      return attributes['linethickness'] === '0px' ? `${said(0)} ${said(1)}` : `${whole(said(0))}/${one(said(1))}`;
    case 'msqrt':
      return `√${one(lineOf(parts.flatMap(besideEachOther)))}`;
    case 'mroot':
      return `${raised[said(1)] ?? said(1)}√${one(said(0))}`;
    case 'msub':
      return `${said(0)}_${whole(said(1))}`;
    case 'msup':
      return `${said(0)}${above(said(1))}`;
    case 'msubsup':
      return `${said(0)}_${whole(said(1))}${above(said(2))}`;
    case 'munder':
      return `${said(0)}_${whole(said(1))}`;
    case 'mover':
      return isAccent(parts[1]) ? said(0) : `${said(0)}${above(said(1))}`;
    case 'munderover':
      return `${said(0)}_${whole(said(1))}${above(said(2))}`;
    case 'mtable':
      return parts.map((row) => row.parts.map((cell) => lineOf(besideEachOther(cell))).join(' ')).join('；');
    case 'mspace':
      return Number.parseFloat(attributes['width'] ?? '0') > 0 ? ' ' : '';
    case 'mphantom':
      return '';
    default:
      return parts.length > 0 ? lineOf(parts.flatMap(besideEachOther)) : signs(text);
  }
}

const signs = (text: string): string => Array.from(text, (sign) => known[sign] ?? sign).join('');
const above = (said: string): string => raised[said] ?? `^${one(said)}`;
const isAccent = (part: MathPart | undefined): boolean => part?.type === 'mo' && '→ˆ‾¯˙˜¨ˇ˘'.includes(part.text);

const bracketed = /^[(（][^()（）]*[)）]$/u;
/** In brackets unless it is one number or one letter: `√2gh` would be read in two ways. */
const one = (said: string): string => (/^([-−]?[\p{N}.]+|\p{L}′?|)$/u.test(said) || bracketed.test(said) ? said : `(${said})`);
/** In brackets unless it is one word or product. */
const whole = (said: string): string => (/^[-−]?[\p{L}\p{N}.′°²³]*$/u.test(said) || bracketed.test(said) ? said : `(${said})`);
