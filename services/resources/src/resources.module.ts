import { Module } from '@nestjs/common';
import { POST_WORK, resources } from '@lianxue/contracts';
import { PersistenceModule, SandboxReset, TreeCopy } from '@lianxue/persistence';
import { WireModule } from '@lianxue/wire';
import { CatalogueHandlers } from './catalogue/catalogue.handlers.js';
import { AuthorsWork } from './catalogue/authors-work.js';
import { Cataloguing } from './catalogue/cataloguing.js';
import { Finding } from './catalogue/finding.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { QueryingResources } from './resource-query/querying-resources.js';
import { ResourceQueryHandlers } from './resource-query/resource-query.handlers.js';
import { ResourceStamps } from './resource-query/resource-stamps.js';
import { TeachingOfIdentity } from './resource-query/teaching.client.js';
import { Teaching } from './resource-query/teaching.js';
import { Comparing } from './review/comparing.js';
import { ReviewHandlers } from './review/review.handlers.js';
import { Reviewing } from './review/reviewing.js';

/** What is taught with: a catalogue of resources, reviewed before they are published. */
@Module({
  imports: [
    PersistenceModule.forService('resources', { entities, migrations }),
    WireModule.forService(resources, { followers: [TreeCopy, SandboxReset] }),
  ],
  controllers: [CatalogueHandlers, ReviewHandlers, ResourceQueryHandlers],
  providers: [
    ...[Cataloguing, Finding, Reviewing, Comparing],
    ...[ResourceStamps, QueryingResources],
    { provide: Teaching, useClass: TeachingOfIdentity },
    { provide: POST_WORK, useClass: AuthorsWork },
  ],
})
export class ResourcesModule {}
