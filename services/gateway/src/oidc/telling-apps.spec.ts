import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { signIns, type Call } from '@lianxue/contracts';
import { callOf, person } from '@lianxue/testing';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppOf } from './spec-kit/app.js';
import { post } from './spec-kit/known-accounts.js';
import { running } from './spec-kit/running.room.js';

const world = running();
const heard: string[] = [];
let server: Server;
let uri: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    request.on('end', () => {
      heard.push(new URLSearchParams(text).get('logout_token')!);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/signed-out`;
});
afterAll(() => void server.close());
beforeEach(() => void heard.splice(0));

/** Somebody signed in to an app that wants to hear, and to one that does not. */
async function signedIn() {
  const account = world.accounts.person(randomUUID(), [post('teacher', '临川一小')]);
  const app = await AppOf.discovering(world.server, world.accounts.app(randomUUID(), { backchannelLogoutUri: uri }).clientId);
  const silent = await AppOf.discovering(world.server, world.accounts.app(randomUUID()).clientId);
  const { browser, tokens } = await app.signIn(account.username);
  const other = await silent.begin(browser);
  await other.tokens(other.shown);
  const claims = decodeJwt(tokens.access_token) as { sub: string; sid: string; org: string };
  const caller = { ...person({ subject: claims.sub, role: 'teacher', organisation: claims.org }), signIn: claims.sid };
  return { account, idToken: decodeJwt(tokens.id_token!), call: callOf(signIns.mySessions, caller) satisfies Call };
}

async function told(count: number): Promise<readonly string[]> {
  for (let tries = 0; heard.length < count && tries < 100; tries++) await sleep(20);
  await sleep(50);
  return heard;
}

const expectTold = async ({ idToken }: Awaited<ReturnType<typeof signedIn>>) => {
  const tokens = await told(1);
  expect(tokens).toHaveLength(1);
  const keys = createRemoteJWKSet(new URL(`${world.server.issuer}/jwks`));
  const { payload } = await jwtVerify(tokens[0]!, keys, { issuer: world.server.issuer, audience: String(idToken.aud) });
  expect(payload).toMatchObject({
    sub: idToken.sub,
    sid: idToken['sid'],
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  });
};

it('tells apps of a session that its owner ended from the list, and notes who ended it', async () => {
  const someone = await signedIn();
  const { items } = await world.server.own.list(someone.call);
  await world.server.own.end(items[0]!.id, someone.call);
  await expectTold(someone);
  expect(world.server.noted).toContainEqual({
    subject: someone.account.person,
    what: 'sign_in.session_ended',
    entity: items[0]!.id,
  });
});

it('tells apps when identity takes all sign-ins of a person away, once, however many replicas hear of it', async () => {
  const someone = await signedIn();
  const revocation = { kind: 'subject' as const, value: someone.account.person, notBefore: Date.now() + 2000 };
  world.server.endings.heard(revocation);
  world.server.endings.heard(revocation);
  await expectTold(someone);
});

it('tells nobody of what goes on', async () => {
  const someone = await signedIn();
  await world.server.own.endOthers(someone.call);
  world.server.endings.heard({ kind: 'subject', value: someone.account.person, notBefore: 1 });
  expect(await told(0)).toEqual([]);
});
