import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { About, Files, KeptFile } from './files.js';

/** A content without a file is left alone this long: its file is perhaps just being written. */
const orphanMs = 24 * 3600_000;

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** Files in a folder that all services of the machine see. Nothing that came from outside is ever part of a path. */
export class FolderFiles implements Files {
  constructor(private readonly folder: string) {}

  async keep(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, about: About): Promise<KeptFile> {
    const there = await this.about(about.id);
    if (there) return there;
    const arriving = join(await this.made('arriving'), randomUUID());
    try {
      const { sha256, size } = await written(arriving, content);
      await this.made(join('contents', sha256.slice(0, 2)));
      await rename(arriving, this.contentOf(sha256));
      return await this.describe({ ...about, sha256, size });
    } finally {
      await rm(arriving, { force: true });
    }
  }

  async keepAgain({ sha256, size }: KeptFile, about: About): Promise<KeptFile> {
    const there = await this.about(about.id);
    if (there) return there;
    // Young again, so that it is not taken for one that no file has while this is written.
    const now = Date.now() / 1000;
    await utimes(this.contentOf(sha256), now, now);
    return this.describe({ ...about, sha256, size });
  }

  private async describe(file: KeptFile): Promise<KeptFile> {
    const described = join(await this.made('arriving'), randomUUID());
    await written(described, [Buffer.from(JSON.stringify(file))]);
    await this.made('files');
    await rename(described, this.descriptionOf(file.id));
    return file;
  }

  async about(id: string): Promise<KeptFile | undefined> {
    if (!isId(id)) return undefined;
    const text = await readFile(this.descriptionOf(id), 'utf8').catch(unlessAbsent);
    if (text === undefined) return undefined;
    const file = JSON.parse(text) as KeptFile & { until: string };
    return { ...file, until: new Date(file.until) };
  }

  read({ sha256 }: KeptFile, from = 0, until = Infinity): Readable {
    return createReadStream(this.contentOf(sha256), { start: from, end: until - 1, highWaterMark: 256 * 1024 });
  }

  async remove(id: string): Promise<void> {
    if (isId(id)) await rm(this.descriptionOf(id), { force: true });
  }

  async forget(now: Date): Promise<number> {
    const held = new Set<string>();
    let gone = 0;
    for (const name of await this.namesIn('files')) {
      const file = await this.about(name.slice(0, -'.json'.length));
      if (file && file.until > now) held.add(file.sha256);
      else if (file && ++gone) await this.remove(file.id);
    }
    for (const part of await this.namesIn('contents')) {
      for (const name of await this.namesIn(join('contents', part))) {
        if (isHash(name) && !held.has(name)) await this.removeOld(join(this.folder, 'contents', part, name));
      }
    }
    for (const name of await this.namesIn('arriving')) await this.removeOld(join(this.folder, 'arriving', name));
    return gone;
  }

  /** By the file system's clock, which wrote it. */
  private async removeOld(path: string): Promise<void> {
    const found = await stat(path).catch(unlessAbsent);
    if (found && Date.now() - found.mtimeMs > orphanMs) await rm(path, { force: true });
  }

  private async namesIn(folder: string): Promise<string[]> {
    return (await readdir(join(this.folder, folder)).catch(unlessAbsent)) ?? [];
  }

  private async made(folder: string): Promise<string> {
    const path = join(this.folder, folder);
    await mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  }

  private contentOf(sha256: string): string {
    return join(this.folder, 'contents', sha256.slice(0, 2), sha256);
  }

  private descriptionOf(id: string): string {
    return join(this.folder, 'files', `${id}.json`);
  }
}

async function written(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.byteLength;
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
