import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { identity, type AnyOperation, type Role } from '@lianxue/contracts';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { KeepingStaffFiles } from './keeping-staff-files.js';

let room: IdentityRoom;
let school: string;
let sibling: string;
let teacher: string;

beforeAll(async () => {
  room = await openIdentity();
  const county = await room.organisation('county', room.city, { divisionCode: '361002' });
  school = await room.organisation('school', county);
  sibling = await room.organisation('school', county);
  teacher = await room.person('teacher', school);
});
afterAll(() => room.close());

const by = (operation: AnyOperation, role: Role, subject?: string, at = school) =>
  room.by(role, at, { operation, ...(subject && { subject }) });
const award = { kind: 'award' as const, title: '省级优质课一等奖', issuer: '江西省教育厅', from: '2026-05-20', to: null, hours: null };
const files = () => room.get(KeepingStaffFiles);
const enter = (subject?: string) =>
  files().enter({ personId: teacher, ...award }, by(identity.enterStaffRecord, subject ? 'teacher' : 'schoolAdmin', subject));
const list = (role: Role, subject?: string, at = school) =>
  files().list({ personId: teacher, limit: 20 }, by(identity.staffRecords, role, subject, at));

it('takes a line from its owner and has somebody else confirm it', async () => {
  const { id } = await enter(teacher);
  await expect(files().confirm(id, by(identity.confirmStaffRecord, 'schoolAdmin', teacher))).rejects.toEqual(refused('staff_record.own'));
  expect(await files().confirm(id, by(identity.confirmStaffRecord, 'schoolAdmin'))).toMatchObject({ state: 'confirmed' });
  await expect(files().return(id, '日期有误', by(identity.returnStaffRecord, 'schoolAdmin'))).rejects.toEqual(refused('move.not_allowed'));
  expect((await list('teacher', teacher)).items).toMatchObject([{ id, title: award.title }]);
});

it('says why a line was returned', async () => {
  const { id } = await enter(teacher);
  expect(await files().return(id, '日期有误', by(identity.returnStaffRecord, 'schoolAdmin'))).toMatchObject({
    state: 'returned',
    reason: '日期有误',
  });
});

it('is open to its owner and to who keeps it, and to no colleague', async () => {
  expect((await list('schoolAdmin')).items.length).toBeGreaterThan(0);
  await expect(list('teacher')).rejects.toEqual(refused('person.unknown'));
  await expect(list('schoolAdmin', undefined, sibling)).rejects.toEqual(refused('person.unknown'));
});

it('is kept for staff alone, and says nothing of its content in facts', async () => {
  const pupil = await room.person('pupil', school);
  const call = by(identity.enterStaffRecord, 'schoolAdmin');
  await expect(files().enter({ personId: pupil, ...award }, call)).rejects.toEqual(refused('staff_record.not_staff'));
  expect(JSON.stringify(await room.facts())).not.toContain(award.title);
});
