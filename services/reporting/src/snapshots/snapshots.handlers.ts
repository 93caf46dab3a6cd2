import { Controller, Inject } from '@nestjs/common';
import { PeriodNotFound, reporting, SnapshotNotFound, type Call, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Period } from '../collecting/period.entity.js';
import { Snapshot } from './snapshot.entity.js';
import { snapshotInBrief, snapshotView } from './snapshot.view.js';
import { Snapshots } from './snapshots.js';

@Controller()
export class SnapshotsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Snapshots) private readonly rules: Snapshots,
  ) {}

  @Handles(reporting.takeSnapshot)
  async takeSnapshot(input: InputOf<typeof reporting.takeSnapshot>, call: Call) {
    return snapshotView(await this.rules.take(input, call));
  }

  @Handles(reporting.snapshots)
  async snapshots({ periodId, limit, cursor }: InputOf<typeof reporting.snapshots>, call: Call) {
    const { id } = await this.store.one(Period, periodId, call, PeriodNotFound);
    return this.store.page(Snapshot, call, { where: sql`t.period = ${id}`, limit, cursor }, snapshotInBrief);
  }

  @Handles(reporting.snapshot)
  async snapshot({ snapshotId }: InputOf<typeof reporting.snapshot>, call: Call) {
    return snapshotView(await this.store.one(Snapshot, snapshotId, call, SnapshotNotFound));
  }

  @Handles(reporting.verifySnapshot)
  verifySnapshot({ snapshotId }: InputOf<typeof reporting.verifySnapshot>, call: Call) {
    return this.rules.check(snapshotId, call);
  }
}
