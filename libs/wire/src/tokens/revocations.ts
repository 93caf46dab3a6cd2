import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { refuse, RevocationUnknown, type Caller } from '@lianxue/contracts';
import type { NatsLink } from '../process/nats-link.js';
import type { Claims } from './claims.js';

/** Tokens of this subject, client, session or post issued at or before `notBefore` (epoch milliseconds) are refused. */
export interface Revocation {
  readonly kind: 'subject' | 'client' | 'session' | 'post';
  readonly value: string;
  readonly notBefore: number;
}

/** Where the revocations of the last 15 minutes come from. Identity provides its own table under {@link REVOCATION_SOURCE}; everyone else asks identity. */
export interface RevocationSource {
  revocations(): Promise<readonly Revocation[]>;
}

export const REVOCATION_SOURCE = Symbol('lianxue.revocationSource');

/** Where identity says at once what it has just committed. */
export const revocationsSubject = 'lianxue.revocations';

const askEveryMs = 3_000;
/** So long after the last success rights are taken as known. */
const trustedMs = 60_000;
/** Longer than any token lives. */
const keptMs = 15 * 60_000;

/** Which tokens no longer hold: asked from identity every 3 s, told by broadcast at once. */
@Injectable()
export class Revocations implements OnApplicationShutdown {
  private readonly log = new Logger('Revocations');
  private readonly notBefore = new Map<string, number>();
  private lastSuccess = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;
  private readonly waiting: (() => void)[] = [];
  private readonly listeners: ((revocation: Revocation) => void)[] = [];

  constructor(
    link: NatsLink,
    @Inject(REVOCATION_SOURCE) private readonly source: RevocationSource,
  ) {
    link.onConnected((nats) =>
      nats.subscribe(revocationsSubject, { callback: (error, message) => (error ? undefined : this.told(message.json<Revocation>())) }),
    );
  }

  /** Asks from now on until the process ends. */
  start(): void {
    void this.ask();
  }

  /** Resolves once the table has been fetched. */
  known(): Promise<void> {
    return this.fetched ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Tells of each revocation as this process learns of it; what it remembers beside the tokens may end with them. */
  onRevoked(listener: (revocation: Revocation) => void): void {
    this.listeners.push(listener);
  }

  /** Whether the table is young enough to be trusted. */
  get current(): boolean {
    return Date.now() - this.lastSuccess <= trustedMs;
  }

  /** Whether a token with these claims has been revoked. */
  covers(claims: Claims): boolean {
    if (this.notBefore.size === 0) return false;
    const { issued_ms: issued, sub, client_id: client } = claims;
    const { sid, post } = claims as { sid?: string; post?: string };
    return (
      this.since('subject', sub) >= issued ||
      this.since('client', client) >= issued ||
      (sid !== undefined && this.since('session', sid) >= issued) ||
      (post !== undefined && this.since('post', post) >= issued)
    );
  }

  /** Refuses to let a person or app write while their rights cannot be checked. */
  assertKnownFor({ kind }: Caller): void {
    if ((kind === 'person' || kind === 'app') && !this.current) throw refuse(RevocationUnknown);
  }

  onApplicationShutdown(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  private get fetched(): boolean {
    return this.lastSuccess > -Infinity;
  }

  private since(kind: Revocation['kind'], value: string): number {
    return this.notBefore.get(`${kind}:${value}`) ?? 0;
  }

  private async ask(): Promise<void> {
    try {
      this.add(await this.source.revocations());
      this.lastSuccess = Date.now();
      for (const resolve of this.waiting.splice(0)) resolve();
    } catch (error) {
      this.log.debug(`Revocations cannot be asked now: ${String(error)}`);
    }
    // Before the first success nothing is served: ask soon again.
    if (!this.ended) this.timer = setTimeout(() => void this.ask(), this.fetched ? askEveryMs : 300);
  }

  /** Said at once and once: what is remembered beside the tokens ends also where no further token does, as with a new secret of an app. */
  private told(revocation: Revocation): void {
    this.add([revocation], true);
  }

  private add(revocations: readonly Revocation[], again = false): void {
    for (const { kind, value, notBefore } of revocations) {
      const key = `${kind}:${value}`;
      const isNews = notBefore > (this.notBefore.get(key) ?? 0);
      if (isNews) this.notBefore.set(key, notBefore);
      if (isNews || again) for (const listener of this.listeners) listener({ kind, value, notBefore });
    }
    const oldest = Date.now() - keptMs;
    for (const [key, notBefore] of this.notBefore) if (notBefore < oldest) this.notBefore.delete(key);
  }
}

/** Tells every process at once; identity calls it after the commit that revokes. Who misses it learns by asking within 3 s. */
export function broadcastRevocation(link: NatsLink, revocation: Revocation): void {
  link.publish(revocationsSubject, JSON.stringify(revocation));
}
