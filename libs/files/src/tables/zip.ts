import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { Files, KeptFile } from '../keeping/files.js';
import { Unreadable } from './unreadable.js';

/** Bounds that no honest file meets; whatever a zip says of itself, no more than this is ever unpacked. */
export interface ZipLimits {
  readonly files: number;
  /** Unpacked bytes of all files read. */
  readonly bytes: number;
  /** How many times larger than packed a file may be, once it is larger than a megabyte. */
  readonly ratio?: number;
}

const megabyte = 1024 * 1024;

/** Reads the parts of a kept file that the zip's directory points to. */
class KeptReader extends RandomAccessReader {
  constructor(
    private readonly files: Files,
    private readonly file: KeptFile,
  ) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.files.read(this.file, start, end);
  }
}

const fromReader = promisify((reader: RandomAccessReader, size: number, done: (error: Error | null, zip: ZipFile) => void) =>
  yauzl.fromRandomAccessReader(reader, size, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, done),
);

/** A zip file, opened: its files by name, each unpacked as it is read and never beyond the limits. */
export class Zip {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ZipLimits,
  ) {}

  static async open(files: Files, file: KeptFile, limits: ZipLimits): Promise<Zip> {
    const zip = await fromReader(new KeptReader(files, file), file.size).catch(() => {
      throw new Unreadable('not_a_zip');
    });
    if (zip.entryCount > limits.files) throw new Unreadable('too_many_files');
    return new Zip(zip, await entriesOf(zip), limits);
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry) throw new Unreadable('not_a_workbook', name);
    if (entry.isEncrypted()) throw new Unreadable('encrypted', name);
    // What it says of itself is held to first, what it turns out to be as it comes.
    if (entry.uncompressedSize > this.limits.bytes || this.swells(entry, entry.uncompressedSize)) throw new Unreadable('too_large', name);
    let size = 0;
    const stream = await promisify((done: (error: Error | null, stream: Readable) => void) => this.zip.openReadStream(entry, done))();
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        this.unpacked += chunk.byteLength;
        size += chunk.byteLength;
        if (this.unpacked > this.limits.bytes || this.swells(entry, size)) throw new Unreadable('too_large', name);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('not_a_zip', name);
    } finally {
      stream.destroy();
    }
  }

  async text(name: string): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.read(name)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }

  private swells({ compressedSize }: Entry, size: number): boolean {
    return size > megabyte && size > compressedSize * (this.limits.ratio ?? Infinity);
  }

  close(): void {
    this.zip.close();
  }
}

/** Says whether a name is UTF-8. */
const utf8Flag = 0x800;

/** A zip that Windows made in China has its names in GB18030 and does not say so; others leave out to say that theirs are UTF-8. */
function nameOf({ fileName, fileNameRaw, generalPurposeBitFlag }: Entry): string {
  if ((generalPurposeBitFlag & utf8Flag) !== 0 || fileNameRaw.every((byte) => byte < 0x80)) return fileName;
  const decoder = new TextDecoder(isUtf8(fileNameRaw) ? 'utf-8' : 'gb18030');
  return decoder.decode(fileNameRaw).replaceAll('\\', '/');
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      const name = nameOf(entry);
      if (!name.endsWith('/')) entries.set(name, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new Unreadable('not_a_zip')));
    zip.readEntry();
  });
}
