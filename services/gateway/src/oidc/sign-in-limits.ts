import { createHmac, timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from '../limits/client-address.js';

/** A whole school signs in from one address within minutes of the first lesson, and one pupil in three mistypes. */
const attemptsOfAddress = { points: 600, duration: 60 };
/** Wrong passwords for one username from browsers that never signed it in: enough for a forgetful person, slow for a guesser. */
const failuresOfStrangers = { points: 30, duration: 900, blockDuration: 60 };
/** The same from a browser that did: counted apart, so that strangers cannot shut its owner out. */
const failuresOfKnown = { points: 10, duration: 300, blockDuration: 60 };
/** Wrong client secrets, codes and refresh tokens from one address. All have 256 random bits: this bounds load, not luck. */
const failuresAtTokenEndpoint = { points: 6000, duration: 60 };

/** How long a browser stays known for a username. */
export const knownForSeconds = 180 * 24 * 3600;

/** Whoever tried and from where. */
export interface Attempt {
  readonly address: string;
  readonly username: string;
  /** The browser's proof from an earlier sign-in. */
  readonly proof: string | undefined;
}

/**
 * Slows guessing down. Counted in this process; identity counts failures of an account over all of them. No block lasts
 * longer than a minute, so nobody is shut out for long by somebody else's guesses.
 */
export class SignInLimits {
  private readonly byAddress = new RateLimiterMemory({ keyPrefix: 'address', ...attemptsOfAddress });
  private readonly byStranger = new RateLimiterMemory({ keyPrefix: 'stranger', ...failuresOfStrangers });
  private readonly byKnown = new RateLimiterMemory({ keyPrefix: 'known', ...failuresOfKnown });
  private readonly byTokenAddress = new RateLimiterMemory({ keyPrefix: 'token', ...failuresAtTokenEndpoint });

  constructor(private readonly secret: string) {}

  /** Seconds to wait before this attempt may be made; 0 when it may be made now. */
  async wait(attempt: Attempt): Promise<number> {
    const address = await spent(this.byAddress, addressKey(attempt.address));
    return address || blocked(this.counterOf(attempt), keyOf(attempt));
  }

  async failed(attempt: Attempt): Promise<void> {
    await spent(this.counterOf(attempt), keyOf(attempt));
  }

  async succeeded(attempt: Attempt): Promise<void> {
    await this.byKnown.delete(keyOf(attempt));
  }

  /** What a browser keeps to be known for this username. */
  proofFor(username: string): string {
    return createHmac('sha256', this.secret)
      .update(`known:${normal(username)}`)
      .digest('base64url');
  }

  /** Seconds this address must wait before it may ask the token endpoint again. */
  async tokenWait(address: string): Promise<number> {
    return blocked(this.byTokenAddress, addressKey(address));
  }

  async tokenFailed(address: string): Promise<void> {
    await spent(this.byTokenAddress, addressKey(address));
  }

  private counterOf({ username, proof }: Attempt): RateLimiterMemory {
    return proof !== undefined && same(proof, this.proofFor(username)) ? this.byKnown : this.byStranger;
  }
}

const normal = (username: string) => username.trim().toLowerCase();
const keyOf = ({ username }: Attempt) => normal(username);

async function spent(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return seconds(refused);
    throw refused;
  }
}

async function blocked(limiter: RateLimiterMemory, key: string): Promise<number> {
  const standing = await limiter.get(key);
  return standing && standing.consumedPoints > limiter.points ? seconds(standing) : 0;
}

const seconds = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000));

function same(one: string, two: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(two)];
  return a.length === b.length && timingSafeEqual(a, b);
}
