import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Column, Entity, type DataSource } from 'typeorm';
import {
  contract,
  deriveSecret,
  facts,
  operation,
  page,
  paging,
  value,
  type AskIdentity,
  type Clock,
  type OrganisationCopy,
  type Publish,
  type SelectionCopy,
} from '@lianxue/contracts';
import { emptyDatabase } from '@lianxue/testing';
import { Inbox } from '../src/commit/inbox.js';
import { dataSource } from '../src/database/data-source.js';
import { Database, statementsOn } from '../src/database/database.js';
import {
  Aggregate,
  bootstrap,
  Job,
  jobTables,
  migrate,
  newId,
  Relay,
  Sealer,
  TreeCopy,
  type Migration,
  type ReachColumns,
  type Store,
} from '../src/index.js';
import { PostgresStore } from '../src/postgres-store.js';
import { Cursors } from '../src/reading/cursor.js';
import { Acquaintance } from '../src/tree/acquaintance.js';

/** A thing with all that reach can ask for. */
@Entity('poster')
export class Poster extends Aggregate<{ title: string }> {
  static readonly reach: ReachColumns = { person: 'person', handedDown: `t.status = 'published'`, public: `t.status = 'public'` };

  @Column('text')
  title!: string;

  @Column('text')
  status!: string;

  @Column('uuid', { nullable: true })
  person: string | null = null;

  @Column('date', { nullable: true })
  due: string | null = null;

  @Column('text', { array: true })
  tags: string[] = [];

  @Column('jsonb', { nullable: true })
  details: unknown = null;

  fact() {
    return { title: this.title };
  }
}

export const posterMigrations: readonly Migration[] = [
  {
    name: '0001-posters',
    sql: `create table poster (id uuid primary key, version int not null, organisation uuid not null, created_at timestamptz not null, updated_at timestamptz not null,
      title text not null, status text not null, person uuid, due date, tags text[] not null, details jsonb, constraint poster_title unique (organisation, title))`,
  },
];

export const posterFacts = facts('proving', 'poster', z.object({ title: z.string() }), {
  made: '新建 made',
  changed: '修改 changed',
  removed: '删除 removed',
});

const someId = z.object({ id: z.string() });
const nothing = value(z.object({}));
export const proving = contract('proving', {
  read: operation('get', '/posters/:id', {
    summary: '读 Read',
    scope: 'resources.read',
    permits: ['teacher'],
    params: someId,
    returns: nothing,
  }),
  list: operation('get', '/posters', {
    summary: '列 List',
    scope: 'resources.read',
    permits: ['teacher'],
    query: z.object(paging),
    returns: page(z.object({})),
  }),
  readHandedDown: operation('get', '/posters/:id/handed-down', {
    summary: '读 Read',
    scope: 'resources.read',
    permits: ['teacher'],
    reach: 'handedDown',
    params: someId,
    returns: nothing,
  }),
  readAssigned: operation('get', '/posters/:id/assigned', {
    summary: '读 Read',
    scope: 'resources.read',
    permits: ['teacher'],
    reach: 'assigned',
    params: someId,
    returns: nothing,
  }),
  readPublic: operation('get', '/posters/:id/public', {
    summary: '读 Read',
    permits: 'anyone',
    reach: 'public',
    params: someId,
    returns: nothing,
  }),
  make: operation('post', '/posters', {
    summary: '新建 Make',
    scope: 'resources.read',
    permits: ['teacher'],
    body: z.object({ title: z.string() }),
    returns: nothing,
  }),
  change: operation('patch', '/posters/:id', {
    summary: '修改 Change',
    scope: 'resources.read',
    permits: ['teacher'],
    guarded: true,
    params: someId,
    body: z.object({ title: z.string() }),
    returns: nothing,
  }),
});

/** What identity would answer in a spec. */
export class KnownIdentity implements AskIdentity {
  asked: string[] = [];
  chains = new Map<string, OrganisationCopy[]>();
  selections = new Map<string, SelectionCopy[]>();

