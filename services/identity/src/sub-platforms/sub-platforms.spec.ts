import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, SubPlatformChange, type AnyOperation, type InputOf, type Role } from '@lianxue/contracts';
import { anyone, callOf } from '@lianxue/testing';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { Merging } from '../organisations/merging.js';
import { Moving } from '../organisations/moving.js';
import { carriesWhiteText } from './colour.js';
import { KeepingSubPlatforms } from './keeping-sub-platforms.js';

let room: IdentityRoom;
let county: string;
beforeAll(async () => {
  room = await openIdentity();
  county = await room.organisation('county', room.city, { divisionCode: '361002' });
});
afterAll(() => room.close());

const keeping = () => room.get(KeepingSubPlatforms);
const by = (operation: AnyOperation, at = room.city, role: Role = 'systemAdmin') => room.by(role, at, { operation });
let made = 0;
type Opening = InputOf<typeof identity.openSubPlatform>;
const opening = (organisation: string, more: Partial<Opening> = {}): Opening => ({
  organisation,
  name: '临川教育云',
  nameEn: 'Linchuan Education',
  shortName: '临川云',
  slug: `linchuan-${++made}`,
  host: null,
  language: 'zh',
  colour: '#14683a',
  services: ['activities', 'resources'],
  ...more,
});
const open = (organisation: string, more: Partial<Opening> = {}, at = room.city) =>
  keeping().open(opening(organisation, more), by(identity.openSubPlatform, at));
const bureau = () => room.organisation('bureau', room.city);
const at = (address: string) => keeping().at(address, callOf(identity.subPlatformAt, anyone));

