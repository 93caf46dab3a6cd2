import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { callOf, service } from '@lianxue/testing';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { SigningIn } from '../signing-in/signing-in.js';
import { Founding } from './founding.js';

let room: IdentityRoom;
beforeAll(async () => void (room = await openIdentity()));
afterAll(() => room.close());

describe('founding the platform', () => {
  it('makes an administrator who may sign in, and selects the platform’s own clients for everything', async () => {
    const signedIn = await room
      .get(SigningIn)
      .signIn({ username: 'Admin', password: 'correct horse battery' }, callOf(identity.signIn, service('gateway')));
    expect(signedIn).toMatchObject({
      person: room.administrator,
      mustChangePassword: true,
      posts: [{ role: 'systemAdmin', organisation: room.city }],
    });
    expect(await room.query(`select client, active from app_reach where organisation = $1`, [room.city])).toEqual([
      { client: 'lianxue-console', active: true },
    ]);
  });

  it('is done once', async () => {
    const again = room.get(Founding).found(
      {
        authority: { name: '另一个', kind: 'city', divisionCode: '320500' },
        administrator: { username: 'other', name: '他人', password: 'yet more horses', mustChangePassword: true },
        clients: [],
      },
      callOf(identity.found, service('deploy')),
    );
    await expect(again).rejects.toEqual(refused('foundation.exists'));
  });
});
