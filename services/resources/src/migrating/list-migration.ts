import {
  actingOrganisation,
  assertThat,
  CLOCK,
  FileUnknown,
  MigrationUnreadable,
  refuse,
  resources,
  type Call,
  type Caller,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { FILES, handOut, openTables, ownFile, readThrough, unreadHeadings, Workbook, type Files, type TableSource } from '@lianxue/files';
import { Jobs, newId, Store, type JobKind, type Outcome, type RunningJob } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { batchesOf, type ListPart } from './batches.js';
import type { RowErrorFound } from './brought.js';
import { listHeaderIn, listTemplate, type ListField } from './list-columns.js';
import { openLom, type LomList } from './lom-lists.js';
import { MarkingLists } from './marking-lists.js';
import { Migrating } from './migrating.js';
import { lomRead } from './reading-lom.js';
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
    const bring = (parts: readonly ListPart[]) =>
      this.migrating.run(job, { platform, source: null, terms, archives }, (behind) => batchesOf(parts, behind));
    const through = async (source: LomList | { readonly tables: readonly TableSource<ListField>[] }): Promise<Outcome> => {
      if ('records' in source)
        return { result: { ...(await bring([{ file: file.name, rows: () => lomRead(source.records(), terms.defaults) }])), unread: [] } };
      const { tables } = source;
      const met = new Set<string>();
      const result = await bring(tables.map((table) => partOf(table, terms.defaults, met)));
      await this.marking.mark(job, file, tables);
      return { result: { ...result, unread: [...new Set(tables.flatMap(({ header }) => unreadHeadings(header)))] } };
    };
    try {
      return await readThrough(
        file,
        async () => (await openLom(this.files, file)) ?? openTables(this.files, file, listHeaderIn),
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

const partOf = (table: TableSource<ListField>, defaults: Order['defaults'], met: Set<string>): ListPart => ({
  file: table.file,
  rows: async function* () {
    const reading = new RowReading(table.header, table.file, defaults, met);
    for await (const one of table.rows()) {
      const errors: RowErrorFound[] = [];
      yield { row: reading.read(one, errors), errors };
    }
  },
});
