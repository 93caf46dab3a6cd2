import { CLOCK, reporting, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import type { Submission } from '../submissions/submission.entity.js';
import { viewsOf } from '../submissions/views.js';
import { Attaching } from './attaching.js';

@Controller()
export class AttachmentsHandlers {
  constructor(
    @Inject(Attaching) private readonly attaching: Attaching,
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(reporting.attachFile)
  async attachFile(input: InputOf<typeof reporting.attachFile>, call: Call) {
    return this.view(await this.attaching.attach(input, call), call);
  }

  @Handles(reporting.detachFile)
  async detachFile(input: InputOf<typeof reporting.detachFile>, call: Call) {
    return this.view(await this.attaching.detach(input, call), call);
  }

  @Handles(reporting.attachmentFile)
  attachmentFile(input: InputOf<typeof reporting.attachmentFile>, call: Call) {
    return this.attaching.give(input, call);
  }

  private async view(submission: Submission, call: Call) {
    const [view] = await viewsOf([submission], this.store, call, this.clock.now());
    return view!;
  }
}
