import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SigningInByPicture } from '../class-sign-in/signing-in-by-picture.js';
import { ownCall } from '../itself.js';
import { Revocations } from './revocations.js';
import { TextCodes } from '../text-messages/text-codes.js';
import { Throttle } from './throttle.js';

const everyMs = 10 * 60_000;

/** Takes away, now and then, what sign-in no longer needs to remember; several replicas doing so at once do no harm. */
@Injectable()
export class Forgetting implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Forgetting');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly revocations: Revocations,
    private readonly throttle: Throttle,
    private readonly codes: TextCodes,
    private readonly byPicture: SigningInByPicture,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(
      () => void this.forget().catch((error: Error) => this.log.warn(`Forgetting will be tried again: ${error.message}`)),
      everyMs,
    );
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async forget(): Promise<void> {
    await this.revocations.forget(ownCall());
    await this.throttle.forget(ownCall());
    await this.codes.forget(ownCall());
    await this.byPicture.forget(ownCall());
  }
}
