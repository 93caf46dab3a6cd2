import { Inject, Injectable } from '@nestjs/common';
import {
  assertThat,
  callWorkFacts,
  CallWorkFileNotFound,
  CallWorkFileOfWrongKind,
  CallWorkFilesTooMany,
  CallWorkNotFound,
  CLOCK,
  FileUnknown,
  inBeijing,
  refuse,
  workFileKinds,
  type activities,
  type Call,
  type Caller,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { endingAs, FILES, forGood, handOut, keptBy, ownFile, type Files, type KeptFile } from '@lianxue/files';
import { newId, Store } from '@lianxue/persistence';
import { runningTermsOf } from '../terms.js';
import { CallWork } from './call-work.entity.js';
import { writable } from './handing-in.js';
import { meetWork } from './meeting.js';

const ours = keptBy('activities');

/** Files of works: taken for what they are, given to who may read the work. */
@Injectable()
export class FilesOfWorks {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add({ workId, file }: InputOf<typeof activities.addWorkFile>, call: Call): Promise<CallWork> {
    await this.store.one(CallWork, workId, call, CallWorkNotFound);
    const sent = await this.sent(file, call.caller);
    // Looked at when it came.
    const kind = workFileKinds.find((each) => each === sent.content?.kind);
    const id = newId();
    try {
      return await this.store.commit(call, async (work) => {
        const changed = await writable(workId, call, work);
        changed.touch();
        const { settings } = await runningTermsOf(changed, work);
        if (!kind || !settings.fileKinds.includes(kind)) throw refuse(CallWorkFileOfWrongKind, { kinds: settings.fileKinds });
        assertThat(changed.files.length < settings.files, CallWorkFilesTooMany, { most: settings.files });
        const name = endingAs(sent.name, kind);
        const { size, sha256 } = await this.files.keepAgain(sent, { id, kind: 'work.kept', name, owner: ours, until: forGood });
        changed.files = [...changed.files, { id, name, kind, size, sha256, at: inBeijing(this.clock.now()) }];
        return work.update(changed, callWorkFacts.changed);
      });
    } catch (error) {
      await this.files.remove(id);
      throw error;
    }
  }

  drop({ workId, fileId }: InputOf<typeof activities.dropWorkFile>, call: Call): Promise<CallWork> {
    return this.store.commit(call, async (work) => {
      const changed = await writable(workId, call, work);
      changed.touch();
      const rest = changed.files.filter(({ id }) => id !== fileId);
      assertThat(rest.length < changed.files.length, CallWorkFileNotFound);
      changed.files = rest;
      return work.update(changed, callWorkFacts.changed);
    });
  }

  /** The file under its own name, as one of the caller's own. */
  async give({ workId, fileId }: InputOf<typeof activities.workFile>, call: Call): Promise<{ id: string; name: string }> {
    const work = await meetWork(workId, call, this.store, CallWorkNotFound);
    const kept = work.files.some(({ id }) => id === fileId) ? await this.files.about(fileId) : undefined;
    if (!kept) throw refuse(CallWorkFileNotFound);
    return handOut(this.files, kept, { file: { id: newId(), name: kept.name }, kind: 'work.read' }, call.caller, this.clock.now());
  }

  /** What the caller has sent as a work under this id; to everyone else it does not exist. */
  private async sent(id: string, caller: Caller): Promise<KeptFile> {
    const file = await ownFile(this.files, id, 'work', caller, this.clock.now());
    assertThat(file, FileUnknown);
    return file;
  }
}
