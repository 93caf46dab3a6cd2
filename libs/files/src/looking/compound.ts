import { createReadStream } from 'node:fs';
import { Unfit, type ContentKind } from './content.js';

const wide = (name: string) => Buffer.from(name, 'utf16le');

/** Streams in the older documents of Word, PowerPoint and Excel, and of WPS, by the name in their directory. */
const streams: readonly (readonly [ContentKind, Buffer])[] = [
  ['doc', wide('WordDocument')],
  ['ppt', wide('PowerPoint Document')],
  ['xls', wide('Workbook')],
  ['xls', Buffer.concat([wide('Book'), Buffer.alloc(4)])],
];
const macros = wide('_VBA_PROJECT');
const sealed = wide('EncryptedPackage');
const longest = 64;

/** What an older document is; refuses one with macros, and one that is locked. */
export async function lookIntoCompound(path: string): Promise<ContentKind> {
  const found = new Set<ContentKind>();
  let before = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    const piece = Buffer.concat([before, chunk]);
    if (piece.includes(macros)) throw new Unfit('active', 'macro');
    if (piece.includes(sealed)) throw new Unfit('encrypted');
    for (const [kind, name] of streams) if (piece.includes(name)) found.add(kind);
    before = piece.subarray(-longest);
  }
  // A document may carry a table of another kind in itself; what it is itself comes first.
  const kind = streams.find(([each]) => found.has(each))?.[0];
  if (!kind) throw new Unfit('unknown');
  return kind;
}
