import { randomBytes } from 'node:crypto';
import type { Abstract, Provider, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Fact } from '@lianxue/contracts';
import { PersistenceModule, schemaDiff, undeclaredPersons, type PersistenceOptions, type PersonColumns } from '@lianxue/persistence';
import { DataSource } from 'typeorm';
import { testDatabase } from './database.js';
import { plant, region as newRegion, type Region } from './region.js';

/** The rules of one service over a database of their own, in a small region, without the wire. */
export interface Room {
  readonly region: Region;
  get<T>(type: Type<T> | Abstract<T>): T;
  query<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** What the service has said so far, in the order it was written. */
  facts(): Promise<Pick<Fact, 'type' | 'entity' | 'version' | 'organisation' | 'data'>[]>;
  /** What the migrations and the entities disagree about. */
  schemaDiff(): Promise<string[]>;
  /** What the service has not said of its columns that may name persons. */
  undeclaredPersons(columns: PersonColumns): Promise<string[]>;
  close(): Promise<void>;
}

class Rules {}

/**
 * Opens a room: an empty database, migrated, and the providers over it. A `CLOCK` among them is the one the rules get.
 * Close it in `afterAll`.
 * @example const room = await openRoom('resources', { entities, migrations, providers: [Reviewing] })
 */
export async function openRoom(
  service: string,
  { entities, migrations, providers }: Pick<PersistenceOptions, 'entities' | 'migrations'> & { readonly providers: readonly Provider[] },
): Promise<Room> {
  const database = await testDatabase(service, migrations);
  const region = newRegion();
  await plant(database.serviceUrl, region);
  const persistence = PersistenceModule.forService(service, { entities, migrations, url: database.serviceUrl, secret: randomBytes(32) });
  const rules = { module: Rules, imports: [persistence], providers: [...providers] };
  const app = await NestFactory.createApplicationContext(rules, { logger: ['error', 'warn'] });
  const source = app.get(DataSource);
  const query = <R>(text: string, values: readonly unknown[] = []): Promise<R[]> => source.query(text, [...values]);
  return {
    region,
    get: (type) => app.get(type, { strict: false }),
    query,
    facts: () => query('select type, entity, version, organisation, data from outbox order by seq'),
    schemaDiff: () => schemaDiff(source),
    undeclaredPersons: (columns) => undeclaredPersons(source, columns),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
