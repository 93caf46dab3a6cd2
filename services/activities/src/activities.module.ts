import { Module } from '@nestjs/common';
import { activities, gatheredWork, POST_WORK } from '@lianxue/contracts';
import { FILES, keptFiles } from '@lianxue/files';
import { FollowingMergers, PersistenceModule, SandboxReset, TreeCopy } from '@lianxue/persistence';
import { WireModule } from '@lianxue/wire';
import { Announcing } from './announcing/announcing.js';
import { AnnouncingHandlers } from './announcing/announcing.handlers.js';
import { Objecting } from './announcing/objecting.js';
import { Objection } from './announcing/objection.entity.js';
import { PublicNotice } from './announcing/public-notice.entity.js';
import { calls } from './calls/part.js';
import { Assigning } from './evaluating/assigning.js';
import { Evaluation } from './evaluating/evaluation.entity.js';
import { EvaluationsHandlers } from './evaluating/evaluations.handlers.js';
import { Scoring } from './evaluating/scoring.js';
import { CallsWork } from './calls/calls-work.js';
import { ExpertsWork } from './evaluating/experts-work.js';
import { migrations } from './migrations/index.js';
import { personColumns } from './person-columns.js';
import { ActivitiesHandlers } from './organising/activities.handlers.js';
import { Activity } from './organising/activity.entity.js';
import { Organising } from './organising/organising.js';
import { Entering } from './works/entering.js';
import { Entry } from './works/entry.entity.js';
import { IdentityPosts } from './works/identity-posts.client.js';
import { Posts } from './works/posts.js';
import { Recommending } from './works/recommending.js';
import { WorksHandlers } from './works/works.handlers.js';

export const entities = [Activity, Entry, Evaluation, PublicNotice, Objection, ...calls.entities];

/** What people take part in: calls for works; activities with recommendation, expert evaluation, public notice, recognition. */
@Module({
  imports: [
    PersistenceModule.forService('activities', { entities, migrations, persons: personColumns }),
    WireModule.forService(activities, { followers: [TreeCopy, SandboxReset, FollowingMergers] }),
  ],
  controllers: [ActivitiesHandlers, WorksHandlers, EvaluationsHandlers, AnnouncingHandlers, ...calls.handlers],
  providers: [
    Organising,
    Entering,
    Recommending,
    Assigning,
    Scoring,
    Announcing,
    Objecting,
    ExpertsWork,
    ...calls.rules,
    { provide: FILES, useFactory: keptFiles },
    { provide: POST_WORK, useFactory: gatheredWork, inject: [ExpertsWork, CallsWork] },
    { provide: Posts, useClass: IdentityPosts },
  ],
})
export class ActivitiesModule {}
