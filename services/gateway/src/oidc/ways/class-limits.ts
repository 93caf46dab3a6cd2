import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from '../../limits/client-address.js';

/** Codes of no class, from one address: a school's pupils mistype, a guesser gets nowhere (24⁶ codes). */
const wrongCodes = { points: 120, duration: 900, blockDuration: 60 };
/** Wrong PINs in one class at one address, from browsers in which none of its pupils came in yet. */
const wrongOfStrangers = { points: 60, duration: 900, blockDuration: 60 };
/** The same in one browser in which a pupil did: counted for itself, so that no other browser can shut its class out. */
const wrongOfKnown = { points: 15, duration: 300, blockDuration: 60 };

/** Where somebody tries: a known browser counts for itself, all others of an address together. */
export interface ClassAttempt {
  readonly code: string;
  readonly address: string;
  readonly browser: string | undefined;
}

/** Slows down who guesses codes of classes, or PINs of one class after another pupil; beside identity's waits for each pupil. */
export class ClassLimits {
  private readonly codes = new RateLimiterMemory({ keyPrefix: 'class-codes', ...wrongCodes });
  private readonly strangers = new RateLimiterMemory({ keyPrefix: 'class-strangers', ...wrongOfStrangers });
  private readonly known = new RateLimiterMemory({ keyPrefix: 'class-known', ...wrongOfKnown });

  codeWait(address: string): Promise<number> {
    return blocked(this.codes, addressKey(address));
  }

  codeFailed(address: string): Promise<void> {
    return spend(this.codes, addressKey(address));
  }

  pinWait(attempt: ClassAttempt): Promise<number> {
    return blocked(this.counterOf(attempt), keyOf(attempt));
  }

  pinFailed(attempt: ClassAttempt): Promise<void> {
    return spend(this.counterOf(attempt), keyOf(attempt));
  }

  private counterOf({ browser }: ClassAttempt): RateLimiterMemory {
    return browser === undefined ? this.strangers : this.known;
  }
}

const keyOf = ({ code, address, browser }: ClassAttempt) => browser ?? `${code} ${addressKey(address)}`;

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  await limiter.consume(key).catch((refused: unknown) => {
    if (!(refused instanceof RateLimiterRes)) throw refused;
  });
}

async function blocked(limiter: RateLimiterMemory, key: string): Promise<number> {
  const standing = await limiter.get(key);
  return standing && standing.consumedPoints > limiter.points ? Math.max(1, Math.ceil(standing.msBeforeNext / 1000)) : 0;
}
