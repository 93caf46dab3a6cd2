import { sql, type Store } from '@lianxue/persistence';
import { cellsOf, type Asked, type Cells } from './cells.js';
import { everythingHeldBack, heldBack, heldBackOneByOne, nothingHeldBack, type HeldBack } from './holding-back.js';
import type { Told } from './lines.js';
import { isOneMonth, yearOf, type Span } from './span.js';

/** The amounts of some days and what of them may be told: what is held back anywhere beside it is held back here too. */
export async function toldOf(asked: Asked, span: Span, store: Store): Promise<Told> {
  const cells = await cellsOf(asked, span, store);
  if (asked.measure.counts !== 'people') return { cells, held: nothingHeldBack };
  const beside = await isHeldBackBeside(asked, span, store);
  return { cells, held: beside ? everythingHeldBack(cells.lines) : heldIn(asked, cells) };
}

/** How many there were month by month are no parts of a sum. */
function heldIn({ measure, group }: Asked, { lines, total }: Cells): HeldBack {
  const areParts = group === 'organisation' || group === 'dimension' || (group === 'month' && measure.kind === 'happened');
  return areParts ? heldBack(lines) : heldBackOneByOne(lines, total);
}

/** Whether the whole is held back where it is a line itself: among the organisations beside it, the values of its dimension, the months of its year. */
async function isHeldBackBeside(asked: Asked, span: Span, store: Store): Promise<boolean> {
  const [place] = await store.read<{ parent: string | null }>(sql`select parent from organisation where id = ${asked.root}`);
  const among = async (line: string, beside: Partial<Asked>, days = span) =>
    heldBack((await cellsOf({ ...asked, ...beside }, days, store)).lines).lines.has(line);
  const { root, value, measure } = asked;
  const isMonth = measure.kind === 'happened' && isOneMonth(span);
  if (isMonth && (await among(span.from.slice(0, 7), { group: 'month' }, yearOf(span)))) return true;
  if (place?.parent && (await among(root, { root: place.parent, group: 'organisation' }))) return true;
  return value !== undefined && among(value, { group: 'dimension', value: undefined });
}
