import type { Call } from '@lianxue/contracts';
import type { Aggregate } from '../aggregate.js';
import { allOf, sql, type Sql } from '../sql.js';
import type { ListOrder, Order, PageRequest } from '../store.js';
import type { Cursors } from './cursor.js';
import type { OrganisationsInReach } from './reach.js';
import { quoted, raw, type Rows } from './rows.js';

/** A page ends here, so that an answer stays below what the wire carries (900 KB). */
const pageBytes = 800_000;

/** A character takes at most 6 bytes in JSON, as an escape: what a quick look may rely on. */
const bytesPerUnit = 6;

/**
 * Rows fetched, one at least more than any limit up to there. Few and written into the text: for an unknown limit
 * PostgreSQL would plan every page anew, which takes longer than the page.
 */
const steps = [21, 51, 101, 201] as const;
const fetched = (limit: number): number => steps.find((step) => step > limit) ?? limit + 1;

/** Newest first: ids are UUIDv7. */
const byId: Order = [{ column: 'id', descending: true }];

/** The one statement of a page, and how its rows become the page. */
export class PageReading<E extends Aggregate> {
  private readonly order: Order;

  constructor(
    private readonly rows: Rows<E>,
    private readonly cursors: Cursors,
    private readonly call: Call,
    private readonly request: PageRequest,
  ) {
    this.order = request.order ?? byId;
  }

  /** Walks the order and leaves out what is not in reach: right when much is. */
  walking(reach: Sql): Sql {
    return this.select(reach);
  }

  /** Collects the rows of these ids and sorts what is in reach: right when they are few, whatever else there is. */
  among(ids: Sql, reach: Sql): Sql {
    return sql`with few (id) as materialized (${ids}) ${this.select(reach, sql`few f join ${raw(this.rows.table)} t on t.id = f.id`)}`;
  }

  /** Takes a page from each organisation in reach and the page from those: right when they are few. */
  byOrganisation({ organisations, owner, rest }: OrganisationsInReach): Sql {
    const own = this.select(allOf(sql`${owner} = o.id`, rest));
    return sql`select t.* from organisation o cross join lateral (${own}) t where ${organisations} ${this.cut()}`;
  }

  /** At least one row more than asked for, which tells whether there is more. The order's values come along as text, exact as PostgreSQL has them. */
  private select(condition: Sql, source: Sql = raw(`${this.rows.table} t`)): Sql {
    const { where, cursor } = this.request;
    const keys = raw(this.order.map(({ column }, index) => `, t.${quoted(column)}::text as "~${index}"`).join(''));
    const after = cursor === undefined ? undefined : this.after(this.cursors.read(cursor, this.call, this.order));
    return sql`select ${this.rows.columns}${keys} from ${source} where ${allOf(condition, where, after)} ${this.cut()}`;
  }

  private cut(): Sql {
    const ordered = this.order.map(({ column, descending }) => `t.${quoted(column)}${descending ? ' desc' : ''}`).join(', ');
    return raw(`order by ${ordered} limit ${fetched(this.request.limit)}`);
  }

  /** The rows of the page, one perhaps left out that only tells of more. */
  rowsOf(found: readonly Record<string, unknown>[]): E[] {
    return found.slice(0, this.request.limit).map((row) => this.rows.hydrate(row));
  }

  /** Of what was found the page, its rows as `items` show them: as many as fit. */
  pageOf<V>(found: readonly Record<string, unknown>[], items: readonly V[]): { items: V[]; next?: string } {
    const fit = howManyFit(items);
    if (fit === found.length) return { items: [...items] };
    const last = this.order.map((_, index) => found[fit - 1]![`~${index}`] as string);
    return { items: items.slice(0, fit), next: this.cursors.write(last, this.call, this.order) };
  }

  /** Rows behind the cursor: later in the first column, or equal there and later in the next, and so on. */
  private after(values: readonly string[]): Sql {
    const typed = this.order.map(({ column }, index) => sql`${values[index]}::text::${raw(this.rows.typeOf(column))}`);
    const own = this.order.map(({ column }) => raw(`t.${quoted(column)}`));
    if (this.order.every(({ descending }) => Boolean(descending) === Boolean(this.order[0]!.descending))) {
      return sql`(${listed(own)}) ${raw(this.order[0]!.descending ? '<' : '>')} (${listed(typed)})`;
    }
    const steps = this.order.map(({ descending }, index) =>
      allOf(
        ...own.slice(0, index).map((column, at) => sql`${column} = ${typed[at]}`),
        sql`${own[index]} ${raw(descending ? '<' : '>')} ${typed[index]}`,
      ),
    );
    return sql`(${steps.reduce((all, step) => sql`${all} or (${step})`)})`;
  }
}

/** A page of a list of no entity, and one row more at least; behind the row of these values, where it goes on. */
export function pageOfList(rows: Sql, { columns, descending }: ListOrder, limit: number, after: readonly string[] | undefined): Sql {
  const own = columns.map(([column]) => raw(`t.${quoted(column)}`));
  const values = columns.map(([, type], index) => sql`${after?.[index]}::text::${raw(type)}`);
  const behind = after && sql`(${listed(own)}) ${raw(descending ? '<' : '>')} (${listed(values)})`;
  const ordered = columns.map(([column]) => `t.${quoted(column)}${descending ? ' desc' : ''}`).join(', ');
  return sql`select t.* from (${rows}) t where ${allOf(behind)} ${raw(`order by ${ordered} limit ${fetched(limit)}`)}`;
}

const listed = (pieces: readonly Sql[]): Sql => pieces.reduce((all, piece) => sql`${all}, ${piece}`);

/** How many items stay within a page's bytes; at least one, since a page must get on. */
function howManyFit(items: readonly unknown[]): number {
  if (items.reduce<number>((sum, item) => sum + unitsOf(item), 0) * bytesPerUnit <= pageBytes) return items.length;
  let bytes = 0;
  const fit = items.findIndex((item) => (bytes += Buffer.byteLength(JSON.stringify(item))) > pageBytes);
  return fit === -1 ? items.length : Math.max(fit, 1);
}

/** An upper bound of the characters a value takes in JSON; far cheaper than writing it. */
function unitsOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 24;
  let units = 2;
  for (const key in value) units += key.length + 4 + unitsOf((value as Record<string, unknown>)[key]);
  return units;
}
