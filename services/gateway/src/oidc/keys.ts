import type { Vault } from '@lianxue/contracts';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** RS256 for ID tokens (every basic OpenID client reads it), ES256 for access tokens (short, and quick to sign). */
export const algorithms = ['RS256', 'ES256'] as const;
export type Algorithm = (typeof algorithms)[number];

/** Signing keys with their private parts; of each algorithm the first one signs, the others are only published. */
export interface SigningKeys {
  readonly keys: readonly JWK[];
}

/** The first keys of an installation, made once and kept sealed, so that replicas and restarts sign alike. */
export async function firstKeys(vault: Vault): Promise<SigningKeys> {
  const kept = await vault.keep('oidc.signing-keys', async () => JSON.stringify({ keys: await Promise.all(algorithms.map(newKey)) }));
  return JSON.parse(kept) as SigningKeys;
}

/** What services verify access tokens with. */
export const accessTokenKeys = ({ keys }: SigningKeys): JWK[] =>
  keys.filter(({ alg }) => alg === 'ES256').map(({ kty, crv, x, y, alg, use, kid }) => ({ kty, crv, x, y, alg, use, kid }));

export async function newKey(alg: Algorithm): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}
