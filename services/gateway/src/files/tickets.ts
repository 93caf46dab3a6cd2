import { createHmac, timingSafeEqual } from 'node:crypto';
import { fileKinds, type FileKind } from '@lianxue/contracts';

/** What a ticket says: whoever holds it may send this one file. */
export interface Ticket {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly subject: string;
  readonly client: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

const day = 24 * 3600_000;
/** Long enough to send a large file over a bad line, over a night. */
export const ticketMs = day;
/** Long enough for a browser to begin; the download itself may take longer. */
export const linkMs = 5 * 60_000;

/** Tickets to upload and links to download: signed, so that nothing about them has to be kept. */
export class Tickets {
  constructor(private readonly secret: string) {}

  ticket(about: Ticket): string {
    const text = Buffer.from(JSON.stringify(about)).toString('base64url');
    return `${text}.${this.mark('ticket', text)}`;
  }

  /** What a ticket says; undefined when it is none of ours or has expired. */
  read(ticket: string, now: Date): Ticket | undefined {
    const [text = '', mark = ''] = ticket.split('.', 2);
    if (!this.matches(mark, 'ticket', text)) return undefined;
    const about = JSON.parse(Buffer.from(text, 'base64url').toString()) as Ticket;
    return about.until > now.getTime() ? about : undefined;
  }

  link(id: string, until: number): string {
    return `/files/${id}?until=${until}&mark=${this.mark('link', id, String(until))}`;
  }

  opens(id: string, until: string, mark: string, now: Date): boolean {
    return Number(until) > now.getTime() && this.matches(mark, 'link', id, until);
  }

  /** A name for an upload under way that nobody can guess. */
  nameOf({ id }: Ticket): string {
    return `${id}-${this.mark('upload', id)}`;
  }

  private matches(mark: string, ...what: readonly string[]): boolean {
    const expected = Buffer.from(this.mark(...what));
    const given = Buffer.from(mark);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private mark(...what: readonly string[]): string {
    return createHmac('sha256', this.secret).update(JSON.stringify(what)).digest('base64url').slice(0, 32);
  }
}

export const maxBytesOf = ({ kind }: Pick<Ticket, 'kind'>): number => fileKinds[kind].maxBytes;
