import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { callOf, service } from '@lianxue/testing';
import { Secret, TOTP } from 'otpauth';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { SignInPolicies } from '../sign-in-policies/sign-in-policies.js';
import { SigningIn } from '../signing-in/signing-in.js';
import { SecondFactors } from './second-factors.js';

let room: IdentityRoom;
let school: string;
const gateway = () => callOf(identity.proveSecondFactor, service('gateway'));
const factors = () => room.get(SecondFactors);
const codeAt = (secret: string, moment: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(moment) });
let count = 0;

/** An administrator of the school with a second factor of their own. */
async function enrolled() {
  const person = await room.person('schoolAdmin', school, { account: { username: `admin-${++count}`, mustChangePassword: true } });
  const { secret } = await factors().begin(person, gateway());
  const { recoveryCodes } = await factors().confirm({ person, code: codeAt(secret, '2026-11-21T08:00:00Z') }, gateway());
  return { person, secret, recoveryCodes };
}

beforeAll(async () => {
  room = await openIdentity();
  school = await room.organisation('school', room.city, { name: '第一小学' });
});
afterAll(() => room.close());
beforeEach(() => room.at('2026-11-21T08:00:00Z'));

describe('setting a second factor up', () => {
  it('gives an address that authenticator apps read, and counts only once a code confirmed it', async () => {
    const person = await room.person('schoolAdmin', school, { account: { username: 'wang.admin', mustChangePassword: true } });
    const { address, secret } = await factors().begin(person, gateway());
    const url = new URL(address);
    expect([url.protocol, url.host, decodeURIComponent(url.pathname)]).toEqual(['otpauth:', 'totp', '/联学:wang.admin']);
    expect(url.searchParams.get('secret')).toBe(secret);
    expect(await factors().standing(person)).toBe('none');
    await expect(factors().confirm({ person, code: '000000' }, gateway())).rejects.toEqual(refused('second_factor.refused'));
    await factors().confirm({ person, code: codeAt(secret, '2026-11-21T08:00:00Z') }, gateway());
    expect(await factors().standing(person)).toBe('held');
    await expect(factors().begin(person, gateway())).rejects.toEqual(refused('second_factor.held'));
  });

  it('writes neither secret nor recovery codes down as they are', async () => {
    const { secret, recoveryCodes } = await enrolled();
    const rows = JSON.stringify([await room.query('select * from second_factor'), await room.facts()]);
    for (const hidden of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(rows).not.toContain(hidden);
  });
});

describe('a code', () => {
  it('is taken once, within half a minute of its time, as people type it', async () => {
    const { person, secret } = await enrolled();
    const prove = (code: string) => factors().prove({ person, code }, gateway());
    // The code that confirmed it was taken already.
    await expect(prove(codeAt(secret, '2026-11-21T08:00:00Z'))).rejects.toEqual(refused('second_factor.refused'));
    room.at('2026-11-21T08:05:00Z');
    await expect(prove(codeAt(secret, '2026-11-21T08:04:00Z'))).rejects.toEqual(refused('second_factor.refused'));
    await expect(prove(codeAt(secret, '2026-11-21T08:06:00Z'))).rejects.toEqual(refused('second_factor.refused'));
    const right = codeAt(secret, '2026-11-21T08:05:00Z');
    expect(await prove(` ${right.slice(0, 3)} ${right.slice(3)} `)).toEqual({ by: 'code', recoveryCodesLeft: 10 });
    await expect(prove(right)).rejects.toEqual(refused('second_factor.refused'));
    // Older than the last one taken, although its clock would still allow it.
    await expect(prove(codeAt(secret, '2026-11-21T08:04:30Z'))).rejects.toEqual(refused('second_factor.refused'));
  });

  it('succeeds once when it is given fifty times at once', async () => {
    const { person, secret } = await enrolled();
    room.at('2026-11-21T09:00:00Z');
    const code = codeAt(secret, '2026-11-21T09:00:00Z');
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => factors().prove({ person, code }, gateway())));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is guessed slowly, however many try at once', async () => {
    const { person, secret } = await enrolled();
    room.at('2026-11-21T10:00:00Z');
    const guesses = await Promise.allSettled(
      Array.from({ length: 30 }, (_, guess) => factors().prove({ person, code: String(guess).padStart(6, '0') }, gateway())),
    );
    const codes = guesses.map((guess) => guess.status === 'rejected' && (guess.reason as { kind: { code: string } }).kind.code);
    expect(codes.filter((code) => code === 'second_factor.refused')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sign_in.locked')).toHaveLength(25);
    const right = codeAt(secret, '2026-11-21T10:00:00Z');
    await expect(factors().prove({ person, code: right }, gateway())).rejects.toEqual(refused('sign_in.locked', { retryAfter: 1 }));
    room.at('2026-11-21T10:00:01Z');
    await expect(factors().prove({ person, code: right }, gateway())).resolves.toMatchObject({ by: 'code' });
  });

  it('may be a recovery code, each once', async () => {
    const { person, recoveryCodes } = await enrolled();
    const [code] = recoveryCodes;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await factors().prove({ person, code: code!.toUpperCase().replaceAll('-', ' ') }, gateway())).toEqual({
      by: 'recoveryCode',
      recoveryCodesLeft: 9,
    });
    await expect(factors().prove({ person, code: code! }, gateway())).rejects.toEqual(refused('second_factor.refused'));
    const other = await enrolled();
    await expect(factors().prove({ person: other.person, code: recoveryCodes[1]! }, gateway())).rejects.toEqual(
      refused('second_factor.refused'),
    );
  });
});

