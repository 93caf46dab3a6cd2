import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { app, callOf } from '@lianxue/testing';
import { Store } from '@lianxue/persistence';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { OrganisationRecord } from './organisation.entity.js';
import { Moving } from './moving.js';
import { Registering } from './registering.js';

let room: IdentityRoom;
let linchuan: string;
let dongxiang: string;

beforeAll(async () => {
  room = await openIdentity();
  linchuan = await room.organisation('county', room.city, { name: '临川区教育体育局', divisionCode: '361002' });
  dongxiang = await room.organisation('county', room.city, { name: '东乡区教育体育局', divisionCode: '361003' });
});
afterAll(() => room.close());

describe('registering an organisation', () => {
  it('needs migrations and entities to agree', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('puts it into the tree at once, for its own reach and for what others copy', async () => {
    const school = await room.organisation('school', linchuan, { name: '第一小学', schoolCode: '2136000001', schoolType: '211' });
    const [copy] = await room.query<{ depth: number }>('select nlevel(path) as depth from organisation where id = $1', [school]);
    expect(copy).toEqual({ depth: 3 });
    const fact = (await room.facts()).find(
      ({ entity, type }) => entity === school && type === 'cn.lianxue.identity.organisation.registered',
    );
    expect(fact).toMatchObject({
      organisation: school,
      version: 1,
      data: { parent: linchuan, kind: 'school', name: '第一小学', divisionCode: null },
    });
  });

  it.each([
    ['a school below a school', 'school', 'school', refused('organisation.misplaced')],
    ['a teaching point below a county', 'teachingPoint', 'county', refused('organisation.misplaced')],
    ['a province below a city', 'province', 'city', refused('organisation.misplaced')],
  ] as const)('refuses %s', async (_what, kind, below, refusal) => {
    const parent = below === 'school' ? await room.organisation('school', linchuan) : below === 'county' ? linchuan : room.city;
    await expect(room.organisation(kind, parent)).rejects.toEqual(refusal);
  });

  it.each([
    ['a division that never was', { kind: 'county', divisionCode: '361099' }, { reason: 'unknown' }],
    ['a division that is no more', { kind: 'county', divisionCode: '361029' }, { reason: 'expired' }],
    ['a city’s code for a county', { kind: 'county', divisionCode: '361000' }, { reason: 'level' }],
    ['a county without a code', { kind: 'county', divisionCode: null }, { reason: 'missing' }],
    ['a school code of no category', { kind: 'school', schoolCode: '9936000001' }, { reason: 'category' }],
    ['a school code of no province', { kind: 'school', schoolCode: '2199000001' }, { reason: 'province' }],
    ['a school code for a bureau', { kind: 'bureau', schoolCode: '2136000001' }, { reason: 'category' }],
    ['a credit code whose check fails', { kind: 'school', creditCode: '91350100M000100Y4Y' }, { reason: 'check' }],
    ['a school type nobody knows', { kind: 'school', schoolType: '212' }, { reason: 'unknown' }],
  ] as const)('refuses %s', async (_what, { kind, ...codes }, facts) => {
    await expect(room.organisation(kind, room.city, codes)).rejects.toEqual(refused('code.invalid', facts));
  });

  it('never gives a school code twice, even after the school has given it up', async () => {
    const school = await room.organisation('school', linchuan, { schoolCode: '2136000002', creditCode: '91350100M000100Y43' });
    await expect(room.organisation('school', dongxiang, { schoolCode: '2136000002' })).rejects.toEqual(
      refused('code.taken', { field: 'schoolCode' }),
    );
    await room
      .get(Registering)
      .change({ organisationId: school, schoolCode: '2136000003' }, room.by('systemAdmin', room.city, { call: { ifMatch: 1 } }));
    await expect(room.organisation('school', dongxiang, { schoolCode: '2136000002' })).rejects.toEqual(refused('code.taken'));
    await expect(room.organisation('school', dongxiang, { creditCode: '91350100M000100Y43' })).rejects.toEqual(
      refused('code.taken', { field: 'creditCode' }),
    );
  });

  it('gives a division to one open authority only', async () => {
    await expect(room.organisation('county', room.city, { divisionCode: '361002' })).rejects.toEqual(
      refused('code.taken', { field: 'divisionCode' }),
    );
  });

  it('answers the same for the same caller-made id, and refuses other content', async () => {
    const id = await room.organisation('bureau', room.city, { name: '高新区' });
    expect(await room.organisation('bureau', room.city, { id, name: '高新区' })).toBe(id);
    await expect(room.organisation('bureau', room.city, { id, name: '别的' })).rejects.toEqual(refused('id.taken'));
  });

  it('is bounded by the administrator’s own tree', async () => {
    const call = room.by('systemAdmin', linchuan);
    const input = {
      kind: 'school' as const,
      name: '越界小学',
      shortName: null,
      divisionCode: null,
      schoolCode: null,
      creditCode: null,
      schoolType: null,
    };
    await expect(room.get(Registering).register({ ...input, parent: dongxiang }, call)).rejects.toEqual(refused('organisation.unknown'));
    await expect(room.get(Registering).register({ ...input, parent: linchuan }, call)).resolves.toMatchObject({ parent: linchuan });
  });
});

describe('changing an organisation', () => {
  it('keeps the old name among the former ones, and needs the version seen', async () => {
    const school = await room.organisation('school', linchuan, { name: '旧名小学' });
    const rename = (ifMatch: number | undefined, name: string) =>
      room
        .get(Registering)
        .change(
          { organisationId: school, name },
          room.by('schoolAdmin', school, { call: { ifMatch }, operation: identity.changeOrganisation }),
        );
    await expect(rename(undefined, '新名小学')).rejects.toEqual(refused('version.required'));
    expect(await rename(1, '新名小学')).toMatchObject({ name: '新名小学', formerNames: ['旧名小学'], version: 2 });
    await expect(rename(1, '再改小学')).rejects.toEqual(refused('version.changed'));
  });
});

describe('moving an organisation', () => {
  it('takes everything below along, and refuses a circle', async () => {
    const bureau = await room.organisation('bureau', room.city);
    const inner = await room.organisation('bureau', bureau);
    const school = await room.organisation('school', inner);
    const move = (id: string, parent: string) => room.get(Moving).move(id, parent, room.by('systemAdmin', room.city));
    await expect(move(bureau, inner)).rejects.toEqual(refused('organisation.circle'));
    await expect(move(school, await room.organisation('vendor', room.city))).rejects.toEqual(refused('organisation.misplaced'));
    const read = (organisation: string) =>
      room
        .get(Store)
        .first(
          OrganisationRecord,
          { strings: ['t.id = ', ''], values: [school] },
          room.by('systemAdmin', organisation, { operation: identity.organisation }),
        );
    expect(await read(linchuan)).toBeUndefined();
    await move(inner, linchuan);
    expect(await read(linchuan)).toMatchObject({ id: school });
    expect(await read(bureau)).toBeUndefined();
  });
});

describe('closing an organisation', () => {
  it('waits until nothing stands below and no pupil belongs to it, then ends posts at once', async () => {
    const central = await room.organisation('centralSchool', linchuan);
    const point = await room.organisation('teachingPoint', central);
    const close = (id: string) => room.get(Moving).close(id, room.by('systemAdmin', room.city));
    await expect(close(central)).rejects.toEqual(refused('organisation.in_use', { below: 1 }));
    await room.person('teacher', point);
    await close(point);
    expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'post' }));
    await room.person('pupil', central);
    await expect(close(central)).rejects.toEqual(refused('organisation.in_use', { below: 0, people: 1 }));
    await expect(close(point)).rejects.toEqual(refused('move.not_allowed'));
    await expect(room.organisation('teachingPoint', point)).rejects.toEqual(refused('organisation.closed'));
  });
});

describe('reading organisations', () => {
  it('lets an app meet only what selected it', async () => {
    const call = callOf(identity.organisation, app({ client: 'stranger' }));
    await expect(room.get(Store).one(OrganisationRecord, linchuan, call)).rejects.toEqual(refused('not_found'));
  });
});
