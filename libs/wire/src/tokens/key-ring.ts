import { Logger } from '@nestjs/common';
import { importJWK, type JWK } from 'jose';
import type { NatsLink } from '../process/nats-link.js';

/** An issuer's public keys as they travel. */
export interface KeySet {
  readonly issuer: string;
  readonly keys: readonly JWK[];
}

export type VerifyKey = Awaited<ReturnType<typeof importJWK>>;

/** So long an issuer may be out of reach without its tokens failing. */
const keptMs = 24 * 3600_000;
/** A flood of unknown key ids asks the issuer no more often than this. */
const refetchAfterMs = 3_000;
const requestMs = 2_000;

/** The last known ES256 keys of one issuer, asked for over NATS and refreshed when it announces a change. */
export class KeyRing {
  private readonly log = new Logger('Keys');
  private issuer: string | undefined;
  private keys = new Map<string, VerifyKey>();
  private heldAt = -Infinity;
  private askedAt = -Infinity;
  private asking: Promise<void> | undefined;

  constructor(
    /** Requests go to it; announcements come at `<subject>.changed`. NATS permissions let only the issuer answer and announce. */
    private readonly subject: string,
    private readonly link: NatsLink,
    private readonly mayIssue: (issuer: string) => boolean,
    /** Asks until there are keys; otherwise only when a token needs one. */
    private readonly insists = false,
  ) {
    link.onConnected((nats) => {
      nats.subscribe(`${subject}.changed`, { callback: (error, message) => void (error ? undefined : this.take(message.data)) });
      void this.ask();
    });
    link.onReturned(() => void this.ask());
  }

  get known(): boolean {
    return this.keys.size > 0 && Date.now() - this.heldAt < keptMs;
  }

  /** Whether a key by which something was verified is still one of the issuer's. */
  has(id: string): boolean {
    return this.keys.has(id);
  }

  /** The key of this issuer and id. An unknown id asks once more, at most every few seconds. */
  async key(issuer: string, id: string): Promise<VerifyKey | undefined> {
    const held = this.held(issuer, id);
    if (held) return held;
    if (this.asking || Date.now() - this.askedAt > refetchAfterMs) await this.ask();
    return this.held(issuer, id);
  }

  private held(issuer: string, id: string): VerifyKey | undefined {
    return this.known && issuer === this.issuer ? this.keys.get(id) : undefined;
  }

  /** One question at a time, whoever asks. */
  private ask(): Promise<void> {
    this.askedAt = Date.now();
    return (this.asking ??= this.request().finally(() => (this.asking = undefined)));
  }

  private async request(): Promise<void> {
    try {
      const answer = await this.link.connected?.request(this.subject, undefined, { timeout: requestMs });
      if (answer) await this.take(answer.data);
    } catch {
      this.log.debug(`${this.subject} does not answer yet`);
      if (this.insists) setTimeout(() => void (this.known || this.ask()), refetchAfterMs).unref();
    }
  }

  private async take(data: Uint8Array): Promise<void> {
    try {
      const { issuer, keys } = JSON.parse(Buffer.from(data).toString('utf8')) as KeySet;
      if (typeof issuer !== 'string' || !this.mayIssue(issuer)) throw new Error(`${this.subject} names a wrong issuer`);
      this.keys = await imported(keys);
      this.issuer = issuer;
      this.heldAt = Date.now();
    } catch (error) {
      this.log.error(error);
    }
  }
}

/** Only what can verify ES256, by id; an RS256 key of the same issuer signs other things. */
async function imported(keys: readonly JWK[]): Promise<Map<string, VerifyKey>> {
  const usable = keys.filter(
    ({ kty, crv, kid, use = 'sig', alg = 'ES256' }) => kty === 'EC' && crv === 'P-256' && kid && use === 'sig' && alg === 'ES256',
  );
  const entries = usable.map(async ({ kty, crv, x, y, kid }) => [kid!, await importJWK({ kty, crv, x, y }, 'ES256')] as const);
  return new Map(await Promise.all(entries));
}
