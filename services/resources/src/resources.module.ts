import { FILES, keptFiles, keptLinks, LINKS } from '@lianxue/files';
import { Module } from '@nestjs/common';
import { gatheredWork, POST_WORK, resources } from '@lianxue/contracts';
import { FollowingMergers, PersistenceModule, SandboxReset, TreeCopy, type Part } from '@lianxue/persistence';
import { WireModule } from '@lianxue/wire';
import { AcceptedWorksOfActivities } from './collected-works/accepted-works.client.js';
import { AcceptedWorks } from './collected-works/accepted-works.js';
import { HearingOfWorks } from './collected-works/hearing-of-works.js';
import { AuthorsWork } from './catalogue/authors-work.js';
import { catalogue } from './catalogue/part.js';
import { clientPrograms } from './client-programs/part.js';
import { collectedWorks } from './collected-works/part.js';
import { courses } from './courses/part.js';
import { credits } from './credits/part.js';
import { curriculum } from './curriculum/part.js';
import { harvest } from './harvest/part.js';
import { OaiPeers } from './harvest/sources/oai-peers.client.js';
import { PeerCatalogues } from './harvest/sources/peer-catalogues.js';
import { files } from './files/part.js';
import { questions } from './questions/part.js';
import { testPapers } from './test-papers/part.js';
import { holdings } from './holdings/part.js';
import { UsersWork } from './holdings/users-work.js';
import { MeantByIdentity } from './migrating/meant-organisations.client.js';
import { MeantOrganisations } from './migrating/meant-organisations.js';
import { migrating } from './migrating/part.js';
import { migrations } from './migrations/index.js';
import { personColumns } from './person-columns.js';
import { orders } from './orders/part.js';
import { releases } from './releases/part.js';
import { reports } from './reports/part.js';
import { resourceQuery } from './resource-query/part.js';
import { productTests } from './product-tests/part.js';
import { TestersWork } from './product-tests/testers-work.js';
import { PostsOfIdentity } from './posts/current-posts.client.js';
import { CurrentPosts } from './posts/current-posts.js';
import { TeachingOfIdentity } from './resource-query/teaching.client.js';
import { Teaching } from './resource-query/teaching.js';
import { recommending } from './recommending/part.js';
import { LapsingNamings } from './review/lapsing-namings.js';
import { review } from './review/part.js';
import { ReviewersWork } from './review/reviewers-work.js';
import { standing } from './standing/part.js';
import { use } from './use/part.js';

/** One line for each subject of the service. */
const parts: readonly Part[] = [
  catalogue,
  review,
  standing,
  releases,
  reports,
  credits,
  curriculum,
  files,
  orders,
  holdings,
  productTests,
  clientPrograms,
  resourceQuery,
  collectedWorks,
  courses,
  use,
  recommending,
  harvest,
  migrating,
  questions,
  testPapers,
];

export const entities = parts.flatMap((part) => part.entities);

/** What is taught with: a catalogue of resources, reviewed by each tier before it shows them. */
@Module({
  imports: [
    PersistenceModule.forService('resources', { entities, migrations, persons: personColumns }),
    WireModule.forService(resources, { followers: [TreeCopy, SandboxReset, FollowingMergers, HearingOfWorks, LapsingNamings] }),
  ],
  controllers: parts.flatMap((part) => part.handlers),
  providers: [
    ...parts.flatMap((part) => part.rules),
    { provide: CurrentPosts, useClass: PostsOfIdentity },
    { provide: MeantOrganisations, useClass: MeantByIdentity },
    { provide: AcceptedWorks, useClass: AcceptedWorksOfActivities },
    { provide: PeerCatalogues, useFactory: () => OaiPeers.ofInstallation() },
    { provide: FILES, useFactory: () => keptFiles() },
    { provide: LINKS, useFactory: () => keptLinks() },
    { provide: Teaching, useClass: TeachingOfIdentity },
    { provide: POST_WORK, useFactory: gatheredWork, inject: [AuthorsWork, ReviewersWork, TestersWork, UsersWork] },
    AuthorsWork,
  ],
})
export class ResourcesModule {}
