import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, Place, World } from './world.js';

/** A change as a provincial client keeps it. */
interface Change {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly entityversion: number;
  readonly organisation: string | null;
  readonly data: Record<string, unknown> | null;
}

const everyService = ['identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities'];
const scopes = [...everyService.map((service) => `${service}.read`), 'federation.read'];

/** What the steps before must have left in the feed, by the type of one fact of each. */
const expected = [
  'cn.lianxue.identity.organisation.registered',
  'cn.lianxue.resources.resource.published',
  'cn.lianxue.classrooms.',
  'cn.lianxue.reporting.submission.approved',
  'cn.lianxue.incidents.incident.reported',
  'cn.lianxue.activities.entry.',
];

/** Step 7: a province reads on from where it was, and misses nothing. */
export async function federationStep(world: World): Promise<void> {
  const cityAdmin = await world.as('systemAdmin', world.city);
  const province = await reader(world, cityAdmin, world.city, 'province');

  const half = await readOn(province, undefined, { pages: 3, limit: 50 });
  world.say(`the provincial client read ${half.changes.length} changes and stopped half-way`);
  await world.restart();
  const again = await world.app(province.clientId, province.clientSecret);
  const rest = await readOn({ ...province, api: again }, half.cursor, { limit: 200, until: hasEverything });
  const all = [...half.changes, ...rest.changes];
  world.check(new Set(all.map(({ id }) => id)).size === all.length, 'no change came twice');
  judgeOrder(world, all);
  for (const type of expected)
    world.check(
      all.some((change) => change.type.startsWith(type)),
      `the feed holds ${type}`,
    );
  world.say(`after the restart it went on from its cursor: ${all.length} changes, each once, every entity in the order of its versions`);

  await deletion(world, cityAdmin, { ...province, api: again }, rest.cursor);
  await moving(world, cityAdmin);
  await epoch(world, again);
}

interface ReaderClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly api: Api;
}

/** Registers an app that synchronises and selects it at one organisation. */
async function reader(world: World, admin: Api, at: Place, what: string): Promise<ReaderClient> {
  const app = await admin.post('/apps', {
    organisation: world.city.id,
    name: `同步${what}${world.run}`.slice(0, 50),
    grants: ['client_credentials'],
    scopes,
  });
  world.check(app.status === 201, `a synchronising app is registered for ${what}`, app.body);
  const selection = await admin.post(`/organisations/${at.id}/selections`, { client: app.body.clientId, scopes });
  world.check(selection.status === 201, `${at.name} selects it`, selection.body);
  const { clientId, clientSecret } = app.body as ReaderClient;
  return { clientId, clientSecret, api: await world.app(clientId, clientSecret) };
}

interface Reading {
  readonly limit: number;
  readonly pages?: number;
  /** Reads on, polling, until this holds; without it until nothing is waiting. */
  readonly until?: (changes: readonly Change[]) => boolean;
}

