import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { About, KeptFile } from './files.js';
import { FilesByHash } from './files-by-hash.js';
import { described, describing, isHash, isId, orphanMs, unlessAbsent, written } from './forms.js';

/** Files in a folder that all services of the machine see. Nothing that came from outside is ever part of a path. */
export class FolderFiles extends FilesByHash {
  constructor(private readonly folder: string) {
    super();
  }

  async about(id: string): Promise<KeptFile | undefined> {
    if (!isId(id)) return undefined;
    const text = await readFile(this.descriptionOf(id), 'utf8').catch(unlessAbsent);
    return text === undefined ? undefined : described(text);
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

  protected arriving(): Promise<string> {
    return this.made('arriving');
  }

  protected async shelve(path: string, { sha256, size }: { sha256: string; size: number }, about: About): Promise<KeptFile> {
    await onDisk(path);
    await this.made(join('contents', sha256.slice(0, 2)));
    await moved(path, this.contentOf(sha256));
    return this.describe({ ...about, sha256, size });
  }

  protected async touch(sha256: string): Promise<void> {
    const now = Date.now() / 1000;
    await utimes(this.contentOf(sha256), now, now);
  }

  protected async describe(file: KeptFile): Promise<KeptFile> {
    const description = join(await this.arriving(), randomUUID());
    await written(description, [Buffer.from(describing(file))]);
    await this.made('files');
    await rename(description, this.descriptionOf(file.id));
    return file;
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

async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

/** From another disk it is copied beside its place first: it is there whole or not at all. */
async function moved(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const beside = `${to}.${randomUUID()}`;
    await copyFile(from, beside);
    await onDisk(beside);
    await rename(beside, to);
    await rm(from, { force: true });
  }
}
