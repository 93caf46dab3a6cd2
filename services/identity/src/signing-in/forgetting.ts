import { Rounds } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { SigningInByPicture } from '../class-sign-in/signing-in-by-picture.js';
import { ownCall } from '../itself.js';
import { Revocations } from './revocations.js';
import { TextCodes } from '../text-messages/text-codes.js';
import { Throttle } from './throttle.js';

const everyMs = 10 * 60_000;

/** Takes away, now and then, what sign-in no longer needs to remember; several replicas doing so at once do no harm. */
@Injectable()
export class Forgetting extends Rounds {
  constructor(
    private readonly revocations: Revocations,
    private readonly throttle: Throttle,
    private readonly codes: TextCodes,
    private readonly byPicture: SigningInByPicture,
  ) {
    super(everyMs);
  }

  async round(): Promise<void> {
    await this.revocations.forget(ownCall());
    await this.throttle.forget(ownCall());
    await this.codes.forget(ownCall());
    await this.byPicture.forget(ownCall());
  }
}
