import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  earlyWarningFacts,
  EarlyWarningNotFound,
  EarlyWarningNotOwn,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { Store, type Work } from '@lianxue/persistence';
import { EarlyWarning } from './early-warning.entity.js';

/** The warned organisation receives its warning 签收, and closes it with a word on what was done 办结. */
@Injectable()
export class AnsweringWarnings {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  receive({ warningId }: InputOf<typeof reporting.receiveEarlyWarning>, call: Call): Promise<EarlyWarning> {
    return this.store.commit(call, async (work) => {
      const warning = await own(warningId, work, call);
      warning.make('receive', this.clock.now());
      return work.update(warning, earlyWarningFacts.received);
    });
  }

  close({ warningId, done }: InputOf<typeof reporting.closeEarlyWarning>, call: Call): Promise<EarlyWarning> {
    return this.store.commit(call, async (work) => {
      const warning = await own(warningId, work, call);
      warning.make('close', this.clock.now(), done);
      return work.update(warning, earlyWarningFacts.closed);
    });
  }
}

/** Who is above sees the warning; it does not answer in its place. */
async function own(id: string, work: Work, { caller }: Call): Promise<EarlyWarning> {
  const warning = await work.target(EarlyWarning, id, EarlyWarningNotFound);
  if (caller.organisation !== warning.organisation) throw refuse(EarlyWarningNotOwn);
  return warning;
}
