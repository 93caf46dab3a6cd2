import { Module } from '@nestjs/common';
import { classrooms } from '@lianxue/contracts';
import { FollowingMergers, PersistenceModule, SandboxReset, TreeCopy } from '@lianxue/persistence';
import { WireModule } from '@lianxue/wire';
import { Attending } from './attendance/attending.js';
import { entities } from './entities.js';
import { Counting } from './figures/counting.js';
import { BoardOfSessions } from './figures/session-board.js';
import { Entering } from './gradebook/entering.js';
import { GradebookHandlers } from './gradebook/gradebook.handlers.js';
import { GradebookStamps } from './gradebook/gradebook-stamps.js';
import { ListingResults } from './gradebook/listing-results.js';
import { ReadingGradebook } from './gradebook/reading-gradebook.js';
import { AskingIdentity } from './gradebook/roster.client.js';
import { RosterOfClasses } from './gradebook/roster-of-classes.js';
import { WritingGradebook } from './gradebook/writing-gradebook.js';
import { migrations } from './migrations/index.js';
import { personColumns } from './person-columns.js';
import { PlanningHandlers } from './planning/planning.handlers.js';
import { Planning } from './planning/planning.js';
import { Holding } from './sessions/holding.js';
import { SessionsHandlers } from './sessions/sessions.handlers.js';
import { Timetabling } from './sessions/timetabling.js';

/** Where and when: delivered classes, their sessions, and who was there; and what apps write into a gradebook. */
@Module({
  imports: [
    PersistenceModule.forService('classrooms', { entities, migrations, persons: personColumns }),
    WireModule.forService(classrooms, { followers: [TreeCopy, SandboxReset, FollowingMergers] }),
  ],
  controllers: [PlanningHandlers, SessionsHandlers, GradebookHandlers],
  providers: [
    ...[Planning, Holding, Timetabling, Attending, Counting, BoardOfSessions],
    ...[GradebookStamps, ListingResults, ReadingGradebook, Entering, WritingGradebook],
    { provide: RosterOfClasses, useClass: AskingIdentity },
  ],
})
export class ClassroomsModule {}
