import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { About, Files, KeptFile } from './files.js';
import { measured, written } from './forms.js';

/** Contents under their hash, and beside them descriptions of the files that have them; where both lie is the subclass's. */
export abstract class FilesByHash implements Files {
  async keep(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, about: About): Promise<KeptFile> {
    const there = await this.about(about.id);
    if (there) return there;
    const path = join(await this.arriving(), randomUUID());
    try {
      return await this.shelve(path, await written(path, content), about);
    } finally {
      await rm(path, { force: true });
    }
  }

  async adopt(path: string, about: About): Promise<KeptFile> {
    const kept = (await this.about(about.id)) ?? (await this.shelve(path, await measured(path), about));
    await rm(path, { force: true });
    return kept;
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
    await this.describe({ ...there, until }, there);
  }

  async endLinks(id: string, given: Date): Promise<void> {
    const there = await this.about(id);
    if (there) await this.describe({ ...there, linksEnded: given }, there);
  }

  abstract about(id: string): Promise<KeptFile | undefined>;
  abstract read(file: KeptFile, from?: number, until?: number): Readable;
  abstract remove(id: string): Promise<void>;
  abstract forget(now: Date): Promise<number>;

  /** A folder of this machine for what has no hash yet. */
  protected abstract arriving(): Promise<string>;
  /** Takes what lies there, and describes it. */
  protected abstract shelve(path: string, measures: { sha256: string; size: number }, about: About): Promise<KeptFile>;
  /** Makes a content young again, so that it is not taken for one that no file has while its file is written. */
  protected abstract touch(sha256: string): Promise<void>;
  protected abstract describe(file: KeptFile, former?: KeptFile): Promise<KeptFile>;
}
