import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  refuse,
  ResourceOwnRating,
  type Call,
  type Clock,
  type InputOf,
  type Page,
  type ResourceUse,
  type resources,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Finding } from '../catalogue/finding.js';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { countOne, type Counted } from './counting.js';
import { Using } from './using.js';

/** The columns of an opinion: what it is now, when it was first given, and what counts it. */
const kinds = {
  favourite: { value: 'favourite', since: 'favoured_at', none: false, counted: 'favourites' },
  stars: { value: 'stars', since: 'rated_at', none: null, counted: 'ratings' },
} as const satisfies Record<string, { value: string; since: string; none: false | null; counted: Counted }>;

interface Sums {
  readonly views: string;
  readonly downloads: string;
  readonly in_class: string;
  readonly favourites: number;
  readonly ratings: number;
  readonly stars: string | null;
}

/** People say what they think of a resource, and everybody reads how much it is used. */
@Injectable()
export class Opining {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Finding) private readonly finding: Finding,
    @Inject(Using) private readonly using: Using,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async favour({ resourceId, favourite }: InputOf<typeof resources.favour>, call: Call): Promise<ResourceUse> {
    // What was taken down can still be given up.
    const resource = favourite ? await this.using.shown(resourceId, call) : await this.finding.one(resourceId, call);
    await this.say('favourite', favourite, resource, call);
    return this.use({ resourceId }, call);
  }

  async rate({ resourceId, stars }: InputOf<typeof resources.rate>, call: Call): Promise<ResourceUse> {
    const resource = stars === null ? await this.finding.one(resourceId, call) : await this.using.shown(resourceId, call);
    if (resource.author === call.caller.subject) throw refuse(ResourceOwnRating);
    await this.say('stars', stars, resource, call);
    return this.use({ resourceId }, call);
  }

  favourites({ limit, cursor }: InputOf<typeof resources.favourites>, call: Call): Promise<Page<ResourceEntity>> {
    const among = sql`select p.resource from resource_opinion p where p.person = ${call.caller.subject}::uuid and p.favourite`;
    return this.store.page(ResourceEntity, call, { among, limit, cursor }, (row) => row);
  }

  /** One statement, and so one moment: what has been added up, and what has not yet. */
  async use({ resourceId }: InputOf<typeof resources.use>, call: Call): Promise<ResourceUse> {
    const { id } = await this.finding.one(resourceId, call);
    const person = call.caller.kind === 'person' ? call.caller.subject : null;
    const [[sums], [own]] = await Promise.all([
      this.store.read<Sums>(sql`
        select coalesce(t.views, 0) + e.views as views, coalesce(t.downloads, 0) + e.downloads as downloads, coalesce(t.in_class, 0) + e.in_class as in_class, p.*
        from (select count(*) filter (where kind = 'view') as views, count(*) filter (where kind = 'download') as downloads,
                count(*) filter (where kind = 'inClass') as in_class from use_event where resource = ${id}::uuid and not counted) e
          left join resource_total t on t.resource = ${id}::uuid,
          (select count(*) filter (where favourite)::int as favourites, count(stars)::int as ratings, round(avg(stars), 2) as stars
           from resource_opinion where resource = ${id}::uuid) p`),
      this.store.read<{ favourite: boolean; stars: number | null }>(
        sql`select favourite, stars from resource_opinion where resource = ${id}::uuid and person = ${person}::uuid`,
      ),
    ]);
    const { views, downloads, in_class: inClass, favourites, ratings, stars } = sums!;
    return {
      ...{ resource: id, views: Number(views), downloads: Number(downloads), inClass: Number(inClass), favourites, ratings },
      stars: stars === null ? null : Number(stars),
      mine: person === null ? null : (own ?? { favourite: false, stars: null }),
    };
  }

  /** The first time somebody says so is counted; a change of mind is none. */
  private say(kind: keyof typeof kinds, said: boolean | number | null, { id, subject }: ResourceEntity, call: Call): Promise<void> {
    const { value, since, none, counted } = kinds[kind];
    const { caller } = call;
    const organisation = actingOrganisation(caller);
    const now = this.clock.now();
    return this.store.commit(call, async (work) => {
      if (said !== none)
        await work.query('insert into resource_opinion (resource, person, organisation) values ($1, $2, $3) on conflict do nothing', [
          ...[id, caller.subject, organisation],
        ]);
      const [held] = await work.query<{ since: Date | null }>(
        `select ${since} as since from resource_opinion where resource = $1 and person = $2 for update`,
        [id, caller.subject],
      );
      if (!held) return;
      await work.query(`update resource_opinion set ${value} = $3, ${since} = coalesce(${since}, $4) where resource = $1 and person = $2`, [
        ...[id, caller.subject, said, said === none ? null : now],
      ]);
      if (said !== none && held.since === null) await countOne(work, counted, { organisation, subject, at: now, now });
    });
  }
}
