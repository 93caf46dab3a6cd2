import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Finding } from './finding.js';
import { Showing } from './showing.js';

@Controller()
export class FindingHandlers {
  constructor(
    @Inject(Finding) private readonly finding: Finding,
    @Inject(Showing) private readonly showing: Showing,
  ) {}

  @Handles(resources.list)
  async list(input: InputOf<typeof resources.list>, call: Call) {
    const { items, next } = await this.finding.page(input, call);
    return { items: await this.showing.all(items, call), next };
  }

  @Handles(resources.facets)
  facets(input: InputOf<typeof resources.facets>, call: Call) {
    return this.finding.facets(input, call);
  }
}
