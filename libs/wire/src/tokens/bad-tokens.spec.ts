import { createHmac, createSign, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompactEncrypt, CompactSign, exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { Refusal } from '@lianxue/contracts';
import { testNats } from '@lianxue/testing';
import type { Issuer } from '../shelf.sample.js';
import type { ServiceTokens } from './service-tokens.js';
import { openTokenRoom } from './token-room.sample.js';

const b64 = (value: string | Buffer | object) =>
  (typeof value === 'string' || Buffer.isBuffer(value) ? Buffer.from(value) : Buffer.from(JSON.stringify(value))).toString('base64url');
const second = () => Math.floor(Date.now() / 1000);

describe('an access token is refused when', () => {
  let room: Awaited<ReturnType<typeof openTokenRoom>>;
  let issuer: Issuer;
  let tokens: ServiceTokens;
  const refusalOf = async (token: string) =>
    room.verifier.verify(token).then(
      () => 'accepted',
      (error: unknown) => (error instanceof Refusal ? error.kind.code : error),
    );
  beforeAll(async () => {
    room = await openTokenRoom(await testNats());
    ({ issuer, tokens } = room);
  });
  afterAll(() => room?.close());

  const claim = (name: string, changes: () => Record<string, unknown>) =>
    [name, async () => issuer.sign(issuer.claims(changes()))] as const;
  const app = (name: string, changes: () => Record<string, unknown>) => [name, async () => issuer.sign(issuer.app(changes()))] as const;
  const raw = async (header: object | string, payload: object | string) => {
    const input = `${b64(header)}.${b64(payload)}`;
    const key = (await exportJWK(await issuer.privateKey())) as { d: string };
    const pem = { key: { ...issuer.jwk, ...key } as never, format: 'jwk' as const, dsaEncoding: 'ieee-p1363' as const };
    return `${input}.${createSign('SHA256').update(input).sign(pem).toString('base64url')}`;
  };
  const header = () => ({ alg: 'ES256', typ: 'at+jwt', kid: issuer.kid });
  const resigned = async (make: (parts: [string, string, string]) => string) =>
    make((await issuer.sign()).split('.') as [string, string, string]);
  const foreign = async (changes: Record<string, unknown> = {}, head: Record<string, unknown> = {}) => {
    const { privateKey } = await generateKeyPair('ES256');
    return new SignJWT(issuer.claims(changes)).setProtectedHeader({ ...header(), ...head }).sign(privateKey);
  };
  const asService = async (changes: Record<string, unknown>) =>
    new SignJWT({
      iss: 'urn:lianxue:service:classrooms',
      sub: 'service:classrooms',
      client_id: 'service:classrooms',
      aud: 'urn:lianxue:api',
      iat: second(),
      exp: second() + 60,
      issued_ms: Date.now(),
      jti: randomUUID(),
      scope: '',
      ...changes,
    });

  const bad: (readonly [string, () => Promise<string>])[] = [
    ['empty', async () => ''],
    ['no token at all', async () => 'not.a.token'],
    ['of 100 KB', async () => issuer.sign(issuer.claims({ filler: 'x'.repeat(100_000) }))],
    ['alg is none', async () => `${b64({ ...header(), alg: 'none' })}.${b64(issuer.claims())}.`],
    ['alg is None', async () => `${b64({ ...header(), alg: 'None' })}.${b64(issuer.claims())}.${'A'.repeat(86)}`],
    ['alg is nOnE', async () => `${b64({ ...header(), alg: 'nOnE' })}.${b64(issuer.claims())}.`],
    [
      'HS256 with the public key as secret',
      async () => {
        const { publicKey } = { publicKey: await importJWK(issuer.jwk, 'ES256') };
        const input = `${b64({ ...header(), alg: 'HS256' })}.${b64(issuer.claims())}`;
        return `${input}.${createHmac('sha256', await exportSPKI(publicKey as never))
          .update(input)
          .digest('base64url')}`;
      },
    ],
    [
      'RS256 with a key in its own header',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('RS256');
        return new SignJWT(issuer.claims())
          .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: issuer.kid, jwk: await exportJWK(publicKey) })
          .sign(privateKey);
      },
    ],
    [
      'ES256 with a key in its own header',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('ES256');
        return new SignJWT(issuer.claims()).setProtectedHeader({ ...header(), jwk: await exportJWK(publicKey) }).sign(privateKey);
      },
    ],
    ['it names a jku', async () => issuer.sign(issuer.claims(), { jku: 'https://evil.example/keys' })],
    ['it names an x5u', async () => issuer.sign(issuer.claims(), { x5u: 'https://evil.example/cert' })],
    ['its kid is a path', async () => foreign({}, { kid: '../../../../dev/null' })],
    ['its kid is SQL', async () => foreign({}, { kid: "x' union select 'key" })],
    ['its kid is an address', async () => foreign({}, { kid: 'https://evil.example/key' })],
    ['its kid is a number', async () => raw({ ...header(), kid: 1 }, issuer.claims())],
    ['its kid is missing', async () => raw({ alg: 'ES256', typ: 'at+jwt' }, issuer.claims())],
    ['its kid is unknown', async () => foreign({}, { kid: 'unknown' })],
    ['another key signed under a known kid', async () => foreign()],
    ['typ is JWT (an ID token)', async () => issuer.sign(issuer.claims(), { typ: 'JWT' })],
    ['typ is missing', async () => raw({ alg: 'ES256', kid: issuer.kid }, issuer.claims())],
    ['typ differs in case', async () => issuer.sign(issuer.claims(), { typ: 'AT+JWT' })],
    ['crit names what we do not know', async () => raw({ ...header(), crit: ['exp2'], exp2: 1 }, issuer.claims())],
    ['b64 is false', async () => raw({ ...header(), b64: false, crit: ['b64'] }, issuer.claims())],
    [
      'it is nested',
      async () =>
        new CompactSign(Buffer.from(await issuer.sign())).setProtectedHeader({ ...header(), cty: 'JWT' }).sign(await issuer.privateKey()),
    ],
    [
      'its payload is a token',
      async () => new CompactSign(Buffer.from(await issuer.sign())).setProtectedHeader(header()).sign(await issuer.privateKey()),
    ],
    [
      'it is encrypted',
      async () =>
        new CompactEncrypt(Buffer.from(JSON.stringify(issuer.claims())))
          .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM' })
          .encrypt(await importJWK({ ...issuer.jwk }, 'ECDH-ES')),
    ],
    ['its signature is gone', async () => resigned(([head, payload]) => `${head}.${payload}.`)],
    ['its last dot is gone too', async () => resigned(([head, payload]) => `${head}.${payload}`)],
    ['its signature is cut', async () => resigned(([head, payload, signature]) => `${head}.${payload}.${signature.slice(0, -4)}`)],
    [
      'its signature is of another token',
      async () => `${(await issuer.sign()).split('.').slice(0, 2).join('.')}.${(await issuer.sign()).split('.')[2]}`,
    ],
    ['its signature is all zero', async () => resigned(([head, payload]) => `${head}.${payload}.${b64(Buffer.alloc(64))}`)],
    [
      'its signature is DER',
      async () => {
        const input = `${b64(header())}.${b64(issuer.claims())}`;
        const key = { key: { ...issuer.jwk, ...(await exportJWK(await issuer.privateKey())) } as never, format: 'jwk' as const };
        return `${input}.${createSign('SHA256').update(input).sign(key).toString('base64url')}`;
      },
    ],
    [
      'another curve signed it',
      async () => {
        const { privateKey } = await generateKeyPair('ES384');
        return new SignJWT(issuer.claims()).setProtectedHeader({ ...header(), alg: 'ES384' }).sign(privateKey);
      },
    ],
    [
      'its payload was changed',
      async () => resigned(([head, , signature]) => `${head}.${b64(issuer.claims({ role: 'systemAdmin' }))}.${signature}`),
    ],
    ['there is a space before it', async () => ` ${await issuer.sign()}`],
    ['there is a line end after it', async () => `${await issuer.sign()}\n`],
    ['its base64 is padded', async () => resigned(([head, payload, signature]) => `${head}.${payload}.${signature}==`)],
    ['its alphabet is that of plain base64', async () => resigned(([head, payload]) => `${head}.${payload}.${'+/'.repeat(43)}`)],
    [
      'its last bits are not canonical',
      async () =>
        resigned(
          ([head, payload, signature]) =>
            `${head}.${payload}.${signature.slice(0, -1)}${String.fromCharCode(signature.charCodeAt(85) + 1)}`,
        ),
    ],
    ['there is a fourth part', async () => `${await issuer.sign()}.e30`],
    ['its payload is no object', async () => raw(header(), '[]')],
    ['a claim is named twice', async () => raw(header(), JSON.stringify(issuer.claims()).replace(/}$/, ',"role":"systemAdmin"}'))],
    ['a header parameter is named twice', async () => raw(JSON.stringify(header()).replace(/}$/, ',"alg":"ES256"}'), issuer.claims())],
    claim('the audience is another', () => ({ aud: 'urn:other' })),
    claim('there are two audiences', () => ({ aud: ['urn:lianxue:api', 'urn:other'] })),
    claim('the audience is missing', () => ({ aud: undefined })),
    claim('the issuer is another', () => ({ iss: 'https://evil.example/oidc' })),
    claim('the issuer has a trailing slash', () => ({ iss: `${issuer.issuer}/` })),
    claim('the issuer is missing', () => ({ iss: undefined })),
    claim('the issuer is a list', () => ({ iss: [issuer.issuer] })),
    claim('it has expired', () => ({ iat: second() - 700, issued_ms: Date.now() - 700_000, exp: second() - 100 })),
    claim('it never expires', () => ({ exp: undefined })),
    claim('it lives too long', () => ({ exp: second() + 3600 })),
    claim('its expiry is text', () => ({ exp: String(second() + 600) })),
    claim('its expiry is a fraction', () => ({ exp: second() + 300.5 })),
    ['its expiry is 1e400', async () => raw(header(), JSON.stringify(issuer.claims()).replace(/"exp":\d+/, '"exp":1e400'))],
    claim('its expiry is negative', () => ({ exp: -1 })),
    claim('it is not valid yet', () => ({ nbf: second() + 120 })),
    claim('its nbf is text', () => ({ nbf: 'now' })),
    claim('it was issued in the future', () => ({ iat: second() + 300, issued_ms: Date.now() + 300_000, exp: second() + 600 })),
    claim('its two times of issue differ', () => ({ issued_ms: Date.now() + 10_000 })),
    claim('issued_ms is missing', () => ({ issued_ms: undefined })),
    claim('issued_ms is text', () => ({ issued_ms: String(Date.now()) })),
    claim('the subject is a list', () => ({ sub: ['a'] })),
    claim('the subject is a number', () => ({ sub: 1 })),
    claim('the subject is empty', () => ({ sub: '' })),
    claim('the subject is missing', () => ({ sub: undefined })),
    claim('a person’s subject is no id', () => ({ sub: 'service:identity' })),
    claim('the client is missing', () => ({ client_id: undefined })),
    claim('the scope is a list', () => ({ scope: ['resources.read'] })),
    claim('the role is unknown', () => ({ role: 'root' })),
    claim('the role is service', () => ({ role: 'service' })),
    claim('the role is app', () => ({ role: 'app' })),
    claim('a person has no organisation', () => ({ org: undefined })),
    claim('the organisation is a wildcard', () => ({ org: '*' })),
    claim('about is text', () => ({ about: 'all' })),
    claim('it is bound to a key', () => ({ cnf: { jkt: 'x' } })),
    claim('the identifier is missing', () => ({ jti: undefined })),
    app('an app is not its own client', () => ({ sub: 'another-app' })),
    app('an app names an organisation', () => ({ org: '01939f6e-7c00-7000-8000-00000000000b' })),
    claim('the gateway signs for a service', () => ({
      iss: 'urn:lianxue:service:classrooms',
      sub: 'service:classrooms',
      client_id: 'service:classrooms',
    })),
    app('the gateway signs for a service as app', () => ({
      iss: 'urn:lianxue:service:identity',
      sub: 'service:identity',
      client_id: 'service:identity',
    })),
    [
      'a service signs for a person',
      async () => {
        const { sign } = await keyOf(tokens);
        const { id } = await keyOf(tokens);
        return new SignJWT(issuer.claims()).setProtectedHeader({ ...header(), kid: id }).sign(sign);
      },
    ],
    [
      'a service signs for another service',
      async () => {
        const { sign, id } = await keyOf(tokens);
        return (await asService({ iss: 'urn:lianxue:service:identity', sub: 'service:identity', client_id: 'service:identity' }))
          .setProtectedHeader({ ...header(), kid: id })
          .sign(sign);
      },
    ],
    [
      'a service signs as another subject',
      async () => {
        const { sign, id } = await keyOf(tokens);
        return (await asService({ sub: 'service:identity' })).setProtectedHeader({ ...header(), kid: id }).sign(sign);
      },
    ],
    [
      'a service signs for an hour',
      async () => {
        const { sign, id } = await keyOf(tokens);
        return (await asService({ exp: second() + 3600 })).setProtectedHeader({ ...header(), kid: id }).sign(sign);
      },
    ],
    [
      'a service signs itself a role',
      async () => {
        const { sign, id } = await keyOf(tokens);
        return (await asService({ role: 'systemAdmin', org: '01939f6e-7c00-7000-8000-00000000000b' }))
          .setProtectedHeader({ ...header(), kid: id })
          .sign(sign);
      },
    ],
  ];

  it(`is asked of a good number of tokens`, () => expect(bad.length).toBeGreaterThanOrEqual(60));

  it.each(bad)('%s', async (_, make) => {
    expect(['token.invalid', 'token.expired']).toContain(await refusalOf(await make()));
  });
});

/** The service's own key, to misuse it. */
const keyOf = (tokens: ServiceTokens) => (tokens as unknown as { key: Promise<{ id: string; sign: never }> }).key;