  async organisationChain(id: string): Promise<readonly OrganisationCopy[]> {
    this.asked.push(id);
    return this.chains.get(id) ?? [];
  }

  async selectionsOf(client: string): Promise<readonly SelectionCopy[]> {
    this.asked.push(client);
    return this.selections.get(client) ?? [];
  }
}

/** One service's persistence on a database of its own, with the parts a spec wants to touch. */
export class Proving {
  readonly identity = new KnownIdentity();
  readonly clock: Clock & { at?: Date } = { now: () => this.clock.at ?? new Date() };
  readonly tree = new TreeCopy();
  readonly acquaintance: Acquaintance;
  readonly inbox: Inbox;
  readonly relay: Relay;
  readonly sealer: Sealer;
  readonly store: Store;
  published: Publish | undefined;

  private constructor(
    readonly adminUrl: string,
    readonly url: string,
    readonly source: DataSource,
    readonly database: Database,
    private readonly drop: () => Promise<void>,
  ) {
    const secret = randomBytes(32);
    this.sealer = new Sealer(secret);
    this.acquaintance = new Acquaintance(database, this.tree, () => this.identity);
    this.inbox = new Inbox(database, this.acquaintance);
    this.relay = new Relay(database, () => this.published);
    this.store = new PostgresStore({
      database,
      acquaintance: this.acquaintance,
      sealer: this.sealer,
      clock: this.clock,
      cursors: new Cursors(deriveSecret(secret, 'cursor')),
      committed: () => this.relay.poke(),
    });
  }

  static async start(): Promise<Proving> {
    const { url: adminUrl, ...empty } = await emptyDatabase();
    const url = await serviceUrl(adminUrl, 'proving');
    await migrate(url, 'proving', [...posterMigrations, { name: '0002-jobs', sql: jobTables }]);
    const source = await dataSource(url, 'proving', [Poster, Job]).initialize();
    return new Proving(adminUrl, url, source, new Database(source, url, 'proving'), () => empty.drop());
  }

  async stop(): Promise<void> {
    await this.relay.stop();
    await this.database.close();
    await this.source.destroy();
    await this.drop();
  }

  /** An organisation in the copy of the tree. */
  async organisation(parent?: string, id = newId()): Promise<string> {
    const copy = { id, parent: parent ?? null, version: 1, kind: 'school', name: '学校', divisionCode: null, closed: false };
    await this.write((statements) => this.tree.keepOrganisation(copy, statements));
    return id;
  }

  async select(client: string, organisation: string, more: Partial<SelectionCopy> = {}): Promise<void> {
    const copy = { id: newId(), client, organisation, scopes: ['resources.read'], version: 1, active: true, until: null, ...more };
    await this.write((statements) => this.tree.keepSelection(copy, statements));
  }

  write(work: (statements: ReturnType<typeof statementsOn>) => Promise<void>): Promise<void> {
    return this.database.transact((transaction) => work(statementsOn(transaction)));
  }

  /** A poster straight into the table. */
  async poster(organisation: string, more: Partial<Poster> = {}): Promise<string> {
    const id = newId();
    const { title = `海报 ${id}`, status = 'draft', person = null } = more;
    await this.source.query(
      `insert into poster (id, version, organisation, created_at, updated_at, title, status, person, tags) values ($1, 1, $2, now(), now(), $3, $4, $5, '{}')`,
      [id, organisation, title, status, person],
    );
    return id;
  }
}

/** The address with which a service reaches a bootstrapped database. Roles are shared by parallel specs, hence a fixed password. */
export async function serviceUrl(adminUrl: string, service: string): Promise<string> {
  const url = new URL(adminUrl);
  await bootstrap({ adminUrl, database: url.pathname.slice(1), services: [{ name: service, password: 'proving' }] });
  url.username = `lianxue_${service}`;
  url.password = 'proving';
  return url.href;
}
