import {
  assertThat,
  CLOCK,
  FileUnknown,
  refuse,
  ResourceFileUnfit,
  type Caller,
  type Clock,
  type FileFamily,
  type FilePurpose,
} from '@lianxue/contracts';
import { FILES, type Content, type Files, type KeptFile } from '@lianxue/files';
import { Inject, Injectable } from '@nestjs/common';

/** Nobody asks the gateway for them by their id: whoever may read the resource is given a link. */
const ours = { subject: 'service:resources', client: 'service:resources' };
/** Until the row that names it is committed; what is not is forgotten by then. */
const uncommittedMs = 2 * 24 * 3600_000;
/** What was taught with stays readable. */
const forGood = new Date('9999-01-01T00:00:00Z');

/** Purposes for which not every family will do. */
const fitting: Partial<Record<FilePurpose, readonly FileFamily[]>> = {
  cover: ['image'],
  subtitles: ['document'],
  rendition: ['video', 'audio'],
};

export type SeenFile = KeptFile & { readonly content: Content };

/** What was sent for a resource, and what is kept of it. */
@Injectable()
export class SentFiles {
  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the caller has sent for a resource under this id, looked at when it came; to everyone else it does not exist. */
  async of(id: string, { subject, client }: Caller): Promise<SeenFile> {
    const file = await this.files.about(id);
    const own = file?.kind === 'resource' && file.owner.subject === subject && file.owner.client === client;
    if (!own || !file.content || file.until <= this.clock.now()) throw refuse(FileUnknown);
    return { ...file, content: file.content };
  }

  /** Refuses what cannot serve this purpose. */
  assertFits({ content }: SeenFile, purpose: FilePurpose): void {
    const families = fitting[purpose];
    assertThat(!families || families.includes(content.family), ResourceFileUnfit, { purpose, families: [...(families ?? [])] });
  }

  /** Keeps what was sent under the id of the row that will name it. */
  async keep(file: SeenFile, id: string, name: string): Promise<KeptFile> {
    const until = new Date(this.clock.now().getTime() + uncommittedMs);
    return this.files.keepAgain(file, { id, kind: 'resource.kept', name, owner: ours, until });
  }

  settle(id: string): Promise<void> {
    return this.files.keepUntil(id, forGood);
  }

  remove(id: string): Promise<void> {
    return this.files.remove(id);
  }
}