describe('opening', () => {
  it('is for an authority above, and each authority has one', async () => {
    const row = await open(county);
    expect(row).toMatchObject({ organisation: county, state: 'open', services: ['resources', 'activities'] });
    await expect(open(county)).rejects.toEqual(refused('sub_platform.exists'));
    await expect(open(await bureau(), {}, county)).rejects.toEqual(refused('organisation.unknown'));
    await expect(open(room.city)).rejects.toEqual(refused('sub_platform.from_above'));
    const school = await room.organisation('school', county);
    await expect(open(school)).rejects.toEqual(refused('sub_platform.misplaced', { kind: 'school' }));
  });

  it('said twice under one id is one', async () => {
    const [id, organisation] = ['01939f6e-7c00-7000-8000-0000000000aa', await bureau()];
    const said = opening(organisation, { id });
    const once = await keeping().open(said, by(identity.openSubPlatform));
    expect(await keeping().open(said, by(identity.openSubPlatform))).toMatchObject({ id, version: once.version });
  });

  it('takes no colour on which white text cannot be read', async () => {
    expect([carriesWhiteText('#0b57c4'), carriesWhiteText('#ffd400'), carriesWhiteText('#767676'), carriesWhiteText('#777777')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    await expect(open(await bureau(), { colour: '#ffd400' })).rejects.toEqual(refused('sub_platform.colour_pale'));
  });
});

describe('an address', () => {
  it('is never another’s again, neither after a change nor after closing', async () => {
    const first = await open(await bureau(), { slug: 'old-name', host: 'edu.old.example' });
    await keeping().change(
      { subPlatformId: first.id, slug: 'new-name', host: null },
      room.by('systemAdmin', first.organisation, { operation: identity.changeSubPlatform, call: { ifMatch: first.version } }),
    );
    const other = await bureau();
    await expect(open(other, { slug: 'old-name' })).rejects.toEqual(refused('sub_platform.address_taken', { field: 'slug' }));
    await expect(open(other, { host: 'edu.old.example' })).rejects.toEqual(refused('sub_platform.address_taken', { field: 'host' }));
    expect([(await at('old-name')).id, (await at('new-name')).id]).toEqual([first.id, first.id]);
    await expect(at('edu.old.example')).rejects.toEqual(refused('sub_platform.unknown'));
    await keeping().close(first.id, by(identity.closeSubPlatform));
    await expect(open(other, { slug: 'new-name' })).rejects.toEqual(refused('sub_platform.address_taken'));
    await expect(at('new-name')).rejects.toEqual(refused('sub_platform.unknown'));
  });

  it('is none of the platform’s own', async () => {
    await expect(open(await bureau(), { slug: 'oidc' })).rejects.toEqual(refused('sub_platform.address_reserved', { field: 'slug' }));
  });

  it('has a form in which nothing can pass for something else', () => {
    const slugs = [
      'xn--fiq',
      'a--b',
      '-ab',
      'ab-',
      'ab',
      'Linchuan',
      'lin_chuan',
      'lin.chuan',
      '临川',
      'l\u0456nchuan',
      'a/b',
      'a b',
      'x'.repeat(41),
    ];
    const hosts = [
      'localhost',
      '10.0.0.1',
      '1.2.3.4.',
      'edu.xn--fiqs8s',
      'xn--fiqs8s.cn',
      'a..cn',
      '-a.cn',
      'a-.cn',
      'Edu.cn',
      'edu.cn.',
      'edu.cn:80',
      'edu.c\u043en.cn',
      '[::1]',
      'edu.cn/x',
      'a_b.cn',
      `${'x'.repeat(64)}.cn`,
    ];
    const taken = (said: object) => SubPlatformChange.safeParse(said).success;
    expect(slugs.filter((slug) => taken({ slug }))).toEqual([]);
    expect(hosts.filter((host) => taken({ host }))).toEqual([]);
    expect(['lin-chuan', 'abc', '361002', 'x'.repeat(40)].every((slug) => taken({ slug }))).toBe(true);
    expect(['edu.linchuan.gov.cn', 'a.cn', 'lc-edu.jx.cn', '1.a-b.cn'].every((host) => taken({ host }))).toBe(true);
  });
});

describe('looking after it', () => {
  it('is for its own administrator or one above, closing and opening again for one above alone', async () => {
    const { id, organisation } = await open(await bureau());
    const own = (operation: AnyOperation) => by(operation, organisation);
    const change = (operation: AnyOperation, who: string) =>
      keeping().change({ subPlatformId: id, services: [] }, room.by('systemAdmin', who, { operation, call: { ifMatch: '*' } }));
    expect(await change(identity.changeSubPlatform, organisation)).toMatchObject({ services: [] });
    await expect(change(identity.changeSubPlatform, county)).rejects.toEqual(refused('sub_platform.unknown'));
    await expect(keeping().close(id, own(identity.closeSubPlatform))).rejects.toEqual(refused('sub_platform.from_above'));
    expect(await keeping().close(id, by(identity.closeSubPlatform))).toMatchObject({ state: 'closed', closedOn: '2026-11-21' });
    await expect(change(identity.changeSubPlatform, organisation)).rejects.toEqual(refused('sub_platform.closed'));
    await expect(keeping().reopen(id, own(identity.reopenSubPlatform))).rejects.toEqual(refused('sub_platform.from_above'));
    expect(await keeping().reopen(id, by(identity.reopenSubPlatform))).toMatchObject({ state: 'open', closedOn: null });
    await expect(keeping().reopen(id, by(identity.reopenSubPlatform))).rejects.toEqual(refused('move.not_allowed'));
  });

  it('ends with its authority, and passes to the one that takes it in', async () => {
    const [closing, merged, into, having] = [await bureau(), await bureau(), await bureau(), await bureau()];
    const rows = [await open(closing), await open(merged), await open(having)];
    await room.get(Moving).close(closing, by(identity.closeOrganisation));
    await room.get(Merging).merge(merged, into, by(identity.mergeOrganisation));
    const state = (id: string) => room.query('select organisation, state from sub_platform where id = $1', [id]);
    expect(await state(rows[0]!.id)).toEqual([{ organisation: closing, state: 'closed' }]);
    expect(await state(rows[1]!.id)).toEqual([{ organisation: into, state: 'open' }]);
    await room.get(Merging).merge(into, having, by(identity.mergeOrganisation));
    expect(await state(rows[1]!.id)).toEqual([{ organisation: into, state: 'closed' }]);
  });
});

describe('a logo', () => {
  const png = (width: number, height: number, more = 0) => {
    const header = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000806000000', 'hex');
    header.writeUInt32BE(width, 16);
    header.writeUInt32BE(height, 20);
    return Buffer.concat([header, Buffer.alloc(8 + more)]);
  };
  const jpeg = (width: number, height: number) => {
    const frame = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108000000000301220002110103110100', 'hex');
    frame.writeUInt16BE(height, 25);
    frame.writeUInt16BE(width, 27);
    return frame;
  };
  const set = async (subPlatformId: string, image: Buffer | null) =>
    keeping().setLogo(
      { subPlatformId, image: image && image.toString('base64') },
      room.by('systemAdmin', room.city, { operation: identity.setSubPlatformLogo, call: { ifMatch: '*' } }),
    );

  it('is what its bytes say it is, and bounded', async () => {
    const { id } = await open(await bureau());
    const { logo } = await set(id, png(64, 64));
    expect(await keeping().logo(id)).toMatchObject({ digest: logo, type: 'image/png' });
    const seen = await set(id, jpeg(200, 100));
    expect(await keeping().logo(id)).toMatchObject({ digest: seen.logo, type: 'image/jpeg' });
    expect(seen.logo).not.toBe(logo);
    for (const [image, reason] of [
      [Buffer.from('<svg onload="alert(1)"/>'), 'type'],
      [Buffer.from('GIF89a'), 'type'],
      [Buffer.alloc(0), 'type'],
      [Buffer.from('ffd8ffd9', 'hex'), 'type'],
      [png(5000, 10), 'pixels'],
      [png(0, 10), 'pixels'],
      [jpeg(10, 5000), 'pixels'],
      [png(64, 64, 97 * 1024), 'size'],
    ] as const)
      await expect(set(id, image)).rejects.toEqual(refused('logo.unusable', { reason }));
    await set(id, null);
    await expect(keeping().logo(id)).rejects.toEqual(refused('sub_platform.unknown'));
  });
});

it('keeps to its migrations', async () => expect(await room.schemaDiff()).toEqual([]));
