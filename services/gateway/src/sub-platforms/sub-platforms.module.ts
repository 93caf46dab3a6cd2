import { identity } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { statementsOf } from '../own-database.js';
import { HearingOfSubPlatforms } from './hearing-of-sub-platforms.js';
import { Logos } from './logos.js';
import { SubPlatformController } from './sub-platform.controller.js';
import { SubPlatforms } from './sub-platforms.js';
import { Switches } from './switches.js';

/** Virtual sub-platforms at the edge: their pages, their looks, and what they switched off. */
@Global()
@Module({
  controllers: [SubPlatformController],
  providers: [
    HearingOfSubPlatforms,
    {
      provide: SubPlatforms,
      useFactory: (source: DataSource) => new SubPlatforms(statementsOf(source)),
      inject: [DataSource],
    },
    { provide: Switches, useFactory: (subPlatforms: SubPlatforms) => new Switches(subPlatforms), inject: [SubPlatforms] },
    {
      provide: Logos,
      useFactory: (clients: Clients) => new Logos((subPlatform) => clients.of(identity).subPlatformLogo({ subPlatform })),
      inject: [Clients],
    },
  ],
  exports: [SubPlatforms, Switches],
})
export class SubPlatformsModule {}
