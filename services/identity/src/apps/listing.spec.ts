import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type InputOf, type PostRole } from '@lianxue/contracts';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { KeepingSandboxes } from '../sandbox/keeping-sandboxes.js';
import { DecidingOnVendors } from '../vendors/deciding-on-vendors.js';
import { RegisteringVendors } from '../vendors/registering-vendors.js';
import { appView, clientView } from './app.view.js';
import { withApps, type Apps } from './apps.room.js';
import { EndingSelections } from './ending-selections.js';
import { Launching } from './launching.js';
import { Listing } from './listing.js';
import { Providing } from './providing.js';

let room: IdentityRoom & Apps;
let vendor: string;
let school: string;

const papers: NonNullable<InputOf<typeof identity.registerApp>['papers']> = {
  description: '作业',
  category: 'homework',
  stages: ['primary'],
  users: ['pupil'],
  platforms: ['web'],
  subjectTraining: false,
  fee: 'free',
  personalData: ['姓名'],
  privacyUrl: 'https://vendor.example/p',
  minorsRuleUrl: 'https://vendor.example/m',
  icpNumber: '赣ICP备1号',
  protectionNumber: '1',
  protectionLevel: 2,
  thirdParties: [],
  domains: ['vendor.example'],
  serverPlace: '江西南昌',
  release: '1.0',
  accessLevel: 'county',
  iconUrl: 'https://vendor.example/icon.png',
  launchUrl: 'https://vendor.example/open',
};

beforeAll(async () => {
  room = await withApps(await openIdentity());
  school = await room.organisation('school', room.city);
  const entered = await room.get(RegisteringVendors).enter(
    {
      organisationId: room.city,
      name: '启智科技',
      creditCode: '91350100M000100Y43',
      unitType: 'enterprise',
      legalPerson: '钱',
      registeredDivision: '361002',
      registeredPlace: '一号',
      contactName: '孙',
      contactPhone: '13800000000',
      contactEmail: 'c@v.example',
      account: false,
    },
    room.by('systemAdmin', room.city),
  );
  await room.get(DecidingOnVendors).approve(entered.vendor.id, room.by('systemAdmin', room.city));
  vendor = entered.vendor.organisation;
});
afterAll(() => room.close());

const bureau = () => room.bureau();
const staff = () => room.by('vendor', vendor);
const draft = async (given = papers) => (await room.register({ organisation: vendor, papers: given }, staff())).app;
const listing = () => room.get(Listing);
const select = (client: string) => room.select(client, school, {}, room.by('schoolAdmin', school));

describe('the way of an app onto the shelf', () => {
  it('goes from desk to desk, is nobody’s to select before its end, and is accepted by its sandbox alone', async () => {
    const app = await draft();
    expect(clientView(app, []).suspended).toBe(true);
    await expect(select(app.clientId)).rejects.toEqual(refused('app.not_listed'));
    const submitted = await listing().submit(app.id, staff());
    expect(appView(submitted, staff().caller, new Date()).desk).toMatchObject({ role: 'systemAdmin', organisation: room.city });
    await expect(room.get(KeepingSandboxes).open(app.id, staff())).rejects.toEqual(refused('sandbox.not_yet'));
    await listing().return(app.id, ['截图缺失'], bureau());
    expect(await listing().submit(app.id, staff())).toMatchObject({ round: 2, reasons: ['截图缺失'] });
    await listing().admit(app.id, bureau());
    await listing().requestListing(app.id, staff());
    await expect(listing().list(app.id, bureau())).rejects.toEqual(refused('app.not_accepted', { missing: ['sandbox'] }));
    const { sandbox } = await room.get(KeepingSandboxes).open(app.id, staff());
    await room.get(KeepingSandboxes).seen(sandbox.client, ['token', 'paging'], bureau());
    await expect(listing().list(app.id, bureau())).rejects.toEqual(
      refused('app.not_accepted', { missing: ['condition', 'tooMany', 'unavailable', 'reach'] }),
    );
    await room.get(KeepingSandboxes).seen(sandbox.client, ['condition', 'tooMany', 'unavailable', 'reach'], bureau());
    const listed = await listing().list(app.id, bureau());
    expect(listed).toMatchObject({ state: 'listed', reasons: [] });
    expect(clientView(listed, []).suspended).toBe(false);
    expect(listed.history.map(({ move }) => move)).toEqual(['register', 'submit', 'return', 'submit', 'admit', 'requestListing', 'list']);
    await expect(select(app.clientId)).resolves.toBeTruthy();
  });

  it('says what is missing before it can be submitted', async () => {
    const app = await draft({ ...papers, icpNumber: null, minorsRuleUrl: null, domains: [] });
    expect(app.missing).toEqual(['papers.icpNumber', 'papers.domains', 'papers.minorsRuleUrl']);
    await expect(listing().submit(app.id, staff())).rejects.toEqual(refused('app.incomplete', { missing: app.missing }));
  });

  it('is closed to a vendor that was not approved', async () => {
    const unknown = await room.organisation('vendor', room.city);
    const { app } = await room.register({ organisation: unknown, papers }, room.by('vendor', unknown));
    await expect(listing().submit(app.id, room.by('vendor', unknown))).rejects.toEqual(refused('vendor.not_approved'));
  });
});

