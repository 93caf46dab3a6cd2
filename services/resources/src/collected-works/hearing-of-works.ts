import type { CallWorkFact, Fact, Follower, Statements } from '@lianxue/contracts';
import { Injectable } from '@nestjs/common';

/** Hears that a call has accepted a work. It only writes this down: what the work says is asked for afterwards, since facts name nobody. */
@Injectable()
export class HearingOfWorks implements Follower {
  readonly name = 'works';
  readonly types = ['cn.lianxue.activities.callWork.accepted'];

  async apply({ data, time }: Fact, statements: Statements): Promise<void> {
    if (!data) return;
    const { id, call, organisation, issuer } = data as CallWorkFact;
    await statements.query(
      `insert into collected_work (work, call, organisation, issuer, try_at, attempts) values ($1, $2, $3, $4, $5, 0)
       on conflict (work) do nothing`,
      [id, call, organisation, issuer, time],
    );
  }
}
