import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { KeepingSandboxes } from './keeping-sandboxes.js';
import { sandboxView } from './sandbox.view.js';

@Controller()
export class SandboxHandlers {
  constructor(private readonly sandboxes: KeepingSandboxes) {}

  @Handles(identity.openSandbox)
  async openSandbox({ appId }: InputOf<typeof identity.openSandbox>, call: Call) {
    const { sandbox, ...shownOnce } = await this.sandboxes.open(appId, call);
    return { ...sandboxView(sandbox), ...shownOnce };
  }

  @Handles(identity.sandbox)
  async sandbox({ appId }: InputOf<typeof identity.sandbox>, call: Call) {
    return sandboxView(await this.sandboxes.one(appId, call));
  }

  @Handles(identity.mySandbox)
  async mySandbox(_input: InputOf<typeof identity.mySandbox>, call: Call) {
    return sandboxView(await this.sandboxes.ofCaller(call));
  }

  @Handles(identity.sandboxChecklist)
  async sandboxChecklist(_input: InputOf<typeof identity.sandboxChecklist>, call: Call) {
    return (await this.sandboxes.ofCaller(call)).checklist;
  }

  @Handles(identity.resetSandbox)
  async resetSandbox(_input: InputOf<typeof identity.resetSandbox>, call: Call) {
    return sandboxView(await this.sandboxes.reset(call));
  }

  @Handles(identity.sandboxSeen)
  sandboxSeen({ client, steps }: InputOf<typeof identity.sandboxSeen>, call: Call) {
    return this.sandboxes.seen(client, steps, call);
  }
}
