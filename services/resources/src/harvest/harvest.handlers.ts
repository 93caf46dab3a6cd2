import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { Harvesting } from './harvesting.js';

@Controller()
export class HarvestHandlers {
  constructor(@Inject(Harvesting) private readonly harvesting: Harvesting) {}

  @Handles(resources.harvest)
  harvest(input: InputOf<typeof resources.harvest>, call: Call) {
    return this.harvesting.part(input, call);
  }

  @Handles(resources.harvestOutline)
  harvestOutline(input: InputOf<typeof resources.harvestOutline>, call: Call) {
    return this.harvesting.outline(input, call);
  }
}
