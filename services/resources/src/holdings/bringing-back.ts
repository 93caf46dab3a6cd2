import { assertThat, HoldingBroughtTooMany, type InputOf, type resources } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import { heldOf, move } from './ledger.js';

/** What was taken out, for a lesson or by a borrower, and what of it is accounted for. */
interface Taken {
  readonly id: string;
  readonly holding: string;
  readonly copies: number;
  returned: number;
  lost: number;
  settle(): void;
}

type Brought = Pick<InputOf<typeof resources.bringBackLoan>, 'returned' | 'lost' | 'note'>;

/** Some or all of what was taken is back, or lost and gone from the holding; it is settled when nothing is out any more. */
export async function bringBack(taken: Taken, { returned, lost, note }: Brought, at: Date, work: Work): Promise<void> {
  const outstanding = taken.copies - taken.returned - taken.lost;
  assertThat(returned + lost <= outstanding, HoldingBroughtTooMany, { outstanding });
  const about = { note, cause: taken.id };
  await move(
    await heldOf(taken, work),
    [
      { kind: 'broughtBack', copies: returned, ...about },
      { kind: 'lost', copies: lost, ...about },
    ],
    at,
    work,
  );
  taken.returned += returned;
  taken.lost += lost;
  if (returned + lost === outstanding) taken.settle();
}
