import { Clients, Reachable } from '@lianxue/wire';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { SandboxFaults } from '../apps/sandbox-faults.js';
import { Sandboxes } from '../apps/sandboxes.js';
import { Watching } from '../apps/watching.js';
import { FederationModule } from '../federation/federation.module.js';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { Courier } from './courier.js';
import { Delivering } from './delivering.js';
import { DeliveryFaults } from './delivery-faults.js';
import { DeliveryLog } from './delivery-log.js';
import { Hearing } from './hearing.js';
import { Ledger, type Statements } from './ledger.js';
import { Owning, Providers } from './owning.js';
import { Pinging } from './pinging.js';
import { ProgressReading } from './progress.js';
import { IdentityProviders } from './providers.client.js';
import { Redelivering } from './redelivering.js';
import { Sending } from './sending.js';
import { Subscribing } from './subscribing.js';
import { SubscriptionHandlers } from './subscriptions.handlers.js';

/** What the rules and the courier are made of, besides who provides apps and where deliveries may go. */
export const subscriptionRules = [
  Courier,
  Delivering,
  DeliveryFaults,
  DeliveryLog,
  Hearing,
  Owning,
  Pinging,
  ProgressReading,
  Redelivering,
  Subscribing,
  {
    provide: Ledger,
    useFactory: (source: DataSource) => new Ledger((source.driver as PostgresDriver).master as Statements),
    inject: [DataSource],
  },
  { provide: Sending, useFactory: (reachable: Reachable) => new Sending(reachable), inject: [Reachable] },
];

/** Events for vendors and partners 订阅: the feed, delivered to whoever asked. */
@Module({
  imports: [FederationModule],
  controllers: [SubscriptionHandlers],
  providers: [
    ...subscriptionRules,
    {
      provide: DeliveryFaults,
      useFactory: (sandboxes: Sandboxes, watching: Watching) => new SandboxFaults(sandboxes, watching),
      inject: [Sandboxes, Watching],
    },
    { provide: Reachable, useFactory: ({ webhookAddresses }: EdgeSettings) => new Reachable(webhookAddresses), inject: [EDGE_SETTINGS] },
    { provide: Providers, useFactory: (clients: Clients) => new IdentityProviders(clients), inject: [Clients] },
  ],
})
export class SubscriptionsModule {}
