import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether `secret` is the one behind `sha256$<salt>$<hash>` (base64url; hash of salt bytes, then secret).
 * A plain hash suffices: client secrets are made by the platform with 256 random bits, nobody can guess through it.
 */
export function secretMatches(secret: string, kept: string): boolean {
  const [scheme, salt, hash] = kept.split('$');
  if (scheme !== 'sha256' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const given = createHash('sha256').update(Buffer.from(salt, 'base64url')).update(secret, 'utf8').digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
