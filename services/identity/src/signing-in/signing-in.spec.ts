import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { callOf, service } from '@lianxue/testing';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { Passwords } from '../people/passwords.js';
import { Forgetting } from './forgetting.js';
import { Revocations } from './revocations.js';
import { SigningIn } from './signing-in.js';

let room: IdentityRoom;
let school: string;
let person: string;
const gateway = () => callOf(identity.signIn, service('gateway'));
const signIn = (username: string, password: string, address = '10.0.0.1') =>
  room.get(SigningIn).signIn({ username, password, address }, gateway());
const right = 'blue horse staple';

beforeAll(async () => {
  room = await openIdentity();
  school = await room.organisation('school', room.city, { name: '第一小学' });
  person = await room.person('pupil', school, {
    name: '张三',
    account: { username: '张三2016', password: right, mustChangePassword: true },
  });
});
afterAll(() => room.close());
beforeEach(async () => {
  room.at('2026-11-21T08:00:00Z');
  await room.query('delete from sign_in_failure');
  await room.query('delete from sign_in_success');
});

describe('signing in', () => {
  it('answers who it is, with the posts held today', async () => {
    expect(await signIn('张三2016', right)).toEqual({
      person,
      name: '张三',
      mustChangePassword: true,
      secondFactor: 'none',
      posts: [{ id: expect.any(String), role: 'pupil', organisation: school, organisationName: '第一小学', about: [person] }],
    });
  });

  it('refuses an unknown user and a wrong password alike, and takes as long', async () => {
    const time = async (username: string) => {
      const from = performance.now();
      await expect(signIn(username, 'wrong')).rejects.toEqual(refused('sign_in.refused'));
      return performance.now() - from;
    };
    await time('nobody-0'); // The first hash of all is made on the way.
    const known = await time('张三2016');
    const unknown = await time('nobody-1');
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it('slows guessing down at one address, and looks at nothing meanwhile', async () => {
    for (let failure = 0; failure < 5; failure++) await expect(signIn('张三2016', 'wrong')).rejects.toEqual(refused('sign_in.refused'));
    await expect(signIn('张三2016', right)).rejects.toEqual(refused('sign_in.locked', { retryAfter: 1 }));
    await expect(signIn('张三2016', right, '10.0.0.2')).resolves.toMatchObject({ person });
    room.at('2026-11-21T08:00:01Z');
    await expect(signIn('张三2016', right)).resolves.toMatchObject({ person });
    await expect(signIn('张三2016', 'wrong')).rejects.toEqual(refused('sign_in.refused'));
  });

  it('never waits longer than a minute, and cannot shut out who has been there before', async () => {
    await signIn('张三2016', right, 'school');
    const key = await room.query<{ username: string }>('select username from sign_in_success');
    await room.query(`insert into sign_in_failure select $1, 'bot' || n, 3, $2 from generate_series(1, 50) n`, [
      key[0]!.username,
      new Date('2026-11-21T08:00:00Z'),
    ]);
    await expect(signIn('张三2016', right, 'elsewhere')).rejects.toEqual(refused('sign_in.locked', { retryAfter: 60 }));
    await expect(signIn('张三2016', right, 'school')).resolves.toMatchObject({ person });
  });

  it('remembers neither usernames nor addresses as they were typed', async () => {
    await expect(signIn('secret-typed-here', 'x', '10.9.8.7')).rejects.toBeTruthy();
    const rows = JSON.stringify(await room.query('select * from sign_in_failure'));
    expect(rows).not.toContain('secret-typed-here');
    expect(rows).not.toContain('10.9.8.7');
  });

  it('hashes a few at a time and refuses no one for that', async () => {
    const passwords = room.get(Passwords);
    const hashes = await Promise.all(Array.from({ length: 20 }, () => passwords.hash('x')));
    expect(new Set(hashes).size).toBe(20);
    expect(hashes[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('changing one’s own password', () => {
  const change = (current: string, next: string) => room.get(SigningIn).changePassword({ person, current, next, address: 'a' }, gateway());

  it('needs the present one and a good new one, then ends what was signed in', async () => {
    await expect(change('wrong', 'a fine new one')).rejects.toEqual(refused('sign_in.refused'));
    await expect(change(right, right)).rejects.toEqual(refused('password.weak', { reason: 'unchanged' }));
    await expect(change(right, 'short')).rejects.toEqual(refused('password.weak', { reason: 'short' }));
    await expect(change(right, 'password2026')).rejects.toEqual(refused('password.weak', { reason: 'common' }));
    await expect(change(right, '我是张三2016呀')).rejects.toEqual(refused('password.weak', { reason: 'contains_username' }));
    await change(right, 'a fine new one');
    expect(room.announced.at(-1)).toEqual({ kind: 'subject', value: person, notBefore: Date.parse('2026-11-21T08:00:00Z') });
    expect(await signIn('张三2016', 'a fine new one')).toMatchObject({ mustChangePassword: false });
  });
});

describe('revocations', () => {
  it('are kept as long as a token could live, and then forgotten', async () => {
    await room
      .get(Revocations)
      .commit(callOf(identity.revoke, service('gateway')), async (_work, revoke) => revoke({ kind: 'session', value: 'sid-1' }));
    expect(await room.get(Revocations).recent()).toContainEqual({
      kind: 'session',
      value: 'sid-1',
      notBefore: Date.parse('2026-11-21T08:00:00Z'),
    });
    room.at('2026-11-21T08:16:00Z');
    expect(await room.get(Revocations).recent()).toEqual([]);
    await room.get(Forgetting).round();
    expect(await room.query('select 1 from revocation')).toEqual([]);
  });
});
