import { createHash, timingSafeEqual } from 'node:crypto';

/** A secret's hash, and behind a blank that of the one before it, with the moment until which it still opens. */
export const keptSecrets = (hash: string, old: { readonly hash: string; readonly until: string } | null | undefined): string =>
  old ? `${hash} ${old.hash}@${Date.parse(old.until)}` : hash;

/**
 * Whether `secret` is one of those behind `sha256$<salt>$<hash>` (base64url; hash of salt bytes, then secret).
 * A plain hash suffices: client secrets are made by the platform with 256 random bits, nobody can guess through it.
 */
export const secretMatches = (secret: string, kept: string): boolean => kept.split(' ').some((each) => matchesOne(secret, each));

function matchesOne(secret: string, kept: string): boolean {
  const [hashed = '', until] = kept.split('@');
  if (until !== undefined && Date.now() >= Number(until)) return false;
  const [scheme, salt, hash] = hashed.split('$');
  if (scheme !== 'sha256' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const given = createHash('sha256').update(Buffer.from(salt, 'base64url')).update(secret, 'utf8').digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
