import type { Measure, MeasureGroup } from '@lianxue/contracts';
import { allOf, sql, type Sql, type Store } from '@lianxue/persistence';
import { stepsOf, type Span } from './span.js';

/** What is read of a measure. */
export interface Asked {
  readonly measure: Measure;
  /** The organisation with everything below it. */
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

function cells({ measure, root, group, value }: Asked, { from, to }: Span): Sql {
  const standing = measure.kind === 'standing';
  const line = lineOf(group);
  const stepped = standing && (group === 'day' || group === 'month');
  const where = allOf(
    sql`m.measure = ${measure.code}`,
    sql`m.day <= ${to}::date`,
    !standing && sql`m.day >= ${from}::date`,
    value !== undefined && sql`m.dimension = ${value}`,
  );
  return sql`
    select ${stepped ? sql`case when m.day < ${from}::date then ${opening} else ${line} end` : line} as line, sum(m.amount)::text as amount
    from organisation root join organisation o on o.path <@ root.path join measure_total m on m.organisation = o.id
    where root.id = ${root} and ${where} group by 1`;
}

/** A line for what belongs to the organisation itself too; the labels of a path are ids without dashes. */
function lineOf(group: MeasureGroup): Sql {
  if (group === 'day') return sql`m.day::text`;
  if (group === 'month') return sql`to_char(m.day, 'YYYY-MM')`;
  if (group === 'dimension') return sql`m.dimension`;
  if (group === 'none') return sql`''::text`;
  return sql`case when o.id = root.id then o.id::text else subpath(o.path, nlevel(root.path), 1)::text::uuid::text end`;
}
