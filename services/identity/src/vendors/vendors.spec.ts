import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type InputOf } from '@lianxue/contracts';
import { anyone, callOf } from '@lianxue/testing';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { DecidingOnVendors } from './deciding-on-vendors.js';
import { RegisteringVendors } from './registering-vendors.js';
import { vendorView } from './vendor.view.js';

let room: IdentityRoom;
beforeAll(async () => {
  room = await openIdentity();
});
afterAll(() => room.close());

const empty = {
  creditCode: null,
  unitType: null,
  legalPerson: null,
  registeredDivision: null,
  registeredPlace: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
} as const;
const papers = {
  creditCode: '91350100M000100Y43',
  unitType: 'enterprise',
  legalPerson: '钱法人',
  registeredDivision: '361002',
  registeredPlace: '文昌大道 1 号',
  contactName: '孙联系',
  contactPhone: '13800000000',
  contactEmail: 'c@vendor.example',
} as const;
const self = (given: Partial<InputOf<typeof identity.registerVendor>> = {}) =>
  room.get(RegisteringVendors).register({ name: '启智科技', ...empty, ...given }, callOf(identity.registerVendor, anyone));
const bureau = () => room.by('systemAdmin', room.city);
const staffOf = (vendor: string, ifMatch: number) => callOf(identity.changeVendor, room.by('vendor', vendor).caller, {}, { ifMatch });

describe('a vendor that registers itself', () => {
  it('waits at the highest authority, with an account whose password is told once, and sees what is missing', async () => {
    const { vendor, account } = await self();
    expect(vendor).toMatchObject({ authority: room.city, state: 'pending' });
    expect(vendor.missing).toEqual(Object.keys(papers));
    expect(account).toEqual({ username: expect.stringMatching(/^v\d{12}$/), oneTimePassword: expect.any(String) });
    const view = vendorView(vendor, null, room.by('vendor', vendor.organisation).caller);
    expect(view.desk).toEqual({ role: 'vendor', organisation: vendor.organisation, since: '2026-11-21T16:00:00+08:00' });
    const [post] = await room.query(`select role, organisation from post where organisation = $1`, [vendor.organisation]);
    expect(post).toEqual({ role: 'vendor', organisation: vendor.organisation });
  });

  it('is on the authority’s desk from the moment nothing is missing, and no fact names a person', async () => {
    const { vendor } = await self();
    room.at('2026-11-22T00:00:00Z');
    const complete = await room.get(DecidingOnVendors).change({ vendorId: vendor.id, ...papers }, staffOf(vendor.organisation, 1));
    expect(vendorView(complete, null, bureau().caller).desk).toEqual({
      role: 'systemAdmin',
      organisation: room.city,
      since: '2026-11-22T08:00:00+08:00',
    });
    const told = JSON.stringify(await room.facts());
    for (const personal of ['钱法人', '孙联系', '13800000000', 'c@vendor.example']) expect(told).not.toContain(personal);
    const [row] = await room.query<{ contact_phone_sealed: string }>(`select contact_phone_sealed from vendor where id = $1`, [vendor.id]);
    expect(row!.contact_phone_sealed).not.toContain('13800000000');
  });

  it('cannot take the credit code of another before somebody looked at it', async () => {
    const first = await self(papers);
    const second = await self({ ...papers, name: '冒名公司' });
    await room.get(DecidingOnVendors).approve(first.vendor.id, bureau());
    await expect(room.get(DecidingOnVendors).approve(second.vendor.id, bureau())).rejects.toEqual(refused('code.taken'));
  });

  it('gives no code that checks wrong, and no phone that is none', async () => {
    await expect(self({ ...papers, creditCode: '91350100M000100Y4Z' })).rejects.toBeTruthy();
    await expect(self({ creditCode: '91350100M000100Y44' })).rejects.toEqual(refused('code.invalid'));
    await expect(self({ contactPhone: '123' })).rejects.toEqual(refused('number.invalid'));
  });

  it('is told to wait when very many wait already', async () => {
    const crowded = await room.organisation('bureau', room.city);
    const call = callOf(identity.registerVendor, anyone);
    await room.get(RegisteringVendors).register({ authority: crowded, name: '一', ...empty }, call);
    await room.query(
      `insert into organisation_record (id, version, organisation, created_at, updated_at, parent, kind, name, former_names, state)
       select i, 1, i, now(), now(), $1, 'vendor', '很多', '{}', 'open' from (select gen_random_uuid() as i from generate_series(1, 500)) many`,
      [crowded],
    );
    await room.query(
      `insert into vendor (id, version, organisation, created_at, updated_at, authority, name, self_registered, state, round, reasons, history, desk_since)
       select gen_random_uuid(), 1, id, now(), now(), $1, name, true, 'pending', 1, '{}', '[]', now() from organisation_record where parent = $1 and name = '很多'`,
      [crowded],
    );
    await expect(room.get(RegisteringVendors).register({ authority: crowded, name: '二', ...empty }, call)).rejects.toEqual(
      refused('vendor.queue_full'),
    );
  });
});

