import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { resourceView } from '../catalogue/resource.view.js';
import { Comparing } from './comparing.js';
import { Reviewing } from './reviewing.js';

@Controller()
export class ReviewHandlers {
  constructor(
    @Inject(Reviewing) private readonly reviewing: Reviewing,
    @Inject(Comparing) private readonly comparing: Comparing,
  ) {}

  @Handles(resources.submit)
  async submit({ resourceId }: InputOf<typeof resources.submit>, call: Call) {
    return resourceView(await this.reviewing.submit(resourceId, call), call.caller);
  }

  @Handles(resources.return)
  async return({ resourceId, reason }: InputOf<typeof resources.return>, call: Call) {
    return resourceView(await this.reviewing.decide(resourceId, 'return', reason, call), call.caller);
  }

  @Handles(resources.reject)
  async reject({ resourceId, reason }: InputOf<typeof resources.reject>, call: Call) {
    return resourceView(await this.reviewing.decide(resourceId, 'reject', reason, call), call.caller);
  }

  @Handles(resources.publish)
  async publish({ resourceId, note }: InputOf<typeof resources.publish>, call: Call) {
    return resourceView(await this.reviewing.decide(resourceId, 'publish', note ?? null, call), call.caller);
  }

  @Handles(resources.withdraw)
  async withdraw({ resourceId, reason }: InputOf<typeof resources.withdraw>, call: Call) {
    return resourceView(await this.reviewing.withdraw(resourceId, reason, call), call.caller);
  }

  @Handles(resources.changes)
  changes({ resourceId }: InputOf<typeof resources.changes>, call: Call) {
    return this.comparing.changes(resourceId, call);
  }

  @Handles(resources.submissions)
  async submissions({ resourceId }: InputOf<typeof resources.submissions>, call: Call) {
    return { submissions: await this.comparing.submissions(resourceId, call) };
  }
}
