import { CLOCK, type Clock } from '@lianxue/contracts';
import { FILES, markedTables, type Files, type KeptFile, type MarkedRow, type TableSource } from '@lianxue/files';
import { Jobs, newId, Store, type RunningJob, type WrongRow } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { reasonOf } from './row-errors.js';

const mostMarked = 10_000;
const keptMs = 30 * 24 * 3600_000;

/** Gives a list back as it was sent, what is wrong in it marked and said in words at the end of its row. */
@Injectable()
export class MarkingLists {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Store) private readonly store: Store,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async mark(job: RunningJob, { name, owner }: KeptFile, tables: readonly TableSource[]): Promise<void> {
    const errors = await this.jobs.errorsAfter(job.id, 0, mostMarked);
    const { language } = job.call();
    const said = ({ wrong }: MarkedRow<WrongRow>) => wrong.map(({ field, code }) => `${field}：${reasonOf(code, language)}`).join('；');
    for await (const { name: title, bytes } of markedTables(name, tables, errors, language, async () => said)) {
      const file = { id: newId(), name: title };
      const until = new Date(this.clock.now().getTime() + keptMs);
      await this.files.keep([bytes], { ...file, kind: 'migration.errors', owner, until });
      await this.store.commit(job.call(), (work) => job.made(work, file));
    }
  }
}
