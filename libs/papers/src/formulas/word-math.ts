import { escaped } from '@lianxue/files';
import { besideEachOther, fenced, type MathPart } from './formula.js';

/** A formula as Word sets it and lets it be edited (Office Math, ECMA-376 part 1, 22.1). */
export const wordMath = (part: MathPart): string => `<m:oMath>${row(besideEachOther(part))}</m:oMath>`;

const row = (parts: readonly MathPart[]): string => parts.map(mathXml).join('');
const within = (element: string, part: MathPart | undefined): string =>
  `<m:${element}>${part ? row(besideEachOther(part)) : ''}</m:${element}>`;
const value = (element: string, said: string): string => `<m:${element} m:val="${escaped(said)}"/>`;

/** Signs above a letter, as the combining characters by which Word knows them. */
const accents: Readonly<Record<string, string>> = {
  '→': '\u20d7',
  ˆ: '\u0302',
  '‾': '\u0305',
  '¯': '\u0305',
  '˙': '\u0307',
  '˜': '\u0303',
  '¨': '\u0308',
};

function mathXml(part: MathPart): string {
  const { type, attributes, parts, text } = part;
  const [base, second, third] = parts;
  const fence = fenced(part);
  if (fence)
    return `<m:d><m:dPr>${value('begChr', fence.begin)}${value('endChr', fence.end)}</m:dPr><m:e>${row(fence.inside.flatMap(besideEachOther))}</m:e></m:d>`;
  switch (type) {
    case 'mfrac':
      return `<m:f>${attributes['linethickness'] === '0px' ? `<m:fPr>${value('type', 'noBar')}</m:fPr>` : ''}${within('num', base)}${within('den', second)}</m:f>`;
    case 'msqrt':
      return `<m:rad><m:radPr>${value('degHide', '1')}</m:radPr><m:deg/><m:e>${row(parts.flatMap(besideEachOther))}</m:e></m:rad>`;
    case 'mroot':
      return `<m:rad>${within('deg', second)}${within('e', base)}</m:rad>`;
    case 'msub':
      return `<m:sSub>${within('e', base)}${within('sub', second)}</m:sSub>`;
    case 'msup':
      return `<m:sSup>${within('e', base)}${within('sup', second)}</m:sSup>`;
    case 'msubsup':
      return `<m:sSubSup>${within('e', base)}${within('sub', second)}${within('sup', third)}</m:sSubSup>`;
    case 'munder':
      return `<m:limLow>${within('e', base)}${within('lim', second)}</m:limLow>`;
    case 'mover':
      return over(base, second);
    case 'munderover':
      return `<m:limUpp><m:e><m:limLow>${within('e', base)}${within('lim', second)}</m:limLow></m:e>${within('lim', third)}</m:limUpp>`;
    case 'menclose':
      return enclosed(attributes['notation'] ?? '', parts);
    case 'mtable':
      return `<m:m>${parts.map((line) => `<m:mr>${line.parts.map((cell) => within('e', cell)).join('')}</m:mr>`).join('')}</m:m>`;
    case 'mspace':
      return Number.parseFloat(attributes['width'] ?? '0') > 0 ? run(' ', true) : '';
    case 'mphantom':
      return '';
    default:
      return parts.length > 0
        ? row(parts.flatMap(besideEachOther))
        : run(text, type !== 'mi' || attributes['mathvariant'] === 'normal' || text.length > 1);
  }
}

function over(base: MathPart | undefined, above: MathPart | undefined): string {
  const accent = above?.type === 'mo' ? accents[above.text] : undefined;
  if (accent) return `<m:acc><m:accPr>${value('chr', accent)}</m:accPr>${within('e', base)}</m:acc>`;
  return `<m:limUpp>${within('e', base)}${within('lim', above)}</m:limUpp>`;
}

function enclosed(notation: string, parts: readonly MathPart[]): string {
  const inside = row(parts.flatMap(besideEachOther));
  const side = { top: 'top', bottom: 'bot' }[notation];
  return side ? `<m:bar><m:barPr>${value('pos', side)}</m:barPr><m:e>${inside}</m:e></m:bar>` : inside;
}

/** Letters lean unless they stand for something that does not. */
function run(text: string, upright: boolean): string {
  const said = text.replace(/[\u2061-\u2063]/g, '');
  if (said === '') return '';
  return `<m:r>${upright ? `<m:rPr>${value('sty', 'p')}</m:rPr>` : ''}<m:t xml:space="preserve">${escaped(said)}</m:t></m:r>`;
}
