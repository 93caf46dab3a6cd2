import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, type INestApplicationContext, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CLOCK, ONCE, VAULT, type Vault } from '@lianxue/contracts';
import { callOf, emptyDatabase, service, type EmptyDatabase } from '@lianxue/testing';
import { migrate, PersistenceModule, Relay, Sealer, Store, TreeCopy } from './index.js';
import { Poster, posterFacts, posterMigrations, proving, serviceUrl } from '../spec/proving.spec.js';

let app: INestApplicationContext | undefined;
let database: EmptyDatabase;
let url: string;
beforeEach(async () => {
  database = await emptyDatabase();
  url = await serviceUrl(database.url, 'proving');
});
afterEach(async () => {
  await app?.close();
  await database.drop();
});

/** Keeps what is logged. */
class Lines implements LoggerService {
  readonly lines: string[] = [];
  log = (line: string) => this.lines.push(line);
  warn = this.log;
  error = this.log;
}

@Injectable()
class Rules {
  constructor(readonly store: Store) {}
}

const start = (logger: LoggerService) => {
  const persistence = PersistenceModule.forService('proving', {
    entities: [Poster],
    migrations: posterMigrations,
    url,
    secret: randomBytes(32),
  });
  return NestFactory.createApplicationContext({ module: class Service {}, imports: [persistence], providers: [Rules] }, { logger });
};

describe('a service that starts before its migrations', () => {
  it('waits, says so once, and goes on by itself', async () => {
    const logger = new Lines();
    const starting = start(logger);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(logger.lines.filter((line) => line.includes('waits'))).toEqual([
      expect.stringMatching(/^proving waits: the database has not been migrated yet \(\d+ to come, next persistence\/0001-reach\)$/),
    ]);
    await migrate(url, 'proving', posterMigrations);
    app = await starting;
  });
});

describe('a started service', () => {
  it('offers everything that rules and wire need, without wire being there', async () => {
    await migrate(url, 'proving', posterMigrations);
    app = await start(new Lines());
    for (const token of [Store, TreeCopy, Sealer, Relay, CLOCK, ONCE, VAULT]) expect(app.get(token, { strict: false })).toBeDefined();
    const { store } = app.get(Rules);
    await store.commit(callOf(proving.make, service('gateway')), (work) =>
      work.insert(
        Object.assign(new Poster(), { organisation: '01900000-0000-7000-8000-000000000000', status: 'draft', title: '一' }),
        posterFacts.made,
      ),
    );
    await expect(app.get<Vault>(VAULT).keep('key', async () => 'made')).resolves.toBe('made');
    const relay = app.get(Relay);
    while (!relay.seesDatabase) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