describe('deciding on a vendor', () => {
  it('goes back with reasons, comes again in a new round, and is approved under its code', async () => {
    const { vendor } = await self({ ...papers, name: '往返科技' });
    const deciding = room.get(DecidingOnVendors);
    const returned = await deciding.return(vendor.id, ['营业执照不清晰'], bureau());
    expect(returned).toMatchObject({ state: 'returned', reasons: ['营业执照不清晰'] });
    expect(vendorView(returned, null, bureau().caller).desk).toMatchObject({ role: 'vendor' });
    await expect(deciding.approve(vendor.id, bureau())).rejects.toEqual(refused('move.not_allowed'));
    expect(await deciding.submit(vendor.id, room.by('vendor', vendor.organisation))).toMatchObject({ state: 'pending', round: 2 });
    await expect(deciding.approve(vendor.id, bureau())).rejects.toEqual(refused('code.taken'));
    await deciding.return(vendor.id, ['统一社会信用代码属于其他单位'], bureau());
    await expect(
      deciding.change({ vendorId: vendor.id, creditCode: '12361000MB00000194' }, staffOf(vendor.organisation, 4)),
    ).resolves.toMatchObject({ state: 'returned' });
    await deciding.submit(vendor.id, room.by('vendor', vendor.organisation));
    const approved = await deciding.approve(vendor.id, bureau());
    expect(approved.history.map(({ move }) => move)).toEqual(['register', 'return', 'submit', 'return', 'submit', 'approve']);
    const [organisation] = await room.query(`select credit_code from organisation_record where id = $1`, [vendor.organisation]);
    expect(organisation).toEqual({ credit_code: '12361000MB00000194' });
  });

  it('does not approve what is incomplete, and looks again at what changed afterwards', async () => {
    const { vendor } = await self({ name: '残缺科技' });
    const deciding = room.get(DecidingOnVendors);
    await expect(deciding.approve(vendor.id, bureau())).rejects.toEqual(refused('vendor.incomplete', { missing: Object.keys(papers) }));
    await deciding.change({ vendorId: vendor.id, ...papers, creditCode: '12361000000000019Y' }, staffOf(vendor.organisation, 1));
    await deciding.approve(vendor.id, bureau());
    const amended = await deciding.change({ vendorId: vendor.id, legalPerson: '新法人' }, staffOf(vendor.organisation, 3));
    expect(amended).toMatchObject({ state: 'pending', round: 2 });
  });

  it('is not for a stranger’s vendor', async () => {
    const { vendor } = await self({ name: '别家科技' });
    const county = await room.organisation('county', room.city, { divisionCode: '361002' });
    await expect(room.get(DecidingOnVendors).approve(vendor.id, room.by('systemAdmin', county))).rejects.toEqual(refused('vendor.unknown'));
  });
});

it('keeps tables and entities in agreement', async () => {
  expect(await room.schemaDiff()).toEqual([]);
});
