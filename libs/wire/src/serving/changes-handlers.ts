import { Controller, Inject, type Type } from '@nestjs/common';
import { CHANGES, type changesAfter, type ChangeSource, type Contract, type InputOf } from '@lianxue/contracts';
import { Handles } from './handling.js';

type ChangesAfter = ReturnType<typeof changesAfter>;

/** Serves the `changesAfter` of a contract from the service's own feed, so that no service writes it again. */
export function changesHandlers(contract: Contract): Type[] {
  const operation = contract['changesAfter'] as ChangesAfter | undefined;
  if (!operation) return [];

  @Controller()
  class ChangesHandlers {
    constructor(@Inject(CHANGES) private readonly changes: ChangeSource) {}

    @Handles(operation as ChangesAfter)
    async changesAfter({ feedSeq, limit }: InputOf<ChangesAfter>) {
      return { facts: await this.changes.changesAfter(feedSeq, limit) };
    }
  }
  return [ChangesHandlers];
}
