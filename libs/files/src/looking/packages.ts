import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { endsAsProgram, Unfit, type ContentKind } from './content.js';

const megabyte = 1024 * 1024;

/** What no honest package comes near. */
const most = { files: 20_000, bytes: 6 * 1024 * megabyte, ratio: 400, depth: 3 };

/** Documents that are packages, by the part that makes them what they are. */
const documents: readonly (readonly [ContentKind, string])[] = [
  ['docx', 'word/document.xml'],
  ['pptx', 'ppt/presentation.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['ofd', 'OFD.xml'],
];

/** What is left of the bytes that everything in a package, and in the packages in it, may come to. */
interface Budget {
  bytes: number;
  files: number;
}

/** What a package is; refuses one that swells beyond measure, carries programs or macros, or cannot be unpacked. */
export async function lookIntoPackage(path: string): Promise<ContentKind> {
  const names = await unpacked(path, { bytes: most.bytes, files: most.files }, 0);
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) throw new Unfit('active', 'macro');
  const [kind] = documents.find(([, part]) => names.includes(part)) ?? [];
  if (!kind && names.some(endsAsPlatformProgram)) throw new Unfit('active', 'program');
  return kind ?? 'zip';
}

/** Pages and their scripts are what a courseware in a package is made of; it is saved and unpacked, never shown from here. */
const inCourseware = /\.(?:html?|xhtml|js|mjs|xml|url|py|rb|pl|sh|xsl)$/i;
const endsAsPlatformProgram = (name: string): boolean => endsAsProgram(name) && !inCourseware.test(name);

async function unpacked(path: string, budget: Budget, depth: number): Promise<string[]> {
  if (depth > most.depth) throw new Unfit('bomb');
  const zip = await open(path);
  try {
    const entries = await entriesOf(zip, budget);
    for (const [nth, entry] of entries.entries()) await unpackedEntry(zip, entry, `${path}.${depth}.${nth}`, budget, depth);
    return entries.map(({ fileName }) => fileName);
  } finally {
    zip.close();
  }
}

const open = (path: string): Promise<ZipFile> =>
  promisify((done: (error: Error | null, zip: ZipFile) => void) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, done),
  )().catch(() => {
    throw new Unfit('broken');
  });

function entriesOf(zip: ZipFile, budget: Budget): Promise<Entry[]> {
  if ((budget.files -= zip.entryCount) < 0) throw new Unfit('bomb');
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let said = 0;
    zip.on('entry', (entry: Entry) => {
      said += entry.uncompressedSize;
      if (entry.isEncrypted()) return reject(new Unfit('encrypted'));
      if (said > budget.bytes || swells(entry, entry.uncompressedSize)) return reject(new Unfit('bomb'));
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new Unfit('broken')));
    zip.readEntry();
  });
}

/** A page of one colour packs a thousand times smaller; it takes megabytes of that to harm anybody. */
const swells = ({ compressedSize }: Entry, size: number): boolean => size > 16 * megabyte && size > compressedSize * most.ratio;

/** Unpacks one file as it would be, throws it away, and looks again into a package within. */
async function unpackedEntry(zip: ZipFile, entry: Entry, beside: string, budget: Budget, depth: number): Promise<void> {
  const stream = await promisify((done: (error: Error | null, stream: Readable) => void) => zip.openReadStream(entry, done))().catch(() => {
    throw new Unfit('broken');
  });
  let head: Buffer | undefined;
  let size = 0;
  const counted = async function* () {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      head ??= chunk;
      size += chunk.length;
      if ((budget.bytes -= chunk.length) < 0 || swells(entry, size)) throw new Unfit('bomb');
      yield chunk;
    }
  };
  const isPackage = /\.(?:zip|jar|sb3|ggb|epub|h5p)$/i.test(entry.fileName);
  try {
    if (isPackage) await pipeline(counted, createWriteStream(beside, { mode: 0o600 }));
    else for await (const _ of counted());
    if (head && isProgram(head)) throw new Unfit('active', 'program');
    if (isPackage && head?.toString('latin1', 0, 2) === 'PK') await unpacked(beside, budget, depth + 1);
  } catch (error) {
    throw error instanceof Unfit ? error : new Unfit('broken');
  } finally {
    stream.destroy();
    if (isPackage) await rm(beside, { force: true });
  }
}

/** A program of Windows: its second header stands where the first says. */
function isProgram(head: Buffer): boolean {
  if (head.length < 64 || head.toString('latin1', 0, 2) !== 'MZ') return false;
  const at = head.readUInt32LE(60);
  return at + 4 <= head.length && head.toString('latin1', at, at + 4) === 'PE\0\0';
}
