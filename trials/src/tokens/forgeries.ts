import { createHmac, createSign, randomUUID } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { SigningKey } from './signing-key.js';

type Claims = Record<string, unknown>;
export type Forgery = readonly [what: string, token: string];

const b64 = (value: string | Buffer | object) =>
  (typeof value === 'string' || Buffer.isBuffer(value) ? Buffer.from(value) : Buffer.from(JSON.stringify(value))).toString('base64url');
const second = () => Math.floor(Date.now() / 1000);

/** Claims that are wrong in one place, signed with the platform's own key. */
const wrongClaims: Readonly<Record<string, () => Claims>> = {
  'another audience': () => ({ aud: 'urn:other' }),
  'two audiences': () => ({ aud: ['urn:lianxue:api', 'urn:other'] }),
  'no audience': () => ({ aud: undefined }),
  'another issuer': () => ({ iss: 'https://evil.example/oidc' }),
  'an issuer that is a list': () => ({ iss: ['https://evil.example/oidc'] }),
  'no issuer': () => ({ iss: undefined }),
  'the issuer of a service': () => ({ iss: 'urn:lianxue:service:identity', sub: 'service:identity', client_id: 'service:identity' }),
  'an expiry that is over': () => ({ iat: second() - 700, issued_ms: Date.now() - 700_000, exp: second() - 100 }),
  'no expiry': () => ({ exp: undefined }),
  'an expiry in an hour': () => ({ exp: second() + 3600 }),
  'an expiry in words': () => ({ exp: String(second() + 300) }),
  'an expiry with a fraction': () => ({ exp: second() + 300.5 }),
  'a negative expiry': () => ({ exp: -1 }),
  'a beginning to come': () => ({ nbf: second() + 120 }),
  'a beginning in words': () => ({ nbf: 'now' }),
  'an issue to come': () => ({ iat: second() + 300, issued_ms: Date.now() + 300_000, exp: second() + 600 }),
  'two times of issue': () => ({ issued_ms: Date.now() + 10_000 }),
  'no millisecond of issue': () => ({ issued_ms: undefined }),
  'a subject that is a list': () => ({ sub: ['a'] }),
  'a subject that is a number': () => ({ sub: 1 }),
  'an empty subject': () => ({ sub: '' }),
  'no subject': () => ({ sub: undefined }),
  'a subject that is no id': () => ({ sub: "x' or 1=1 --" }),
  'no client': () => ({ client_id: undefined }),
  'scopes in a list': () => ({ scope: ['identity.read'] }),
  'a role that does not exist': () => ({ role: 'root' }),
  'the role of a service': () => ({ role: 'service' }),
  'the role of an app': () => ({ role: 'app' }),
  'no organisation': () => ({ org: undefined }),
  'every organisation': () => ({ org: '*' }),
  'wards in words': () => ({ about: 'all' }),
  'a key it is bound to': () => ({ cnf: { jkt: 'x' } }),
  'no identifier': () => ({ jti: undefined }),
  'another client than itself': () => ({ role: undefined, org: undefined, post: undefined, sid: undefined, sub: 'another-app' }),
};

/** Headers that are wrong, over right claims and a right signature. */
const wrongHeaders: Readonly<Record<string, Claims>> = {
  'the type of an ID token': { typ: 'JWT' },
  'no type': { typ: undefined },
  'a type in capitals': { typ: 'AT+JWT' },
  'a key id that is a path': { kid: '../../../../dev/null' },
  'a key id that is SQL': { kid: "x' union select 'key" },
  'a key id that is an address': { kid: 'https://evil.example/key' },
  'a key id nobody knows': { kid: 'unknown' },
  'no key id': { kid: undefined },
  'an address for its keys': { jku: 'https://evil.example/keys' },
  'an address for its certificate': { x5u: 'https://evil.example/cert' },
  'a demand nobody knows': { crit: ['exp2'], exp2: 1 },
};

/** Tokens that must open nothing: forged, expired, misdirected. `real` is a good one, `others` are good for something else. */
export async function forgeries(key: SigningKey, real: string, others: Readonly<Record<string, string>>): Promise<Forgery[]> {
  const [head, body, signature] = real.split('.') as [string, string, string];
  const right = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
  const header = { alg: 'ES256', typ: 'at+jwt', kid: key.kid };
  const claims = (changes: Claims = {}) => ({ ...right, jti: randomUUID(), ...changes });
  const sign = (payload: Claims, changes: Claims = {}) =>
    new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ ...header, ...changes })
      .sign(key.sign, { crit: { exp2: true } });
  const { privateKey: foreign, publicKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  const pem = { key: key.jwk as never, format: 'jwk' as const };
  const input = `${b64(header)}.${b64(claims())}`;
  const hmac = `${b64({ ...header, alg: 'HS256' })}.${body}`;
  const { x, y } = key.jwk;
  const tampered = `${head}.${b64({ ...right, role: 'systemAdmin' })}.${signature}`;
  const changed = String.fromCharCode(signature.charCodeAt(10) === 65 ? 66 : 65);
  return [
    ...(await Promise.all(Object.entries(wrongClaims).map(async ([what, change]) => [what, await sign(claims(change()))] as const))),
    ...(await Promise.all(Object.entries(wrongHeaders).map(async ([what, change]) => [what, await sign(claims(), change)] as const))),
    ...Object.entries(others),
    ['nothing', ''],
    ['no token at all', 'not.a.token'],
    ['100 KB', await sign(claims({ filler: 'x'.repeat(100_000) }))],
    ...['none', 'None', 'nOnE'].map((alg) => [`alg ${alg}`, `${b64({ ...header, alg })}.${body}.`] as const),
    ['an HMAC with the public key', `${hmac}.${createHmac('sha256', JSON.stringify({ x, y })).update(hmac).digest('base64url')}`],
    ['a key of its own in the header', await new SignJWT(claims()).setProtectedHeader({ ...header, jwk }).sign(foreign)],
    ['another key under a known id', await new SignJWT(claims()).setProtectedHeader(header).sign(foreign)],
    ['a signature of zeros', `${head}.${body}.${b64(Buffer.alloc(64))}`],
    ['a signature in DER', `${input}.${createSign('SHA256').update(input).sign(pem).toString('base64url')}`],
    ['a signature cut short', `${head}.${body}.${signature.slice(0, -4)}`],
    ['a signature with one sign changed', `${head}.${body}.${signature.slice(0, 10)}${changed}${signature.slice(11)}`],
    ['no signature', `${head}.${body}.`],
    ['two parts', `${head}.${body}`],
    ['four parts', `${real}.e30`],
    ['padding', `${real}==`],
    ['a payload that was changed', tampered],
    ['a payload that is a list', await new CompactSign(Buffer.from('[]')).setProtectedHeader(header).sign(key.sign)],
    ['a token within a token', await new CompactSign(Buffer.from(real)).setProtectedHeader(header).sign(key.sign)],
    ['a role named twice', await twice(key, header, claims())],
  ];
}

/** A JSON object that names a claim twice: which one counts must not be left to whoever reads it. */
function twice(key: SigningKey, header: object, claims: Claims): Promise<string> {
  const text = JSON.stringify(claims).replace(/}$/, ',"role":"systemAdmin"}');
  return new CompactSign(Buffer.from(text)).setProtectedHeader(header as never).sign(key.sign);
}
