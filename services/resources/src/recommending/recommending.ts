import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  type Call,
  type Clock,
  type InputOf,
  type Recommendation,
  type Recommendations,
  type resources,
  type SimilarResource,
} from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { Finding } from '../catalogue/finding.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { Showing } from '../catalogue/showing.js';

/** How far back what a person did says what they are about. */
const lookedBackMs = 90 * 24 * 3600_000;

/** Points as their author wrote them, and as nodes of the knowledge graph. */
interface Points {
  readonly words: readonly string[];
  readonly nodes: readonly string[];
}

interface Like {
  readonly id: string;
  /** What both are about, in words. */
  readonly points: string[];
}

type Reason = Recommendation['reason'];

const mostUsed: Reason = { code: 'mostUsed', points: [], zh: '大家常用的资源', en: 'Used most by everybody' };
const yourPoints = (points: string[]): Reason => ({
  code: 'yourPoints',
  points,
  zh: `您近期使用的资源也涉及：${points.join('、')}`,
  en: `What you used lately is about it too: ${points.join(', ')}`,
});

/** What is like a resource, and what a person may like to use next: by knowledge points, of what the caller may read. */
@Injectable()
export class Recommending {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Finding) private readonly finding: Finding,
    @Inject(Showing) private readonly showing: Showing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async similar({ resourceId, limit }: InputOf<typeof resources.similar>, call: Call): Promise<SimilarResource[]> {
    const { id, knowledgePoints: words, pointIds: nodes, subject, stage } = await this.finding.one(resourceId, call);
    const alike = sql`(t.subject = ${subject})::int + (t.stage = ${stage})::int`;
    const like = await this.about({ words, nodes }, sql`t.id <> ${id}::uuid`, alike, call);
    return this.shown(like.slice(0, limit), call, ({ points }) => ({ points }));
  }

  async recommend({ limit }: InputOf<typeof resources.recommendations>, call: Call): Promise<Recommendations> {
    const person = call.caller.subject;
    const personal = await this.isPersonal(person);
    const like = personal ? (await this.forPerson(person, call)).slice(0, limit) : [];
    const rest = (await this.usedMost(call)).filter(({ id }) => !like.some((other) => other.id === id));
    const items = await this.shown([...like, ...rest].slice(0, limit), call, ({ points }) => ({
      reason: points.length > 0 ? yourPoints(points) : mostUsed,
    }));
    return { personal, items };
  }

  async personalise({ personal }: InputOf<typeof resources.personaliseRecommendations>, call: Call): Promise<{ personal: boolean }> {
    const { caller } = call;
    await this.store.commit(call, async (work) => {
      if (personal) await work.query('delete from impersonal where person = $1', [caller.subject]);
      else
        await work.query('insert into impersonal (person, organisation, since) values ($1, $2, $3) on conflict do nothing', [
          ...[caller.subject, actingOrganisation(caller), this.clock.now()],
        ]);
    });
    return { personal };
  }

  private async isPersonal(person: string): Promise<boolean> {
    return (await this.store.read(sql`select 1 from impersonal where person = ${person}::uuid`)).length === 0;
  }

  /** About the ten points that what they used, kept or liked is about most, and neither known to them nor their own. */
  private async forPerson(person: string, call: Call): Promise<Like[]> {
    const since = new Date(this.clock.now().getTime() - lookedBackMs);
    const points = await this.store.read<{ word: string | null; node: string | null }>(sql`
      select p.word, p.node from (
        select resource from use_event where person = ${person}::uuid and at > ${since} and resource is not null
        union all select resource from resource_opinion
        where person = ${person}::uuid and (favourite and favoured_at > ${since} or stars >= 4 and rated_at > ${since})) met
      join resource t on t.id = met.resource
      cross join lateral (select word, null::uuid as node from unnest(t.knowledge_points) word union all select null, node from unnest(t.point_ids) node) p
      group by 1, 2 order by count(*) desc, 1, 2 limit 10`);
    const unknown = sql`not exists (select 1 from use_event e where e.person = ${person}::uuid and e.resource = t.id)
      and not exists (select 1 from resource_opinion o where o.person = ${person}::uuid and o.resource = t.id)
      and not exists (select 1 from resource r where r.id = t.id and r.author = ${person}::uuid)`;
    const words = points.flatMap(({ word }) => word ?? []);
    const nodes = points.flatMap(({ node }) => node ?? []);
    return this.about({ words, nodes }, unknown, sql`0::int`, call);
  }

  /** Published resources about some of these points: most of them first, then what is alike, then the most used. */
  private async about({ words, nodes }: Points, where: Sql, alike: Sql, call: Call): Promise<Like[]> {
    if (words.length + nodes.length === 0) return [];
    const reach = await this.store.reachOf(ResourceEntity, call);
    const shared = sql`select array_agg(p.point order by p.point) as points from (
      select word as point from unnest(t.knowledge_points) word where word = any(${words}::text[])
      union select n.name from curriculum_node n where n.id = any(t.point_ids) and n.id = any(${nodes}::uuid[])) p`;
    const about = sql`(t.knowledge_points && ${words}::text[] or t.point_ids && ${nodes}::uuid[])`;
    return this.store.scan<Like>(sql`
      select t.id, s.points from resource t join findable f on f.id = t.id cross join lateral (${shared}) s
      where ${allOf(sql`${about} and t.status = 'published'`, where, reach)}
      order by cardinality(s.points) desc, ${alike} desc, f.uses desc, t.id desc limit 20`);
  }

  private async usedMost(call: Call): Promise<Like[]> {
    const reach = await this.store.reachOf(ResourceEntity, call);
    const rows = await this.store.scan<{ id: string }>(
      sql`select t.id from findable t where t.facets = any(array(select c.id from facet_combination c where c.status = 'published')) and ${reach}
        order by t.uses desc, t.id desc limit 40`,
    );
    return rows.map(({ id }) => ({ id, points: [] }));
  }

  private async shown<T>(like: readonly Like[], call: Call, of: (one: Like) => T) {
    const byId = new Map(like.map((one) => [one.id, one]));
    const rows = await this.finding.these([...byId.keys()], call);
    const views = await this.showing.all(rows, call);
    return views.map((resource) => ({ resource, ...of(byId.get(resource.id)!) }));
  }
}
