import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mostFileMegabytes, type FileMegabytes } from '@lianxue/contracts';
import { Unreadable, Zip, type Files, type KeptFile, type ZipLimits } from '@lianxue/files';
import { WrongRow } from './row-errors.js';

const megabyte = 1024 * 1024;

/** The same that a zip is held to when it arrives. */
const limits: ZipLimits = { files: 20_000, bytes: 6 * 1024 * megabyte, ratio: 400 };

/** A file of an archive, on this machine's disk until it is taken away. */
export interface Unpacked {
  readonly path: string;
  readonly sha256: string;
  readonly name: string;
  /** What was taken of whoever sent its archive; absent for one that was sent before that was noted. */
  readonly megabytes: FileMegabytes | undefined;
}

interface Opened {
  readonly zip: Zip;
  readonly megabytes: FileMegabytes | undefined;
}

/** The archives of one migration, opened: each file by its path, or by its name alone where no other has it. */
export class Archives {
  private readonly byPath = new Map<string, Opened[]>();
  private readonly byName = new Map<string, string[]>();

  private constructor(
    private readonly opened: readonly Opened[],
    private readonly folder: string,
  ) {
    for (const one of opened) for (const path of one.zip.names) this.byPath.set(path, [...(this.byPath.get(path) ?? []), one]);
    for (const path of this.byPath.keys()) this.byName.set(basename(path), [...(this.byName.get(basename(path)) ?? []), path]);
  }

  static async open(files: Files, archives: readonly KeptFile[]): Promise<Archives> {
    const opened: Opened[] = [];
    try {
      for (const archive of archives) opened.push({ zip: await Zip.open(files, archive, limits), megabytes: archive.sentFor?.megabytes });
      return new Archives(opened, await mkdtemp(join(tmpdir(), 'lianxue-migration-')));
    } catch (error) {
      for (const { zip } of opened) zip.close();
      throw error;
    }
  }

  has(named: string): boolean {
    return this.pathOf(named) !== undefined;
  }

  /** Unpacks one file, held to what an honest one can be. */
  async unpack(named: string, heading: string): Promise<Unpacked> {
    const path = this.pathOf(named);
    const [one, another] = path === undefined ? [] : this.byPath.get(path)!;
    if (!one) throw new WrongRow(heading, (this.byName.get(named)?.length ?? 0) > 1 ? 'file.ambiguous' : 'file.unknown');
    if (another) throw new WrongRow(heading, 'file.ambiguous');
    const hash = createHash('sha256');
    const to = join(this.folder, randomUUID());
    try {
      await pipeline(bounded(one.zip.read(path!), hash, heading), createWriteStream(to, { mode: 0o600 }));
    } catch (error) {
      await rm(to, { force: true });
      if (error instanceof Unreadable) throw new WrongRow(heading, error.fault === 'too_large' ? 'file.bomb' : 'file.broken');
      throw error;
    }
    return { path: to, sha256: hash.digest('hex'), name: basename(path!), megabytes: one.megabytes };
  }

  async close(): Promise<void> {
    for (const { zip } of this.opened) zip.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private pathOf(named: string): string | undefined {
    const path = named.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, '');
    if (this.byPath.has(path)) return path;
    const [only, another] = this.byName.get(path) ?? [];
    return another === undefined ? only : undefined;
  }
}

async function* bounded(content: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>, heading: string) {
  let bytes = 0;
  for await (const chunk of content) {
    if ((bytes += chunk.byteLength) > mostFileMegabytes * megabyte) throw new WrongRow(heading, 'file.not_allowed');
    hash.update(chunk);
    yield chunk;
  }
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: megabyte }) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}
