import { Module } from '@nestjs/common';
import { reporting } from '@lianxue/contracts';
import { PersistenceModule, TreeCopy } from '@lianxue/persistence';
import { WireModule } from '@lianxue/wire';
import { Collecting } from './collecting/collecting.js';
import { CollectingHandlers } from './collecting/collecting.handlers.js';
import { DataSet } from './collecting/data-set.entity.js';
import { Form } from './collecting/form.entity.js';
import { Period } from './collecting/period.entity.js';
import { FiguresHandlers } from './figures/figures.handlers.js';
import { RollingUp } from './figures/roll-up.js';
import { migrations } from './migrations/index.js';
import { Filling } from './submissions/filling.js';
import { Reviewing } from './submissions/reviewing.js';
import { Submission } from './submissions/submission.entity.js';
import { SubmissionsHandlers } from './submissions/submissions.handlers.js';

export const entities = [DataSet, Form, Period, Submission];

/** How it is going: data sets, periods, submissions, their review, and what they add up to. */
@Module({
  imports: [
    PersistenceModule.forService('reporting', { entities, migrations }),
    WireModule.forService(reporting, { followers: [TreeCopy] }),
  ],
  controllers: [CollectingHandlers, SubmissionsHandlers, FiguresHandlers],
  providers: [Collecting, Filling, Reviewing, RollingUp],
})
export class ReportingModule {}
