import { createHash, randomBytes } from 'node:crypto';

/** A secret for a program: 256 random bits, so that a fast salted hash guards it as well as a slow one. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** `sha256$<salt>$<hash>`, over the salt's bytes and then the secret. */
export function hashSecret(secret: string): string {
  const salt = randomBytes(16);
  const hash = createHash('sha256').update(salt).update(secret, 'utf8').digest('base64url');
  return `sha256$${salt.toString('base64url')}$${hash}`;
}

/** A client id says nothing about the app and is no secret. */
export const newClientId = (): string => `app-${randomBytes(9).toString('hex')}`;
