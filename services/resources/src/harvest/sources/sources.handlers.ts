import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { KeepingSources } from './keeping-sources.js';
import { ReadingSources } from './reading-sources.js';

@Controller()
export class SourcesHandlers {
  constructor(
    @Inject(KeepingSources) private readonly keeping: KeepingSources,
    @Inject(ReadingSources) private readonly reading: ReadingSources,
  ) {}

  @Handles(resources.registerHarvestSource)
  async registerHarvestSource(input: InputOf<typeof resources.registerHarvestSource>, call: Call) {
    return this.reading.view(await this.keeping.register(input, call));
  }

  @Handles(resources.harvestSources)
  harvestSources(input: InputOf<typeof resources.harvestSources>, call: Call) {
    return this.reading.sources(input, call);
  }

  @Handles(resources.harvestSource)
  harvestSource({ sourceId }: InputOf<typeof resources.harvestSource>, call: Call) {
    return this.reading.source(sourceId, call);
  }

  @Handles(resources.changeHarvestSource)
  async changeHarvestSource(input: InputOf<typeof resources.changeHarvestSource>, call: Call) {
    return this.reading.view(await this.keeping.change(input, call));
  }

  @Handles(resources.harvestNow)
  async harvestNow(input: InputOf<typeof resources.harvestNow>, call: Call) {
    return this.reading.view(await this.keeping.harvestNow(input, call));
  }

  @Handles(resources.harvestedRecords)
  harvestedRecords(input: InputOf<typeof resources.harvestedRecords>, call: Call) {
    return this.reading.records(input, call);
  }

  @Handles(resources.harvestedRecord)
  harvestedRecord({ recordId }: InputOf<typeof resources.harvestedRecord>, call: Call) {
    return this.reading.record(recordId, call);
  }
}
