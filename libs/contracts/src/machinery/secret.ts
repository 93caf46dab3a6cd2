import { hkdfSync } from 'node:crypto';

/**
 * A secret for one purpose, derived from another by HKDF-SHA-256: the installation secret gives each service its branch,
 * a branch gives a service its cookie, cursor, field, lookup and key-wrapping secrets.
 * @example deriveSecret(deriveSecret(installation, 'service:identity'), 'lookup')
 */
export function deriveSecret(from: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', from, Buffer.alloc(0), `lianxue:${purpose}`, 32));
}
