import { createHash } from 'node:crypto';

/** The key of an advisory lock. Such locks are database-wide, hence purpose and service are part of every key. */
export function advisoryKey(purpose: string, service: string, name = ''): string {
  return createHash('sha256')
    .update(JSON.stringify([purpose, service, name]))
    .digest()
    .readBigInt64BE()
    .toString();
}
