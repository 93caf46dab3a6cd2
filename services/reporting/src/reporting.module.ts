import { reporting } from '@lianxue/contracts';
import { FollowingMergers, PersistenceModule, TreeCopy, type Part } from '@lianxue/persistence';
import { Clients, WireModule } from '@lianxue/wire';
import { FILES, keptFiles } from '@lianxue/files';
import { Module } from '@nestjs/common';
import { HearingOfLapses } from './assessments/hearing-of-lapses.js';
import { assessments } from './assessments/part.js';
import { addedSections } from './added-sections/part.js';
import { attachments } from './attachments/part.js';
import { bulletins } from './bulletins/part.js';
import { collecting } from './collecting/part.js';
import { AskingIdentity } from './completion/known-units.client.js';
import { KnownUnits } from './completion/known-units.js';
import { completion } from './completion/part.js';
import { historyOfIdentity } from './figures/history.client.js';
import { HISTORY } from './figures/history.js';
import { figures } from './figures/part.js';
import { funds } from './funds/part.js';
import { HearingOfMeasures } from './measures/hearing-of-measures.js';
import { ClassesOfIdentity } from './measures/known-classes.client.js';
import { KnownClasses } from './measures/known-classes.js';
import { measures } from './measures/part.js';
import { migrations } from './migrations/index.js';
import { personColumns } from './person-columns.js';
import { milestones } from './milestones/part.js';
import { printing } from './printing/part.js';
import { HearingOfSandboxes } from './sandbox/hearing-of-sandboxes.js';
import { sandboxes } from './sandbox/part.js';
import { shipped } from './shipped/part.js';
import { rules } from './rules/part.js';
import { sheets } from './sheets/part.js';
import { snapshots } from './snapshots/part.js';
import { submissions } from './submissions/part.js';
import { surveys } from './surveys/part.js';
import { targets } from './targets/part.js';
import { thresholds } from './thresholds/part.js';
import { yearSummary } from './year-summary/part.js';

/** One line for each subject of the service. */
const parts: readonly Part[] = [
  collecting,
  shipped,
  rules,
  submissions,
  attachments,
  addedSections,
  completion,
  sheets,
  figures,
  snapshots,
  targets,
  measures,
  assessments,
  printing,
  surveys,
  funds,
  milestones,
  bulletins,
  yearSummary,
  thresholds,
  sandboxes,
];

export const entities = parts.flatMap((part) => part.entities);

/** How it is going: data sets, periods, submissions, their review, and what they add up to. */
@Module({
  imports: [
    PersistenceModule.forService('reporting', { entities, migrations, persons: personColumns }),
    WireModule.forService(reporting, { followers: [TreeCopy, FollowingMergers, HearingOfSandboxes, HearingOfLapses, HearingOfMeasures] }),
  ],
  controllers: parts.flatMap((part) => part.handlers),
  providers: [
    ...parts.flatMap((part) => part.rules),
    { provide: HISTORY, useFactory: historyOfIdentity, inject: [Clients] },
    { provide: FILES, useFactory: keptFiles },
    { provide: KnownUnits, useClass: AskingIdentity },
    { provide: KnownClasses, useClass: ClassesOfIdentity },
  ],
})
export class ReportingModule {}
