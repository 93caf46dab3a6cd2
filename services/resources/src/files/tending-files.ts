import { CLOCK, ownCallOf, resourceFileFacts, resources, transcodingFacts, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ResourceFile } from './resource-file.entity.js';
import { SentFiles } from './sent-files.js';
import { Transcoding } from './transcoding.entity.js';

/** Often: what was taken down is to end within a minute, downloads under way included. */
const everyMs = 10_000;
const batch = 200;
const hourMs = 3600_000;
/** Whoever took a transcoding and is not back by then will not come. */
const transcodingMs = 6 * hourMs;
/** A file that was taken away before anybody reviewed it: as long as a link to it, and a change of mind, may last. */
const graceMs = 24 * hourMs;

/** Ends the links to what was taken down, keeps for good what a resource was given and what a question shows, collects the files that nobody refers to, and lets others take what was not brought back. */
@Injectable()
export class TendingFiles extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(SentFiles) private readonly sent: SentFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    await this.inBatches(batch, () => this.endLinksOfSome());
    await this.inBatches(batch, () => this.settleSome());
    await this.inBatches(batch, () => this.dropSome());
    await this.inBatches(batch, () => this.collectSome());
    await this.inBatches(batch, () => this.lapseSome());
  }

  /** Once the takedown is committed nobody out of reach is given another. */
  private async endLinksOfSome(): Promise<number> {
    const taken = await this.store.read<{ id: string }>(sql`select id from resource_file where links_end order by id limit ${batch}`);
    const ids = taken.map(({ id }) => id);
    for (const id of ids) await this.sent.endLinks(id);
    if (ids.length > 0)
      await this.store.commit(ownCallOf(resources.takeDown), (work) =>
        work.query('update resource_file set links_end = false where id = any($1::uuid[])', [ids]),
      );
    return ids.length;
  }

  /** In the store first: done twice it does nothing more. */
  private async settleSome(): Promise<number> {
    const waiting = await this.store.read<{ id: string }>(
      sql`select id from resource_file where not settled union all select id from question_figure where not settled order by id limit ${batch}`,
    );
    const ids = waiting.map(({ id }) => id);
    for (const id of ids) await this.sent.settle(id);
    if (ids.length > 0)
      await this.store.commit(ownCallOf(resources.addFile), async (work) => {
        for (const table of ['resource_file', 'question_figure'])
          await work.query(`update ${table} set settled = true where id = any($1::uuid[])`, [ids]);
      });
    return ids.length;
  }

  /** What was added and taken away before it ever went out with a round of review. */
  private dropSome(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - graceMs);
    return this.store.commit(ownCallOf(resources.removeFile), async (work) => {
      const never = await work.all(ResourceFile, sql`t.removed_in <= t.added_in and t.removed_at < ${before}`, batch);
      for (const row of never) await work.remove(row, resourceFileFacts.forgotten);
      return never.length;
    });
  }

  /** Files whose row is gone. */
  private async collectSome(): Promise<number> {
    const left = await this.store.read<{ file: string }>(sql`select file from left_file order by at limit ${batch}`);
    const ids = left.map(({ file }) => file);
    for (const id of ids) await this.sent.remove(id);
    if (ids.length > 0)
      await this.store.commit(ownCallOf(resources.removeFile), (work) =>
        work.query('delete from left_file where file = any($1::uuid[])', [ids]),
      );
    return ids.length;
  }

  private lapseSome(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - transcodingMs);
    return this.store.commit(ownCallOf(resources.takeTranscoding), async (work) => {
      const late = await work.all(Transcoding, sql`t.state = 'taken' and t.taken_at < ${before}`, batch);
      for (const row of late) {
        row.lapse();
        await work.update(row, transcodingFacts.ordered);
      }
      return late.length;
    });
  }
}
