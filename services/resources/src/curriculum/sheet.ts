import { CurriculumNodeInput, CurriculumUnfit, mostNodes, refuse, type curriculumFaults } from '@lianxue/contracts';
import { csvRows, Unreadable } from '@lianxue/files';

/** What is wrong with one row, counted from 1; in CSV its line. */
export interface NodeFault {
  readonly row: number;
  readonly code: string;
  readonly fault: (typeof curriculumFaults)[number];
}

export interface NodeRow {
  readonly row: number;
  readonly node: CurriculumNodeInput;
}

/** Faults said at once; whoever has more has sent the wrong file. */
const mostFaults = 100;

export const unfit = (faults: readonly NodeFault[]) => refuse(CurriculumUnfit, { faults: faults.slice(0, mostFaults) });

/** What the columns may be called. */
const columns: Readonly<Record<keyof CurriculumNodeInput, readonly string[]>> = {
  code: ['编码', 'code'],
  name: ['名称', 'name'],
  parent: ['上级', 'parent'],
  prerequisites: ['先修', 'prerequisites'],
  related: ['相关', 'related'],
  covers: ['涵盖', 'covers'],
  replaces: ['取代', 'replaces'],
};

const several = (cell: string): string[] =>
  cell
    .split(/[;；]/)
    .map((piece) => piece.trim())
    .filter(Boolean);

/** The nodes of a CSV text with a header. */
export async function nodesOfCsv(csv: string): Promise<NodeRow[]> {
  const rows: NodeRow[] = [];
  const faults: NodeFault[] = [];
  let places: Partial<Record<keyof CurriculumNodeInput, number>> | undefined;
  for await (const { line, cells } of read(csv)) {
    if (!places) {
      places = placesOf(cells);
      if (places.code === undefined || places.name === undefined) throw unfit([{ row: line, code: '', fault: 'column.missing' }]);
      continue;
    }
    if (rows.length === mostNodes) throw unfit([{ row: line, code: '', fault: 'too_many' }]);
    const cell = (column: keyof CurriculumNodeInput) => cells[places?.[column] ?? -1]?.trim() ?? '';
    const parsed = CurriculumNodeInput.safeParse({
      code: cell('code'),
      name: cell('name'),
      ...(cell('parent') && { parent: cell('parent') }),
      prerequisites: several(cell('prerequisites')),
      related: several(cell('related')),
      covers: several(cell('covers')),
      replaces: several(cell('replaces')),
    });
    if (parsed.success) rows.push({ row: line, node: parsed.data });
    else faults.push({ row: line, code: cell('code').slice(0, 60), fault: faultOf(parsed.error.issues[0]?.path[0]) });
  }
  if (faults.length > 0) throw unfit(faults);
  if (rows.length === 0) throw unfit([{ row: 1, code: '', fault: 'column.missing' }]);
  return rows;
}

async function* read(csv: string) {
  try {
    yield* csvRows(bytesOf(csv));
  } catch (error) {
    throw error instanceof Unreadable ? unfit([{ row: 1, code: '', fault: 'quotes.broken' }]) : error;
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const placesOf = (header: readonly string[]) =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([column, names]) => {
      const at = header.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
      return at === -1 ? [] : [[column, at]];
    }),
  ) as Partial<Record<keyof CurriculumNodeInput, number>>;

function faultOf(field: PropertyKey | undefined): NodeFault['fault'] {
  if (field === 'code') return 'code.unfit';
  if (field === 'name') return 'name.unfit';
  return field === 'parent' ? 'parent.unknown' : 'reference.unfit';
}
