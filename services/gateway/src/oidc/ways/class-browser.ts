import type { IncomingMessage } from 'node:http';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { knownForSeconds } from '../sign-in-limits.js';

const known = 'lianxue_class';
const scanned = 'lianxue_qr';

/** The tablet of a class: which code it used last, and a number of its own under which its mistakes are counted. */
export class ClassBrowsers {
  constructor(
    private readonly secret: string,
    private readonly secure: boolean,
  ) {}

  /** The code typed here before, and a browser's own number when a pupil of that class came in here. */
  in(request: IncomingMessage): { readonly code: string; readonly browser: string } | undefined {
    const [, code, browser, proof] = /^(\w{6})\.([\w-]{16})\.([\w-]{43})$/.exec(cookieIn(request, known) ?? '') ?? [];
    return code && browser && proof && same(proof, this.proof(code, browser)) ? { code, browser } : undefined;
  }

  cookieFor(code: string): string {
    const browser = randomBytes(12).toString('base64url');
    return `${known}=${code}.${browser}.${this.proof(code, browser)}; Max-Age=${knownForSeconds}${this.attributes}`;
  }

  /** A teacher's QR code that was read here, for as long as it may hold. */
  qrCookie(token: string): string {
    return `${scanned}=${token}; Max-Age=120${this.attributes}`;
  }

  get noQrCookie(): string {
    return `${scanned}=; Max-Age=0${this.attributes}`;
  }

  private get attributes(): string {
    return `; Path=/sign-in; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`;
  }

  private proof(code: string, browser: string): string {
    return createHmac('sha256', this.secret).update(`class:${code}:${browser}`).digest('base64url');
  }
}

export const qrIn = (request: IncomingMessage): string | undefined => /^[\w-]{32}$/.exec(cookieIn(request, scanned) ?? '')?.[0];

const cookieIn = ({ headers }: IncomingMessage, name: string): string | undefined =>
  new RegExp(`(?:^|; )${name}=([\\w.-]+)(?:;|$)`).exec(headers.cookie ?? '')?.[1];

function same(one: string, two: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(two)];
  return a.length === b.length && timingSafeEqual(a, b);
}
