import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Remembering } from './remembering.js';

@Controller()
export class ReleasesHandlers {
  constructor(@Inject(Remembering) private readonly remembering: Remembering) {}

  @Handles(resources.releases)
  async releases({ resourceId, on }: InputOf<typeof resources.releases>, call: Call) {
    return { releases: await this.remembering.releases(resourceId, on, call) };
  }

  @Handles(resources.release)
  release({ resourceId, number }: InputOf<typeof resources.release>, call: Call) {
    return this.remembering.release(resourceId, number, call);
  }

  @Handles(resources.provenance)
  async provenance({ resourceId }: InputOf<typeof resources.provenance>, call: Call) {
    return { lines: await this.remembering.provenance(resourceId, call) };
  }

  @Handles(resources.learningObjectMetadata)
  learningObjectMetadata({ resourceId }: InputOf<typeof resources.learningObjectMetadata>, call: Call) {
    return this.remembering.lom(resourceId, call);
  }
}
