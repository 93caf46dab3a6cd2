import { refuse, ServiceUnavailable } from '@lianxue/contracts';
import { hash, verify, type Options } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';

/** OWASP's minimum for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes at the same time: one core stays free for everything else at 8 o'clock. */
const hashesAtOnce = Math.max(1, Math.min(4, availableParallelism() - 1));

/** Who would wait longer than about ten seconds had better come again: at 30 ms a hash this queue is as long. */
const longestQueue = 300;

/** Any password: its length is checked when it is chosen; what nobody chose is compared all the same. */
const nobodys = hash('no account has this password', cost);

/** Signs that cannot be mistaken for each other on a printed slip. */
export const clearSigns = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 12 signs of 31 are about 59 bits. */
export const oneTimeLength = 12;

/** Passwords: hashed slowly, few at a time, and never kept. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.turn(() => hash(normal(password), cost));
  }

  /** Costs the same when there is no such account. */
  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    const against = passwordHash ?? (await nobodys);
    const right = await this.turn(() => verify(against, normal(password)));
    return right && passwordHash !== undefined;
  }

  /** A password for one use. */
  oneTime(): string {
    const sign = () => clearSigns[randomInt(clearSigns.length)];
    return Array.from({ length: oneTimeLength }, sign).join('');
  }

  private async turn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= longestQueue) throw refuse(ServiceUnavailable);
    if (this.running >= hashesAtOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

const normal = (password: string): string => password.normalize('NFKC');