/** Reads pages from a cursor. Polls up to 30 s for what is still on its way. */
async function readOn({ api }: ReaderClient, from: string | undefined, { limit, pages = Infinity, until }: Reading) {
  const changes: Change[] = [];
  const deadline = Date.now() + 30_000;
  let cursor = from;
  for (let page = 0; page < pages; page++) {
    const answer = await api.get('/federation/v1/changes', { query: { limit, cursor } });
    if (answer.status !== 200) throw new Error(`changes answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    changes.push(...(answer.body.items as Change[]));
    cursor = answer.body.next as string;
    if (answer.body.more) continue;
    if (!until || until(changes) || Date.now() > deadline) break;
    await sleep(200);
  }
  return { changes, cursor: cursor! };
}

const hasEverything = (changes: readonly Change[]) =>
  expected.slice(1).every((type) => changes.some((change) => change.type.startsWith(type)));

/** Versions of every entity rise one by one in what was read. */
function judgeOrder(world: World, changes: readonly Change[]): void {
  const last = new Map<string, number>();
  for (const { subject, type, entityversion } of changes) {
    if (type.startsWith('cn.lianxue.federation.')) continue;
    const before = last.get(subject);
    world.check(before === undefined || entityversion === before + 1 || entityversion === before, `${subject} comes in version order`, {
      before,
      entityversion,
    });
    last.set(subject, entityversion);
  }
}

/** What is deleted arrives as a tombstone: the id and nothing else. */
async function deletion(world: World, _admin: Api, province: ReaderClient, cursor: string): Promise<void> {
  const teacher = await world.as('teacher', world.school);
  const draft = await teacher.post('/resources', {
    title: `待删草稿 ${world.run}`,
    stage: 'primary',
    subject: 'mathematics',
    type: 'microLesson',
  });
  world.check(draft.status === 201, 'a draft is registered to be deleted', draft.body);
  const deleted = await teacher.delete(`/resources/${draft.body.id}`, { headers: { 'if-match': '*' } });
  world.check(deleted.status === 204, 'the draft is deleted', deleted.body);
  const isTombstone = (change: Change) => change.subject === `resource/${draft.body.id}` && change.data === null;
  const { changes } = await readOn(province, cursor, { limit: 200, until: (read) => read.some(isTombstone) });
  world.check(changes.some(isTombstone), 'the deletion arrives as a tombstone', changes.at(-1));
  world.say('a deletion arrived as a tombstone');
}

/** A unit moves from one bureau to another: the loser hears scope.left, the gainer scope.joined and reads a snapshot. */
async function moving(world: World, admin: Api): Promise<void> {
  const [from, to] = world.counties;
  const unit = await admin.post('/organisations', { id: undefined, kind: 'bureau', name: `高新区教体局 ${world.run}`, parent: from.id });
  world.check(unit.status === 201, 'a county-level unit is registered', unit.body);
  const loser = await reader(world, admin, from, 'loser');
  const gainer = await reader(world, admin, to, 'gainer');
  const isAboutUnit = (happened: string) => (change: Change) =>
    change.type === `cn.lianxue.federation.scope.${happened}` && change.data?.organisation === unit.body.id;
  const before = await readOn(loser, undefined, {
    limit: 200,
    until: (read) => read.some(({ subject }) => subject === `organisation/${unit.body.id}`),
  });
  const beforeGainer = await readOn(gainer, undefined, { limit: 200 });

  const moved = await admin.post(`/organisations/${unit.body.id}/move`, { parent: to.id }, { headers: { 'if-match': '*' } });
  world.check(moved.status === 200, 'it moves to the other bureau', moved.body);
  const left = await readOn(loser, before.cursor, { limit: 200, until: (read) => read.some(isAboutUnit('left')) });
  const joined = await readOn(gainer, beforeGainer.cursor, { limit: 200, until: (read) => read.some(isAboutUnit('joined')) });
  world.check(left.changes.some(isAboutUnit('left')), 'the losing bureau’s reader hears scope.left', left.changes);
  world.check(!left.changes.some(isAboutUnit('joined')), 'and nothing of the other’s');
  const join = joined.changes.find(isAboutUnit('joined'));
  world.check(join, 'the gaining bureau’s reader hears scope.joined', joined.changes);
  const snapshot = await gainer.api.get(String(join.data!.snapshot));
  world.check(
    snapshot.status === 200 && (snapshot.body.items as Change[]).some(({ subject }) => subject === `organisation/${unit.body.id}`),
    'and reads a snapshot of it',
    snapshot.body,
  );
  world.say('a unit moved between bureaus: scope.left for one, scope.joined and a snapshot for the other');
}

/** A cursor of another history is refused with where to begin. */
async function epoch(world: World, api: Api): Promise<void> {
  const foreign = Buffer.from(`${randomUUID()}.1`).toString('base64url');
  const answer = await api.get('/federation/v1/changes', { query: { cursor: foreign } });
  world.check(answer.status === 410 && answer.body.code === 'feed.epoch_changed', 'a cursor of another epoch answers 410', answer.body);
  const begin = await api.get('/federation/v1/snapshot', { query: { limit: 5 } });
  world.check(begin.status === 200 && typeof begin.body.changes === 'string', 'with where to begin', begin.body);
  world.say('a cursor of another epoch answers 410 with where to begin');
}
