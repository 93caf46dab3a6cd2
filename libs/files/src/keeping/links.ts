import { createHmac, timingSafeEqual } from 'node:crypto';

/** Long enough for a browser to begin; the download itself may take longer. */
const linkMs = 5 * 60_000;
/** Whoever watches asks for piece after piece, and stops for a question now and then. */
const watchingMs = 2 * 3600_000;
/** Longer than anything taught in one sitting, a school day recorded in one piece included: how long it runs is its sender's word. */
const longestMs = 12 * 3600_000;

/** The {@link Links} of this installation, for whoever asks Nest for them. */
export const LINKS = Symbol('lianxue.fileLinks');

/** Links to download a file: signed, so that nothing about them has to be kept, and good for a short time. */
export class Links {
  constructor(
    private readonly key: () => string,
    /** Where clients reach the platform. */
    private readonly origin: string,
  ) {}

  /** A link and when it ends: soon, but not before what is watched or listened to has run through, and never after half a day. */
  to(id: string, now: Date, { durationMs }: { readonly durationMs?: number | undefined } = {}): { url: string; until: Date } {
    const until = now.getTime() + (durationMs === undefined ? linkMs : Math.min(watchingMs + durationMs, longestMs));
    return { url: `${this.origin}/files/${id}?until=${until}&mark=${this.mark(id, String(until))}`, until: new Date(until) };
  }

  opens(id: string, until: string, mark: string, now: Date): boolean {
    if (!(Number(until) > now.getTime())) return false;
    const expected = Buffer.from(this.mark(id, until));
    const given = Buffer.from(mark);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private mark(id: string, until: string): string {
    return createHmac('sha256', this.key())
      .update(JSON.stringify(['link', id, until]))
      .digest('base64url')
      .slice(0, 32);
  }
}

/** The links of this installation; all services that give files out hold the same key. */
export const keptLinks = (env: Readonly<Record<string, string | undefined>> = process.env): Links =>
  new Links(() => {
    const key = env['LIANXUE_FILES_KEY'];
    if (!key) throw new Error('LIANXUE_FILES_KEY is not set: the key that signs links to files');
    return key;
  }, env['LIANXUE_ORIGIN'] ?? '');
