import { Inject, Injectable } from '@nestjs/common';
import { ResourceNotFound, type Call, type InputOf, type Page, type ResourceFacets, type resources } from '@lianxue/contracts';
import { allOf, sql, Store, type ListOrder, type Sql } from '@lianxue/persistence';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { CommonTerms } from './common-terms.js';
import { facetsOf, type Found } from './facets.js';
import { ResourceEntity } from './resource.entity.js';
import { searchFor, type Search } from './searchable.js';

/**
 * From here on a term is frequent: walking the newest or the most used resources meets a page of it soon. Below, that walk
 * would pass over nearly the whole catalogue, and fetching every match first is the shorter way.
 */
const frequent = 2000;

const byId: ListOrder = { columns: [['id', 'uuid']], descending: true };
const byUses: ListOrder = {
  columns: [
    ['uses', 'bigint'],
    ['id', 'uuid'],
  ],
  descending: true,
};
const byPlace: ListOrder = { columns: [['place', 'int'], ...byUses.columns], descending: true };

type Filters = InputOf<typeof resources.facets>;

/** The nodes of a curriculum that are asked for, with all that speak of them. */
interface Nodes {
  readonly chapters: readonly string[] | undefined;
  readonly points: readonly string[] | undefined;
  readonly competencies: readonly string[] | undefined;
}

/** Readers find resources. Everything here reads `findable`, the narrow copy of what a search needs. */
@Injectable()
export class Finding {
  private readonly common: CommonTerms;

  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KnownNodes) private readonly nodes: KnownNodes,
  ) {
    this.common = new CommonTerms(store);
  }

  one(id: string, call: Call): Promise<ResourceEntity> {
    return this.store.one(ResourceEntity, id, call, ResourceNotFound);
  }

  async page(asked: InputOf<typeof resources.list>, call: Call): Promise<Page<ResourceEntity>> {
    const { q, sort, limit, cursor } = asked;
    const search = q === undefined ? undefined : searchFor(q);
    const nodes = await this.nodesOf(asked);
    if (!search && sort === 'newest') {
      const where = allOf(owned(asked), ...described(asked, nodes), ...faceted(asked));
      return this.store.page(ResourceEntity, call, { where, limit, cursor }, (row) => row);
    }
    const where = allOf(owned(asked), among(asked, nodes), ofThese(asked));
    const order = sort === 'newest' ? byId : search && sort === 'relevance' ? byPlace : byUses;
    const rows = search && order === byPlace ? await this.relevant(search, where, call) : await this.found(search, where, call);
    const { items, next } = await this.store.pageOf<{ id: string }>(rows, call, { limit, cursor, order });
    const ids = items.map(({ id }) => id);
    return { items: await this.these(ids, call), next };
  }

  /** How many there are, and how many by facet; one pass over what is found. Planned anew: a plan for any term calls helpers for one that is nowhere. */
  async facets(asked: Filters, call: Call): Promise<ResourceFacets> {
    const search = asked.q === undefined ? undefined : searchFor(asked.q);
    const reach = await this.store.reachOf(ResourceEntity, call, 'gathered');
    const where = allOf(owned(asked), among(asked, await this.nodesOf(asked)), search && (await this.whatHas(search)), reach);
    const found = await this.store.scan<Found>(
      sql`select c.stage, c.subject, c.type, c.status, c.grades, found.count
          from (select t.facets, count(*)::int as count from findable t where ${where} group by t.facets) found join facet_combination c on c.id = found.facets`,
      'anew',
    );
    return facetsOf(found, asked);
  }

  /** These resources, as far as they are in reach, in this order. */
  async these(ids: readonly string[], call: Call): Promise<ResourceEntity[]> {
    if (ids.length === 0) return [];
    const among = sql`select unnest(${ids}::uuid[])`;
    const { items } = await this.store.page(ResourceEntity, call, { among, limit: ids.length }, (row) => row);
    const places = new Map(ids.map((id, place) => [id, place]));
    return items.sort((one, other) => places.get(one.id)! - places.get(other.id)!);
  }

  private async nodesOf({ chapterId, pointId, competencyId }: Filters): Promise<Nodes> {
    const within = (id: string | undefined) => (id === undefined ? undefined : this.nodes.within([id]));
    const [chapters, points, competencies] = await Promise.all([within(chapterId), within(pointId), within(competencyId)]);
    return { chapters, points, competencies };
  }

  /** Walked in the order asked for where the term is frequent, gathered first where it is not. */
  private async found(search: Search | undefined, where: Sql, call: Call): Promise<Sql> {
    const reach = await this.store.reachOf(ResourceEntity, call);
    if (search && !(await this.common.include(search)) && !(await this.isFrequent(search)))
      return sql`with few as materialized (select t.id, t.uses from findable t where ${allOf(byIndex(search), where, reach)}) select * from few`;
    return sql`select t.id, t.uses from findable t where ${allOf(search && everywhere(search), where, reach)}`;
  }

  /** What begins with it, what says it in its title, what says it elsewhere. */
  private async relevant(search: Search, where: Sql, call: Call): Promise<Sql> {
    const { patterns, beginning } = search;
    const place = sql`case when t.search_text like ${beginning}::text then 2 when split_part(t.search_text, chr(10), 1) like all(${patterns}::text[]) then 1 else 0 end as place`;
    const reach = await this.store.reachOf(ResourceEntity, call, 'gathered');
    return sql`select t.id, t.uses, ${place} from findable t where ${allOf(await this.whatHas(search), where, reach)}`;
  }

  private async whatHas(search: Search): Promise<Sql> {
    return (await this.common.include(search)) ? everywhere(search) : byIndex(search);
  }

  private async isFrequent({ bigrams }: Search): Promise<boolean> {
    const [counted] = await this.store.read<{ candidates: number }>(
      sql`select count(*)::int as candidates from (select 1 from findable t where bigrams(t.search_text) @@ ${bigrams}::text::tsquery limit ${frequent}) few`,
    );
    return counted!.candidates >= frequent;
  }
}

