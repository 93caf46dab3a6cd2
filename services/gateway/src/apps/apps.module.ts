import { Clients } from '@lianxue/wire';
import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EdgeHandlers } from './edge.handlers.js';
import { statementsOf } from '../own-database.js';
import { RefusedCalls } from './refused-calls.js';
import { Sandboxes } from './sandboxes.js';
import { Watching } from './watching.js';

/** What the edge does for apps beside their calls: sandboxes, and their last refused calls. */
@Global()
@Module({
  controllers: [EdgeHandlers],
  providers: [
    { provide: Sandboxes, useFactory: (source: DataSource) => new Sandboxes(statementsOf(source)), inject: [DataSource] },
    { provide: RefusedCalls, useFactory: (source: DataSource) => new RefusedCalls(statementsOf(source)), inject: [DataSource] },
    {
      provide: Watching,
      useFactory: (sandboxes: Sandboxes, refused: RefusedCalls, clients: Clients) => new Watching(sandboxes, refused, clients),
      inject: [Sandboxes, RefusedCalls, Clients],
    },
  ],
  exports: [Sandboxes, Watching, RefusedCalls],
})
export class AppsModule {}
