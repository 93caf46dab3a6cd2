import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeptFile } from './files.js';

/** Long enough for a browser to begin; the download itself may take longer. */
const linkMs = 5 * 60_000;
/** Whoever watches asks for piece after piece, and stops for a question now and then. */
const watchingMs = 2 * 3600_000;
/** Longer than anything taught in one sitting, a school day recorded in one piece included: how long it runs is its sender's word. */
const longestMs = 12 * 3600_000;

/** The {@link Links} of this installation, for whoever asks Nest for them. */
export const LINKS = Symbol('lianxue.fileLinks');

/** What a link says of itself: when it was given and when it ends, and our mark. */
export interface GivenLink {
  readonly given?: string;
  readonly until?: string;
  readonly mark?: string;
}

/** Links to download a file: signed, so that nothing about them has to be kept, and good for a short time. */
export class Links {
  constructor(
    private readonly key: () => string,
    /** Where clients reach the platform. */
    private readonly origin: string,
  ) {}

  /** A link and when it ends: soon, but not before what is watched or listened to has run through, and never after half a day. */
  to(id: string, now: Date, { durationMs }: { readonly durationMs?: number | undefined } = {}): { url: string; until: Date } {
    const given = now.getTime();
    const until = given + (durationMs === undefined ? linkMs : Math.min(watchingMs + durationMs, longestMs));
    const mark = this.mark(id, String(given), String(until));
    return { url: `${this.origin}/files/${id}?given=${given}&until=${until}&mark=${mark}`, until: new Date(until) };
  }

  opens(id: string, { given = '', until = '', mark = '' }: GivenLink, now: Date): boolean {
    if (!(Number(until) > now.getTime())) return false;
    const expected = Buffer.from(this.mark(id, String(given), String(until)));
    const presented = Buffer.from(String(mark));
    return presented.length === expected.length && timingSafeEqual(presented, expected);
  }

  private mark(...said: readonly [id: string, given: string, until: string]): string {
    return createHmac('sha256', this.key())
      .update(JSON.stringify(['link', ...said]))
      .digest('base64url')
      .slice(0, 32);
  }
}

/** Whether a link of ours was ended before its time, as when what it leads to was taken down. */
export const isEnded = ({ given }: GivenLink, { linksEnded }: KeptFile): boolean =>
  linksEnded !== undefined && !(Number(given) > linksEnded.getTime());

/** The links of this installation; all services that give files out hold the same key. */
export const keptLinks = (env: Readonly<Record<string, string | undefined>> = process.env): Links =>
  new Links(() => {
    const key = env['LIANXUE_FILES_KEY'];
    if (!key) throw new Error('LIANXUE_FILES_KEY is not set: the key that signs links to files');
    return key;
  }, env['LIANXUE_ORIGIN'] ?? '');
