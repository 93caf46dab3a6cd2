import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { identity, type PostRole } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { callOf, service } from '@lianxue/testing';
import { pictureKey } from '../class-sign-in/codes.js';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { Passwords } from '../people/passwords.js';
import { Forgetting } from './forgetting.js';
import { Revocations } from './revocations.js';
import { SigningIn } from './signing-in.js';
import { Throttle } from './throttle.js';
import { Unlocking } from './unlocking.js';

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

  it('refuses an unknown user and a wrong password alike, and spends the same on both', async () => {
    // Other work of the service goes on beside it: only what signing in asked and wrote is counted.
    const spent = async (username: string) => {
      const store = room.get(Store);
      const matches = jest.spyOn(room.get(Passwords), 'matches');
      const [read, commit] = [jest.spyOn(store, 'read'), jest.spyOn(store, 'commit')];
      await expect(signIn(username, 'wrong')).rejects.toEqual(refused('sign_in.refused'));
      const reads = read.mock.calls.filter(([{ strings }]) => /sign_in_|from account a/.test(strings.join('')));
      const commits = commit.mock.calls.filter(([{ operation }]) => operation === identity.signIn);
      const counted = { hashes: matches.mock.calls.length, reads: reads.length, commits: commits.length };
      for (const spy of [matches, read, commit]) spy.mockRestore();
      return counted;
    };
    const known = await spent('张三2016');
    expect(known).toEqual({ hashes: 1, reads: 2, commits: 1 });
    expect(await spent('nobody-1')).toEqual(known);
    // Nobody’s password is hashed in its turn, behind all that were asked about before.
    const passwords = room.get(Passwords);
    const order: string[] = [];
    const others = Array.from({ length: 16 }, () => passwords.hash('x').then(() => order.push('hashed')));
    await passwords.matches(undefined, 'wrong').then(() => order.push('compared'));
    await Promise.all(others);
    expect(order.indexOf('compared')).toBeGreaterThan(8);
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

describe('a locked sign-in', () => {
  const by = (role: PostRole, organisation: string) => room.by(role, organisation, { operation: identity.unlockSignIn });
  const fail = async (times: number, address?: string) => {
    for (let nth = 0; nth < times; nth++) await expect(signIn('张三2016', 'wrong', address)).rejects.toBeTruthy();
  };
  const none = { person: expect.any(String), lockedUntil: null, everywhere: false, failures: 0, addresses: 0, lastFailureAt: null };

  it('is seen within the subtree, without where it failed', async () => {
    const standing = (call = by('auditAdmin', room.city)) => room.get(Unlocking).standing(person, call);
    expect(await standing()).toEqual({ ...none, secondFactorFailures: 0 });
    await fail(6);
    await fail(1, '10.0.0.7');
    const [lastFailureAt, lockedUntil] = ['2026-11-21T16:00:00+08:00', '2026-11-21T16:00:01+08:00'];
    expect(await standing()).toMatchObject({ lockedUntil, lastFailureAt, everywhere: false, failures: 6, addresses: 2 });
    room.at('2026-11-21T08:00:02Z');
    expect(await standing(by('rollManager', school))).toMatchObject({ lockedUntil: null, failures: 6 });
    const elsewhere = await room.organisation('school', room.city);
    await expect(standing(by('schoolAdmin', elsewhere))).rejects.toEqual(refused('person.unknown'));
  });

  it('is said to be locked everywhere while it is guessed from everywhere', async () => {
    await fail(1);
    await room.query(`insert into sign_in_failure select username, 'bot' || n, 3, last_at from sign_in_failure, generate_series(1, 50) n`);
    expect(await room.get(Unlocking).standing(person, by('schoolAdmin', school))).toMatchObject({
      everywhere: true,
      lockedUntil: '2026-11-21T16:01:00+08:00',
      failures: 151,
      addresses: 51,
    });
  });

  it('is unlocked by who could give the post, audited, with the password as it was', async () => {
    await fail(5);
    await expect(signIn('张三2016', right)).rejects.toEqual(refused('sign_in.locked'));
    await expect(room.get(Unlocking).lift(person, by('schoolAdmin', await room.organisation('school', room.city)))).rejects.toEqual(
      refused('person.unknown'),
    );
    expect(await room.get(Unlocking).lift(person, by('rollManager', school))).toMatchObject(none);
    await expect(signIn('张三2016', right)).resolves.toMatchObject({ person });
    const noted = await room.query(`select details from audit where entity = $1 and what = 'sign_in.unlocked'`, [person]);
    expect(noted).toEqual([{ details: { failures: 5, addresses: 1, secondFactorFailures: 0 } }]);
  });

  it('opens a young pupil’s picture and a second factor too', async () => {
    const attempt = room.get(Throttle).attempt(pictureKey(person), '10.0.0.1');
    for (let nth = 0; nth < 5; nth++) await room.get(Throttle).failed(attempt, gateway());
    await room.query(
      `insert into second_factor (id, version, organisation, created_at, updated_at, person, secret_sealed, last_step, recovery, failures, failed_at)
       values (gen_random_uuid(), 1, $1, now(), now(), $2, 'x', 0, '{}', 7, $3)`,
      [school, person, new Date('2026-11-21T08:00:00Z')],
    );
    const locked = await room.get(Unlocking).standing(person, by('schoolAdmin', school));
    expect(locked).toMatchObject({ failures: 5, secondFactorFailures: 7, lockedUntil: '2026-11-21T16:00:04+08:00' });
    expect(await room.get(Unlocking).lift(person, by('schoolAdmin', school))).toEqual({ ...none, secondFactorFailures: 0 });
    await room.query('delete from second_factor');
  });

  it('of an administrator is for the authority above, of a closed record for nobody', async () => {
    const administrator = await room.person('schoolAdmin', school);
    await expect(room.get(Unlocking).lift(administrator, by('schoolAdmin', school))).rejects.toEqual(refused('post.not_grantable'));
    await expect(room.get(Unlocking).lift(administrator, by('systemAdmin', room.city))).resolves.toMatchObject({ failures: 0 });
    await room.query('update person set closed = true where id = $1', [administrator]);
    await expect(room.get(Unlocking).lift(administrator, by('systemAdmin', room.city))).rejects.toEqual(refused('person.closed'));
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
