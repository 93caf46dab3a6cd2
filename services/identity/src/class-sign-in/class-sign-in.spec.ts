import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { identity, pupilPictures, type AnyOperation, type Role } from '@lianxue/contracts';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { ownCall } from '../itself.js';
import { Enrolling } from '../rosters/enrolling.js';
import { KeepingClasses } from '../rosters/keeping-classes.js';
import { ArrangingClassSignIn } from './arranging.js';
import { newPin } from './codes.js';
import { SigningInByPicture } from './signing-in-by-picture.js';

let room: IdentityRoom;
let school: string;
let classId: string;
let homeroomTeacher: string;
let pupils: string[];

const by = (operation: AnyOperation, subject: string, role: Role = 'homeroomTeacher') => room.by(role, school, { operation, subject });
const enrol = (person: string, role: 'pupil' | 'homeroomTeacher', at = classId) =>
  room.get(Enrolling).enrol({ classId: at, person, role, primary: true }, room.by('schoolAdmin', school, { operation: identity.enrol }));
const open = async (title: string, gradeOrdinal: number) => {
  const said = { title, gradeOrdinal, kind: 'homeroom' as const, stage: null, enrolYear: null, courseId: null, termIds: [] };
  const call = room.by('schoolAdmin', school, { operation: identity.openClass });
  return (await room.get(KeepingClasses).open({ organisationId: school, ...said }, call)).id;
};
const setCode = (pins: 'missing' | 'all' = 'missing', at = classId) =>
  room.get(ArrangingClassSignIn).setCode({ classId: at, pins }, by(identity.setClassSignInCode, homeroomTeacher));
const sheet = () => room.get(ArrangingClassSignIn).read({ classId }, by(identity.classSignInSheet, homeroomTeacher));
const signIn = (code: string, picture: string, pin: string, address = '10.0.0.1') =>
  room.get(SigningInByPicture).signIn({ code, picture, pin, address }, ownCall(identity.signInByPicture));

beforeAll(async () => {
  room = await openIdentity();
  school = await room.organisation('school', room.city);
  homeroomTeacher = await room.person('homeroomTeacher', school);
  pupils = [await room.person('pupil', school, { name: '赵一' }), await room.person('pupil', school, { name: '钱二' })];
  classId = await open('一（1）班', 1);
  await enrol(homeroomTeacher, 'homeroomTeacher');
  for (const pupil of pupils) await enrol(pupil, 'pupil');
});
afterAll(() => room.close());

it('gives each pupil a picture of their own and a PIN that is shown once and kept as a hash', async () => {
  const made = await setCode();
  expect(made.code).toMatch(/^[ACDEFHJKLMNPRTUVWXY34679]{6}$/);
  expect(made.pupils.map(({ person }) => person)).toEqual(pupils);
  expect(new Set(made.pupils.map(({ picture }) => picture)).size).toBe(2);
  for (const { pin } of made.pupils) expect(pin).toMatch(/^\d{4}$/);
  expect((await sheet()).pupils).toEqual(made.pupils.map((pupil) => ({ ...pupil, pin: null })));
  const kept = JSON.stringify([await room.query('select * from pupil_pin'), await room.query('select * from class_sign_in')]);
  for (const secret of [made.code!, ...made.pupils.map(({ pin }) => `"${pin!}"`)]) expect(kept).not.toContain(secret);
  expect(JSON.stringify(await room.facts())).not.toContain(made.pupils[0]!.picture!);
});

it('lets a pupil in by code, picture and PIN, however the code is typed, and shows strangers no names', async () => {
  const { code, pupils: slips } = await setCode('all');
  const [first] = slips;
  const behind = await room.get(SigningInByPicture).pictures(` ${code!.toLowerCase()} `);
  expect(behind).toEqual({ class: classId, pictures: expect.arrayContaining(slips.map(({ picture }) => picture)) });
  expect(JSON.stringify(behind)).not.toContain(pupils[0]);
  expect(await signIn(code!, first!.picture!, first!.pin!)).toEqual({ person: pupils[0] });
  const wrong = first!.pin === '2580' ? '2581' : '2580';
  await expect(signIn(code!, first!.picture!, wrong)).rejects.toEqual(refused('sign_in.refused'));
  await expect(signIn(code!, pupilPictures.at(-1)!.key, first!.pin!)).rejects.toEqual(refused('sign_in.refused'));
  await expect(signIn('AAAAAA', first!.picture!, first!.pin!)).rejects.toEqual(refused('sign_in.refused'));
  const renewed = await setCode();
  await expect(signIn(code!, first!.picture!, first!.pin!)).rejects.toEqual(refused('sign_in.refused'));
  await expect(room.get(SigningInByPicture).pictures(code!)).rejects.toEqual(refused('class_code.refused'));
  expect(await signIn(renewed.code!, first!.picture!, first!.pin!)).toEqual({ person: pupils[0] });
});

