import { createReadStream } from 'node:fs';
import { createInflate } from 'node:zlib';
import { Unfit, type ActiveContent } from './content.js';

/** A name of PDF's, however it is written: each character may stand as `#` and its number. */
const named = (name: string) =>
  [...name]
    .map(
      (character) =>
        `(?:${character}|#${character
          .charCodeAt(0)
          .toString(16)
          .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`,
    )
    .join('');

const doing: readonly (readonly [ActiveContent, RegExp])[] = [
  ['script', new RegExp(`/(?:${named('JavaScript')}|${named('RichMedia')}|${named('XFA')})(?![\\w#])`)],
  ['launch', new RegExp(`/${named('Launch')}(?![\\w#])`)],
  ['attachedFile', new RegExp(`/${named('EmbeddedFile')}`)],
];
const encrypted = new RegExp(`/${named('Encrypt')}(?:${named('Metadata')})?(?![\\w#])`);

const megabyte = 1024 * 1024;
const window = 4 * megabyte;
/** No name that is looked for is longer, with every character written as a number. */
const overlap = 128;
/** What all object streams of one document may unpack to. */
const mostUnpacked = 256 * megabyte;
/** A stream of objects begins with the numbers and the places of what is in it. */
const objects = /^\s*(?:%[^\n]*\n\s*)*\d+\s+\d+[\s\d]*/;

/**
 * Refuses a PDF that does something: scripts, what it starts, what it carries. Looked for in every byte and in every stream that holds
 * objects, whatever the document's own directory says, since readers that repair a broken document do not ask it either.
 */
export async function lookIntoPdf(path: string): Promise<void> {
  const streams = new Set<number>();
  let before = '';
  let at = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: window }) as AsyncIterable<Buffer>) {
    const text = before + chunk.toString('latin1');
    if (encrypted.test(text)) throw new Unfit('encrypted');
    refuseDoing(text);
    const from = at - before.length;
    for (const { index } of text.matchAll(/stream\r?\n/g)) streams.add(from + index);
    before = text.slice(-overlap);
    at += chunk.length;
  }
  let left = mostUnpacked;
  for (const stream of streams) left -= await objectsIn(path, stream, left);
}

function refuseDoing(text: string): void {
  const [does] = doing.find(([, sign]) => sign.test(text)) ?? [];
  if (does) throw new Unfit('active', does);
}

/** Unpacks a stream if objects are in it; answers how many bytes that came to. */
async function objectsIn(path: string, at: number, most: number): Promise<number> {
  const file = createReadStream(path, { start: at + 'stream\n'.length, highWaterMark: 64 * 1024 });
  const unpacking = file.pipe(createInflate());
  file.on('error', (error) => unpacking.destroy(error));
  let unpacked = 0;
  let before = '';
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      const text = before + chunk.toString('latin1');
      if (unpacked === 0 && !objects.test(text)) break;
      refuseDoing(text);
      before = text.slice(-overlap);
      if ((unpacked += chunk.length) > most) throw new Unfit('bomb');
    }
  } catch (error) {
    // What does not unpack holds no objects that anybody could read.
    if (error instanceof Unfit) throw error;
  } finally {
    file.destroy();
    unpacking.destroy();
  }
  return unpacked;
}
