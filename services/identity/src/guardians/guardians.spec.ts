import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { anyone, callOf } from '@lianxue/testing';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { CurrentPosts } from '../people/current-posts.js';
import { Binding } from './binding.js';
import { Claiming } from './claiming.js';
import { Inviting } from './inviting.js';
import { ReadingGuardians } from './reading-guardians.js';

let room: IdentityRoom;
let school: string;
let other: string;
let pupil: string;

beforeAll(async () => {
  room = await openIdentity();
  school = await room.organisation('school', room.city, { name: '第一小学' });
  other = await room.organisation('school', room.city, { name: '第二小学' });
});
beforeEach(async () => {
  room.at('2026-11-21T08:00:00Z');
  pupil = await room.person('pupil', school, { name: '欧阳小明' });
});
afterAll(() => room.close());

const admin = (at = school) => room.by('schoolAdmin', at);
const invite = async (at = school, of = pupil) => room.get(Inviting).invite(of, admin(at));
const redeem = (code: string, subject: string) =>
  room.get(Claiming).redeem({ code, relation: '52' }, room.by('teacher', other, { subject, operation: identity.redeemInvitation }));
const newcomer = (code: string, username: string) =>
  room
    .get(Claiming)
    .register(
      { code, relation: '51', name: '欧阳大明', phone: '13800138000', username, password: 'ein langes Wort 7' },
      callOf(identity.registerGuardian, anyone),
    );
const postsOf = (person: string) => room.get(CurrentPosts).of(person);

describe('binding a guardian', () => {
  it('goes from a code through a claim to the school’s confirmation', async () => {
    const mother = await room.person('teacher', other, { name: '李老师' });
    const { code, invitation } = await invite();
    expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(JSON.stringify(await room.query('select * from guardian_invitation'))).not.toContain(code.replaceAll('-', ''));
    await redeem(code.toUpperCase().replaceAll('-', ' '), mother);
    expect((await postsOf(mother)).map(({ role }) => role)).toEqual(['teacher']);
    await room.get(Binding).confirm(invitation.id, admin());
    expect(await postsOf(mother)).toMatchObject([{ role: 'teacher' }, { role: 'guardian', organisation: school, about: [pupil] }]);
    expect(await room.get(ReadingGuardians).guardiansOf(pupil, { ...admin(), operation: identity.guardiansOf })).toMatchObject({
      guardians: [{ person: mother, name: '李老师', relation: '52' }],
    });
    const facts = (await room.facts()).filter(({ entity }) => entity === invitation.id).map(({ type }) => type.split('.').at(-1));
    expect(facts).toEqual(['offered', 'claimed', 'confirmed']);
  });

  it('gives one post at each school, about all wards there', async () => {
    const mother = await room.person('teacher', other);
    const elsewhere = await room.person('pupil', other);
    const sister = await room.person('pupil', school);
    for (const [at, ward] of [
      [school, pupil],
      [school, sister],
      [other, elsewhere],
    ] as const) {
      const { code, invitation } = await invite(at, ward);
      await redeem(code, mother);
      await room.get(Binding).confirm(invitation.id, admin(at));
    }
    const posts = (await postsOf(mother)).filter(({ role }) => role === 'guardian');
    expect(posts.map(({ organisation, about }) => [organisation, about])).toEqual([
      [school, [pupil, sister]],
      [other, [elsewhere]],
    ]);
    await room.get(Binding).unbind(sister, posts[0]!.id, '监护权变更', admin());
    expect(room.announced.at(-1)).toMatchObject({ kind: 'post', value: posts[0]!.id });
    await room.get(Binding).unbind(pupil, posts[0]!.id, '监护权变更', admin());
    expect((await postsOf(mother)).map(({ organisation, role }) => [organisation, role])).toEqual([
      [other, 'teacher'],
      [other, 'guardian'],
    ]);
  });

  it('takes a newcomer with an account of their own, who is nobody until confirmed', async () => {
    const { code, invitation } = await invite();
    const { claimant } = await newcomer(code, `dad${Date.now()}`);
    expect(await postsOf(claimant!)).toEqual([]);
    await room.get(Binding).confirm(invitation.id, admin());
    expect(await postsOf(claimant!)).toMatchObject([{ role: 'guardian', about: [pupil] }]);
    await expect(newcomer(code, 'second')).rejects.toEqual(refused('move.not_allowed', { state: 'confirmed' }));
  });

  it('lets a guardian invite the other one, and take back only what a guardian offered', async () => {
    const mother = room.by('guardian', school, { about: [pupil], operation: identity.inviteGuardian });
    const { invitation } = await room.get(Inviting).invite(pupil, mother);
    expect(invitation.invitedBy).toBe('guardian');
    expect(await room.get(Inviting).revoke(invitation.id, mother)).toMatchObject({ state: 'revoked' });
    const ofSchool = await invite();
    await expect(room.get(Inviting).revoke(ofSchool.invitation.id, mother)).rejects.toEqual(refused('invitation.unknown'));
    const stranger = room.by('guardian', school, { about: [crypto.randomUUID()], operation: identity.inviteGuardian });
    await expect(room.get(Inviting).invite(pupil, stranger)).rejects.toEqual(refused('person.unknown'));
  });

  it('is not for pupils of other classes, other schools or oneself', async () => {
    const homeroom = room.by('homeroomTeacher', school);
    await expect(room.get(Inviting).invite(pupil, homeroom)).rejects.toEqual(refused('pupil.not_your_class'));
    await expect(invite(other)).rejects.toEqual(refused('person.unknown'));
    const { code, invitation } = await invite();
    await expect(redeem(code, pupil)).rejects.toEqual(refused('invitation.own'));
    await redeem(code, room.administrator);
    const own = room.by('schoolAdmin', school, { subject: room.administrator });
    await expect(room.get(Binding).confirm(invitation.id, own)).rejects.toEqual(refused('invitation.own'));
    await expect(room.get(Binding).confirm(invitation.id, admin(other))).rejects.toEqual(refused('invitation.unknown'));
    expect(await room.get(Binding).refuse(invitation.id, '并非监护人', admin())).toMatchObject({ state: 'refused', reason: '并非监护人' });
  });
});

describe('a code', () => {
  it('holds for fourteen days', async () => {
    const { code } = await invite();
    room.at('2026-12-05T08:00:00Z');
    await expect(redeem(code, room.administrator)).rejects.toEqual(refused('invitation.expired'));
  });

  it('is not guessed: whoever tries six times waits, and nobody else does', async () => {
    const guesser = await room.person('teacher', other);
    for (let tries = 0; tries < 5; tries++) await expect(redeem('aaaa-bbbb-cccc', guesser)).rejects.toEqual(refused('invitation.unknown'));
    const { code } = await invite();
    await expect(redeem(code, guesser)).rejects.toEqual(refused('sign_in.locked'));
    await expect(redeem(code, room.administrator)).resolves.toMatchObject({ state: 'claimed' });
    for (let tries = 0; tries < 5; tries++) await expect(newcomer('aaaa-bbbb-cccc', 'x')).rejects.toEqual(refused('invitation.unknown'));
    await expect(newcomer('aaaa-dddd-eeee', 'x')).rejects.toEqual(refused('sign_in.locked'));
  });

  it('is one of at most five that are open for a pupil', async () => {
    for (let made = 0; made < 5; made++) await invite();
    await expect(invite()).rejects.toEqual(refused('invitation.too_many'));
  });
});
