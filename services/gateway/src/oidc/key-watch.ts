import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { KeyRotation } from './key-rotation.js';
import type { SigningKeys } from './keys.js';

const everyMs = 60_000;

/** Looks once a minute which keys there are now, and tells when they, or their order, changed. */
export class KeyWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('KeyWatch');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly rotation: KeyRotation,
    private held: SigningKeys,
    private readonly changed: (keys: SigningKeys) => void,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void (this.looking = this.look()), everyMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    try {
      const keys = await this.rotation.now();
      if (namesOf(keys) === namesOf(this.held)) return;
      this.held = keys;
      this.changed(keys);
      this.log.log('The keys of unified auth changed');
    } catch (error) {
      this.log.warn(`The keys could not be looked at: ${String(error)}`);
    }
  }
}

const namesOf = ({ keys }: SigningKeys): string => keys.map(({ kid }) => kid).join();
