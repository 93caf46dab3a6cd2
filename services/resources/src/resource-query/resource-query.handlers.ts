import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { QueryingResources } from './querying-resources.js';

/** One query under two scopes. */
@Controller()
export class ResourceQueryHandlers {
  constructor(@Inject(QueryingResources) private readonly querying: QueryingResources) {}

  @Handles(resources.queryResources)
  queryResources(query: InputOf<typeof resources.queryResources>, call: Call) {
    return this.querying.query(query, call);
  }

  @Handles(resources.queryResourcesCore)
  queryResourcesCore(query: InputOf<typeof resources.queryResourcesCore>, call: Call) {
    return this.querying.query(query, call);
  }
}
