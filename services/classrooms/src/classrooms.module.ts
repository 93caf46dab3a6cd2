import { Module } from '@nestjs/common';
import { classrooms } from '@lianxue/contracts';
import { PersistenceModule, TreeCopy } from '@lianxue/persistence';
import { WireModule } from '@lianxue/wire';
import { Attending } from './attendance/attending.js';
import { entities } from './entities.js';
import { Counting } from './figures/counting.js';
import { migrations } from './migrations/index.js';
import { PlanningHandlers } from './planning/planning.handlers.js';
import { Planning } from './planning/planning.js';
import { Holding } from './sessions/holding.js';
import { SessionsHandlers } from './sessions/sessions.handlers.js';
import { Timetabling } from './sessions/timetabling.js';

/** Where and when: delivered classes, their sessions, and who was there. */
@Module({
  imports: [
    PersistenceModule.forService('classrooms', { entities, migrations }),
    WireModule.forService(classrooms, { followers: [TreeCopy] }),
  ],
  controllers: [PlanningHandlers, SessionsHandlers],
  providers: [Planning, Holding, Timetabling, Attending, Counting],
})
export class ClassroomsModule {}
