import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { statementsOf } from '../own-database.js';
import { EdgeCalls } from '../rest/edge-calls.js';
import { Boards } from './board.js';
import { CommandCentreController } from './command-centre.controller.js';
import { Streaming } from './streaming.js';

/** 信息指挥中心: a page for a large screen, and the stream it lives on. */
@Module({
  controllers: [CommandCentreController],
  providers: [
    {
      provide: Streaming,
      useFactory: (calls: EdgeCalls, source: DataSource) => {
        const statements = statementsOf(source);
        const happenings = async () => {
          const { rows } = await statements.query<{ position: string }>('select position::text from feed_state');
          return rows[0]!.position;
        };
        return new Streaming(new Boards(calls), happenings);
      },
      inject: [EdgeCalls, DataSource],
    },
  ],
})
export class CommandCentreModule {}
