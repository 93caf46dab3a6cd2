import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { About, Files, KeptFile } from './files.js';
import { described, describing, isHash, isId, measured, orphanMs, unlessAbsent, written } from './forms.js';

/** Files in a folder that all services of the machine see. Nothing that came from outside is ever part of a path. */
export class FolderFiles implements Files {
  constructor(private readonly folder: string) {}

  async keep(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, about: About): Promise<KeptFile> {
    const there = await this.about(about.id);
    if (there) return there;
    const arriving = join(await this.made('arriving'), randomUUID());
    try {
      return await this.shelve(arriving, await written(arriving, content), about);
    } finally {
      await rm(arriving, { force: true });
    }
  }

  async adopt(path: string, about: About): Promise<KeptFile> {
    const there = await this.about(about.id);
    if (there) return there;
    const measures = await measured(path);
    await onDisk(path);
    return this.shelve(path, measures, about);
  }

  async keepAgain({ sha256, size, content }: KeptFile, about: About): Promise<KeptFile> {
    const there = await this.about(about.id);
    if (there) return there;
    await this.touch(sha256);
    return this.describe({ ...(content && { content }), ...about, sha256, size });
  }

  async keepUntil(id: string, until: Date): Promise<void> {
    const there = await this.about(id);
    if (!there) return;
    await this.touch(there.sha256);
    await this.describe({ ...there, until });
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

  private async shelve(path: string, { sha256, size }: { sha256: string; size: number }, about: About): Promise<KeptFile> {
    await this.made(join('contents', sha256.slice(0, 2)));
    await moved(path, this.contentOf(sha256));
    return this.describe({ ...about, sha256, size });
  }

  /** Young again, so that it is not taken for one that no file has while its file is written. */
  private async touch(sha256: string): Promise<void> {
    const now = Date.now() / 1000;
    await utimes(this.contentOf(sha256), now, now);
  }

  private async describe(file: KeptFile): Promise<KeptFile> {
    const description = join(await this.made('arriving'), randomUUID());
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
