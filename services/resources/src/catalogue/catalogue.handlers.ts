import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Cataloguing } from './cataloguing.js';
import { Finding } from './finding.js';
import { resourceView } from './resource.view.js';

@Controller()
export class CatalogueHandlers {
  constructor(
    @Inject(Cataloguing) private readonly cataloguing: Cataloguing,
    @Inject(Finding) private readonly finding: Finding,
  ) {}

  @Handles(resources.register)
  async register(input: InputOf<typeof resources.register>, call: Call) {
    return resourceView(await this.cataloguing.register(input, call), call.caller);
  }

  @Handles(resources.list)
  list(input: InputOf<typeof resources.list>, call: Call) {
    return this.finding.page(input, call, (row) => resourceView(row, call.caller));
  }

  @Handles(resources.resource)
  async resource({ resourceId }: InputOf<typeof resources.resource>, call: Call) {
    return resourceView(await this.finding.one(resourceId, call), call.caller);
  }

  @Handles(resources.edit)
  async edit({ resourceId, ...edit }: InputOf<typeof resources.edit>, call: Call) {
    return resourceView(await this.cataloguing.edit(resourceId, edit, call), call.caller);
  }

  @Handles(resources.discard)
  async discard({ resourceId }: InputOf<typeof resources.discard>, call: Call) {
    await this.cataloguing.discard(resourceId, call);
  }
}