describe('who must have one', () => {
  it('is an administrator where the policy of any level above says so; nobody else', async () => {
    const county = await room.organisation('county', room.city, { name: '临川区教育体育局', divisionCode: '361002' });
    const below = await room.organisation('school', county, { name: '区属小学' });
    const admin = await room.person('schoolAdmin', below, {
      account: { username: 'county-school', password: 'steam engine 1825', mustChangePassword: false },
    });
    const teacher = await room.person('teacher', below);
    expect(await factors().standing(admin)).toBe('none');
    const call = room.by('systemAdmin', room.city, { operation: identity.setSignInPolicy });
    const rules = {
      passwords: 'nist',
      administratorsSecondFactor: 'required',
      idleMinutesAdministrators: 15,
      idleMinutesOthers: 30,
    } as const;
    await room.get(SignInPolicies).set({ organisationId: county, ...rules }, call);
    expect([await factors().standing(admin), await factors().standing(teacher)]).toEqual(['required', 'none']);
    const signedIn = await room.get(SigningIn).signIn({ username: 'county-school', password: 'steam engine 1825' }, gateway());
    expect(signedIn.secondFactor).toBe('required');
    const mine = await factors().mine(room.by('schoolAdmin', below, { subject: admin }));
    expect(mine).toEqual({ held: false, since: null, recoveryCodesLeft: 0, required: true });
  });
});

describe('a lost phone', () => {
  it('is made good by an administrator above, who ends what was signed in; by nobody for themselves', async () => {
    const { person } = await enrolled();
    const above = room.by('systemAdmin', room.city, { operation: identity.resetSecondFactor });
    const own = room.by('schoolAdmin', school, { subject: person, operation: identity.resetSecondFactor });
    await expect(factors().reset(person, own)).rejects.toEqual(refused('second_factor.own'));
    const colleague = room.by('schoolAdmin', school, { operation: identity.resetSecondFactor });
    await expect(factors().reset(person, colleague)).rejects.toEqual(refused('post.not_grantable'));
    await factors().reset(person, above);
    expect(room.announced.at(-1)).toMatchObject({ kind: 'subject', value: person });
    expect(await factors().standing(person)).toBe('none');
    await expect(factors().reset(person, above)).rejects.toEqual(refused('second_factor.unknown'));
    await factors().begin(person, gateway());
  });
});
