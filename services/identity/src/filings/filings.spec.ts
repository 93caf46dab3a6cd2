import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { app as program, callOf } from '@lianxue/testing';
import { LookingUp } from '../app-reach/looking-up.js';
import { ReadingReach } from '../app-reach/reading-reach.js';
import { withApps, type Apps } from '../apps/apps.room.js';
import { Selecting } from '../apps/selecting.js';
import { openIdentity, type IdentityRoom } from '../identity.room.js';
import { Seeing } from '../disclosures/seeing.js';
import { ReadingPeople } from '../people/reading-people.js';
import { KeepingFilings } from './keeping-filings.js';
import { WatchingFilings } from './watching-filings.js';

let room: IdentityRoom & Apps;
let county: string;
let school: string;
let farSchool: string;

beforeAll(async () => {
  room = await withApps(await openIdentity());
  county = await room.organisation('county', room.city, { divisionCode: '361002' });
  school = await room.organisation('school', county);
  farSchool = await room.organisation('school', room.city);
});
afterAll(() => room.close());

const bureau = () => room.bureau();
const guarded = (operation: Parameters<typeof callOf>[0]) => callOf(operation, bureau().caller, {}, { ifMatch: '*' });
async function selectedApp(at = [school, farSchool]) {
  const { app } = await room.register();
  const selections = [];
  for (const place of at) selections.push(await room.select(app.clientId, place));
  return { app, selections };
}
const reach = (client: string) => room.get(ReadingReach).ofCaller({ limit: 50 }, callOf(identity.myReach, program({ client })));
const whyAt = async (client: string, at: string) => (await reach(client)).items.find(({ organisation }) => organisation === at);
const fileApp = (appId: string, number: string | null, until: string | null) =>
  room.get(KeepingFilings).ofApp({ appId, number, until }, guarded(identity.setAppFiling));
const fileSelection = (selectionId: string, number: string | null, until: string | null) =>
  room.get(KeepingFilings).ofSelection({ selectionId, number, until }, guarded(identity.setSelectionFiling));
const policy = (organisationId: string, mode: 'observe' | 'warn' | 'enforce', from: string) =>
  room.get(KeepingFilings).setPolicy({ organisationId, mode, from }, bureau());

