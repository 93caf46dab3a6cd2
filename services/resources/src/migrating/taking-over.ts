import {
  actingOrganisation,
  CLOCK,
  HarvestSourceNotFound,
  resources,
  type Call,
  type Caller,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { Jobs, sql, Store, type JobKind, type Outcome, type RunningJob } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { watch } from '../harvest/sources/harvest-rounds.js';
import { HarvestSourceEntity } from '../harvest/sources/harvest-source.entity.js';
import type { Brought, RowErrorFound } from './brought.js';
import { Migrating, rowsAtOnce, type Batch } from './migrating.js';
import { recordRead, type Told } from './reading-records.js';
import { ReadyingFiles } from './readying-files.js';
import { StillEntitled } from './still-entitled.js';

type Order = InputOf<typeof resources.takeOverHarvested>;
type Row = Told & { readonly id: string; readonly deleted: boolean };

/** Takes what was harvested from another platform over into the catalogue, as a job: the same rules as for a list. */
@Injectable()
export class TakingOver implements JobKind {
  readonly kind = 'resources.take_over';
  readonly operation = resources.takeOverHarvested;

  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Store) private readonly store: Store,
    @Inject(Migrating) private readonly migrating: Migrating,
    @Inject(ReadyingFiles) private readonly readying: ReadyingFiles,
    @Inject(StillEntitled) private readonly entitled: StillEntitled,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    jobs.serve(this);
  }

  async isEntitled(caller: Caller): Promise<boolean> {
    return this.entitled.is(caller);
  }

  async order(input: Order, call: Call) {
    const source = await this.store.one(HarvestSourceEntity, input.sourceId, call, HarvestSourceNotFound);
    await this.migrating.hold({ ...input, enter: 'draft' }, call.caller);
    const told = { ...input, platform: source.address };
    return this.store.commit(call, async (work) => {
      if (!input.dryRun) await watch(source.id, this.clock.now(), work);
      return this.jobs.order(this, actingOrganisation(call.caller), told, work, call);
    });
  }

  async run(job: RunningJob): Promise<Outcome> {
    const { sourceId: source, platform, ...terms } = job.input as unknown as Order & { readonly platform: string };
    const archives = await this.readying.open([], job.call().caller);
    try {
      const migration = { platform, source, terms: { ...terms, enter: 'draft' as const }, archives };
      return { result: await this.migrating.run(job, migration, (behind) => this.batchesOf(source, terms.defaults, behind(0))) };
    } finally {
      await archives.close();
    }
  }

  /** Records by their ids, which only grow; what was deleted there keeps its place. */
  private async *batchesOf(source: string, defaults: Order['defaults'], behind: number): AsyncGenerator<Batch> {
    const [last] =
      behind === 0
        ? []
        : await this.store.scan<{ id: string }>(
            sql`select id from harvested_record where source = ${source}::uuid order by id offset ${behind - 1}::int limit 1`,
          );
    let after = last?.id ?? null;
    for (let upTo = behind; ;) {
      const records = await this.store.scan<Row>(
        sql`select id, identifier, address, elements, deleted from harvested_record
            where source = ${source}::uuid and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${rowsAtOnce}`,
      );
      if (records.length === 0) return;
      after = records.at(-1)!.id;
      const errors: RowErrorFound[] = [];
      const rows = records.flatMap((record, nth): Brought[] => {
        const row = record.deleted ? undefined : recordRead(record, upTo + nth + 1, defaults, errors);
        return row ? [row] : [];
      });
      upTo += records.length;
      yield { part: 0, upTo, seen: records.length, rows, errors };
    }
  }
}
