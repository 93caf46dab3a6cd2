import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { callOf, service } from '@lianxue/testing';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { RegisteringPeople } from '../people/registering-people.js';
import { SigningIn } from '../signing-in/signing-in.js';
import { PhoneOwners } from './phone-owners.js';
import { ReadingMessages } from './reading-messages.js';
import { Sending } from './sending.js';
import { SigningInByPhone } from './signing-in-by-phone.js';
import { TextCodes } from './text-codes.js';

let room: IdentityRoom;
let school: string;
let mother: string;
let child: string;
const family = '13800001111';
const gateway = () => callOf(identity.sendTextCode, service('gateway'));
const send = (phone: string, purpose: 'signIn' | 'password' = 'signIn', address = '10.0.0.1') =>
  room.get(TextCodes).send({ phone, purpose, address }, gateway());
const prove = (challenge: string, code: string) => room.get(TextCodes).prove({ challenge, code }, gateway());
const wrong = { challenge: '', person: '', purpose: 'signIn' as const };

/** The code that arrived last, once what waits was sent. */
async function arrived(): Promise<string> {
  await room.get(Sending).goRound();
  return /验证码 (\d{6})/.exec(room.texts.sent.at(-1)!.text)![1]!;
}
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

beforeAll(async () => {
  room = await openIdentity();
  school = await room.organisation('school', room.city, { name: '东坑小学' });
  child = await room.person('pupil', school, { name: '李小明', phone: family });
  mother = await room.person('guardian', school, {
    name: '王芳',
    phone: family,
    posts: [{ role: 'guardian', organisation: school, wards: [child] }],
  });
});
afterAll(() => room.close());
beforeEach(async () => {
  room.at('2026-11-21T08:00:00Z');
  await room.query('delete from text_code');
  room.texts.troubles.length = 0;
});