describe('a region that enforces filings', () => {
  it('holds what is not filed from its day on, there and nowhere else, and lets it serve again once both are filed', async () => {
    const { app, selections } = await selectedApp();
    room.at('2026-11-21T08:00:00Z');
    await policy(county, 'enforce', '2026-12-01');
    expect(await whyAt(app.clientId, school)).toMatchObject({ state: 'serving', why: null });
    room.at('2026-12-01T00:00:00Z');
    await room.get(WatchingFilings).round();
    expect(await whyAt(app.clientId, school)).toMatchObject({ state: 'lost', why: 'filing' });
    expect(await whyAt(app.clientId, farSchool)).toMatchObject({ state: 'serving' });
    const active = await room.query(`select active from app_reach where id = $1`, [selections[0]!.id]);
    expect(active).toEqual([{ active: false }]);
    expect((await room.facts()).at(-1)).toMatchObject({ type: 'cn.lianxue.identity.selection.changed', data: { active: false } });

    await fileApp(app.id, '赣教APP备0001', '2027-12-31');
    expect(await whyAt(app.clientId, school)).toMatchObject({ why: 'filing' });
    await fileSelection(selections[0]!.id, '用备0001', '2026-12-31');
    expect(await whyAt(app.clientId, school)).toMatchObject({ state: 'serving', userFiling: { state: 'lapsing' } });

    room.at('2026-12-31T15:59:00Z');
    await room.get(WatchingFilings).round();
    expect(await whyAt(app.clientId, school)).toMatchObject({ state: 'serving' });
    room.at('2026-12-31T16:01:00Z');
    await room.get(WatchingFilings).round();
    expect(await whyAt(app.clientId, school)).toMatchObject({ why: 'filing', userFiling: { state: 'lapsed' } });
    await policy(county, 'warn', '2026-12-01');
    expect(await whyAt(app.clientId, school)).toMatchObject({ state: 'serving' });
  });

  it('holds what an app reads, and that it meets a pupil, as long as it holds its selection', async () => {
    const near = await room.organisation('county', room.city, { divisionCode: '361003' });
    const there = await room.organisation('school', near);
    const teacher = await room.person('teacher', there, { name: '王老师' });
    const pupil = await room.person('pupil', there);
    const { app } = await room.register({ profile: 'teaching' });
    await room.select(app.clientId, room.city, { profile: 'statistics' });
    const own = await room.select(app.clientId, there, { profile: 'teaching' });
    const named = async () => {
      const { items } = await room
        .get(ReadingPeople)
        .listOf(there, 'teacher', { limit: 5 }, callOf(identity.peopleOf, program({ client: app.clientId })));
      return items.find(({ person }) => person === teacher)!.name;
    };
    const meeting = async () => {
      const { apps } = await room.get(Seeing).apps({ personId: pupil }, room.by('schoolAdmin', there, { operation: identity.viewingApps }));
      return apps.filter(({ client }) => client === app.clientId).map(({ organisation }) => organisation);
    };
    expect([await named(), await meeting()]).toEqual(['王老师', [room.city, there]]);
    await policy(near, 'enforce', '2026-11-21');
    await room.get(WatchingFilings).round();
    expect(await room.query('select held from selection where id = $1', [own.id])).toEqual([{ held: 'filing' }]);
    expect([await named(), await meeting()]).toEqual(['王*', [room.city]]);
  });

  it('follows the nearest policy', async () => {
    room.at('2026-11-21T08:00:00Z');
    await policy(room.city, 'enforce', '2026-01-01');
    await policy(county, 'observe', '2026-01-01');
    const { app } = await selectedApp();
    await room.get(WatchingFilings).round();
    expect(await whyAt(app.clientId, school)).toMatchObject({ state: 'serving' });
    expect(await whyAt(app.clientId, farSchool)).toMatchObject({ why: 'filing' });
    await policy(room.city, 'observe', '2026-01-01');
  });
});

describe('a region that warns', () => {
  const noticesAt = async (client: string) =>
    (await whyAt(client, school))!.notices.map(({ kind, days, lapsesOn }) => [kind, days, lapsesOn]);

  it('tells the app and the school what is lacking, which one that observes does not, and takes nothing away', async () => {
    room.at('2026-11-21T08:00:00Z');
    const { app, selections } = await selectedApp([school]);
    await policy(county, 'observe', '2026-11-01');
    expect(await whyAt(app.clientId, school)).toMatchObject({ state: 'serving', warning: null, notices: [] });
    await policy(county, 'warn', '2026-11-21');
    expect(await whyAt(app.clientId, school)).toMatchObject({
      state: 'serving',
      warning: { mode: 'warn', from: '2026-11-21', lacks: ['provider', 'user'] },
    });
    const lacking = [
      ['provider', 0, '2026-11-21'],
      ['user', 0, '2026-11-21'],
    ];
    expect(await noticesAt(app.clientId)).toEqual(lacking);
    await room.get(WatchingFilings).round();
    expect(await noticesAt(app.clientId)).toEqual(lacking);
    const given = (await room.facts()).filter(
      ({ type, data }) => type.endsWith('filingNotice.given') && (data as { app: string }).app === app.id,
    );
    expect(given.map(({ organisation }) => organisation)).toEqual([school, school]);
    await fileApp(app.id, '赣教APP备0003', null);
    expect(await whyAt(app.clientId, school)).toMatchObject({ warning: { lacks: ['user'] }, notices: [{ kind: 'user', days: 0 }] });
    await fileSelection(selections[0]!.id, '用备0003', null);
    expect(await whyAt(app.clientId, school)).toMatchObject({ warning: null, notices: [] });
  });

  it('says ahead of its day that it will enforce, and asks no provider’s filing of a bureau', async () => {
    const { app } = await room.register({ organisation: room.city });
    await room.select(app.clientId, school);
    await policy(county, 'enforce', '2026-12-15');
    expect(await whyAt(app.clientId, school)).toMatchObject({ warning: { mode: 'enforce', from: '2026-12-15', lacks: ['user'] } });
    await policy(county, 'warn', '2026-12-15');
    expect(await whyAt(app.clientId, school)).toMatchObject({ warning: null });
    await policy(county, 'observe', '2026-01-01');
  });
});

