import { leastPeople, type MeasureReading } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import { cellsOf, type Asked } from './cells.js';
import type { Span } from './span.js';

/** Fewer schools than this are no company to compare oneself with. */
const leastSiblings = 5;

/** The mean of the schools of the same kind beside this one, without naming any; null where there are too few. */
export async function siblingsOf(asked: Asked, span: Span, store: Store): Promise<MeasureReading['siblings']> {
  const beside = await store.read<{ id: string; parent: string }>(sql`
    select o.id, o.parent from organisation own join organisation o on o.parent = own.parent and o.kind = own.kind and o.id <> own.id
    where own.id = ${asked.root} and not o.closed`);
  if (beside.length < leastSiblings) return null;
  const { lines } = await cellsOf({ ...asked, root: beside[0]!.parent, group: 'organisation' }, span, store);
  const sum = beside.reduce((all, { id }) => all + (lines.get(id) ?? 0), 0);
  const few = asked.measure.counts === 'people' && sum !== 0 && Math.abs(sum) < leastPeople;
  return { units: beside.length, mean: few ? null : meanOf(sum, beside.length) };
}

/** To two places, half away from zero. */
function meanOf(sum: number, many: number): number {
  const twice = (Math.abs(sum) * 200) / many;
  return (Math.sign(sum) * Math.floor((Math.floor(twice) + 1) / 2)) / 100;
}
