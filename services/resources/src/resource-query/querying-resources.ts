import { assertThat, ResourceNotFound, type Call, type InputOf, type resources } from '@lianxue/contracts';
import {
  allOf,
  anyOf,
  CollectionReading,
  commonFields,
  fieldOf,
  sql,
  Store,
  type Collection,
  type Near,
  type Sql,
} from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Teaching, type Taught } from './teaching.js';

type Query = InputOf<typeof resources.queryResources>;

/** Tiers above or below where the app is selected that show a work, or did. */
const standings = (near: Near, only: Sql): Sql =>
  sql`exists (select 1 from standing s where s.resource = t.id and ${only} and ${near.holdsOrAbove(sql`s.organisation`)})`;

/** What was published above or below where the app is selected; what no tier there shows any more stays as a tombstone. */
const published = (taught?: readonly Taught[]): Collection => ({
  from: sql`resource t`,
  stamped: sql`t.id`,
  among: (near) => allOf(sql`t.published_at is not null`, standings(near, sql`true`), taught && anyOf(taught.map(suiting))),
  fields: (near) => ({
    ...commonFields(sql`case when ${standings(near, sql`s.status = 'published'`)} then 'active' else 'tobedeleted' end`),
    title: fieldOf.text(sql`t.title`),
    vendorResourceId: fieldOf.text(sql`t.id::text`),
    vendorId: fieldOf.text(sql`t.organisation::text`),
  }),
  within: {},
});

/** Works are given to no class, no course and nobody; those of its subject and grades suit it. One that names no grade suits all. */
const suiting = ({ subject, grades }: Taught) =>
  allOf(subject !== null && sql`t.subject = ${subject}`, grades.length > 0 && sql`(t.grades = '{}' or t.grades && ${grades}::int[])`);

interface Kept {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly type: string;
  readonly stage: string;
  readonly subject: string;
  readonly grades: number[];
}

/** Answers a part of the catalogue as OneRoster names its fields. */
@Injectable()
export class QueryingResources {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Teaching) private readonly teaching: Teaching,
  ) {}

  async query({ within, ...query }: Query, call: Call) {
    const reading = new CollectionReading(this.store, {
      ...{ collections: { resources: published(await this.taughtIn(within, call)) }, narrowing: {}, unknown: ResourceNotFound },
      ...{ stamps: sql`resource_stamp`, rounds: sql`resource_stamping` },
    });
    const { found, near: _, ...part } = await reading.part({ ...query, within: [] }, call);
    const kept = await this.store.scan<Kept>(
      sql`select id, title, organisation, type, stage, subject, grades from resource where id = any(${found.map(({ id }) => id)}::uuid[])`,
    );
    const byId = new Map(kept.map((one) => [one.id, one]));
    const rows = found.flatMap(({ id, at, status }) => {
      const one = byId.get(id);
      if (!one) return [];
      const { title, organisation, type, stage, subject, grades } = one;
      const base = { sourcedId: id, status, dateLastModified: at.toISOString() };
      return [{ ...base, title, vendorResourceId: id, vendorId: organisation, metadata: { type, stage, subject, grades } }];
    });
    return { rows, ...part };
  }

  /** A class has to be in reach; a course may be handed down to where the app is selected. */
  private async taughtIn([place]: Query['within'], call: Call): Promise<readonly Taught[] | undefined> {
    if (!place) return undefined;
    const { kind, id } = place;
    if (kind === 'user') return this.taughtTo(id, call);
    const taught = await this.teaching.in({ kind, id });
    assertThat(taught, ResourceNotFound);
    const isThere = kind === 'class' ? this.store.reaches(taught.organisation, call) : this.isHandedDown(taught.organisation, call);
    assertThat(await isThere, ResourceNotFound);
    return [taught];
  }

  /** What suits the classes somebody is in, or teaches, as far as they are in reach; nothing suits who is in none. */
  private async taughtTo(person: string, call: Call): Promise<readonly Taught[]> {
    const known = await this.teaching.to({ person, client: call.caller.client });
    assertThat(known, ResourceNotFound);
    const within = new Set<string>();
    for (const organisation of known.organisations) if (await this.store.reaches(organisation, call)) within.add(organisation);
    assertThat(within.size > 0, ResourceNotFound);
    return known.taught.filter(({ organisation }) => within.has(organisation));
  }

  private async isHandedDown(organisation: string, call: Call): Promise<boolean> {
    const reach = await this.store.reachOf({ reach: { organisation: 'id' } }, call);
    const rows = await this.store.read(
      sql`select 1 from organisation o where o.id = ${organisation}
          and exists (select 1 from organisation t where (o.path @> t.path or o.path <@ t.path) and ${reach})`,
    );
    return rows.length > 0;
  }
}
