import {
  HarvestedRecordNotFound,
  HarvestSourceNotFound,
  inBeijing,
  type Call,
  type HarvestedRecord,
  type InputOf,
  type OutputOf,
  type Page,
  type resources,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { searchFor } from '../../catalogue/searchable.js';
import { HarvestedRecordEntity } from './harvested-record.entity.js';
import { HarvestSourceEntity } from './harvest-source.entity.js';

type Source = OutputOf<typeof resources.harvestSource>;

/** What is harvested, how it is getting on, and what came of it. */
@Injectable()
export class ReadingSources {
  constructor(@Inject(Store) private readonly store: Store) {}

  sources(paging: InputOf<typeof resources.harvestSources>, call: Call): Promise<Page<Source>> {
    return this.store.pageTogether(HarvestSourceEntity, call, paging, (rows) => this.views(rows));
  }

  async source(id: string, call: Call): Promise<Source> {
    return this.view(await this.store.one(HarvestSourceEntity, id, call, HarvestSourceNotFound));
  }

  async view(row: HarvestSourceEntity): Promise<Source> {
    return (await this.views([row]))[0]!;
  }

  records(
    { q, source, deleted = false, ...paging }: InputOf<typeof resources.harvestedRecords>,
    call: Call,
  ): Promise<Page<HarvestedRecord>> {
    const search = q === undefined ? undefined : searchFor(q);
    const where = allOf(
      sql`t.deleted = ${deleted}`,
      source !== undefined && sql`t.source = ${source}::uuid`,
      search && sql`bigrams(t.search_text) @@ ${search.bigrams}::text::tsquery and t.search_text like all(${search.patterns}::text[])`,
    );
    return this.store.pageTogether(HarvestedRecordEntity, call, { where, ...paging }, (rows) => this.recordViews(rows));
  }

  async record(id: string, call: Call): Promise<HarvestedRecord> {
    const [view] = await this.recordViews([await this.store.one(HarvestedRecordEntity, id, call, HarvestedRecordNotFound)]);
    return view!;
  }

  private async views(rows: readonly HarvestSourceEntity[]): Promise<Source[]> {
    const found = await this.store.scan<{ id: string; underWay: boolean; records: number; tombstones: number }>(
      sql`select w.source as id, w.under_way as "underWay",
            (select count(*)::int from harvested_record r where r.source = w.source and not r.deleted) as records,
            (select count(*)::int from harvested_record r where r.source = w.source and r.deleted) as tombstones
          from harvest_walk w where w.source = any(${rows.map(({ id }) => id)}::uuid[])`,
    );
    const byId = new Map(found.map(({ id, ...state }) => [id, state]));
    return rows.map((row) => ({ ...row.fact(), account: row.account, ...byId.get(row.id)! }));
  }

  private async recordViews(rows: readonly HarvestedRecordEntity[]): Promise<HarvestedRecord[]> {
    const names = await this.store.read<{ id: string; name: string }>(
      sql`select id, name from harvest_source where id = any(${[...new Set(rows.map(({ source }) => source))]}::uuid[])`,
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return rows.map(
      ({ id, version, createdAt, updatedAt, organisation, source, identifier, datestamp, deleted, title, address, elements }) => ({
        ...{ id, version, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt) },
        ...{
          organisation,
          source,
          sourceName: nameOf.get(source)!,
          identifier,
          datestamp: inBeijing(datestamp),
          deleted,
          title,
          address,
          elements,
        },
      }),
    );
  }
}
