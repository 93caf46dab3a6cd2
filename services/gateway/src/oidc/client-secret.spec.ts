import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { keptSecrets, secretMatches } from './client-secret.js';

const hashed = (secret: string) => {
  const salt = Buffer.from('salt');
  return `sha256$${salt.toString('base64url')}$${createHash('sha256').update(salt).update(secret).digest('base64url')}`;
};

describe('the secrets of an app', () => {
  it('are the new one, and the old one until it stops', () => {
    const soon = new Date(Date.now() + 60_000).toISOString();
    const kept = keptSecrets(hashed('new'), { hash: hashed('old'), until: soon });
    expect(['new', 'old', 'other', '', kept].map((secret) => secretMatches(secret, kept))).toEqual([true, true, false, false, false]);
    const past = keptSecrets(hashed('new'), { hash: hashed('old'), until: new Date(Date.now() - 1).toISOString() });
    expect(['new', 'old'].map((secret) => secretMatches(secret, past))).toEqual([true, false]);
    expect(secretMatches('old', keptSecrets(hashed('new'), null))).toBe(false);
  });
});
