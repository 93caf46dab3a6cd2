import { isDeepStrictEqual } from 'node:util';
import {
  assertThat,
  CLOCK,
  holdingKeepers,
  HoldingNotFound,
  holdingUseFacts,
  HoldingUseNotFound,
  HoldingUseNotYours,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { bringBack } from './bringing-back.js';
import { HoldingUse } from './holding-use.entity.js';
import { Holding } from './holding.entity.js';
import { move } from './ledger.js';

/** A teacher takes copies for a lesson and brings them back. */
@Injectable()
export class UsingHoldings {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  take({ holdingId, id = newId(), ...said }: InputOf<typeof resources.takeCopies>, call: Call): Promise<HoldingUse> {
    return this.store.commit(call, async (work) => {
      const holding = await work.target(Holding, holdingId, HoldingNotFound);
      const { organisation } = holding;
      const use = Object.assign(new HoldingUse(), { id, organisation, holding: holding.id, takenBy: call.caller.subject, ...said });
      const same = (existing: HoldingUse) => isDeepStrictEqual(saidOf(existing), saidOf(use));
      const kept = await work.insert(use, holdingUseFacts.taken, same);
      if (kept === use) await move(holding, [{ kind: 'taken', copies: use.copies, cause: id }], this.clock.now(), work);
      return kept;
    });
  }

  bringBack({ useId, ...brought }: InputOf<typeof resources.bringBackUse>, call: Call): Promise<HoldingUse> {
    const { subject, role } = call.caller;
    return this.store.commit(call, async (work) => {
      const use = await work.target(HoldingUse, useId, HoldingUseNotFound);
      assertThat(use.takenBy === subject || holdingKeepers.some((keeper) => keeper === role), HoldingUseNotYours);
      await bringBack(use, brought, this.clock.now(), work);
      return work.update(use, holdingUseFacts.brought);
    });
  }
}

const saidOf = ({ holding, takenBy, copies, schoolClass, className, lesson, periods, day, due }: HoldingUse) => ({
  ...{ holding, takenBy, copies, schoolClass, className, lesson, periods, day, due },
});
