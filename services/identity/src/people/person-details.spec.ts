import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type InputOf, type Role } from '@lianxue/contracts';
import fc from 'fast-check';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { birthIn, checkIdNumber } from './numbers.js';
import { ReadingPeople } from './reading-people.js';
import { RegisteringPeople } from './registering-people.js';

let room: IdentityRoom;
let school: string;

beforeAll(async () => {
  room = await openIdentity();
  school = await room.organisation('school', room.city, { name: '第一小学' });
});
afterAll(() => room.close());

const change = (personId: string, what: Partial<InputOf<typeof identity.changePerson>>, role: Role = 'rollManager') =>
  room
    .get(RegisteringPeople)
    .change({ personId, source: 'local', ...what }, room.by(role, school, { operation: identity.changePerson, call: { ifMatch: '*' } }));
const read = (id: string) => room.get(ReadingPeople).one(id, room.by('schoolAdmin', school, { operation: identity.person }));

describe('what is told of a person', () => {
  it('refuses a birth that has not been', async () => {
    const id = await room.person('pupil', school);
    await expect(change(id, { birthDate: '2026-11-22' })).rejects.toEqual(refused('number.invalid', { field: 'birthDate' }));
  });

  it('refuses to change here what the 学籍 system keeps, naming it, and takes it from there', async () => {
    const id = await room.person('pupil', school, { name: '王芳', asOf: '2026-10-01T00:00:00Z' });
    await change(id, { name: '王方', source: 'roll', asOf: '2026-11-01T00:00:00Z' });
    await expect(change(id, { name: '王芳' })).rejects.toEqual(refused('field.mastered_elsewhere', { field: 'name', master: 'roll' }));
    await expect(change(id, { name: '王芳', source: 'staffSystem' }, 'schoolAdmin')).rejects.toEqual(
      refused('field.mastered_elsewhere', { master: 'roll' }),
    );
    await change(id, { phone: '13800138000', name: '王方' });
    expect(await read(id)).toMatchObject({
      name: '王方',
      sources: [
        { field: 'name', source: 'roll', asOf: '2026-11-01T08:00:00+08:00' },
        { field: 'phone', source: 'local' },
      ],
    });
    await expect(change(id, { name: '王', source: 'roll' }, 'schoolAdmin')).rejects.toEqual(refused('field.source_not_yours'));
  });

  it('never overwrites the newer with the older, however late it comes', async () => {
    const id = await room.person('pupil', school, { name: '李雷', asOf: '2026-10-01T00:00:00Z' });
    await change(id, { name: '李磊', source: 'roll', asOf: '2026-11-10T00:00:00Z' });
    await change(id, { name: '李雷', source: 'roll', asOf: '2026-11-09T00:00:00Z' });
    expect(await read(id)).toMatchObject({ name: '李磊' });
    await change(id, { name: '李累', source: 'roll', asOf: '2999-01-01T00:00:00Z' });
    await change(id, { name: '李垒', source: 'roll' });
    expect(await read(id)).toMatchObject({ name: '李垒' });
  });

  it('keeps 学籍号 L when G replaces it, and knows the pupil by either', async () => {
    const id = await room.person('pupil', school, { pupilNumber: 'L361002201501011234' });
    await change(id, { pupilNumber: 'G361002190001010039', source: 'roll' });
    expect(await read(id)).toMatchObject({
      pupilNumber: expect.stringMatching(/^G36/),
      formerNumbers: [{ kind: 'pupilNumber', number: expect.stringMatching(/^L36\*+34$/) }],
    });
    await expect(room.person('pupil', school, { pupilNumber: 'L361002201501011234' })).rejects.toEqual(refused('person.known'));
  });

  it('holds a number to another type of document when only the type changes', async () => {
    const id = await room.person('teacher', school, { idType: 'A', idNumber: 'E12345678' });
    await expect(change(id, { idType: '1' })).rejects.toEqual(refused('number.invalid', { reason: 'form' }));
  });
});

describe('identity numbers of other documents', () => {
  it.each([
    ['6', '810000199001010019', true],
    ['6', '810000199001010010', false],
    ['6', 'H12345678', true],
    ['8', '810000199001010019', false],
    ['9', 'ABC123456789012', true],
    ['9', 'AB1234567890123', false],
    ['A', 'E12345678', true],
    ['B', '!', false],
  ])('of type %s: %s holds %s', (type, number, holds) => expect(checkIdNumber(type, number).fault === undefined).toBe(holds));

  it('never hold with one digit changed, where they carry a check', () => {
    const digits = fc.tuple(
      fc.integer({ min: 100_000, max: 659_999 }),
      fc.date({ min: new Date('1900-01-01'), max: new Date('2020-01-01'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 999 }),
    );
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), ([division, day, serial], at, by) => {
        const body = `${division}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
        const good = [...'0123456789X'].map((check) => body + check).filter((number) => checkIdNumber('1', number).number);
        expect(good).toHaveLength(1);
        expect(birthIn(good[0]!)).toEqual({ bornOn: day.toISOString().slice(0, 10), gender: serial % 2 ? '1' : '2' });
        const changed = [...good[0]!];
        changed[at] = String((Number(changed[at]) + by) % 10);
        expect(checkIdNumber('1', changed.join('')).number).toBeUndefined();
      }),
    );
  });
});