describe('withdrawing an app', () => {
  it('ends its selections and its tokens at once, and lets it begin anew', async () => {
    const app = await draft();
    await room.query(`update app set state = 'listed' where id = $1`, [app.id]);
    const selection = await select(app.clientId);
    await listing().withdraw(app.id, ['不再维护'], staff());
    expect(room.announced.at(-1)).toMatchObject({ kind: 'client', value: app.clientId, notBefore: Date.parse('2026-11-21T08:00:03Z') });
    expect(await room.query(`select state from selection where id = $1`, [selection.id])).toEqual([{ state: 'ended' }]);
    expect(await room.query(`select active from app_reach where id = $1`, [selection.id])).toEqual([{ active: false }]);
    await expect(select(app.clientId)).rejects.toEqual(refused('app.not_listed'));
    expect(await listing().revise(app.id, staff())).toMatchObject({ state: 'draft' });
  });

  it('ends all of them, however many, in commits of their own', async () => {
    const app = await draft();
    await room.query(`update app set state = 'listed' where id = $1`, [app.id]);
    const { id } = await select(app.clientId);
    await room.query(
      `with more as (select gen_random_uuid() as id from generate_series(1, 250)), places as (
         insert into organisation_record (id, version, organisation, created_at, updated_at, parent, kind, name, former_names, state)
         select id, 1, id, now(), now(), $2, 'school', '很多', '{}', 'open' from more returning id)
       insert into selection (id, version, organisation, created_at, updated_at, app, client, scopes, profile, state)
       select gen_random_uuid(), 1, id, now(), now(), $1, $3, '{identity.read}', 'statistics', 'selected' from places`,
      [app.id, room.city, app.clientId],
    );
    await listing().withdraw(app.id, ['不再维护'], staff());
    await listing().revise(app.id, staff());
    const left = async () => (await room.query(`select 1 from selection where app = $1 and state = 'selected'`, [app.id])).length;
    expect(await left()).toBe(151);
    expect(await room.get(EndingSelections).round()).toBe(151);
    expect(await left()).toBe(0);
    const why = await room.query(`select distinct ended_by, end_reason from selection where app = $1`, [app.id]);
    expect(why).toEqual([{ ended_by: 'vendor', end_reason: '不再维护' }]);
    expect((await room.facts()).find(({ entity, type }) => entity === id && type.endsWith('selection.ended'))).toBeTruthy();
  });
});

