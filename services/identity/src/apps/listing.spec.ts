import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { identity, InputOf } from '@lianxue/contracts';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { KeepingSandboxes } from '../sandbox/keeping-sandboxes.js';
import { DecidingOnVendors } from '../vendors/deciding-on-vendors.js';
import { RegisteringVendors } from '../vendors/registering-vendors.js';
import { appView, clientView } from './app.view.js';
import { withApps, type Apps } from './apps.room.js';
import { EndingSelections } from './ending-selections.js';
import { Listing } from './listing.js';

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
