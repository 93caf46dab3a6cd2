import {
  CLOCK,
  takenDownSet,
  type Call,
  type Clock,
  type HarvestedContent,
  type HarvestPart,
  type HarvestSet,
  type InputOf,
  type OrganisationKind,
  type resources,
} from '@lianxue/contracts';
import { allOf, askingOf, Near, sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { filesTogether } from '../files/files-together.js';
import { levelOf } from '../standing/tiers.js';

type Asked = InputOf<typeof resources.harvest>;

/**
 * A stamp that a reader does not see yet may be older than the reader's clock, by as long as its transaction may take (2 s) and as
 * clocks of machines differ.
 */
const unsettledMs = 5000;

/** Of the contents of one part: they travel in one message. */
const mostBytes = 600_000;

const ways = ['stage', 'subject', 'type', 'organisation'] as const satisfies readonly HarvestSet['by'][];
type Way = (typeof ways)[number];

interface Found {
  readonly id: string;
  readonly at: Date;
  readonly published: boolean;
  readonly takenDown: boolean;
  readonly standings: readonly (Record<Way, string> & { readonly published: boolean })[];
}

type Kept = Omit<HarvestedContent, 'publishedAt' | 'usage' | 'files' | 'shown'> & {
  readonly id: string;
  readonly publishedAt: Date;
  readonly usage: HarvestedContent['usage'];
  readonly shown: readonly { readonly kind: OrganisationKind; readonly at: string }[];
};

/** Tells harvesters what is, or was, published where an app is selected, below and above. */
@Injectable()
export class Harvesting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The next part of a walk: it sees the records as they were when the walk began, each once, and their contents as they are. */
  async part(asked: Asked, call: Call): Promise<HarvestPart> {
    const now = this.clock.now();
    const near = await Near.of(this.store, call);
    const [stamped] = await this.store.read<{ at: Date }>(sql`select at from harvest_stamping`);
    const asOf = asked.asOf === undefined ? stamped!.at : earlier(new Date(asked.asOf), stamped!.at);
    const { id, set, from, before, after, limit } = asked;
    const among = allOf(
      near.holdsOrAbove(sql`t.organisation`, true),
      id === undefined
        ? sql`t.at <= ${asOf} and (t.replaced_at is null or t.replaced_at > ${asOf})`
        : sql`t.resource = ${id}::uuid and t.replaced_at is null`,
      set && inSet(set),
      from !== undefined && sql`t.at >= ${from}::timestamptz`,
      before !== undefined && sql`t.at < ${before}::timestamptz`,
    );
    const found = await this.store.scan<Found>(
      sql`select t.resource as id, t.at, bool_or(t.published) as published, ${takenDown} as "takenDown",
            json_agg(json_build_object('stage', t.stage, 'subject', t.subject, 'type', t.type, 'organisation', t.organisation, 'published', t.published)) as standings
          from harvest_record t where ${allOf(among, after && sql`(t.at, t.resource) > (${after.at}::timestamptz, ${after.id}::uuid)`)}
          group by t.at, t.resource order by t.at, t.resource limit ${limit + 1}`,
    );
    const [counted] = asked.counted
      ? await this.store.scan<{ size: number }>(sql`select count(distinct t.resource)::int as size from harvest_record t where ${among}`)
      : [];
    const rows = found.slice(0, limit);
    const records = within(
      mostBytes,
      rows,
      await this.contentsOf(
        rows.filter(({ published }) => published),
        near,
      ),
    );
    const last = records.at(-1);
    return {
      records,
      size: counted?.size ?? null,
      last: last && found.length > records.length ? { at: last.at, id: last.id } : null,
      asOf: asOf.toISOString(),
      settled: later(asOf, new Date(now.getTime() - unsettledMs)).toISOString(),
    };
  }

  /** What there is to harvest by, and since when. */
  async outline({ after, limit }: InputOf<typeof resources.harvestOutline>, call: Call) {
    const near = await Near.of(this.store, call);
    const [first] = await this.store.read<{ at: Date | null }>(sql`select min(at) as at from harvest_record`);
    const organisations = await this.store.scan<{ id: string; name: string }>(
      sql`select t.id, t.name from organisation t where ${near.holdsOrAbove(sql`t.id`)} and (${after ?? null}::uuid is null or t.id > ${after ?? null}::uuid)
            and exists (select 1 from harvest_record h where h.organisation = t.id and h.replaced_at is null) order by t.id limit ${limit}`,
    );
    const last = limit > 0 && organisations.length === limit ? organisations.at(-1)!.id : null;
    return { earliest: (first?.at ?? this.clock.now()).toISOString(), organisations, last };
  }

  /** Of what a tier in reach shows now: what was taken down since the walk began is not told. */
  private async contentsOf(found: readonly Found[], near: Near): Promise<ReadonlyMap<string, HarvestedContent>> {
    if (found.length === 0) return new Map();
    const kept = await this.store.scan<Kept>(
      sql`select r.id, r.title, r.type, r.stage, r.subject, r.grades, r.edition, r.volume, r.chapter, r.knowledge_points as "knowledgePoints", r.description, r.keywords, r.language, r.licence,
            json_build_object('method', r.usage_method, 'scene', r.usage_scene, 'example', r.usage_example) as usage,
            r.source_url as "sourceUrl", array(select json_build_object('kind', so.kind, 'at', s.published_at) from standing s join organisation so on so.id = s.organisation
              where s.resource = r.id and s.status = 'published' order by s.published_at) as shown,
            r.organisation, o.name as publisher, r.published_at as "publishedAt", r.release as version
          from resource r join organisation o on o.id = r.organisation where r.id = any(${found.map(({ id }) => id)}::uuid[])
            and exists (select 1 from unnest(r.shared_by) tier where ${near.holdsOrAbove(sql`tier`)})`,
    );
    const files = await filesTogether(
      kept.map(({ id }) => id),
      askingOf(this.store),
    );
    return new Map(
      kept.map(({ id, publishedAt, shown, ...content }) => [
        id,
        {
          ...content,
          publishedAt: publishedAt.toISOString(),
          shown: shown.map(({ kind, at }) => ({ level: levelOf(kind), at: new Date(at).toISOString() })),
          files: files(id),
        },
      ]),
    );
  }
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
const later = (one: Date, other: Date): Date => (one > other ? one : other);

const takenDown = sql`exists (select 1 from resource_release r where r.resource = t.resource and r.taken_down)`;

const inSet = ({ by, value }: HarvestSet): Sql => {
  switch (by) {
    case 'organisation':
      return sql`t.organisation = ${value}::uuid`;
    case 'stage':
      return sql`t.stage = ${value}`;
    case 'subject':
      return sql`t.subject = ${value}`;
    case 'type':
      return sql`t.type = ${value}`;
    case 'status':
      return sql`not t.published and ${takenDown}`;
  }
};

/** As many records as one message carries; at least one. */
function within(most: number, found: readonly Found[], contents: ReadonlyMap<string, HarvestedContent>): HarvestPart['records'] {
  const records: HarvestPart['records'] = [];
  let bytes = 0;
  for (const row of found) {
    const content = row.published ? (contents.get(row.id) ?? null) : null;
    bytes += 400 + (content === null ? 0 : Buffer.byteLength(JSON.stringify(content)));
    if (bytes > most && records.length > 0) break;
    records.push({ id: row.id, at: row.at.toISOString(), sets: setsOf(row), content });
  }
  return records;
}

/** Where it stands; of a tombstone, where it stood, and whether it was taken down. */
function setsOf({ published, takenDown, standings }: Found): HarvestSet[] {
  const those = standings.filter((standing) => standing.published === published);
  const stood = ways.flatMap((by) => [...new Set(those.map((standing) => standing[by]))].map((value) => ({ by, value }) as HarvestSet));
  return takenDown && !published ? [...stood, takenDownSet] : stood;
}
