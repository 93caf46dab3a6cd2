import { Controller, Inject } from '@nestjs/common';
import {
  inBeijing,
  JobUnknown,
  resources,
  type Call,
  type InputOf,
  type MigratedResource,
  type MigrationDuplicate,
} from '@lianxue/contracts';
import { allOf, Job, Jobs, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { ListMigration } from './list-migration.js';
import { reasonOf } from './row-errors.js';
import { TakingOver } from './taking-over.js';

type Row = Omit<MigratedResource, 'broughtAt' | 'changedAt' | 'goneAt'> &
  Record<'broughtAt', Date> &
  Record<'changedAt' | 'goneAt', Date | null>;

@Controller()
export class MigrationHandlers {
  constructor(
    @Inject(ListMigration) private readonly lists: ListMigration,
    @Inject(TakingOver) private readonly takingOver: TakingOver,
    @Inject(Jobs) private readonly progress: Jobs,
    @Inject(Store) private readonly store: Store,
  ) {}

  @Handles(resources.migrateResources)
  migrateResources(input: InputOf<typeof resources.migrateResources>, call: Call) {
    return this.lists.order(input, call);
  }

  @Handles(resources.takeOverHarvested)
  takeOverHarvested(input: InputOf<typeof resources.takeOverHarvested>, call: Call) {
    return this.takingOver.order(input, call);
  }

  @Handles(resources.migrationTemplate)
  migrationTemplate(_input: InputOf<typeof resources.migrationTemplate>, call: Call) {
    return this.lists.template(call);
  }

  @Handles(resources.jobs)
  jobs(input: InputOf<typeof resources.jobs>, call: Call) {
    return this.progress.list(input, call);
  }

  @Handles(resources.job)
  job({ jobId }: InputOf<typeof resources.job>, call: Call) {
    return this.progress.one(jobId, call);
  }

  @Handles(resources.jobErrors)
  async jobErrors({ jobId, ...paging }: InputOf<typeof resources.jobErrors>, call: Call) {
    const { items, ...rest } = await this.progress.errors(jobId, paging, call);
    return { items: items.map((row) => ({ ...row, reason: reasonOf(row.code, call.language) })), ...rest };
  }

  @Handles(resources.cancelJob)
  cancelJob({ jobId }: InputOf<typeof resources.cancelJob>, call: Call) {
    return this.progress.cancel(jobId, call);
  }

  @Handles(resources.migrationDuplicates)
  async migrationDuplicates({ jobId, limit, cursor }: InputOf<typeof resources.migrationDuplicates>, call: Call) {
    await this.store.one(Job, jobId, call, JobUnknown);
    return this.store.pageOf<MigrationDuplicate>(
      sql`select t.file, t.line, t.id_there as "idThere", t.by, t.existing, t.same_as_line as "sameAsLine" from migration_duplicate t where t.job = ${jobId}::uuid`,
      call,
      {
        limit,
        cursor,
        order: {
          columns: [
            ['file', 'text'],
            ['line', 'int'],
          ],
        },
      },
    );
  }

  @Handles(resources.migratedResources)
  async migratedResources(input: InputOf<typeof resources.migratedResources>, call: Call) {
    const { platform, idThere, resource, gone, limit, cursor } = input;
    const where = allOf(
      await this.store.reachOf({}, call),
      platform !== undefined && sql`t.platform = ${platform}`,
      idThere !== undefined && sql`t.id_there = ${idThere}`,
      resource !== undefined && sql`t.resource = ${resource}::uuid`,
      gone !== undefined && sql`(t.gone_at is not null) = ${gone}::boolean`,
    );
    const { items, next } = await this.store.pageOf<Row>(
      sql`select t.id, t.organisation, t.platform, t.id_there as "idThere", t.address, t.resource, t.job, t.brought_by as "broughtBy",
            t.brought_at as "broughtAt", t.changed_at as "changedAt", t.gone_at as "goneAt" from migrated_resource t where ${where}`,
      call,
      { limit, cursor },
    );
    const views = items.map(({ broughtAt, changedAt, goneAt, ...row }): MigratedResource => ({
      ...row,
      broughtAt: inBeijing(broughtAt),
      changedAt: changedAt && inBeijing(changedAt),
      goneAt: goneAt && inBeijing(goneAt),
    }));
    return { items: views, ...(next !== undefined && { next }) };
  }
}
