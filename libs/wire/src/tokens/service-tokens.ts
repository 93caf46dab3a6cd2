import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { Vault } from '@lianxue/contracts';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { NatsLink } from '../process/nats-link.js';
import { audience, longestLife } from './claims.js';
import type { VerifyKey } from './key-ring.js';
import { issuerOfService, keysSubjectOf } from './key-rings.js';
import { publishKeys } from './publish-keys.js';

/** A token with less left than this is replaced: the call it goes with may wait on its way. */
const reuseWhileSeconds = 20;

/** The service's own tokens, by a key that only its vault holds and only its own name is verified with. */
@Injectable()
export class ServiceTokens {
  private readonly log = new Logger('ServiceTokens');
  private readonly key: Promise<{ id: string; sign: VerifyKey }>;
  private current = { token: '', expires: 0 };

  constructor(
    private readonly service: string,
    vault: Vault,
    link: NatsLink,
  ) {
    this.key = this.take(vault).then(async (jwk) => {
      const { kty, crv, x, y } = jwk;
      const id = await calculateJwkThumbprint(jwk);
      const published = { kty, crv, x, y, kid: id, alg: 'ES256', use: 'sig' } as JWK;
      publishKeys(link, () => ({ issuer: issuerOfService(service), keys: [published] }), keysSubjectOf(service));
      return { id, sign: await importJWK(jwk, 'ES256') };
    });
  }

  /** A token with at least 20 s left. */
  async token(): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    if (this.current.expires - now > reuseWhileSeconds) return this.current.token;
    const { id, sign } = await this.key;
    const subject = `service:${this.service}`;
    const expires = now + longestLife.service;
    const token = await new SignJWT({ client_id: subject, scope: '', issued_ms: Date.now() })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: id })
      .setIssuer(issuerOfService(this.service))
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(expires)
      .setJti(randomUUID())
      .sign(sign);
    this.current = { token, expires };
    return token;
  }

  /** The vault is a table: a service that starts before its migrations waits. */
  private async take(vault: Vault): Promise<JWK> {
    for (let told = false; ; told = true) {
      try {
        return JSON.parse(await vault.keep('service-token-key', newKey)) as JWK;
      } catch (error) {
        if (!told) this.log.warn(`The signing key cannot be read yet: ${String(error)}`);
        await delay(1_000, undefined, { ref: false });
      }
    }
  }
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}
