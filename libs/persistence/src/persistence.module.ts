import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import {
  ASK_IDENTITY,
  AUDIT,
  CHANGES,
  CLOCK,
  ONCE,
  PUBLISH,
  READINESS,
  VAULT,
  deriveSecret,
  shiftOfTime,
  type AskIdentity,
  type Clock,
  type Publish,
  type Readiness,
} from '@lianxue/contracts';
import { Cleanup } from './cleanup.js';
import { JobRunner } from './jobs/job-runner.js';
import { Jobs } from './jobs/jobs.js';
import { Inbox } from './commit/inbox.js';
import { dataSource, type EntityClass } from './database/data-source.js';
import { Database } from './database/database.js';
import { PostgresStore } from './postgres-store.js';
import { Cursors } from './reading/cursor.js';
import { AuditReading } from './relay/audit-reading.js';
import { Relay } from './relay/relay.js';
import { SealedVault } from './secrets/sealed-vault.js';
import { Sealer } from './secrets/sealer.js';
import { awaitMigrations } from './setup/await-migrations.js';
import type { Migration } from './setup/migrate.js';
import { SandboxReset } from './sandbox/sandbox-reset.js';
import { FollowingMergers, PERSON_COLUMNS } from './merged-people/following-mergers.js';
import type { PersonColumns } from './merged-people/person-columns.js';
import { Leadership } from './leadership.js';
import { Store } from './store.js';
import { Acquaintance } from './tree/acquaintance.js';
import { TreeCopy } from './tree/tree-copy.js';

export interface PersistenceOptions {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly Migration[];
  /** What rules and commits take for now. @default the machine's clock */
  readonly clock?: Clock;
  /** What becomes of columns that name persons when two records of a person are merged; with them the service may follow mergers. */
  readonly persons?: PersonColumns;
  /** The service's own database address. @default LIANXUE_DATABASE_URL */
  readonly url?: string;
  /** The service's branch of the installation secret. @default LIANXUE_SERVICE_SECRET or LIANXUE_SERVICE_SECRET_FILE, base64url */
  readonly secret?: Buffer;
}

const machineClock: Clock = { now: () => new Date(Date.now() + shiftOfTime()) };

const SECRET = Symbol('lianxue.serviceSecret');

/**
 * Joins a service to PostgreSQL. Starting waits until the database has been migrated. Wire's ports (publishing, asking
 * identity) are looked up when first needed, since wire itself needs the inbox and the vault from here.
 */
@Module({})
export class PersistenceModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(Relay) private readonly relay: Relay,
    @Inject(JobRunner) private readonly jobs: JobRunner,
    @Inject(Database) private readonly database: Database,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
  ) {}

  static forService(service: string, options: PersistenceOptions): DynamicModule {
    const url = () => options.url ?? required('LIANXUE_DATABASE_URL');
    return {
      module: PersistenceModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          name: service,
          useFactory: () => ({ type: 'postgres' as const, name: service }),
          dataSourceFactory: async () => {
            await awaitMigrations(url(), service, options.migrations);
            return dataSource(url(), service, options.entities);
          },
        }),
      ],
      providers: [
        { provide: DataSource, useExisting: getDataSourceToken(service) },
        { provide: SECRET, useFactory: () => options.secret ?? serviceSecret() },
        { provide: CHANGES, useExisting: Relay },
        {
          provide: AUDIT,
          useFactory: (database: Database, secret: Buffer) => new AuditReading(database, new Cursors(deriveSecret(secret, 'cursor'))),
          inject: [Database, SECRET],
        },
        { provide: CLOCK, useValue: options.clock ?? machineClock },
        {
          provide: Database,
          useFactory: (source: DataSource) => new Database(source, url(), service),
          inject: [getDataSourceToken(service)],
        },
        { provide: Sealer, useFactory: (secret: Buffer) => new Sealer(secret), inject: [SECRET] },
        TreeCopy,
        SandboxReset,
        ...(options.persons ? [{ provide: PERSON_COLUMNS, useValue: options.persons }, FollowingMergers] : []),
        {
          provide: Acquaintance,
          useFactory: (database: Database, tree: TreeCopy, modules: ModuleRef) =>
            new Acquaintance(database, tree, later<AskIdentity>(modules, ASK_IDENTITY)),
          inject: [Database, TreeCopy, ModuleRef],
        },
        {
          provide: Relay,
          useFactory: (database: Database, modules: ModuleRef) => new Relay(database, later<Publish>(modules, PUBLISH)),
          inject: [Database, ModuleRef],
        },
        {
          provide: Store,
          useFactory: (database: Database, acquaintance: Acquaintance, sealer: Sealer, clock: Clock, secret: Buffer, relay: Relay) =>
            new PostgresStore({
              database,
              acquaintance,
              sealer,
              clock,
              cursors: new Cursors(deriveSecret(secret, 'cursor')),
              committed: () => relay.poke(),
            }),
          inject: [Database, Acquaintance, Sealer, CLOCK, SECRET, Relay],
        },
        {
          provide: ONCE,
          useFactory: (database: Database, acquaintance: Acquaintance) => new Inbox(database, acquaintance),
          inject: [Database, Acquaintance],
        },
        {
          provide: VAULT,
          useFactory: (database: Database, sealer: Sealer) => new SealedVault(database, sealer),
          inject: [Database, Sealer],
        },
        {
          provide: Jobs,
          useFactory: (store: Store, database: Database, clock: Clock, secret: Buffer, modules: ModuleRef) =>
            new Jobs(store, database, new Cursors(deriveSecret(secret, 'cursor')), clock, () => modules.get(JobRunner).poke()),
          inject: [Store, Database, CLOCK, SECRET, ModuleRef],
        },
        {
          provide: JobRunner,
          useFactory: (database: Database, leadership: Leadership, jobs: Jobs, clock: Clock) =>
            new JobRunner(database, leadership, jobs, clock),
          inject: [Database, Leadership, Jobs, CLOCK],
        },
        { provide: Leadership, useFactory: (database: Database) => new Leadership(database), inject: [Database] },
        { provide: Cleanup, useFactory: (database: Database) => new Cleanup(database), inject: [Database] },
      ],
      exports: [
        DataSource,
        AUDIT,
        CHANGES,
        CLOCK,
        Sealer,
        TreeCopy,
        SandboxReset,
        ...(options.persons ? [FollowingMergers] : []),
        Relay,
        Store,
        ONCE,
        VAULT,
        Cleanup,
        Jobs,
        JobRunner,
        Leadership,
      ],
    };
  }

  onApplicationBootstrap(): void {
    later<Readiness>(this.modules, READINESS)()?.require('database', () => this.relay.seesDatabase);
    this.relay.start();
    this.jobs.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
    await this.relay.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

function serviceSecret(): Buffer {
  const file = process.env['LIANXUE_SERVICE_SECRET_FILE'];
  return Buffer.from(file ? readFileSync(file, 'utf8').trim() : required('LIANXUE_SERVICE_SECRET'), 'base64url');
}

/** A port of another module, found when first asked for; undefined while nobody provides it. */
function later<T>(modules: ModuleRef, token: symbol): () => T | undefined {
  let found: T | undefined;
  return () => {
    try {
      return (found ??= modules.get<T>(token, { strict: false }));
    } catch {
      return undefined;
    }
  };
}
