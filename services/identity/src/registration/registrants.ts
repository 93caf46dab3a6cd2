import { CLOCK, type Call, type Clock } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

/** Who has signed in at least once, in whatever way: an account that was only opened registers nobody. */
@Injectable()
export class Registrants {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Noted once; afterwards this is one short read. */
  async note(person: string, call: Call): Promise<void> {
    const [known] = await this.store.read(sql`select 1 from registrant where person = ${person}`);
    if (known) return;
    const now = this.clock.now();
    await this.store.commit({ ...call, idempotencyKey: undefined }, (work) =>
      work.query(`insert into registrant (person, since) values ($1, $2) on conflict do nothing`, [person, now]),
    );
  }
}
