import {
  assertThat,
  GradebookRowUnknown,
  type Call,
  type classrooms,
  type GradebookCollection,
  type InputOf,
  isUuid,
} from '@lianxue/contracts';
import { CollectionReading, sql, Store, type FoundRow, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { collectionsFor, nameFor } from './collections.js';
import { kinds, meant } from './kinds.js';
import { hiddenResult, shapes, type Row } from './rows.js';
import { RosterOfClasses } from './roster-of-classes.js';

type Query = InputOf<typeof classrooms.queryGradebook>;

/** Answers a part of a gradebook's collection within the reach of the app that asks. */
@Injectable()
export class ReadingGradebook {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(RosterOfClasses) private readonly roster: RosterOfClasses,
  ) {}

  async query({ id: name, within, ...query }: Query, call: Call) {
    const { client } = call.caller;
    const reading = new CollectionReading<GradebookCollection>(this.store, {
      ...{ collections: collectionsFor(client), narrowing: {}, unknown: GradebookRowUnknown },
      ...{ stamps: sql`gradebook_stamp`, rounds: sql`gradebook_stamping` },
    });
    const id = name === undefined ? undefined : await this.idOf(query.collection, name, client);
    const { found, near: _, ...part } = await reading.part({ ...query, id, within: await this.places(within, call) }, call);
    return { rows: found.length === 0 ? [] : await this.rowsOf(query.collection, found, client), ...part };
  }

  private async idOf(collection: GradebookCollection, name: string, client: string): Promise<string> {
    const [row] = await this.store.read<{ id: string }>(
      sql`select t.id from ${kinds[collection].table} t where ${meant(name, client)} order by t.called nulls last limit 1`,
    );
    assertThat(row, GradebookRowUnknown);
    return row.id;
  }

  /** What a collection is narrowed to, by its id: it has to be there and in reach, and the one inside the other. */
  private async places(within: Query['within'], call: Call): Promise<{ kind: string; id: string }[]> {
    const places: { kind: string; id: string }[] = [];
    for (const { kind, name } of within) {
      if (kind === 'lineItem') places.push({ kind, id: await this.idOf('lineItems', name, call.caller.client) });
      else {
        assertThat(isUuid(name), GradebookRowUnknown);
        places.push({ kind, id: name });
      }
    }
    const at = (kind: string) => places.find((place) => place.kind === kind)?.id;
    const [school, ofClass, student, line] = [at('school'), at('class'), at('student'), at('lineItem')];
    assertThat(school === undefined || (await this.store.reaches(school, call)), GradebookRowUnknown);
    if (ofClass !== undefined) {
      const standing = await this.roster.standing({ class: ofClass, people: student === undefined ? [] : [student], sessions: [] });
      assertThat(standing && (student === undefined || standing.pupils.length > 0), GradebookRowUnknown);
      assertThat(await this.store.reaches(standing.organisation, call), GradebookRowUnknown);
      if (line !== undefined)
        assertThat((await this.store.read(sql`select 1 from line_item where id = ${line} and class = ${ofClass}`))[0], GradebookRowUnknown);
    }
    return places;
  }

  private async rowsOf(collection: GradebookCollection, found: readonly FoundRow[], client: string): Promise<Row[]> {
    const ids = found.map(({ id }) => id);
    const kept = await this.store.scan<Row & { id: string; name: string }>(
      sql`select t.*, ${nameFor(client, sql`t`)} as name ${referring(collection, client)} where t.id = any(${ids}::uuid[])`,
    );
    const byId = new Map(kept.map((row) => [row.id, row]));
    const pupils = collection === 'results' ? [...new Set(kept.map(({ person }) => person as string))] : [];
    const withheld = await this.roster.withheld(client, pupils);
    return found.flatMap(({ id, at, status }) => {
      const row = byId.get(id);
      if (!row) return [];
      const base = { sourcedId: row.name, status, dateLastModified: at.toISOString() };
      const fields = withheld.has(row['person'] as string) ? hiddenResult(row) : shapes[collection](row);
      const present = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
      return [{ ...base, ...Object.fromEntries(present) }];
    });
  }
}

/** A kind's table, with the names of what its rows refer to. */
function referring(collection: GradebookCollection, client: string): Sql {
  const scale = sql`case when s.id is not null then ${nameFor(client, sql`s`)} end as score_scale_name`;
  switch (collection) {
    case 'categories':
      return sql`from grade_category t`;
    case 'scoreScales':
      return sql`from score_scale t`;
    case 'lineItems':
      return sql`, ${nameFor(client, sql`c`)} as category_name, ${scale}
                 from line_item t join grade_category c on c.id = t.category left join score_scale s on s.id = t.score_scale`;
    case 'results':
      return sql`, ${nameFor(client, sql`l`)} as line_item_name, ${scale}
                 from grade_result t join line_item l on l.id = t.line_item left join score_scale s on s.id = t.score_scale`;
  }
}
