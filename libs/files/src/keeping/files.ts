import type { Readable } from 'node:stream';
import type { Content, Family } from '../looking/content.js';

/** What is said of a file when it is kept. */
export interface About {
  readonly id: string;
  /** What it is for, `roster`. */
  readonly kind: string;
  /** As its sender called it: shown, never a path. */
  readonly name: string;
  /** Who may use it. */
  readonly owner: { readonly subject: string; readonly client: string };
  /** When it is forgotten. */
  readonly until: Date;
  /** What was seen when it was looked at; absent where nobody looked. */
  readonly content?: Content;
  /** Of an archive: for whom it was sent, and what was taken of them then, which holds for what lies in it. */
  readonly sentFor?: SentFor;
}

/** An organisation, and how many megabytes a file of each family may have that is sent for it; those not named are not taken. */
interface SentFor {
  readonly organisation: string;
  readonly megabytes: Readonly<Partial<Record<Family, number>>>;
}

/** A file that is kept: its content under its hash, what it is under its id. */
export interface KeptFile extends About {
  readonly sha256: string;
  readonly size: number;
  /** Links given until then no longer open it; absent where none was ended. */
  readonly linksEnded?: Date;
}

/** Files that the services of an installation share. Contents are kept by their hash, so that the same content lies there once. */
export interface Files {
  /** Keeps a file; it is there whole or not at all. An id that is taken keeps what it has. */
  keep(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, about: About): Promise<KeptFile>;
  /** Keeps a file that lies on this machine's disk, and takes it away from there. */
  adopt(path: string, about: About): Promise<KeptFile>;
  /** Keeps the content of a file under another id, for another owner or time; nothing is copied. */
  keepAgain(file: KeptFile, about: About): Promise<KeptFile>;
  /** Keeps a file longer, or less long, than was said. One that was forgotten stays so. */
  keepUntil(id: string, until: Date): Promise<void>;
  /** Ends the links to a file that were given until then; those given later open it. */
  endLinks(id: string, given: Date): Promise<void>;
  /** What is known of a file; nothing once it has been forgotten. */
  about(id: string): Promise<KeptFile | undefined>;
  /** The content of a file: wholly, or the bytes from one up to before another. */
  read(file: KeptFile, from?: number, until?: number): Readable;
  /** Forgets one file. */
  remove(id: string): Promise<void>;
  /** Forgets what has had its time, and contents that no file has; answers how many files went. */
  forget(now: Date): Promise<number>;
}