it('tells of a lapse 60, 30 and 7 days ahead, once each', async () => {
  room.at('2026-11-21T08:00:00Z');
  const { app } = await selectedApp([school]);
  await fileApp(app.id, '赣教APP备0002', '2027-02-01');
  const told = async (moment: string) => {
    room.at(moment);
    await room.get(WatchingFilings).round();
    await room.get(WatchingFilings).round();
    const rows = await room.query<{ days: number }>(`select days from filing_notice where app = $1 order by days desc`, [app.id]);
    return rows.map(({ days }) => days);
  };
  expect(await told('2026-11-30T00:00:00Z')).toEqual([]);
  expect(await told('2026-12-03T16:00:00Z')).toEqual([60]);
  expect(await told('2027-01-03T00:00:00Z')).toEqual([60, 30]);
  expect(await told('2027-01-25T00:00:00Z')).toEqual([60, 30, 7]);
  expect((await whyAt(app.clientId, school))!.notices.map(({ kind, days }) => [kind, days])).toEqual([
    ['provider', 60],
    ['provider', 30],
    ['provider', 7],
  ]);
  expect(await told('2027-02-02T00:00:00Z')).toEqual([60, 30, 7]);
  expect((await whyAt(app.clientId, school))!.notices).toEqual([]);
});

describe('what an app reads of its reach', () => {
  it('says who ended what and why, and what has run out', async () => {
    room.at('2026-11-21T08:00:00Z');
    const { app, selections } = await selectedApp();
    await room.get(Selecting).end(selections[0]!.id, '学生不再使用', room.by('schoolAdmin', school));
    expect(await whyAt(app.clientId, school)).toMatchObject({ why: 'ended', endedBy: 'school', reason: '学生不再使用' });
    const call = callOf(identity.changeSelection, bureau().caller, {}, { ifMatch: '*' });
    await room.get(Selecting).change({ selectionId: selections[1]!.id, until: '2026-11-22T00:00:00Z' }, call);
    room.at('2026-11-23T00:00:00Z');
    expect(await whyAt(app.clientId, farSchool)).toMatchObject({ why: 'expired', endedAt: '2026-11-22T08:00:00+08:00' });
    expect((await reach('nobody')).items).toEqual([]);
  });

  it('is another app’s secret', async () => {
    const { app } = await selectedApp([school]);
    const other = await selectedApp([farSchool]);
    expect((await reach(other.app.clientId)).items.map(({ organisation }) => organisation)).toEqual([farSchool]);
    expect((await reach(app.clientId)).items.map(({ organisation }) => organisation)).toEqual([school]);
  });

  it('looks ids up, and knows nothing of those it may not meet', async () => {
    const { app } = await selectedApp([school]);
    const pupil = await room.person('pupil', school);
    const stranger = await room.person('pupil', farSchool);
    const nobody = crypto.randomUUID();
    const found = await room
      .get(LookingUp)
      .of([school, farSchool, pupil, stranger, nobody], callOf(identity.lookUp, program({ client: app.clientId })));
    expect(found).toEqual([
      { id: school, kind: 'organisation', state: 'found', successor: null },
      { id: farSchool, kind: null, state: 'unknown', successor: null },
      { id: pupil, kind: 'person', state: 'found', successor: null },
      { id: stranger, kind: null, state: 'unknown', successor: null },
      { id: nobody, kind: null, state: 'unknown', successor: null },
    ]);
  });
});

it('keeps tables and entities in agreement', async () => {
  expect(await room.schemaDiff()).toEqual([]);
});
