import { Inject, Injectable } from '@nestjs/common';
import { FeedCursorInvalid, refuse, type Call, type Fact } from '@lianxue/contracts';
import { Store, sql, type Sql } from '@lianxue/persistence';
import { readCursor, writeCursor, type FeedCursor } from './cursor.js';

/**
 * Positions looked at by one request. A reader of a small county in a busy province meets few of them, and still gets a
 * cursor further on, so that every request is short (20,000 rows are some 50 ms).
 */
const window = 20_000;

interface Row {
  position: string;
  entity: string;
  fact: Fact;
}

/** A part of the feed: what of it a reader may see, and how far was looked. */
export interface Stretch {
  readonly rows: readonly { readonly position: number; readonly fact: Fact }[];
  /** Everything up to here has been looked at. */
  readonly end: number;
  /** Where the feed ends now. */
  readonly last: number;
}

export interface StretchRequest {
  readonly limit: number;
  /** The feed's end unless said. */
  readonly until?: number | undefined;
  /** What else must hold of a row `t` of the feed. */
  readonly where?: Sql;
}

export interface Read {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Reads the feed within what the reader may see by the tree and the selections of now. */
@Injectable()
export class Reading {
  constructor(@Inject(Store) private readonly store: Store) {}

  async changes({ limit, cursor }: Read, call: Call) {
    const now = await this.now();
    const from = cursor === undefined ? 0 : readCursor(cursor, now);
    const { rows, end, last } = await this.behind(from, call, { limit });
    return { items: rows.map(({ fact }) => changeOf(fact)), next: writeCursor({ epoch: now.epoch, position: end }), more: end < last };
  }

  /** What the caller may see behind a position: facts in reach by the tree of now, and rows written for it alone. */
  async behind(from: number, call: Call, { limit, until = Infinity, where = sql`true` }: StretchRequest): Promise<Stretch> {
    const inReach = await this.inReach(call);
    const last = (await this.now()).position;
    const end = Math.min(from + window, last, until);
    const rows = await this.store.read<Row>(sql`
      select t.position, t.entity, t.fact
        from feed t
       where t.position > ${from} and t.position <= ${end} and (${ownRows(call)} or (t.reader_client is null and ${inReach}))
         and ${where}
       order by t.position
       limit ${limit}`);
    return {
      rows: rows.map(({ position, fact }) => ({ position: Number(position), fact })),
      end: rows.length === limit ? Number(rows.at(-1)!.position) : end,
      last,
    };
  }

  async snapshot({ limit, cursor, at, below }: Read & { at?: string | undefined; below?: string | undefined }, call: Call) {
    const inReach = await this.inReach(call);
    const now = await this.now();
    const begin =
      cursor === undefined ? { position: at === undefined ? now.position : readCursor(at, now), after: nil } : readPage(cursor, now);
    const rows = await this.store.read<Row>(sql`
      select t.position, t.entity, t.fact
        from feed t
       where t.entity > ${begin.after} and t.position <= ${begin.position} and t.reader_client is null and ${inReach}
         and not exists (select 1 from feed n where n.entity = t.entity and n.reader_client is null
                                               and n.position > t.position and n.position <= ${begin.position})
         and (${below ?? null}::uuid is null or exists (
               select 1 from organisation o join organisation b on o.path <@ b.path where o.id = t.organisation and b.id = ${below ?? null}::uuid))
       order by t.entity
       limit ${limit}`);
    const changes = writeCursor({ epoch: now.epoch, position: begin.position });
    const next = rows.length === limit ? `${changes}.${rows.at(-1)!.entity}` : undefined;
    return { items: rows.map(({ fact }) => changeOf(fact)), changes, ...(next && { next }) };
  }

  /** A client met for the first time is asked about before it could be told that there is nothing. */
  private async inReach(call: Call): Promise<Sql> {
    return sql`${await this.store.reachOf({}, call)} and ${granted(call)}`;
  }

  private async now(): Promise<FeedCursor> {
    const [state] = await this.store.read<{ epoch: string; position: string }>(sql`select epoch, position from feed_state`);
    return { epoch: state!.epoch, position: Number(state!.position) };
  }
}

const nil = '00000000-0000-0000-0000-000000000000';

function readPage(text: string, now: FeedCursor) {
  const [cursor, entity] = text.split('.');
  if (!cursor || !entity || !/^[0-9a-f-]{36}$/.test(entity)) throw refuse(FeedCursorInvalid);
  return { position: readCursor(cursor, now), after: entity };
}

/** Rows written for this reader alone. */
const ownRows = ({ caller }: Call): Sql =>
  sql`(t.reader_client = ${caller.client} and (${caller.organisation ?? null}::uuid is null or t.reader_organisation = ${caller.organisation ?? null}::uuid))`;

/** Facts of services whose data the app was granted, where they happened. */
const granted = ({ caller }: Call): Sql =>
  sql`exists (
    select 1
      from organisation o
      join organisation r on o.path <@ r.path
      join app_reach a on a.organisation = r.id
     where o.id = t.organisation and a.client = ${caller.client} and a.active and (a.until is null or a.until > now())
       and (t.service || '.read') = any (a.scopes))`;

/** A fact as a peer reads it. */
export function changeOf(fact: Fact) {
  return {
    specversion: '1.0' as const,
    id: fact.id,
    source: `urn:lianxue:service:${fact.service}`,
    type: fact.type,
    subject: `${fact.thing}/${fact.entity}`,
    time: fact.time,
    entityversion: fact.version,
    organisation: fact.organisation,
    actorkind: fact.actor,
    data: fact.data,
  };
}
