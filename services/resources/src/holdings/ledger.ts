import { holdingFacts, type HoldingEntry, type HoldingEntryKind } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { Holding } from './holding.entity.js';

/** What happens to copies, and why. */
export interface Entry {
  readonly kind: HoldingEntryKind;
  readonly copies: number;
  readonly because?: HoldingEntry['because'];
  readonly note?: string | undefined;
  /** The delivery, use or loan that caused it. */
  readonly cause?: string;
}

/** The holding of a use or a loan the caller has been found to meet, locked until the commit ends: no copy moves twice. */
export async function heldOf({ holding }: { readonly holding: string }, work: Work): Promise<Holding> {
  const [held] = await work.all(Holding, sql`t.id = ${holding}`, 1);
  return held!;
}

/** Of two who begin a holding of the same title of the order catalogue, the second finds what the first has made. */
export const turnOf = (organisation: string): string => `holdings of ${organisation}`;

/** Moves copies of a holding that is locked: the balance, and a line of the ledger for each movement. Refuses more than there are. */
export async function move(holding: Holding, entries: readonly Entry[], at: Date, work: Work): Promise<void> {
  for (const entry of entries.filter(({ copies }) => copies > 0)) {
    holding.move(entry.kind, entry.copies);
    await write(holding, entry, at, work);
  }
  await work.update(holding, holdingFacts.moved);
}

/** A line of the ledger that says how its holding stands now. */
export async function write(
  { id, copies, out }: Holding,
  { kind, copies: moved, because, note, cause }: Entry,
  at: Date,
  work: Work,
): Promise<void> {
  await work.query(
    `insert into holding_entry (id, holding, kind, copies, copies_after, out_after, because, note, cause, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [newId(), id, kind, moved, copies, out, because ?? null, note ?? null, cause ?? null, at],
  );
}
