import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PUBLISH } from '@lianxue/contracts';
import { PersistenceModule } from '@lianxue/persistence';
import { NatsLink, StreamPublisher } from '@lianxue/wire';
import { Leaf, migrations, service } from './ledger.js';

/** Where a replica finds its servers. */
export interface Addresses {
  readonly database: string;
  readonly nats: string;
  /** The service's secret, base64url. */
  readonly secret: string;
}

@Global()
@Module({})
class Publishing {}

/** One replica of the tortured service: the real commit and relay, and the real publisher to JetStream. */
export async function startReplica({ database, nats, secret }: Addresses): Promise<INestApplicationContext> {
  const link = new NatsLink(service, () => ({ url: nats }));
  void link.open();
  const publishing = {
    module: Publishing,
    providers: [{ provide: PUBLISH, useFactory: () => new StreamPublisher(service, link) }],
    exports: [PUBLISH],
  };
  const persistence = PersistenceModule.forService(service, {
    entities: [Leaf],
    migrations,
    url: database,
    secret: Buffer.from(secret, 'base64url'),
  });
  // The servers are taken away on purpose; that the replica says so is not news.
  return NestFactory.createApplicationContext({ module: class Replica {}, imports: [persistence, publishing] }, { logger: ['error'] });
}
