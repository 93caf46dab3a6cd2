import { Module, type DynamicModule } from '@nestjs/common';
import { edge, federation, files, signIns, subscriptions } from '@lianxue/contracts';
import { PersistenceModule } from '@lianxue/persistence';
import { WireModule } from '@lianxue/wire';
import type { Logger } from 'pino';
import { AppsModule } from './apps/apps.module.js';
import { CommandCentreModule } from './command-centre/command-centre.module.js';
import { EdgeModule } from './edge.module.js';
import { Allowance } from './files/allowance.entity.js';
import { FilesModule } from './files/files.module.js';
import { FederationModule } from './federation/federation.module.js';
import { Feed } from './federation/feed.js';
import { migrations } from './migrations/index.js';
import { OidcModule } from './oidc/oidc.module.js';
import { HearingOfSubPlatforms } from './sub-platforms/hearing-of-sub-platforms.js';
import { SubPlatformsModule } from './sub-platforms/sub-platforms.module.js';
import { SubscriptionRecord } from './subscriptions/subscription.entity.js';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.js';
import type { EdgeSettings } from './settings.js';

/** The edge of the platform: REST from the contracts, unified auth, federation, documentation and pages. */
@Module({})
export class GatewayModule {
  static with(settings: EdgeSettings, log: Logger): DynamicModule {
    return {
      module: GatewayModule,
      imports: [
        PersistenceModule.forService('gateway', { entities: [SubscriptionRecord, Allowance], migrations }),
        WireModule.forService([edge, federation, files, subscriptions, signIns], {
          service: 'gateway',
          followers: [Feed, HearingOfSubPlatforms],
        }),
        EdgeModule.of({ settings, log, own: ['edge', 'federation', 'files', 'subscriptions', 'signIns'] }),
        AppsModule,
        SubPlatformsModule,
        CommandCentreModule,
        OidcModule,
        FederationModule,
        FilesModule,
        SubscriptionsModule,
      ],
    };
  }
}
