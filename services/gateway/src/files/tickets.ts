import { createHmac, timingSafeEqual } from 'node:crypto';
import { fileKinds, type FileKind } from '@lianxue/contracts';

/** The largest that any kind of file may be. */
export const largest = Math.max(...Object.values(fileKinds).map(({ maxBytes }) => maxBytes));

/** What a ticket says: its sender, and nobody else, may send this one file. */
export interface Ticket {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly subject: string;
  readonly client: string;
  /** For which organisation it is sent: what is taken depends on it. */
  readonly organisation?: string | undefined;
  /** What the content's hash is, where its sender said it. */
  readonly sha256?: string | undefined;
  readonly maxBytes: number;
  /** Epoch milliseconds. */
  readonly until: number;
}

const day = 24 * 3600_000;
/** Long enough to send a large file over a bad line, over a night. */
export const ticketMs = day;

/** Tickets to upload: signed, so that nothing about them has to be kept. */
export class Tickets {
  constructor(private readonly secret: string) {}

  ticket(about: Ticket): string {
    const text = Buffer.from(JSON.stringify(about)).toString('base64url');
    return `${text}.${this.mark('ticket', text)}`;
  }

  /** What a ticket says; undefined when it is none of ours or has expired. */
  read(ticket: string, now: Date): Ticket | undefined {
    const about = this.ours(ticket);
    return about && about.until > now.getTime() ? about : undefined;
  }

  /** What a ticket of ours says, in time or not. */
  ours(ticket: string): Ticket | undefined {
    const [text = '', mark = ''] = ticket.split('.', 2);
    if (!this.matches(mark, 'ticket', text)) return undefined;
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Ticket;
  }

  /** A name for an upload under way that nobody can guess. */
  nameOf({ id }: Pick<Ticket, 'id'>): string {
    return `${id}-${this.mark('upload', id)}`;
  }

  /** The id of the file that an upload of this name becomes; undefined when the name is none of ours. */
  idOf(name: string): string | undefined {
    const id = name.slice(0, 36);
    return this.matches(name.slice(37), 'upload', id) ? id : undefined;
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