describe('what a vendor changes of a listed app', () => {
  type Changes = Partial<InputOf<typeof identity.changeApp>>;
  const change = (appId: string, changes: Changes, by = staff()) => room.get(Providing).change({ appId, ...changes }, by);
  const listed = async () => {
    const app = await draft();
    await room.query(
      `update app set state = 'listed', redirect_uris = '{https://vendor.example/back,https://vendor.example/old}' where id = $1`,
      [app.id],
    );
    return app;
  };

  it('waits beside the app, together with what was proposed before, until the bureau approves it', async () => {
    const app = await listed();
    await change(app.id, { name: '口算天天练' });
    const both = await change(app.id, { redirectUris: ['https://vendor.example/new'], papers: { release: '2.0' } });
    expect(both).toMatchObject({ name: '作业应用', redirectUris: ['https://vendor.example/back', 'https://vendor.example/old'] });
    expect(both.proposed).toEqual({ name: '口算天天练', redirectUris: ['https://vendor.example/new'], papers: { release: '2.0' } });
    expect(appView(both, staff().caller, new Date()).desk).toMatchObject({ role: 'systemAdmin', organisation: room.city });
    expect(clientView(both, []).redirectUris).not.toContain('https://vendor.example/new');
    const approved = await listing().approveChange(app.id, bureau());
    expect(approved).toMatchObject({ name: '口算天天练', redirectUris: ['https://vendor.example/new'], proposed: null, state: 'listed' });
    expect(approved.papers).toMatchObject({ ...papers, release: '2.0' });
    expect(approved.history.map(({ move }) => move).slice(-3)).toEqual(['propose', 'propose', 'approveChange']);
    expect(room.announced.at(-1)).toMatchObject({ kind: 'client', value: app.clientId, notBefore: 1 });
    await expect(listing().approveChange(app.id, bureau())).rejects.toEqual(refused('app.nothing_proposed'));
  });

  it('holds at once where it only takes something away, or where the bureau makes it', async () => {
    const app = await listed();
    const narrowed = await change(app.id, { redirectUris: ['https://vendor.example/back'], backchannelLogoutUri: null });
    expect(narrowed).toMatchObject({ redirectUris: ['https://vendor.example/back'], proposed: null });
    expect(await change(app.id, { name: '由局改名' }, bureau())).toMatchObject({ name: '由局改名', proposed: null });
    const unvetted = await draft();
    expect(await change(unvetted.id, { name: '草稿改名' })).toMatchObject({ name: '草稿改名', proposed: null });
  });

  it('is refused with reasons, or when it could never hold; and falls with the app', async () => {
    const app = await listed();
    await expect(change(app.id, { redirectUris: ['http://vendor.example/plain'] })).rejects.toEqual(refused('app.redirect_invalid'));
    await change(app.id, { name: '不妥' });
    expect(await listing().refuseChange(app.id, ['名称与内容不符'], bureau())).toMatchObject({ name: '作业应用', proposed: null });
    await expect(listing().refuseChange(app.id, ['再次'], bureau())).rejects.toEqual(refused('app.nothing_proposed'));
    await change(app.id, { name: '另一名' });
    expect(await listing().withdraw(app.id, ['停止'], staff())).toMatchObject({ name: '作业应用', proposed: null });
  });
});

describe('the app space', () => {
  const names = async (role: PostRole, at: string, more: { category?: 'homework' | 'library' } = {}) => {
    const { items } = await room.get(Launching).mine({ limit: 50, ...more }, room.by(role, at, { operation: identity.appSpace }));
    return items.map(({ name }) => name);
  };
  const offered = async (name: string, more: Partial<typeof papers> = {}) => {
    const { app } = await room.register({ organisation: vendor, name, papers: { ...papers, ...more } });
    return app;
  };

  it('holds what is selected there or above, for this kind of user, and can be opened', async () => {
    const [here, sibling] = [await room.organisation('school', room.city), await room.organisation('school', room.city)];
    const forPupils = await offered('学生口算');
    const forAll = await offered('人人可用', { users: [], category: 'library' });
    const unopened = await offered('没有地址', { launchUrl: null, users: [] });
    for (const { clientId } of [forPupils, unopened]) await room.select(clientId, here);
    await room.select(forAll.clientId, room.city);
    expect(await names('pupil', here)).toEqual(['学生口算', '人人可用']);
    expect(await names('teacher', here)).toEqual(['人人可用']);
    expect(await names('pupil', sibling)).toEqual(['人人可用']);
    expect(await names('pupil', here, { category: 'homework' })).toEqual(['学生口算']);
  });

  it('loses what is over, held back, suspended or of a sandbox', async () => {
    const here = await room.organisation('school', room.city);
    const until = await offered('到期', { users: [] });
    await room.select(until.clientId, here, { until: '2026-12-01T00:00:00+08:00' });
    const held = await offered('备案过期', { users: [] });
    const { id } = await room.select(held.clientId, here);
    const suspended = await offered('已暂停', { users: [] });
    await room.select(suspended.clientId, here);
    const before = await names('teacher', here);
    expect(before).toEqual(expect.arrayContaining(['到期', '备案过期', '已暂停']));
    await room.query(`update selection set held = 'filing' where id = $1`, [id]);
    await room.get(Providing).suspend(suspended.id, bureau());
    room.at('2026-12-02T00:00:00Z');
    expect((await names('teacher', here)).filter((name) => ['到期', '备案过期', '已暂停'].includes(name))).toEqual([]);
    room.at('2026-11-21T08:00:00Z');
    expect(await names('teacher', here)).toContain('到期');
  });
});