/** What is asked of a resource by the index alone: exact for terms of one and two characters, a pattern decides on longer ones. */
const byIndex = ({ bigrams, open }: Search): Sql =>
  allOf(sql`bigrams(t.search_text) @@ ${bigrams}::text::tsquery`, open.length > 0 && sql`t.search_text like all(${open}::text[])`);

/** The same of a row that is met anyway. */
const everywhere = ({ patterns }: Search): Sql => sql`t.search_text like all(${patterns}::text[])`;

const owned = ({ organisation }: Filters) => organisation !== undefined && sql`t.organisation = ${organisation}::uuid`;

/** What a resource is about: filters that are no facets. */
const described = ({ edition, knowledgePoint }: Filters, { chapters, points, competencies }: Nodes) => [
  edition !== undefined && sql`t.edition = ${edition}`,
  chapters && sql`t.chapter_id = any(${[...chapters]}::uuid[])`,
  points && sql`t.point_ids && ${[...points]}::uuid[]`,
  competencies && sql`t.competency_ids && ${[...competencies]}::uuid[]`,
  knowledgePoint !== undefined && sql`t.knowledge_points @> array[${knowledgePoint}::text]`,
];

/** Filters that are facets. */
const faceted = ({ stage, subject, grade, type, status }: Filters) => [
  stage !== undefined && sql`t.stage = ${stage}`,
  subject !== undefined && sql`t.subject = ${subject}`,
  grade !== undefined && sql`${grade}::int = any(t.grades)`,
  type !== undefined && sql`t.type = ${type}`,
  status !== undefined && sql`t.status = ${status}`,
];

/** The same two of a row of `findable`, which knows neither itself. */
const among = (asked: Filters, nodes: Nodes) =>
  given(described(asked, nodes), (where) => sql`t.id in (select t.id from resource t where ${where})`);
const ofThese = (asked: Filters) =>
  given(faceted(asked), (where) => sql`t.facets = any(array(select t.id from facet_combination t where ${where}))`);

const given = (asked: readonly (Sql | false | undefined)[], as: (where: Sql) => Sql) => asked.some(Boolean) && as(allOf(...asked));
