import { Module } from '@nestjs/common';
import { incidents } from '@lianxue/contracts';
import { FollowingMergers, PersistenceModule, SandboxReset, TreeCopy } from '@lianxue/persistence';
import { WireModule } from '@lianxue/wire';
import { Following } from './cases/following.js';
import { BoardOfIncidents } from './cases/incident-board.js';
import { Handling } from './cases/handling.js';
import { IncidentsHandlers } from './cases/incidents.handlers.js';
import { Reporting } from './cases/reporting.js';
import { CodeTables } from './clocks/code-tables.js';
import { entities } from './entities.js';
import { Declaring } from './guarding/declaring.js';
import { Filing } from './guarding/filing.js';
import { GuardingHandlers } from './guarding/guarding.handlers.js';
import { Overseeing } from './guarding/overseeing.js';
import { migrations } from './migrations/index.js';
import { personColumns } from './person-columns.js';

/** What threatens it: network-security incidents with their clocks, guard periods with their daily reports. */
@Module({
  imports: [
    PersistenceModule.forService('incidents', { entities, migrations, persons: personColumns }),
    WireModule.forService(incidents, { followers: [TreeCopy, SandboxReset, FollowingMergers] }),
  ],
  controllers: [IncidentsHandlers, GuardingHandlers],
  providers: [CodeTables, Reporting, Handling, Following, Declaring, Filing, Overseeing, BoardOfIncidents],
})
export class IncidentsModule {}
