import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { refuse, Refusal, ServiceUnavailable } from '@lianxue/contracts';
import { testNats } from '@lianxue/testing';
import { KeyRings } from './key-rings.js';
import { broadcastRevocation } from './revocations.js';
import { openTokenRoom } from './token-room.sample.js';
import { TokenVerifier } from './token-verifier.js';

const second = () => Math.floor(Date.now() / 1000);

describe('access tokens', () => {
  let room: Awaited<ReturnType<typeof openTokenRoom>>;
  const refusalOf = async (token: string) =>
    room.verifier.verify(token).then(
      () => 'accepted',
      (error: unknown) => (error instanceof Refusal ? error.kind.code : error),
    );
  beforeAll(async () => void (room = await openTokenRoom(await testNats())));
  afterAll(() => room?.close());

  it('are the caller: a person in a post', async () => {
    expect(
      await room.verifier.verify(await room.issuer.sign(room.issuer.claims({ about: ['01939f6e-7c00-7000-8000-00000000000d'] }))),
    ).toMatchObject({
      kind: 'person',
      subject: '01939f6e-7c00-7000-8000-00000000000a',
      client: 'lianxue-console',
      role: 'teacher',
      organisation: '01939f6e-7c00-7000-8000-00000000000b',
      scopes: new Set(['resources.read', 'resources.write']),
      about: ['01939f6e-7c00-7000-8000-00000000000d'],
    });
  });

  it('are the caller: an app for itself, a service', async () => {
    expect(await room.verifier.verify(await room.issuer.sign(room.issuer.app()))).toMatchObject({
      kind: 'app',
      client: 'vendor-app',
      role: 'app',
      organisation: undefined,
    });
    const token = await room.tokens.token();
    expect(await room.verifier.verify(token)).toMatchObject({ kind: 'service', subject: 'service:classrooms', role: 'service' });
    expect(await room.tokens.token()).toBe(token);
    const edge = new TokenVerifier(new KeyRings(room.link), room.revocations);
    await expect(edge.verify(token, { atEdge: true })).rejects.toMatchObject({ kind: { code: 'token.invalid' } });
    expect(await room.verifier.verify(undefined)).toMatchObject({ kind: 'anyone' });
  });

  it('are verified once and then known', async () => {
    const token = await room.issuer.sign();
    expect(room.verifier.known(token)).toBeUndefined();
    const [first, second] = await Promise.all([room.verifier.verify(token), room.verifier.verify(token)]);
    expect(first).toBe(second);
    expect(room.verifier.known(token)).toBe(first);
  });

  it('say expired when that is all that is wrong', async () => {
    const token = await room.issuer.sign(room.issuer.claims({ iat: second() - 100, issued_ms: Date.now() - 100_000, exp: second() - 1 }));
    expect(await refusalOf(token)).toBe('token.expired');
  });

  it('of issuers nobody knows are no fault of the caller’s', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const token = new SignJWT({ iss: 'urn:lianxue:service:nobody', sub: 'service:nobody' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'x' })
      .sign(privateKey);
    expect(await refusalOf(await token)).toBe(refuse(ServiceUnavailable).kind.code);
  });

  it('end when the key that signed them is withdrawn, though they were known', async () => {
    const { issuer, jwk, kid } = room.issuer;
    const announce = async (named: string) => {
      room.issuer.kid = named;
      const keys = { issuer, keys: [{ ...jwk, kid: named, use: 'sig', alg: 'ES256' }] };
      room.issuer.link.publish('lianxue.keys.changed', JSON.stringify(keys));
      await room.issuer.link.connected!.flush();
      await room.link.connected!.flush();
      await new Promise((resolve) => setTimeout(resolve, 20)); // Keys are imported in their own time.
    };
    const token = await room.issuer.sign();
    expect(await refusalOf(token)).toBe('accepted');
    await announce('another');
    expect(await refusalOf(token)).toBe('token.invalid');
    expect(await refusalOf(await room.issuer.sign())).toBe('accepted');
    await announce(kid);
    expect(await refusalOf(token)).toBe('accepted');
  });

  it('end when their subject, client, session or post is revoked', async () => {
    for (const [kind, changes, value] of [
      ['subject', { sub: '01939f6e-7c00-7000-8000-0000000000f1' }, '01939f6e-7c00-7000-8000-0000000000f1'],
      ['client', { client_id: 'bad-app' }, 'bad-app'],
      ['session', { sid: 'session-9' }, 'session-9'],
      ['post', { post: 'post-9' }, 'post-9'],
    ] as const) {
      const issued = Date.now();
      const before = await room.issuer.sign(room.issuer.claims({ ...changes, issued_ms: issued }));
      const after = await room.issuer.sign(room.issuer.claims({ ...changes, issued_ms: issued + 1 }));
      expect(await refusalOf(before)).toBe('accepted');
      broadcastRevocation(room.identity, { kind, value, notBefore: issued });
      await room.identity.connected!.flush();
      await room.link.connected!.flush();
      expect([kind, await refusalOf(before)]).toEqual([kind, 'token.revoked']);
      expect([kind, await refusalOf(after)]).toEqual([kind, 'accepted']);
    }
  });

  it('are heard of again when the same is told once more, and go on being refused', async () => {
    const heard: number[] = [];
    const value = `app-${Date.now()}`;
    room.revocations.onRevoked((revocation) => void (revocation.value === value && heard.push(revocation.notBefore)));
    const issued = Date.now();
    const before = await room.issuer.sign(room.issuer.claims({ client_id: value, issued_ms: issued }));
    // A withdrawn token, then a renewed secret that ends none.
    for (const notBefore of [issued, 1]) broadcastRevocation(room.identity, { kind: 'client', value, notBefore });
    await room.identity.connected!.flush();
    await room.link.connected!.flush();
    expect(heard).toEqual([issued, 1]);
    expect(await refusalOf(before)).toBe('token.revoked');
  });
});
