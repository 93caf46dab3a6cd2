import { Rounds } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { RereadingNames } from './kept-names.js';
import { Moving } from './moving.js';

/** A planned move is made within a minute of its day’s beginning. */
const everyMs = 60_000;

/** Does what is due: planned moves, and names kept by an older way of reading them. */
@Injectable()
export class OrganisationSweep extends Rounds {
  constructor(
    private readonly moving: Moving,
    private readonly names: RereadingNames,
  ) {
    super(everyMs);
  }

  override onApplicationBootstrap(): void {
    super.onApplicationBootstrap();
    void this.goRound();
  }

  protected async round(): Promise<void> {
    await this.moving.carryOut();
    await this.names.run();
  }
}
