import type { ContentKind } from './content.js';

/** What a content begins like; what comes after decides. */
export type Beginning = ContentKind | 'zip' | 'compound' | 'markup' | 'media' | 'program' | 'text' | undefined;

const signs: readonly (readonly [Beginning, number, string])[] = [
  ['pdf', 0, '%PDF-'],
  ['zip', 0, 'PK\u0003\u0004'],
  ['zip', 0, 'PK\u0005\u0006'],
  ['compound', 0, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['jpeg', 0, '\u00ff\u00d8\u00ff'],
  ['png', 0, '\u0089PNG\r\n\u001a\n'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['webp', 8, 'WEBP'],
  ['media', 4, 'ftyp'],
  ['media', 4, 'moov'],
  ['media', 4, 'mdat'],
  ['media', 4, 'wide'],
  ['media', 4, 'free'],
  ['media', 0, '\u001aE\u00df\u00a3'],
  ['media', 8, 'AVI '],
  ['media', 8, 'WAVE'],
  ['media', 0, '\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011'],
  ['media', 0, 'FLV\u0001'],
  ['media', 0, '\u0000\u0000\u0001\u00ba'],
  ['media', 0, '\u0000\u0000\u0001\u00b3'],
  ['media', 0, 'ID3'],
  ['media', 0, 'fLaC'],
  ['media', 0, 'OggS'],
  ['program', 0, 'MZ'],
  ['program', 0, '\u007fELF'],
  ['program', 0, '\u00ca\u00fe\u00ba\u00be'],
  ['program', 0, '\u00cf\u00fa\u00ed\u00fe'],
  ['program', 0, '#!'],
];

/** By its first bytes. */
export function beginningOf(head: Buffer): Beginning {
  const text = head.toString('latin1', 0, 64);
  const [begins] = signs.find(([, at, sign]) => text.startsWith(sign, at)) ?? [];
  if (begins) return begins;
  // A frame of MPEG audio without a tag before it.
  if (head.length > 1 && head[0] === 0xff && (head[1]! & 0xe0) === 0xe0) return 'media';
  if (isText(head)) return /^\s*</.test(head.toString('utf8').replace(/^\ufeff/, '')) ? 'markup' : 'text';
  return undefined;
}

/** UTF-8 without the signs that no text has; a piece may end in the middle of a character. */
function isText(piece: Buffer): boolean {
  // eslint-disable-next-line no-control-regex -- these are what no text has
  if (piece.length === 0 || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(piece.toString('latin1'))) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Markup that a browser would run wherever it finds it. */
const marked = /<(?:script|html|svg|iframe|body|\?php|!doctype html)/i;

/** Whether a content of this beginning is something else as well: a page, a document or an archive that hides in it. */
export function isPolyglot(begins: ContentKind, head: Buffer, tail: Buffer): boolean {
  if (begins !== 'zip' && endsAsZip(tail)) return true;
  if (begins !== 'pdf' && begins !== 'zip' && head.subarray(0, 1024).includes('%PDF-')) return true;
  if (begins === 'pdf' || begins === 'zip') return false;
  return marked.test(head.toString('latin1', 0, 4096)) || marked.test(tail.toString('latin1'));
}

/** A zip is read from its end: its directory ends with the file, or with a comment that does. */
function endsAsZip(tail: Buffer): boolean {
  for (
    let at = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    at >= 0;
    at = tail.lastIndexOf('PK\u0005\u0006', at - 1, 'latin1')
  ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return true;
    if (at === 0) break;
  }
  return false;
}
