import type { IncomingMessage } from 'node:http';
import { knownForSeconds } from './sign-in-limits.js';

const name = 'lianxue_known';

/** The cookie by which a browser is known for the username it signed in last. It lets nobody in; it only keeps strangers' guesses apart. */
export const knownCookie = (proof: string, secure: boolean): string =>
  `${name}=${proof}; Max-Age=${knownForSeconds}; Path=/sign-in; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

export function proofIn({ headers }: IncomingMessage): string | undefined {
  return new RegExp(`(?:^|; )${name}=([\\w-]{43})(?:;|$)`).exec(headers.cookie ?? '')?.[1];
}
