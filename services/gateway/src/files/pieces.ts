import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';

/** A hash that a sender gave for one piece. */
interface Checksum {
  readonly algorithm: string;
  readonly value: string;
}

export const checksumAlgorithms = ['sha256', 'sha1', 'md5'] as const;

/** Pieces of uploads under way, with tus’s checksum extension: a piece that arrived changed, or in part, is as if it had not arrived. */
export class Pieces extends FileStore {
  private readonly expected = new AsyncLocalStorage<Checksum | undefined>();

  constructor(
    readonly folder: string,
    expiresMs: number,
  ) {
    super({ directory: folder, expirationPeriodInMilliseconds: expiresMs });
    this.extensions = [...this.extensions, 'checksum'];
  }

  /** Runs a request whose piece, if it carries one, must have this hash. */
  expecting<T>(checksum: Checksum | undefined, request: () => Promise<T>): Promise<T> {
    return this.expected.run(checksum, request);
  }

  pathOf(name: string): string {
    return join(this.folder, name);
  }

  /** Leaves nothing of an upload, also where its pieces have moved on. */
  async drop(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
    await this.configstore.delete(name);
  }

  override async write(piece: Readable, name: string, offset: number): Promise<number> {
    const expected = this.expected.getStore();
    if (!expected) return super.write(piece, name, offset);
    const hash = createHash(expected.algorithm);
    const hashed = async function* () {
      for await (const chunk of piece as AsyncIterable<Buffer>) {
        hash.update(chunk);
        yield chunk;
      }
    };
    try {
      const after = await super.write(Readable.from(hashed(), { objectMode: false }), name, offset);
      if (hash.digest('base64') === expected.value) return after;
    } catch (error) {
      await truncate(this.pathOf(name), offset);
      throw error;
    }
    await truncate(this.pathOf(name), offset);
    throw { status_code: 460, body: 'Checksum Mismatch\n' };
  }
}

/** Reads `Upload-Checksum`; undefined without one, `'unknown'` where nobody here can hold a piece to it. */
export function checksumOf(header: string | undefined): Checksum | undefined | 'unknown' {
  if (header === undefined) return undefined;
  const [algorithm = '', value = ''] = header.trim().split(' ');
  return (checksumAlgorithms as readonly string[]).includes(algorithm) ? { algorithm, value } : 'unknown';
}
