import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { consentView } from '../consents/reading-consents.js';
import { SandboxConsenting } from './consenting.js';
import { KeepingSandboxes } from './keeping-sandboxes.js';
import { NeededSteps } from './needed-steps.js';
import type { Sandbox } from './sandbox.entity.js';
import { sandboxView } from './sandbox.view.js';

@Controller()
export class SandboxHandlers {
  constructor(
    private readonly sandboxes: KeepingSandboxes,
    private readonly needed: NeededSteps,
    private readonly consenting: SandboxConsenting,
  ) {}

  @Handles(identity.openSandbox)
  async openSandbox({ appId }: InputOf<typeof identity.openSandbox>, call: Call) {
    const { sandbox, ...shownOnce } = await this.sandboxes.open(appId, call);
    return { ...(await this.view(sandbox)), ...shownOnce };
  }

  @Handles(identity.sandbox)
  async sandbox({ appId }: InputOf<typeof identity.sandbox>, call: Call) {
    return this.view(await this.sandboxes.one(appId, call));
  }

  @Handles(identity.mySandbox)
  async mySandbox(_input: InputOf<typeof identity.mySandbox>, call: Call) {
    return this.view(await this.sandboxes.ofCaller(call));
  }

  @Handles(identity.sandboxChecklist)
  async sandboxChecklist(_input: InputOf<typeof identity.sandboxChecklist>, call: Call) {
    const sandbox = await this.sandboxes.ofCaller(call);
    return sandbox.checklist(await this.needed.of(sandbox.app));
  }

  @Handles(identity.resetSandbox)
  async resetSandbox(_input: InputOf<typeof identity.resetSandbox>, call: Call) {
    return this.view(await this.sandboxes.reset(call));
  }

  @Handles(identity.withdrawSandboxConsent)
  async withdrawSandboxConsent(_input: InputOf<typeof identity.withdrawSandboxConsent>, call: Call) {
    return consentView(await this.consenting.withdraw(call), call.caller);
  }

  @Handles(identity.sandboxSeen)
  sandboxSeen({ client, steps }: InputOf<typeof identity.sandboxSeen>, call: Call) {
    return this.sandboxes.seen(client, steps, call);
  }

  private async view(sandbox: Sandbox) {
    return sandboxView(sandbox, await this.needed.of(sandbox.app));
  }
}
