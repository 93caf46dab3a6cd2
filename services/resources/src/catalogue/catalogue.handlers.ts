import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Cataloguing } from './cataloguing.js';
import { Finding } from './finding.js';
import { Showing } from './showing.js';

@Controller()
export class CatalogueHandlers {
  constructor(
    @Inject(Cataloguing) private readonly cataloguing: Cataloguing,
    @Inject(Finding) private readonly finding: Finding,
    @Inject(Showing) private readonly showing: Showing,
  ) {}

  @Handles(resources.register)
  async register(input: InputOf<typeof resources.register>, call: Call) {
    return this.showing.one(await this.cataloguing.register(input, call), call);
  }

  @Handles(resources.resource)
  async resource({ resourceId }: InputOf<typeof resources.resource>, call: Call) {
    return this.showing.one(await this.finding.one(resourceId, call), call);
  }

  @Handles(resources.edit)
  async edit({ resourceId, ...edit }: InputOf<typeof resources.edit>, call: Call) {
    return this.showing.one(await this.cataloguing.edit(resourceId, edit, call), call);
  }

  @Handles(resources.dropRevision)
  async dropRevision({ resourceId }: InputOf<typeof resources.dropRevision>, call: Call) {
    return this.showing.one(await this.cataloguing.dropRevision(resourceId, call), call);
  }

  @Handles(resources.discard)
  async discard({ resourceId }: InputOf<typeof resources.discard>, call: Call) {
    await this.cataloguing.discard(resourceId, call);
  }
}
