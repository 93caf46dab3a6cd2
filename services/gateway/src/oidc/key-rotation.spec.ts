import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dataSource, Sealer } from '@lianxue/persistence';
import { testDatabase, type TestDatabase } from '@lianxue/testing';
import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify, createLocalJWKSet, SignJWT } from 'jose';
import { randomBytes, randomUUID } from 'node:crypto';
import * as client from 'openid-client';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { migrations } from '../migrations/index.js';
import { KeyRotation, usualTimes } from './key-rotation.js';
import { algorithms, newKey, type SigningKeys } from './keys.js';
import { AppOf } from './spec-kit/app.js';
import { post } from './spec-kit/known-accounts.js';
import { running } from './spec-kit/running.room.js';
import type { Statements } from './state.js';

const world = running();
const hour = 3600_000;
let database: TestDatabase;
let source: DataSource;
let now = Date.parse('2026-09-01T00:00:00Z');
const sealer = new Sealer(randomBytes(32));
const replica = () => new KeyRotation((source.driver as PostgresDriver).master as Statements, sealer, { now: () => new Date(now) });

beforeAll(async () => {
  database = await testDatabase('gateway', migrations);
  source = await dataSource(database.serviceUrl, 'gateway', []).initialize();
  const keys = { keys: await Promise.all(algorithms.map(newKey)) };
  await Promise.all([replica().begin(keys), replica().begin(keys)]);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const published = ({ keys }: SigningKeys) =>
  createLocalJWKSet({ keys: keys.map(({ kty, crv, x, y, n, e, alg, use, kid }) => ({ kty, crv, x, y, n, e, alg, use, kid }) as never) });
const nameOf = ({ keys }: SigningKeys, alg: string) => keys.find((key) => key.alg === alg)!.kid!;

describe('the keys of unified auth', () => {
  it('change each quarter, and no token is refused while it is valid, nor by who kept the key set for a day', async () => {
    const issued: { token: string; until: number }[] = [];
    const sets: { at: number; keys: SigningKeys }[] = [];
    const signers = new Set<string>();
    const end = now + 2 * usualTimes.signsMs + 4 * 24 * hour;
    while (now < end) {
      const keys = await replica().now();
      sets.push({ at: now, keys });
      for (const alg of algorithms) {
        const [signer] = keys.keys.filter((key) => key.alg === alg);
        signers.add(signer!.kid!);
        const jwt = new SignJWT({}).setProtectedHeader({ alg, kid: signer!.kid! }).setExpirationTime(new Date(now + hour));
        issued.push({ token: await jwt.sign(await importJWK(signer!, alg)), until: now + hour });
      }
      const options = { currentDate: new Date(now) };
      for (const { token, until } of issued.slice(-8)) if (until > now) await jwtVerify(token, published(keys), options);
      const dayOld = sets.filter(({ at }) => at <= now - 23 * hour).at(-1);
      if (dayOld) for (const { token } of issued.slice(-2)) await jwtVerify(token, published(dayOld.keys), options);
      expect(keys.keys.length).toBeLessThanOrEqual(4);
      // Slowly where something happens, in great steps between.
      const sinceStart = (now - Date.parse('2026-09-01T00:00:00Z')) % usualTimes.signsMs;
      now += sinceStart > usualTimes.signsMs - 30 * hour || sinceStart < 8 * hour ? hour / 2 : 6 * hour;
    }
    expect(signers.size).toBe(2 * 3);
  }, 120_000);

  it('are made once, by however many replicas', async () => {
    now += usualTimes.signsMs;
    const all = await Promise.all(Array.from({ length: 3 }, () => replica().now()));
    const last = await replica().now();
    for (const keys of all.slice(-1)) expect(keys.keys.map(({ kid }) => kid).sort()).toEqual(last.keys.map(({ kid }) => kid).sort());
    expect(last.keys).toHaveLength(4);
  });

  it('are kept sealed', async () => {
    const rows = JSON.stringify(await source.query('select * from signing_key'));
    const { keys } = await replica().now();
    for (const { d } of keys) expect(rows).not.toContain(d);
  });
});

describe('keys that are replaced before their time', () => {
  it('sign at once, beside the old ones as long as tokens of these live', async () => {
    const before = await replica().now();
    await replica().replace(false);
    const after = await replica().now();
    for (const alg of algorithms) expect(before.keys.map(({ kid }) => kid)).not.toContain(nameOf(after, alg));
    expect(after.keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining(algorithms.map((alg) => nameOf(before, alg))));
    expect((await replica().standing()).map(({ alg, state }) => `${alg} ${state}`)).toEqual(
      expect.arrayContaining(['RS256 signing', 'RS256 leaving', 'ES256 signing', 'ES256 leaving']),
    );
    now += usualTimes.afterMs + hour;
    const later = await replica().now();
    expect(later.keys.map(({ kid }) => kid)).toEqual(algorithms.map((alg) => nameOf(after, alg)));
  });

  it('leave none of the old ones when others may know these, though two replace them at once', async () => {
    now += usualTimes.signsMs - hour;
    const before = await replica().now();
    expect(before.keys).toHaveLength(4);
    await Promise.all([replica().replace(true), replica().replace(true)]);
    const after = await replica().now();
    expect(after.keys).toHaveLength(2);
    for (const { kid } of before.keys) expect(after.keys.map((key) => key.kid)).not.toContain(kid);
    expect((await replica().standing()).map(({ state }) => state)).toEqual(['signing', 'signing']);
  });
});

describe('while the keys change', () => {
  it('apps and people notice nothing: old tokens hold, new ones come from the new key', async () => {
    const account = world.accounts.person(randomUUID(), [post('teacher', '临川一小')]);
    const app = await AppOf.discovering(world.server, world.accounts.app(randomUUID()).clientId);
    const { browser, tokens } = await app.signIn(account.username);
    const old = world.server.keys;
    const fresh = { keys: await Promise.all(algorithms.map(newKey)) };
    world.server.renew({ keys: [...fresh.keys, ...old.keys] });
    expect(await client.fetchUserInfo(app.config, tokens.access_token, account.person)).toMatchObject({ sub: account.person });
    const renewed = await client.refreshTokenGrant(app.config, tokens.refresh_token!);
    expect(decodeProtectedHeader(renewed.access_token).kid).toBe(nameOf(fresh, 'ES256'));
    expect(decodeProtectedHeader(renewed.id_token!).kid).toBe(nameOf(fresh, 'RS256'));
    const silent = await app.begin(browser, { prompt: 'none', id_token_hint: tokens.id_token! });
    expect(decodeJwt((await silent.tokens(silent.shown)).access_token)).toMatchObject({ sub: account.person });
    const { keys } = (await (await fetch(`${world.server.issuer}/jwks`)).json()) as { keys: { kid: string }[] };
    expect(keys.map(({ kid }) => kid).sort()).toEqual([...fresh.keys, ...old.keys].map(({ kid }) => kid).sort());
  });
});
