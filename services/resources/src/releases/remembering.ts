import { Inject, Injectable } from '@nestjs/common';
import {
  inBeijing,
  refuse,
  ReleaseNotFound,
  ResourceNotFound,
  type Call,
  type LearningObjectMetadata,
  type ProvenanceLine,
  type Release,
  type ReleaseLine,
} from '@lianxue/contracts';
import { allOf, askingOf, sql, Store, type Sql } from '@lianxue/persistence';
import { provenanceOf } from '../catalogue/provenance.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { filesTogether } from '../files/files-together.js';
import { complete } from '../review/content-fields.js';
import { standingsOf } from '../standing/tiers.js';
import { lomOf } from './lom.js';
import { ResourceReleaseEntity } from './resource-release.entity.js';

type Kept = Pick<ResourceReleaseEntity, 'number' | 'firstAt' | 'publishedAt' | 'replacedAt' | 'content'>;

/** What a resource said before, where it has been, and how the standard describes it. */
@Injectable()
export class Remembering {
  constructor(@Inject(Store) private readonly store: Store) {}

  /** Newest first; whoever could read one then reads it now, also when its resource is withdrawn. */
  async releases(id: string, on: string | undefined, call: Call): Promise<ReleaseLine[]> {
    // The day ends at midnight in Beijing.
    const inForce =
      on !== undefined &&
      sql`t.published_at < (${on}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and (t.replaced_at is null or t.replaced_at >= (${on}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
    const kept = await this.kept(allOf(sql`t.resource = ${id}`, inForce), call);
    if (kept.length === 0) await this.store.one(ResourceEntity, id, call, ResourceNotFound);
    return kept.map(({ content: _, ...line }) => lineOf(line));
  }

  async release(id: string, number: number, call: Call): Promise<Release> {
    const [kept] = await this.kept(sql`t.resource = ${id} and t.number = ${number}`, call);
    if (!kept) throw refuse(ReleaseNotFound);
    return { ...lineOf(kept), content: complete(kept.content) };
  }

  async provenance(id: string, call: Call): Promise<ProvenanceLine[]> {
    await this.store.one(ResourceEntity, id, call, ResourceNotFound);
    return provenanceOf(id, this.store);
  }

  async lom(id: string, call: Call): Promise<LearningObjectMetadata> {
    const row = await this.store.one(ResourceEntity, id, call, ResourceNotFound);
    const ask = askingOf(this.store);
    const files = await filesTogether([id], ask);
    return lomOf(row, await standingsOf([id], ask), files(id));
  }

  private async kept(where: Sql, call: Call): Promise<Kept[]> {
    const reach = await this.store.reachOf(ResourceReleaseEntity, call);
    return this.store.read<Kept>(
      sql`select t.number, t.first_at as "firstAt", t.published_at as "publishedAt", t.replaced_at as "replacedAt", t.content
          from resource_release t where ${where} and ${reach} order by t.number desc`,
    );
  }
}

const lineOf = ({ number, firstAt, publishedAt, replacedAt }: Omit<Kept, 'content'>): ReleaseLine => ({
  number,
  organisation: firstAt,
  publishedAt: inBeijing(publishedAt),
  replacedAt: replacedAt && inBeijing(replacedAt),
});
