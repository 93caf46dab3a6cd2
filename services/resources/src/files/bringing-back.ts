import {
  resourceFacts,
  ResourceNotFound,
  transcodingFacts,
  TranscodingNotFound,
  type Call,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { Holding } from './holding.js';
import { ResourceFile } from './resource-file.entity.js';
import { SentFiles } from './sent-files.js';
import { Transcoding } from './transcoding.entity.js';

/** A program brings back what it made of a recording: it stands beside the recording, in whatever state the resource is by now. */
@Injectable()
export class BringingBack {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(SentFiles) private readonly sent: SentFiles,
    @Inject(Holding) private readonly holding: Holding,
  ) {}

  async finish({ transcodingId, file }: InputOf<typeof resources.finishTranscoding>, call: Call): Promise<Transcoding> {
    const made = await this.sent.of(file, call.caller);
    this.sent.assertFits(made, 'rendition');
    const id = newId();
    return this.store.commit(call, async (work) => {
      const row = await work.target(Transcoding, transcodingId, TranscodingNotFound);
      row.finish(id);
      const resource = await work.one(ResourceEntity, row.resource, ResourceNotFound);
      const original = await work.one(ResourceFile, row.file);
      await this.holding.give(work, made, { id, resource, purpose: 'rendition', name: made.name, of: original });
      await work.update(resource, resourceFacts.edited);
      return work.update(row, transcodingFacts.finished);
    });
  }
}
