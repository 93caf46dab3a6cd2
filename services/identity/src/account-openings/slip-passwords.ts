import { createHmac, randomBytes } from 'node:crypto';
import { clearSigns, oneTimeLength } from '../people/passwords.js';

/** 256 random bits that one job makes its passwords from. */
export const newSeed = (): string => randomBytes(32).toString('base64url');

/** The one-time password of an account, the same each time it is asked for: signs as clear, and as many, as of any other one-time password. */
export function passwordFrom(seed: string, account: string): string {
  let password = '';
  for (let round = 0; password.length < oneTimeLength; round++) {
    const bytes = createHmac('sha256', Buffer.from(seed, 'base64url')).update(`${account} ${round}`).digest();
    // Whole multiples alone, so that no sign is likelier than another.
    for (const byte of bytes) if (byte < 256 - (256 % clearSigns.length)) password += clearSigns[byte % clearSigns.length];
  }
  return password.slice(0, oneTimeLength);
}
