import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { RereadingNames } from './kept-names.js';
import { Moving } from './moving.js';

/** A planned move is made within a minute of its day’s beginning. */
const everyMs = 60_000;

/** Does what is due without anybody asking. Replicas may do so at once: each row is looked at again under its lock. */
@Injectable()
export class OrganisationSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('OrganisationSweep');
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly moving: Moving,
    private readonly names: RereadingNames,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweeping = this.sweeping.then(() => this.sweep());
    }, everyMs).unref();
    this.sweeping = this.sweep();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  private async sweep(): Promise<void> {
    try {
      await this.moving.carryOut();
      await this.names.run();
    } catch (error) {
      this.log.warn(`Planned moves and old names will be looked at again in a minute: ${String(error)}`);
    }
  }
}
