import {
  CLOCK,
  transcodingFacts,
  TranscodingNotFound,
  type Call,
  type Clock,
  type FileContent,
  type InputOf,
  type Page,
  type resources,
} from '@lianxue/contracts';
import { LINKS, type Links } from '@lianxue/files';
import { allOf, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { ResourceFile } from './resource-file.entity.js';
import { Transcoding } from './transcoding.entity.js';

/** What every browser plays, by container and codecs. */
const played: Partial<Record<FileContent['kind'], { readonly video: readonly string[]; readonly audio: readonly string[] }>> = {
  mp4: { video: ['AVC', 'AV1'], audio: ['AAC', 'MPEG Audio', 'Opus'] },
  webm: { video: ['VP8', 'VP9', 'AV1'], audio: ['Vorbis', 'Opus'] },
};

/** Whether a film must be brought into another form before every browser plays it. */
function needsTranscoding({ family, kind, videoCodec = '', audioCodec }: FileContent): boolean {
  if (family !== 'video') return false;
  const form = played[kind];
  return !form?.video.includes(videoCodec) || (audioCodec !== undefined && !form.audio.includes(audioCodec));
}

/** How recordings get into a form that every browser plays: a program hears that one waits, takes it, and brings back what it made. */
@Injectable()
export class Transcodings {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(LINKS) private readonly links: Links,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Has a file transcoded if it needs that. */
  async order(row: ResourceFile, work: Work): Promise<Transcoding['state'] | null> {
    if (row.purpose === 'rendition' || !needsTranscoding(row.seen)) return null;
    const { organisation, resource, id: file, seen, bytes } = row;
    const order = Object.assign(new Transcoding(), { organisation, resource, file, seen, bytes });
    return (await work.insert(order, transcodingFacts.ordered)).state;
  }

  page({ state, limit, cursor }: InputOf<typeof resources.transcodings>, call: Call): Promise<Page<Transcoding>> {
    const where = allOf(state !== undefined && sql`t.state = ${state}`);
    return this.store.page(Transcoding, call, { where, limit, cursor }, (row) => row);
  }

  take({ transcodingId }: InputOf<typeof resources.takeTranscoding>, call: Call) {
    return this.store.commit(call, async (work) => {
      const row = await work.target(Transcoding, transcodingId, TranscodingNotFound);
      const now = this.clock.now();
      row.take(now);
      await work.update(row, transcodingFacts.taken);
      // As long as watching it takes: a program may read it slowly.
      return { row, source: this.links.to(row.file, now, { durationMs: row.seen.durationMs ?? 0 }) };
    });
  }

  fail({ transcodingId, reason }: InputOf<typeof resources.failTranscoding>, call: Call): Promise<Transcoding> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(Transcoding, transcodingId, TranscodingNotFound);
      row.fail(reason);
      return work.update(row, transcodingFacts.failed);
    });
  }

  retry({ transcodingId }: InputOf<typeof resources.retryTranscoding>, call: Call): Promise<Transcoding> {
    return this.store.commit(call, async (work) => {
      const row = await work.target(Transcoding, transcodingId, TranscodingNotFound);
      row.retry();
      return work.update(row, transcodingFacts.ordered);
    });
  }
}
