import { Rounds, sql, Store, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { OwnCopies } from '../tree/own-copies.js';
import { App } from './app.entity.js';
import { Selection } from './selection.entity.js';

const everyMs = 10_000;

/** Selections ended in one transaction, which may last two seconds. */
const batch = 100;

/** Ends the selections of withdrawn apps 下架: the first ones with the withdrawal, however many others there are soon after. */
@Injectable()
export class EndingSelections extends Rounds {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
  ) {
    super(everyMs);
  }

  /** Answers how many selections it ended. */
  round(): Promise<number> {
    return this.inBatches(batch, () => this.store.commit(ownCall(), (work) => this.endSome(work)));
  }

  /** Of an app that is withdrawn in this very commit. Its tokens are cut anyway. */
  async ofWithdrawn(app: App, work: Work): Promise<void> {
    await this.end(app, await work.all(Selection, sql`t.app = ${app.id} and t.state = 'selected'`, batch), work);
  }

  /** Also of an app that its vendor began to revise before all were ended. */
  private async endSome(work: Work): Promise<number> {
    const rows = await work.all(
      Selection,
      sql`t.state = 'selected' and t.app in (select a.id from app a where a.state not in ('listed', 'suspended') and a.sandbox_of is null)`,
      batch,
    );
    for (const app of await work.all(App, sql`t.id = any(${rows.map((row) => row.app)}::uuid[])`))
      await this.end(
        app,
        rows.filter((row) => row.app === app.id),
        work,
      );
    return rows.length;
  }

  private async end(app: App, selections: readonly Selection[], work: Work): Promise<void> {
    const withdrawal = app.history.findLast(({ move }) => move === 'withdraw');
    const endedBy = withdrawal?.role === 'vendor' ? 'vendor' : 'bureau';
    for (const selection of selections) {
      Object.assign(selection, { endedBy, endReason: withdrawal?.reasons.join('；') ?? null });
      await this.copies.endSelection(selection, work);
    }
  }
}
