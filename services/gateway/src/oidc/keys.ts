import type { Vault } from '@lianxue/contracts';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** Both signing keys with their private parts. */
export interface SigningKeys {
  readonly keys: readonly JWK[];
}

/**
 * The keys of unified auth, made once and kept sealed in the gateway's schema, so that replicas and restarts sign alike:
 * RS256 for ID tokens (every basic OpenID client reads it), ES256 for access tokens (short, and quick to sign).
 */
export async function signingKeys(vault: Vault): Promise<SigningKeys> {
  const kept = await vault.keep('oidc.signing-keys', async () => JSON.stringify({ keys: [await made('RS256'), await made('ES256')] }));
  return JSON.parse(kept) as SigningKeys;
}

/** What services verify access tokens with. */
export const accessTokenKeys = ({ keys }: SigningKeys): JWK[] =>
  keys.filter(({ alg }) => alg === 'ES256').map(({ kty, crv, x, y, alg, use, kid }) => ({ kty, crv, x, y, alg, use, kid }));

async function made(alg: 'RS256' | 'ES256'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}
