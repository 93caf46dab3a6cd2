import type { AnyOperation } from '@lianxue/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, EdgeSettings } from '../settings.js';
import { addressKey } from './client-address.js';

/** What is left of an allowance, in the words of the `RateLimit` headers. */
export interface Standing {
  readonly allowed: boolean;
  readonly policy: string;
  readonly limit: string;
  readonly retryAfterSeconds: number;
}

/** Counts calls in this process: signed-in ones by client and subject, others by operation and address. */
export class RequestLimits {
  private readonly signedIn: Counter;
  private readonly anonymous: Counter;
  private readonly quotas = new Map<number, Counter>();
  private readonly own = new Map<string, Counter>();

  constructor(settings: Pick<EdgeSettings, 'signedIn' | 'anonymous'>) {
    this.signedIn = new Counter('signed-in', settings.signedIn);
    this.anonymous = new Counter('anonymous', settings.anonymous);
  }

  /** A program's quota is its own: what it set aside for an app, all its calls share. */
  ofApp(client: string, requestsPerMinute: number): Promise<Standing> {
    let counter = this.quotas.get(requestsPerMinute);
    if (!counter) this.quotas.set(requestsPerMinute, (counter = new Counter('app', { calls: requestsPerMinute, seconds: 60 })));
    return counter.count(client);
  }

  ofCaller(client: string, subject: string): Promise<Standing> {
    return this.signedIn.count(`${client} ${subject}`);
  }

  /** An operation that says so itself is allowed less often. */
  ofAddress({ name, allowance }: Pick<AnyOperation, 'name' | 'allowance'>, address: string): Promise<Standing> {
    let counter = this.anonymous;
    if (allowance && !(counter = this.own.get(name)!)) this.own.set(name, (counter = new Counter('anonymous', allowance)));
    return counter.count(`${name} ${addressKey(address)}`);
  }
}

class Counter {
  private readonly limiter: RateLimiterMemory;
  private readonly policy: string;

  constructor(
    private readonly name: string,
    { calls, seconds }: Allowance,
  ) {
    this.limiter = new RateLimiterMemory({ points: calls, duration: seconds });
    this.policy = `"${name}";q=${calls};w=${seconds}`;
  }

  async count(key: string): Promise<Standing> {
    try {
      return this.standing(await this.limiter.consume(key), true);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return this.standing(refused, false);
      throw refused;
    }
  }

  private standing({ remainingPoints, msBeforeNext }: RateLimiterRes, allowed: boolean): Standing {
    const seconds = Math.ceil(msBeforeNext / 1000);
    return {
      allowed,
      policy: this.policy,
      limit: `"${this.name}";r=${remainingPoints};t=${seconds}`,
      retryAfterSeconds: Math.max(1, seconds),
    };
  }
}