it('makes only the pupil wait whose PIN is guessed, and only at that address', async () => {
  const { code, pupils: slips } = await setCode('all');
  const [one, two] = slips;
  const wrong = ['2580', '1357', '8642'].find((pin) => pin !== one!.pin)!;
  for (let tries = 0; tries < 5; tries++)
    await expect(signIn(code!, one!.picture!, wrong, '10.9.9.9')).rejects.toEqual(refused('sign_in.refused'));
  await expect(signIn(code!, one!.picture!, one!.pin!, '10.9.9.9')).rejects.toEqual(refused('sign_in.locked'));
  expect(await signIn(code!, two!.picture!, two!.pin!, '10.9.9.9')).toEqual({ person: pupils[1] });
  expect(await signIn(code!, one!.picture!, one!.pin!, '10.8.8.8')).toEqual({ person: pupils[0] });
});

it('sets one PIN anew, for a pupil of the class only, and ends what the old one opened', async () => {
  const { code, pupils: slips } = await setCode('all');
  const reset = (person: string) =>
    room.get(ArrangingClassSignIn).resetPin({ classId, person }, by(identity.resetPupilPin, homeroomTeacher));
  const renewed = await reset(pupils[0]!);
  expect(renewed).toMatchObject({ picture: slips[0]!.picture, pin: expect.stringMatching(/^\d{4}$/) });
  expect(await signIn(code!, renewed.picture!, renewed.pin!, '10.7.7.7')).toEqual({ person: pupils[0] });
  expect(room.announced).toContainEqual(expect.objectContaining({ kind: 'subject', value: pupils[0] }));
  await expect(reset(await room.person('pupil', school))).rejects.toEqual(refused('pupil.not_in_class'));
});

it('is arranged by the homeroom teacher of the class or the school, for grades 1 to 3', async () => {
  const call = by(identity.setClassSignInCode, await room.person('homeroomTeacher', school));
  await expect(room.get(ArrangingClassSignIn).setCode({ classId, pins: 'missing' }, call)).rejects.toEqual(refused('class.not_yours'));
  const fourth = await open('四（1）班', 4);
  const admin = room.by('schoolAdmin', school, { operation: identity.setClassSignInCode });
  await expect(room.get(ArrangingClassSignIn).setCode({ classId: fourth, pins: 'missing' }, admin)).rejects.toEqual(
    refused('class.grade_too_high'),
  );
});

it('ends with the grade, the class, the code’s term and the pupil’s place', async () => {
  const { code, pupils: slips } = await setCode('all');
  // Each from elsewhere: what waits is not what is asked here.
  let from = 0;
  const come = () => signIn(code!, slips[1]!.picture!, slips[1]!.pin!, `10.6.6.${++from}`);
  expect(await come()).toEqual({ person: pupils[1] });
  await room.query('update school_class set grade_ordinal = 4 where id = $1', [classId]);
  await expect(come()).rejects.toEqual(refused('sign_in.refused'));
  await room.query('update school_class set grade_ordinal = 1 where id = $1', [classId]);
  room.at('2027-06-01T00:00:00Z');
  await expect(come()).rejects.toEqual(refused('sign_in.refused'));
  room.at('2026-11-21T08:00:00Z');
  await room.query(`update enrolment set ended = true where class = $1 and person = $2`, [classId, pupils[1]]);
  await expect(come()).rejects.toEqual(refused('sign_in.refused'));
  await room.query(`update enrolment set ended = false where class = $1 and person = $2`, [classId, pupils[1]]);
});

it('lets a pupil in once by the teacher’s QR code, within two minutes; of many who try at once, one', async () => {
  await setCode();
  const show = () => room.get(SigningInByPicture).showQr({ classId, person: pupils[0]! }, by(identity.showPupilSignInQr, homeroomTeacher));
  const enter = (token: string) => room.get(SigningInByPicture).signInByQr(token, ownCall(identity.signInByQr));
  const { token, url } = await show();
  expect(url).toBe(`/sign-in/qr/${token}`);
  expect(await room.get(SigningInByPicture).pictureAtQr(token)).toEqual({ picture: (await sheet()).pupils[0]!.picture });
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => enter(token)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toEqual([{ status: 'fulfilled', value: { person: pupils[0] } }]);
  expect(JSON.stringify(await room.query('select * from pupil_qr'))).not.toContain(token);
  const late = await show();
  room.at('2026-11-21T08:02:01Z');
  await expect(enter(late.token)).rejects.toEqual(refused('pupil_qr.refused'));
  room.at('2026-11-21T08:00:00Z');
});

it('gives the picture of who left to who comes', async () => {
  const before = (await sheet()).pupils[1]!.picture;
  await room.query(`update enrolment set ended = true where class = $1 and person = $2`, [classId, pupils[1]]);
  const comer = await room.person('pupil', school);
  await enrol(comer, 'pupil');
  const made = await setCode();
  expect(made.pupils.find(({ person }) => person === comer)).toMatchObject({ picture: before, pin: expect.any(String) });
  expect(made.pupils.find(({ person }) => person === pupils[0])).toMatchObject({ pin: null });
});

it('makes no PIN that everybody tries first', () => {
  const made = Array.from({ length: 3000 }, newPin);
  expect(made.filter((pin) => /^(\d)\1{3}$/.test(pin) || '0123456789'.includes(pin) || '9876543210'.includes(pin))).toEqual([]);
});
