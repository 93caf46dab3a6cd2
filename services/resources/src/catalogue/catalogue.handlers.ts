import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf, type Resource } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Cataloguing } from './cataloguing.js';
import { Finding } from './finding.js';
import type { ResourceEntity } from './resource.entity.js';
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
  async list(input: InputOf<typeof resources.list>, call: Call) {
    const { items, ...rest } = await this.finding.page(input, call);
    return { ...rest, items: await this.views(items, call) };
  }

  @Handles(resources.resource)
  async resource({ resourceId }: InputOf<typeof resources.resource>, call: Call) {
    const [view] = await this.views([await this.finding.one(resourceId, call)], call);
    return view!;
  }

  @Handles(resources.edit)
  async edit({ resourceId, ...edit }: InputOf<typeof resources.edit>, call: Call) {
    return resourceView(await this.cataloguing.edit(resourceId, edit, call), call.caller);
  }

  @Handles(resources.discard)
  async discard({ resourceId }: InputOf<typeof resources.discard>, call: Call) {
    await this.cataloguing.discard(resourceId, call);
  }

  private async views(rows: readonly ResourceEntity[], call: Call): Promise<Resource[]> {
    const answered = await this.finding.answeredFor(rows, call);
    return rows.map((row) => resourceView(row, call.caller, answered.has(row.organisation)));
  }
}
