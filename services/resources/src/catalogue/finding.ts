import { Inject, Injectable } from '@nestjs/common';
import { ResourceNotFound, type Call, type InputOf, type Page, type resources } from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { ResourceEntity } from './resource.entity.js';
import { searchFor, type Search } from './searchable.js';

/**
 * From here on a term is frequent: walking the newest resources meets a page of it soon. Below, that walk would pass
 * over nearly the whole catalogue, and fetching every match first is the shorter way.
 */
const frequent = 2000;

/** Readers find resources. */
@Injectable()
export class Finding {
  constructor(@Inject(Store) private readonly store: Store) {}

  one(id: string, call: Call): Promise<ResourceEntity> {
    return this.store.one(ResourceEntity, id, call, ResourceNotFound);
  }

  async page(asked: InputOf<typeof resources.list>, call: Call): Promise<Page<ResourceEntity>> {
    const { q, stage, subject, grade, type, status, organisation, limit, cursor } = asked;
    const search = q === undefined ? undefined : searchFor(q);
    const where = allOf(
      stage !== undefined && sql`t.stage = ${stage}`,
      subject !== undefined && sql`t.subject = ${subject}`,
      grade !== undefined && sql`${grade}::int = any(t.grades)`,
      type !== undefined && sql`t.type = ${type}`,
      status !== undefined && sql`t.status = ${status}`,
      organisation !== undefined && sql`t.organisation = ${organisation}::uuid`,
      search && (await this.matching(search)),
    );
    return this.store.page(ResourceEntity, call, { where, limit, cursor }, (row) => row);
  }

  /** Candidates come from the index; `like` decides, since bigrams alone would also find their characters apart. */
  private async matching({ bigrams, patterns }: Search): Promise<Sql> {
    const [counted] = await this.store.read<{ candidates: number }>(
      sql`select count(*)::int as candidates from (select 1 from resource r where bigrams(r.search_text) @@ ${bigrams}::text::tsquery limit ${frequent}) few`,
    );
    if (counted!.candidates >= frequent) return sql`t.search_text like all(${patterns}::text[])`;
    return sql`t.id = any(array(select r.id from resource r where bigrams(r.search_text) @@ ${bigrams}::text::tsquery and r.search_text like all(${patterns}::text[])))`;
  }
}
