import type { Measure, MeasureGroup, MeasureView } from '@lianxue/contracts';
import { allOf, sql, type Sql, type Store } from '@lianxue/persistence';
import { stepsOf, type Span } from './span.js';

/** What is read of a measure. */
export interface Asked {
  readonly measure: Measure;
  readonly view: MeasureView;
  /** The organisation with everything below it; in a vendor's view of its apps, the vendor. */
  readonly root: string;
  readonly group: MeasureGroup;
  /** The only value of the dimension that counts, where one is asked for. */
  readonly value: string | undefined;
}

/** The amounts of some days by line, and the whole. */
export interface Cells {
  readonly lines: ReadonlyMap<string, number>;
  readonly total: number;
}

/** A vendor reads of its own apps, wherever they may act. */
export const isOfOwnApps = ({ view, measure }: Pick<Asked, 'view' | 'measure'>): boolean =>
  view === 'vendor' && measure.dimension === 'app';

/** What had come to be before the first day, of what stands. */
const opening = '';

/** The amounts of a measure in some days. */
export async function cellsOf(asked: Asked, span: Span, store: Store): Promise<Cells> {
  const rows = await store.scan<{ line: string; amount: string }>(cells(asked, span));
  const read = new Map(rows.map(({ line, amount }) => [line, Number(amount)]));
  const total = [...read.values()].reduce((sum, amount) => sum + amount, 0);
  const { group, measure } = asked;
  if (group === 'none') return { lines: new Map(), total };
  if (group !== 'day' && group !== 'month') return { lines: read, total };
  let stood = read.get(opening) ?? 0;
  const lines = new Map<string, number>();
  for (const step of stepsOf(span, group)) {
    const amount = read.get(step) ?? 0;
    lines.set(step, measure.kind === 'standing' ? (stood += amount) : amount);
  }
  return { lines, total };
}

function cells(asked: Asked, { from, to }: Span): Sql {
  const { measure, group, value } = asked;
  const standing = measure.kind === 'standing';
  const line = lineOf(asked);
  const stepped = standing && (group === 'day' || group === 'month');
  const where = allOf(
    sql`m.measure = ${measure.code}`,
    sql`m.day <= ${to}::date`,
    !standing && sql`m.day >= ${from}::date`,
    value !== undefined && sql`m.dimension = ${value}`,
  );
  return sql`
    select ${stepped ? sql`case when m.day < ${from}::date then ${opening} else ${line} end` : line} as line, sum(m.amount)::text as amount
    from ${isOfOwnApps(asked) ? ofOwnApps(asked) : below(asked)} and ${where} group by 1`;
}

/** The labels of a path are ids without dashes. */
const children = sql`left join organisation child on child.id = case when o.id <> root.id then subpath(o.path, nlevel(root.path), 1)::text::uuid end`;

const below = ({ root, group }: Asked): Sql => sql`
  organisation root join organisation o on o.path <@ root.path join measure_total m on m.organisation = o.id
  ${group === 'organisation' ? children : sql``} where root.id = ${root}`;

/** Of the organisations at which the app may act, by any selection that holds. */
const ofOwnApps = ({ root }: Asked): Sql => sql`
  measure_label app join measure_total m on m.dimension = app.value join organisation o on o.id = m.organisation
  where app.dimension = 'app' and app.organisation = ${root} and exists (
    select 1 from app_reach s join organisation so on so.id = s.organisation where s.client = app.value and s.active and o.path <@ so.path)`;

/** A line for what belongs to the organisation itself too. The public is told of no organisation below a county: it is in the line above it. */
function lineOf(asked: Asked): Sql {
  const { group, view } = asked;
  if (group === 'day') return sql`m.day::text`;
  if (group === 'month') return sql`to_char(m.day, 'YYYY-MM')`;
  if (group === 'dimension') return sql`m.dimension`;
  if (group === 'none') return sql`''::text`;
  if (isOfOwnApps(asked)) return sql`o.id::text`;
  if (view === 'public') return sql`case when child.kind in ('city', 'county') then child.id else root.id end::text`;
  return sql`coalesce(child.id, root.id)::text`;
}
