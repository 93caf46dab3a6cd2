import type { OrderEntry } from '@lianxue/contracts';
import { newId, type Work } from '@lianxue/persistence';
import type { OrderRound } from './order-round.entity.js';
import type { SchoolOrder } from './school-order.entity.js';

type Entered = Pick<OrderEntry, 'schoolClass' | 'grade' | 'title'> & { readonly copies: string };

/**
 * Writes what is new in an order's lines into its ledger, so that the entries add up to the lines: what was there before stays as it was
 * written. Answers how many entries that took.
 */
export async function enterIntoLedger(
  order: SchoolOrder,
  { titles }: OrderRound,
  { reason, at }: { readonly reason: string | null; readonly at: Date },
  work: Work,
): Promise<number> {
  const before = await work.query<Entered>(
    `select school_class as "schoolClass", title, max(grade) as grade, sum(copies)::text as copies from order_entry
     where school_order = $1 group by school_class, title`,
    [order.id],
  );
  const isFirst = before.length === 0;
  const had = new Map(before.map((entry) => [keyOf(entry), entry]));
  const wanted = new Map(order.lines.map((line) => [keyOf(line), line]));
  const prices = new Map(titles.map(({ title, fen }) => [title, fen]));
  const entries = [...new Set([...had.keys(), ...wanted.keys()])].flatMap((key) => {
    const { schoolClass, grade, title } = wanted.get(key) ?? had.get(key)!;
    const copies = (wanted.get(key)?.copies ?? 0) - Number(had.get(key)?.copies ?? 0);
    if (copies === 0) return [];
    const kind: OrderEntry['kind'] = copies < 0 ? 'withdrawal' : isFirst ? 'order' : 'supplement';
    return [
      { id: newId(), school_order: order.id, kind, school_class: schoolClass, grade, title, copies, fen: prices.get(title), reason, at },
    ];
  });
  if (entries.length > 0)
    await work.query('insert into order_entry select * from jsonb_populate_recordset(null::order_entry, $1::jsonb)', [
      JSON.stringify(entries),
    ]);
  return entries.length;
}

const keyOf = ({ schoolClass, title }: Pick<OrderEntry, 'schoolClass' | 'title'>): string => `${schoolClass} ${title}`;
