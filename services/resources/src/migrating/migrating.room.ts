import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK, MigrationInput, resources, type Call, type Caller, type Job } from '@lianxue/contracts';
import { FILES, FolderFiles, Links, LINKS, sheetsOf, Zip, type About } from '@lianxue/files';
import { JobRunner, Jobs, newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import type { Provider } from '@nestjs/common';
import type { z } from 'zod';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { Finding } from '../catalogue/finding.js';
import { Showing } from '../catalogue/showing.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { files as filesOfResources } from '../files/part.js';
import { migrations } from '../migrations/index.js';
import { CurrentPosts } from '../posts/current-posts.js';
import { KnownPosts } from '../posts/known-posts.room.js';
import { entities } from '../resources.module.js';
import { Ruling } from '../review/ruling.js';
import { ListMigration } from './list-migration.js';
import { MeantOrganisations } from './meant-organisations.js';
import { MigrationHandlers } from './migrations.handlers.js';
import { migrating } from './part.js';

type View = z.output<typeof Job>;

/** A room to which resources are brought; for specs. */
export interface MigratingRoom extends Room {
  /** Whoever was signed in here holds the post with which they did, until it is taken away. */
  readonly posts: KnownPosts;
  readonly files: FolderFiles;
  readonly bureau: Caller;
  /** 教研员 of the city, who keeps what the bureau brings. */
  readonly keeper: Caller;
  now: Date;
  holder(role: 'teacher' | 'subjectResearcher' | 'schoolAdmin' | 'resourceReviewer' | 'centreHead', organisation: string): Caller;
  send(kind: string, content: Uint8Array | string, more?: Partial<About>): Promise<string>;
  /** Brings a list, as its lines, and waits until the job is done or failed. */
  bring(lines: readonly string[], more?: Partial<z.input<typeof MigrationInput>>, by?: Caller): Promise<View>;
  /** Orders a list, and does not wait. */
  order(lines: readonly string[], more?: Partial<z.input<typeof MigrationInput>>, by?: Caller): Promise<string>;
  settled(job: string, by?: Caller): Promise<View>;
  errorsOf(job: View): Promise<string[]>;
  brought(idThere: string): Promise<{ resource: string | null; goneAt: string | null } & Record<string, unknown>>;
  rowsOf(file: string): Promise<string[][]>;
}

const headings = '原平台编号,标题,类型,学段,学科,年级,单位,文件,简介,使用方法,应用场景,典型案例';

/** The full names alone; what else identity takes a name for is tried through the gateway. */
async function named(names: readonly string[], { query }: Pick<Room, 'query'>): Promise<(string | null)[]> {
  const rows = await query<{ name: string; id: string }>(
    'select name, min(id::text) as id from organisation where name = any($1) group by name having count(*) = 1',
    [names],
  );
  return names.map((name) => rows.find((row) => row.name === name)?.id ?? null);
}

/** With what else a spec needs of the service. */
export async function openMigrating(more: readonly Provider[] = []): Promise<MigratingRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'lianxue-migrating-'));
  const files = new FolderFiles(folder);
  const posts = new KnownPosts();
  const clock = { now: new Date('2026-09-01T00:00:00Z') };
  const room = await openRoom('resources', {
    entities,
    migrations,
    providers: [
      ...[...filesOfResources.rules, ...migrating.rules, MigrationHandlers, KnownNodes, Cataloguing, Finding, Showing, Ruling],
      { provide: FILES, useValue: files },
      { provide: LINKS, useValue: new Links(() => 'a key', 'https://lianxue.example') },
      { provide: CurrentPosts, useValue: posts },
      { provide: MeantOrganisations, useValue: { by: (names: readonly string[]) => named(names, room) } },
      { provide: CLOCK, useValue: { now: () => clock.now } },
      ...more,
    ],
  });
  const holder: MigratingRoom['holder'] = (role, organisation) => posts.hold(person({ role, organisation }));
  const bureau = holder('resourceReviewer', room.region.city);
  const keeper = holder('subjectResearcher', room.region.city);
  const ask = (by: Caller): Call => callOf(resources.job, by);
  const self: MigratingRoom = {
    ...room,
    ...{ posts, files, bureau, keeper, holder },
    get now() {
      return clock.now;
    },
    set now(now) {
      clock.now = now;
    },
    async send(kind, content, more = {}) {
      const id = newId();
      const { subject, client } = bureau;
      const about = { id, kind, name: '清单.csv', owner: { subject, client }, until: new Date('2027-12-31'), ...more };
      await files.keep([typeof content === 'string' ? Buffer.from(content) : content], about);
      return id;
    },
    async order(lines, more = {}, by = bureau) {
      const { subject, client } = by;
      const list = await self.send('migration', [headings, ...lines].join('\r\n'), { owner: { subject, client } });
      const input = MigrationInput.parse({ platform: '旧平台', list, keeper: keeper.subject, ...more });
      const call = callOf(resources.migrateResources, by);
      return (await room.get(ListMigration).order(input, call)).id;
    },
    async bring(lines, more, by) {
      return self.settled(await self.order(lines, more, by), by);
    },
    async settled(job, by = bureau) {
      for (;;) {
        room.get(JobRunner).poke();
        const view = await room.get(Jobs).one(job, ask(by));
        if (view.state !== 'queued' && view.state !== 'running') return view;
        await new Promise((done) => setTimeout(done, 20));
      }
    },
    async errorsOf({ id }) {
      const { items } = await room.get(Jobs).errors(id, { limit: 200 }, ask(bureau));
      return items.map(({ line, field, code }) => `${line} ${field} ${code}`);
    },
    async brought(idThere) {
      const call = callOf(resources.migratedResources, bureau);
      return (await room.get(MigrationHandlers).migratedResources({ idThere, limit: 10 }, call)).items[0]!;
    },
    async rowsOf(id) {
      const zip = await Zip.open(files, (await files.about(id))!, { files: 20, bytes: 1_000_000 });
      const rows: string[][] = [];
      for await (const { cells } of (await sheetsOf(zip))[0]!.rows()) rows.push([...cells]);
      zip.close();
      return rows;
    },
    close: async () => {
      await room.close();
      await rm(folder, { recursive: true });
    },
  };
  return self;
}
