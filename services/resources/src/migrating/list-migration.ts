import {
  actingOrganisation,
  assertThat,
  CLOCK,
  FileUnknown,
  MigrationUnreadable,
  mostMigratedRows,
  refuse,
  resources,
  type Call,
  type Caller,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import {
  FILES,
  handOut,
  openTables,
  ownFile,
  readThrough,
  unreadHeadings,
  Unreadable,
  Workbook,
  type Files,
  type TableSource,
} from '@lianxue/files';
import { Jobs, newId, Store, type JobKind, type Outcome, type RunningJob } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Brought, RowErrorFound } from './brought.js';
import { listHeaderIn, listTemplate, type ListField } from './list-columns.js';
import { MarkingLists } from './marking-lists.js';
import { Migrating, rowsAtOnce, type Batch } from './migrating.js';
import { RowReading } from './reading-rows.js';
import { ReadyingFiles } from './readying-files.js';
import { StillEntitled } from './still-entitled.js';

type Order = InputOf<typeof resources.migrateResources>;

/** Brings the resources of a list, as a job. */
@Injectable()
export class ListMigration implements JobKind {
  readonly kind = 'resources.migrate';
  readonly operation = resources.migrateResources;

  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Store) private readonly store: Store,
    @Inject(Migrating) private readonly migrating: Migrating,
    @Inject(ReadyingFiles) private readonly readying: ReadyingFiles,
    @Inject(MarkingLists) private readonly marking: MarkingLists,
    @Inject(StillEntitled) private readonly entitled: StillEntitled,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    jobs.serve(this);
  }

  async isEntitled(caller: Caller): Promise<boolean> {
    return this.entitled.is(caller);
  }

  async order(input: Order, call: Call) {
    const organisation = actingOrganisation(call.caller);
    await this.list(input.list, call.caller);
    await this.migrating.hold(input, call.caller);
    await (await this.readying.open(input.archives, call.caller)).close();
    return this.store.commit(call, (work) => this.jobs.order(this, organisation, { ...input }, work, call));
  }

  async run(job: RunningJob): Promise<Outcome> {
    const { platform, list, archives: ids, ...terms } = job.input as unknown as Order;
    const { caller } = job.call();
    const file = await this.list(list, caller);
    const archives = await this.readying.open(ids, caller);
    const through = async ({ tables }: { readonly tables: readonly TableSource<ListField>[] }) => {
      const migration = { platform, source: null, terms, archives };
      const result = await this.migrating.run(job, migration, (behind) => batchesOf(tables, terms.defaults, behind));
      await this.marking.mark(job, file, tables);
      return { result: { ...result, unread: [...new Set(tables.flatMap(({ header }) => unreadHeadings(header)))] } };
    };
    try {
      return await readThrough(
        file,
        () => openTables(this.files, file, listHeaderIn),
        through,
        (what) => refuse(MigrationUnreadable, what),
      );
    } finally {
      await archives.close();
    }
  }

  /** An empty list to fill in: text columns, lists that drop down. */
  async template(call: Call) {
    const file = { id: newId(), name: '资源迁移清单.xlsx' };
    const columns = listTemplate.map((column) => ({ ...column, text: true, valueOf: () => undefined }));
    return this.store.commit(call, async (work) => {
      work.note('migration.template_made', file.id);
      const bytes = new Workbook('资源', columns).finish();
      return handOut(this.files, bytes, { file, kind: 'migration.template' }, call.caller, this.clock.now());
    });
  }

  private async list(id: string, caller: Caller) {
    const file = await ownFile(this.files, id, 'migration', caller, this.clock.now());
    assertThat(file, FileUnknown);
    return file;
  }
}

/** The rows of all sheets, some at a time; those an earlier run has behind it are read again only for their ids. */
async function* batchesOf(
  tables: readonly TableSource<ListField>[],
  defaults: Order['defaults'],
  behind: (part: number) => number,
): AsyncGenerator<Batch> {
  const met = new Set<string>();
  let all = 0;
  for (const [part, table] of tables.entries()) {
    const reading = new RowReading(table.header, table.file, defaults, met);
    const before = behind(part);
    let [upTo, seen] = [0, 0];
    let rows: Brought[] = [];
    let errors: RowErrorFound[] = [];
    for await (const one of table.rows()) {
      if (++all > mostMigratedRows) throw new Unreadable('too_many_rows', table.file);
      const found: RowErrorFound[] = [];
      const row = reading.read(one, found);
      if (++upTo <= before) continue;
      seen++;
      errors.push(...found);
      if (row) rows.push(row);
      if (seen < rowsAtOnce) continue;
      yield { part, upTo, seen, rows, errors };
      [seen, rows, errors] = [0, [], []];
    }
    if (seen > 0) yield { part, upTo, seen, rows, errors };
  }
}
