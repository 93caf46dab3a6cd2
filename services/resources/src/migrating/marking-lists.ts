import { CLOCK, type Clock } from '@lianxue/contracts';
import { FILES, markedTable, type Files, type KeptFile, type TableSource } from '@lianxue/files';
import { Jobs, newId, Store, type RunningJob } from '@lianxue/persistence';
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
    for (const table of tables) {
      const here = errors.filter(({ file }) => file === table.file);
      if (here.length === 0) continue;
      const heading = language === 'zh' ? '错误说明' : 'What is wrong';
      const bytes = await markedTable(
        table,
        here,
        heading,
        async () =>
          ({ wrong }) =>
            wrong.map(({ field, code }) => `${field}：${reasonOf(code, language)}`).join('；'),
      );
      const id = newId();
      const title = `${name.replace(/\.\w{1,5}$/, '')}-${table.file === 'csv' ? '' : `${table.file}-`}${language === 'zh' ? '错误' : 'errors'}.xlsx`;
      const until = new Date(this.clock.now().getTime() + keptMs);
      await this.files.keep([bytes], { id, kind: 'migration.errors', name: title, owner, until });
      await this.store.commit(job.call(), (work) => job.made(work, { id, name: title }));
    }
  }
}
