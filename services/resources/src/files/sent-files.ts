import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  assertThat,
  CLOCK,
  FileUnknown,
  ResourceFileUnfit,
  type Caller,
  type Clock,
  type FileFamily,
  type FilePurpose,
} from '@lianxue/contracts';
import { FILES, forGood, keptBy, ownFile, Watch, type Content, type Files, type KeptFile } from '@lianxue/files';
import { Inject, Injectable } from '@nestjs/common';

const ours = keptBy('resources');
/** Until the row that names it is committed; what is not is forgotten by then. */
const uncommittedMs = 2 * 24 * 3600_000;

/** Purposes for which not every family will do. */
const fitting: Partial<Record<FilePurpose, readonly FileFamily[]>> = {
  cover: ['image'],
  subtitles: ['document'],
  rendition: ['video', 'audio'],
};

export type SeenFile = KeptFile & { readonly content: Content };

/** What was sent for a resource or a question, and what is kept of it. */
@Injectable()
export class SentFiles {
  private readonly watch = new Watch();

  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the caller has sent for this under this id, looked at when it came; to everyone else it does not exist. */
  async of(id: string, caller: Caller, kind: 'resource' | 'figure' = 'resource'): Promise<SeenFile> {
    const file = await ownFile(this.files, id, kind, caller, this.clock.now());
    assertThat(file?.content, FileUnknown);
    return { ...file, content: file.content };
  }

  /** Refuses what cannot serve this purpose. */
  assertFits({ content }: SeenFile, purpose: FilePurpose): void {
    const families = fitting[purpose];
    assertThat(!families || families.includes(content.family), ResourceFileUnfit, { purpose, families: [...(families ?? [])] });
  }

  /** Keeps what was sent under the id of the row that will name it. */
  keep(file: KeptFile, id: string, name: string): Promise<KeptFile> {
    return this.files.keepAgain(file, this.untilCommitted(id, name));
  }

  /** Keeps what lay inside another file, looked at as if it had been sent by itself. */
  async within(bytes: Uint8Array, id: string, name: string): Promise<KeptFile> {
    const folder = await mkdtemp(join(tmpdir(), 'lianxue-within-'));
    try {
      const path = join(folder, 'file');
      await writeFile(path, bytes);
      const { content, drawn } = await this.watch.look(path);
      return await this.files.keep([await readFile(drawn ?? path)], { ...this.untilCommitted(id, name), content });
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  private untilCommitted(id: string, name: string) {
    return { id, kind: 'resource.kept', name, owner: ours, until: new Date(this.clock.now().getTime() + uncommittedMs) };
  }

  settle(id: string): Promise<void> {
    return this.files.keepUntil(id, forGood);
  }

  /** What was taken down goes to nobody by a link given until now. */
  endLinks(id: string): Promise<void> {
    return this.files.endLinks(id, this.clock.now());
  }

  remove(id: string): Promise<void> {
    return this.files.remove(id);
  }
}