describe('a code by text message', () => {
  it('signs a parent in, who says which of the family it is', async () => {
    const { challenge, seconds } = await send(family);
    expect(seconds).toBe(300);
    const { people } = await prove(challenge, await arrived());
    expect(people).toEqual([
      { person: child, name: '*明', places: [{ role: 'pupil', organisationName: '东坑小学' }] },
      { person: mother, name: '*芳', places: [{ role: 'guardian', organisationName: '东坑小学' }] },
    ]);
    const byPhone = room.get(SigningInByPhone);
    const stranger = await room.person('teacher', school);
    await expect(byPhone.signIn({ ...wrong, challenge, person: stranger }, gateway())).rejects.toEqual(refused('text_code.refused'));
    expect(await byPhone.signIn({ challenge, person: mother, purpose: 'signIn' }, gateway())).toEqual({
      person: mother,
      name: '王芳',
      username: null,
      secondFactor: 'none',
    });
    // What a code opened it opens once.
    await expect(byPhone.signIn({ challenge, person: mother, purpose: 'signIn' }, gateway())).rejects.toEqual(refused('text_code.refused'));
  });

  it('is right for five minutes', async () => {
    const { challenge } = await send(family);
    const code = await arrived();
    room.at('2026-11-21T08:05:00Z');
    await expect(prove(challenge, code)).rejects.toEqual(refused('text_code.refused'));
  });

  it('is right for five tries, also when they are made at once', async () => {
    const { challenge } = await send(family);
    const code = await arrived();
    await Promise.allSettled(Array.from({ length: 20 }, () => prove(challenge, other(code))));
    await expect(prove(challenge, code)).rejects.toEqual(refused('text_code.refused'));
    expect(await room.query('select tries from text_code')).toEqual([{ tries: 5 }]);
  });

  it('proves once, of fifty times at once', async () => {
    const { challenge } = await send(family);
    const code = await arrived();
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => prove(challenge, code)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('belongs to its own request', async () => {
    const one = await send(family);
    const code = await arrived();
    const two = await send('13900002222');
    await expect(prove(two.challenge, code)).rejects.toEqual(refused('text_code.refused'));
    await prove(one.challenge, code);
  });
});

describe('who asks for a code', () => {
  it('hears the same of a phone that nobody has, and nothing is sent', async () => {
    const sent = room.texts.sent.length;
    const known = await send(family);
    const unknown = await send('13900002222');
    await room.get(Sending).goRound();
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(room.texts.sent.length).toBe(sent + 1);
    for (const guess of ['000000', '', 'abc']) await expect(prove(unknown.challenge, guess)).rejects.toEqual(refused('text_code.refused'));
    await expect(send(family)).rejects.toEqual(refused('text_message.too_often', { retryAfter: 60 }));
    await expect(send('13900002222')).rejects.toEqual(refused('text_message.too_often', { retryAfter: 60 }));
    await expect(send('not a phone')).rejects.toEqual(refused('phone.invalid'));
  });

  it('gets one a minute, five an hour and ten a day for a phone, however many ask at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => send(family)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const at = (minute: number) => room.at(new Date(Date.parse('2026-11-21T08:00:00Z') + minute * 60_000).toISOString());
    for (const minute of [1, 2, 3, 4]) {
      at(minute);
      await send(family);
    }
    at(5);
    await expect(send(family)).rejects.toEqual(refused('text_message.too_often', { retryAfter: 55 * 60 }));
    for (const minute of [60, 61, 62, 63, 64]) {
      at(minute);
      await send(family);
    }
    at(200);
    await expect(send(family)).rejects.toEqual(refused('text_message.too_often'));
  });

  it('gets sixty an hour at one address', async () => {
    for (let count = 0; count < 60; count++) await send(`1390000${String(1000 + count)}`, 'signIn', '10.9.9.9');
    await expect(send('13900009999', 'signIn', '10.9.9.9')).rejects.toEqual(refused('text_message.too_often'));
    await send('13900009999', 'signIn', '10.9.9.8');
  });
});

describe('what is written down', () => {
  it('holds neither phone nor code, and the text only until it was sent', async () => {
    await send(family);
    const waiting = JSON.stringify([await room.query('select * from text_code'), await room.query('select * from text_message')]);
    const code = await arrived();
    for (const hidden of [family, code, '登录验证码']) expect(waiting).not.toContain(hidden);
    expect(await room.query(`select 1 from text_message where state = 'sent' and text_sealed is not null`)).toEqual([]);
    expect(JSON.stringify(await room.facts())).not.toContain(family);
  });

  it('says how each delivery went: tried again, sent, or too late', async () => {
    room.texts.troubles.push(new Error('busy, no route to +8613800001111'));
    await send(family);
    await room.get(Sending).goRound();
    const call = room.by('schoolAdmin', school, { operation: identity.textMessages });
    const list = async () => (await room.get(ReadingMessages).of({ organisationId: school, limit: 1 }, call)).items[0]!;
    expect(await list()).toMatchObject({
      state: 'waiting',
      sender: 'room',
      trouble: 'busy, no route to +…',
      tries: 1,
      phone: '+86138****1111',
    });
    room.at('2026-11-21T08:00:15Z');
    await room.get(Sending).goRound();
    expect(await list()).toMatchObject({ state: 'sent', tries: 2, trouble: null, sentAt: '2026-11-21T16:00:15+08:00' });
    room.at('2026-11-21T09:00:00Z');
    room.texts.troubles.push(new Error('down'));
    await send(family);
    await room.get(Sending).goRound();
    room.at('2026-11-21T09:05:00Z');
    await send('13900002222');
    await room.query(`update text_message set due_at = '2026-11-21T09:00:00Z' where state = 'waiting'`);
    await room.get(Sending).goRound();
    expect(await list()).toMatchObject({ state: 'expired' });
    const elsewhere = room.by('schoolAdmin', await room.organisation('school', room.city), { operation: identity.textMessages });
    await expect(room.get(ReadingMessages).of({ organisationId: school, limit: 1 }, elsewhere)).rejects.toEqual(
      refused('organisation.unknown'),
    );
  });

  it('is looked up also for people registered before it could be', async () => {
    await room.query('update person set phone_lookup = null');
    await room.get(PhoneOwners).makeFindable();
    const { challenge } = await send(family);
    expect((await prove(challenge, await arrived())).people).toHaveLength(2);
  });
});

describe('a new password by text message', () => {
  it('is for those who have an account, and ends what was signed in', async () => {
    const phone = '13700003333';
    const teacher = await room.person('teacher', school, {
      name: '周老师',
      phone,
      account: { username: 'zhou.village', mustChangePassword: true },
    });
    await room.person('guardian', school, { name: '周奶奶', phone, posts: [{ role: 'guardian', organisation: school, wards: [child] }] });
    const { challenge } = await send(phone, 'password');
    expect(room.texts.sent.length).toBeGreaterThan(0);
    const { people } = await prove(challenge, await arrived());
    expect(people.map(({ person }) => person)).toEqual([teacher]);
    const set = (next: string) => room.get(SigningInByPhone).setPassword({ challenge, person: teacher, next }, gateway());
    // A code for a new password does not sign in, and the other way round.
    await expect(room.get(SigningInByPhone).signIn({ challenge, person: teacher, purpose: 'signIn' }, gateway())).rejects.toEqual(
      refused('text_code.refused'),
    );
    expect(await room.get(SigningInByPhone).signIn({ challenge, person: teacher, purpose: 'password' }, gateway())).toMatchObject({
      username: 'zhou.village',
    });
    await expect(set('short one')).rejects.toEqual(refused('password.weak', { reason: 'short', atLeast: 15 }));
    await set('four green tea leaves');
    expect(room.announced.at(-1)).toMatchObject({ kind: 'subject', value: teacher });
    await expect(set('four other tea leaves')).rejects.toEqual(refused('text_code.refused'));
    expect(await room.get(SigningIn).signIn({ username: 'zhou.village', password: 'four green tea leaves' }, gateway())).toMatchObject({
      person: teacher,
      mustChangePassword: false,
    });
  });
});

describe('the phone of a person', () => {
  it('is written only by who could also give all their posts: it signs them in', async () => {
    const officer = await room.person('schoolAdmin', school, { name: '钱校' });
    const change = (role: 'schoolAdmin' | 'systemAdmin', organisation: string) =>
      room
        .get(RegisteringPeople)
        .change(
          { personId: officer, source: 'local', phone: '13612345678' },
          room.by(role, organisation, { operation: identity.changePerson, call: { ifMatch: '*' } }),
        );
    await expect(change('schoolAdmin', school)).rejects.toEqual(refused('post.not_grantable'));
    await change('systemAdmin', room.city);
  });
});
