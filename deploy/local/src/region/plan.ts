import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { newId } from '@lianxue/persistence';
import { writePrivate } from '../secrets.js';

/**
 * Ids and secrets of the first content, decided before anything is made, so that a start that was killed half-way goes on:
 * what exists is answered again for the same id.
 */
export class Plan {
  private readonly decided: { ids: Record<string, string>; secrets: Record<string, string> };

  constructor(private readonly file: string) {
    this.decided = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Plan['decided']) : { ids: {}, secrets: {} };
  }

  /** The id of the thing of this name. */
  id(name: string): string {
    return this.decided.ids[name] ?? this.keep('ids', name, newId());
  }

  /** The password or secret of this name: 16 characters without look-alikes, 93 bits. */
  secret(name: string): string {
    return this.decided.secrets[name] ?? this.keep('secrets', name, readable(16));
  }

  /** A value that somebody else decided, e.g. a client's id. */
  note(name: string, value: string): string {
    return this.keep('secrets', name, value);
  }

  noted(name: string): string | undefined {
    return this.decided.secrets[name];
  }

  forget(): void {
    rmSync(this.file, { force: true });
  }

  private keep(kind: 'ids' | 'secrets', name: string, value: string): string {
    this.decided[kind][name] = value;
    writePrivate(this.file, JSON.stringify(this.decided));
    return value;
  }
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Letters are taken evenly: bytes past the last whole multiple of the alphabet are thrown away. */
function readable(length: number): string {
  let text = '';
  while (text.length < length)
    for (const byte of randomBytes(32)) if (byte < 224 && text.length < length) text += LETTERS[byte % LETTERS.length];
  return text;
}
