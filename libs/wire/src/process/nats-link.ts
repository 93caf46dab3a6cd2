import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { connect, PermissionViolationError, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';

/** Silence on a half-open connection is noticed after two of these. */
const pingEveryMs = 5_000;
const reconnectEveryMs = 500;
/** What waits to be sent when the process ends leaves within this, or not at all. */
const flushMs = 2_000;

/** Where NATS is and how to trust it. */
export interface NatsAddress {
  /** `nats://user:password@host:4222`; several separated by commas share the first one's credentials. */
  readonly url: string;
  /** The authority that signed the server's certificate; with it the connection is always TLS. */
  readonly caFile?: string | undefined;
}

/** From `LIANXUE_NATS_URL` and `LIANXUE_NATS_CA_FILE`. */
export function natsAddress(environment = process.env): NatsAddress {
  const { LIANXUE_NATS_URL: url, LIANXUE_NATS_CA_FILE: caFile } = environment;
  if (!url) throw new Error('LIANXUE_NATS_URL must say where NATS is, e.g. nats://user:password@127.0.0.1:4222.');
  return { url, caFile };
}

/**
 * The process's one connection to NATS: waits for the first, reconnects for ever, and tells who wants to know.
 * What is not connected is `undefined` here rather than a buffer that fills: a call is refused at once.
 */
export class NatsLink implements OnApplicationShutdown {
  /** Names this process in reply subjects; the service's part lets NATS permissions keep others from listening. */
  readonly inbox: string;
  private readonly log = new Logger('NATS');
  private readonly arrivals: ((nats: NatsConnection) => void)[] = [];
  private readonly losses: (() => void)[] = [];
  private readonly returns: (() => void)[] = [];
  private readonly denials: ((subject: string) => void)[] = [];
  private nats: NatsConnection | undefined;
  private alive = false;
  private closing = false;

  constructor(
    readonly service: string,
    private readonly address: () => NatsAddress,
  ) {
    this.inbox = `_WIRE.${service}.${randomBytes(12).toString('hex')}`;
  }

  /** The connection while it stands. */
  get connected(): NatsConnection | undefined {
    return this.alive ? this.nats : undefined;
  }

  /** Sends now or not at all; answers whether it could. */
  publish(subject: string, data: Uint8Array | string, reply?: string): boolean {
    try {
      this.connected?.publish(subject, data, reply === undefined ? undefined : { reply });
      return this.alive;
    } catch (error) {
      this.log.error(error);
      return false;
    }
  }

  /** Runs once with the connection, at once if it stands already; subscriptions made then survive reconnects. */
  onConnected(listener: (nats: NatsConnection) => void): void {
    if (this.nats) listener(this.nats);
    else this.arrivals.push(listener);
  }

  onLost(listener: () => void): void {
    this.losses.push(listener);
  }

  /** After each reconnect: messages may have been missed. */
  onReturned(listener: () => void): void {
    this.returns.push(listener);
  }

  /** When NATS did not let this process say something at a subject. */
  onDenied(listener: (subject: string) => void): void {
    this.denials.push(listener);
  }

  /** The connection, waited for. */
  ready(): Promise<NatsConnection> {
    return new Promise((resolve) => this.onConnected(resolve));
  }

  /** Connects; resolves with the first connection, however long that takes. Throws at once when nobody said where NATS is. */
  open(): Promise<void> {
    return this.connectTo(this.address());
  }

  /** Sends what waits and closes. */
  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    const { connected } = this;
    if (connected) await Promise.race([connected.flush(), delay(flushMs, undefined, { ref: false })]).catch(() => undefined);
    this.alive = false;
    await this.nats?.close();
  }

  private async connectTo(address: NatsAddress): Promise<void> {
    const begun = Date.now();
    let told = '';
    while (!this.nats && !this.closing) {
      try {
        this.nats = await connect(connectionOptions(this.service, address));
      } catch (error) {
        const reason = String(error);
        // A server that starts beside us is no news; whatever lasts is said once for each reason.
        if (reason !== told && Date.now() - begun > 2_000)
          this.log.warn(`Waiting for NATS at ${hostsOf(address.url).join(', ')}: ${(told = reason)}`);
        await delay(reconnectEveryMs, undefined, { ref: false });
      }
    }
    const { nats } = this;
    if (!nats) return;
    if (this.closing) return nats.close();
    this.alive = true;
    void this.watch(nats);
    this.log.log(`Connected to NATS ${nats.info?.version ?? ''} at ${nats.getServer()}`);
    for (const listener of this.arrivals.splice(0)) listener(nats);
  }

  private async watch(nats: NatsConnection): Promise<void> {
    for await (const status of nats.status()) {
      if (status.type === 'disconnect') this.lost();
      if (status.type === 'reconnect') this.returned();
      if (status.type === 'error') this.denied(status.error);
    }
    // The client gives up only where it was told to close; anything else would leave a process that looks healthy.
    if (!this.closing) {
      this.lost();
      this.log.fatal('The connection to NATS ended for good');
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM');
    }
  }

  private denied(error: Error): void {
    this.log.error(`NATS: ${error.message}`);
    if (error instanceof PermissionViolationError && error.operation === 'publish')
      for (const listener of this.denials) listener(error.subject);
  }

  private lost(): void {
    if (!this.alive) return;
    this.alive = false;
    if (!this.closing) this.log.warn('Lost NATS; reconnecting');
    for (const listener of this.losses) listener();
  }

  private returned(): void {
    this.alive = true;
    this.log.log('NATS is back');
    for (const listener of this.returns) listener();
  }
}

function connectionOptions(service: string, { url, caFile }: NatsAddress): ConnectionOptions {
  const { username, password } = new URL(url.split(',')[0]!);
  return {
    servers: hostsOf(url),
    name: `lianxue-${service}`,
    ...(username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {}),
    ...(caFile ? { tls: { caFile } } : {}),
    inboxPrefix: `_INBOX.${service}`,
    // Stack captures for each request cost more than the request.
    noAsyncTraces: true,
    maxReconnectAttempts: -1,
    ignoreAuthErrorAbort: true,
    reconnectTimeWait: reconnectEveryMs,
    pingInterval: pingEveryMs,
    maxPingOut: 2,
  };
}

const hostsOf = (url: string): string[] => url.split(',').map((each) => new URL(each).host);
