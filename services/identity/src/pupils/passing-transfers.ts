import { transferFacts } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { releasingSide } from './releasing-side.js';
import { TransferEntity } from './transfer.entity.js';

/** Open transfers from or to a school go on at its successor; one between the two has nothing left to do. */
export async function passTransfers(from: string, into: string, now: Date, work: Work): Promise<void> {
  const open = await work.all(TransferEntity, sql`${from} in (t.organisation, t.from_school) and t.status in ('requested', 'released')`);
  for (const transfer of open) {
    if (into === transfer.organisation || into === transfer.from) {
      transfer.move('cancel', now);
      await work.update(transfer, transferFacts.cancelled);
      continue;
    }
    for (const above of await releasingSide(transfer, work)) await work.unassign(transfer, { organisation: above });
    if (transfer.organisation === from) transfer.organisation = into;
    if (transfer.from === from) transfer.from = into;
    await work.update(transfer, transferFacts.moved);
    for (const above of await releasingSide(transfer, work)) await work.assign(transfer, { organisation: above });
  }
}
