import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Controller, Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { z } from 'zod';
import {
  contract,
  creatable,
  Id,
  item,
  ONCE,
  operation,
  page,
  paging,
  refusal,
  refuse,
  text,
  value,
  VAULT,
  Version,
  type Call,
  type Fact,
  type InputOf,
  type Once,
  type Statements,
} from '@lianxue/contracts';
import { audience } from './tokens/claims.js';
import { publishKeys } from './tokens/publish-keys.js';
import { REVOCATION_SOURCE, type Revocation } from './tokens/revocations.js';
import { NatsLink } from './process/nats-link.js';
import { Conditions } from './process/readiness.js';
import { Handles } from './serving/handling.js';
import { WireServer } from './serving/wire-server.js';
import { WireModule, type WireOptions } from './wire.module.js';

const Book = z.object({ id: Id, version: Version, title: z.string() });
export const BookGone = refusal('book.gone', 409, { zh: '已不在架', en: 'Not on the shelf' }, z.strictObject({ since: z.string() }));

/** A small service for the tests of the wire. */
export const shelf = contract('resources', {
  book: operation('get', '/books/:bookId', {
    summary: '读取 Read',
    scope: 'resources.read',
    permits: ['teacher', 'app'],
    params: z.object({ bookId: Id }),
    returns: item(Book),
    fails: [BookGone],
  }),
  books: operation('get', '/books', {
    summary: '列出 List',
    scope: 'resources.read',
    permits: ['teacher', 'service'],
    query: z.object({ ...paging, title: text(20).optional() }),
    returns: page(Book),
  }),
  add: operation('post', '/books', {
    summary: '登记 Add',
    scope: 'resources.write',
    permits: ['teacher', 'service'],
    creates: true,
    body: z.strictObject({ ...creatable, title: text(50), tags: z.array(text(10)).max(3).default([]), pages: z.int().min(1).optional() }),
    returns: item(Book),
  }),
  rename: operation('patch', '/books/:bookId', {
    summary: '改名 Rename',
    scope: 'resources.write',
    permits: ['teacher'],
    guarded: true,
    params: z.object({ bookId: Id }),
    body: z.strictObject({ title: text(50) }),
    returns: item(Book),
  }),
  slow: operation('get', '/slow', {
    summary: '慢 Slow',
    permits: ['service'],
    internal: true,
    query: z.object({ ms: z.coerce.number(), bytes: z.coerce.number().default(0) }),
    returns: value(z.object({ filler: z.string() })),
  }),
  slowWrite: operation('post', '/slow', {
    summary: '慢写 Slow write',
    permits: ['service'],
    internal: true,
    body: z.strictObject({ ms: z.number() }),
  }),
  greeting: operation('get', '/greeting', {
    summary: '问候 Greet',
    permits: 'anyone',
    reach: 'public',
    returns: value(z.object({ to: z.string() })),
  }),
  shared: operation('get', '/shared', {
    summary: '共享 Shared',
    scope: 'resources.read',
    permits: ['teacher', 'app'],
    reach: 'handedDown',
    returns: value(z.object({ organisation: z.string() })),
  }),
  stumble: operation('get', '/stumble', { summary: '出错 Stumble', permits: ['service'], internal: true, returns: value(z.object({})) }),
});

@Controller()
export class ShelfHandlers {
  static readonly calls: Call[] = [];
  static begun = 0;
  static done = 0;

  @Handles(shelf.book)
  async book({ bookId }: InputOf<typeof shelf.book>, call: Call) {
    ShelfHandlers.calls.push(call);
    if (bookId.endsWith('0')) throw refuse(BookGone, { since: '2026' });
    return { id: bookId, version: 3, title: '分数的初步认识' };
  }
  @Handles(shelf.books)
  async books({ limit, title }: InputOf<typeof shelf.books>) {
    return { items: [{ id: randomUUID(), version: limit, title: title ?? '' }], next: 'further' };
  }
  @Handles(shelf.add)
  async add({ id, title }: InputOf<typeof shelf.add>, call: Call) {
    ShelfHandlers.calls.push(call);
    return { id: id ?? randomUUID(), version: 1, title };
  }
  @Handles(shelf.rename)
  async rename({ bookId, title }: InputOf<typeof shelf.rename>, call: Call) {
    return { id: bookId, version: Number(call.ifMatch) + 1, title };
  }
  @Handles(shelf.slow)
  async slow({ ms, bytes }: InputOf<typeof shelf.slow>) {
    ShelfHandlers.begun++;
    await delay(ms);
    ShelfHandlers.done++;
    return { filler: 'x'.repeat(bytes) };
  }
  @Handles(shelf.slowWrite)
  async slowWrite({ ms }: InputOf<typeof shelf.slowWrite>) {
    await delay(ms);
    ShelfHandlers.done++;
  }
  @Handles(shelf.greeting)
  async greeting(_: InputOf<typeof shelf.greeting>, { caller }: Call) {
    return { to: caller.subject };
  }
  @Handles(shelf.shared)
  async shared(_: InputOf<typeof shelf.shared>, { caller }: Call) {
    return { organisation: caller.organisation ?? '' };
  }
  @Handles(shelf.stumble)
  async stumble(): Promise<{}> {
    throw new TypeError('secret detail');
  }
}

/** An inbox in memory. */
export class RememberingOnce implements Once {
  readonly seen = new Set<string>();
  readonly buried: { consumer: string; fact: Fact; reason: string }[] = [];
  async once(consumer: string, fact: Fact, apply: (statements: Statements) => Promise<void>): Promise<void> {
    const key = `${consumer} ${fact.id}`;
    if (this.seen.has(key)) return;
    await apply({ query: async () => [] });
    this.seen.add(key);
  }
  async bury(consumer: string, fact: Fact, reason: string): Promise<void> {
    this.buried.push({ consumer, fact, reason });
  }
}

/** What persistence and identity give a service, in memory. */
export class Beside {
  readonly revocations: Revocation[] = [];
  identityAway = false;
  readonly once = new RememberingOnce();
  private readonly secrets = new Map<string, string>();

  module(): Type {
    const { revocations, once, secrets } = this;
    const vault = {
      keep: async (name: string, make: () => Promise<string>) => secrets.get(name) ?? (secrets.set(name, await make()), secrets.get(name)!),
    };
    const source = {
      revocations: async () => {
        if (this.identityAway) throw new Error('away');
        return revocations;
      },
    };
    const providers = [
      { provide: VAULT, useValue: vault },
      { provide: ONCE, useValue: once },
      { provide: REVOCATION_SOURCE, useValue: source },
    ];
    @Global()
    @Module({ providers, exports: providers.map(({ provide }) => provide) })
    class BesideModule {}
    return BesideModule;
  }
}

/** Runs the shelf as its own Nest microservice. */
export async function startShelf(url: string, beside = new Beside(), options: WireOptions = {}, followers: readonly object[] = []) {
  @Module({
    imports: [beside.module(), WireModule.forService(shelf, { ...options, nats: { url } })],
    controllers: [ShelfHandlers],
    providers: followers.map((follower) => ({ provide: follower.constructor, useValue: follower })),
  })
  class ShelfModule {}
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(ShelfModule, {
    inject: [WireServer],
    useFactory: (strategy: WireServer) => ({ strategy }),
    logger: process.env.WIRE_LOG ? undefined : false,
    abortOnError: false,
  } as never);
  const listening = app.listen();
  return { app, beside, listening, conditions: app.get(Conditions), close: () => app.close() };
}

/** What the gateway does for tokens: keys offered over NATS, tokens of persons and apps. */
export class Issuer {
  readonly link: NatsLink;
  readonly issuer = 'http://127.0.0.1:3000/oidc';
  private readonly pair = generateKeyPair('ES256', { extractable: true });
  kid = '';
  jwk: JWK = {};

  constructor(url: string) {
    this.link = new NatsLink('gateway', () => ({ url }));
  }

  async open(): Promise<this> {
    const { publicKey } = await this.pair;
    this.jwk = await exportJWK(publicKey);
    this.kid = await calculateJwkThumbprint(this.jwk);
    publishKeys(this.link, () => ({ issuer: this.issuer, keys: [{ ...this.jwk, kid: this.kid, use: 'sig', alg: 'ES256' }] }));
    await this.link.open();
    return this;
  }

  async privateKey(): Promise<CryptoKey> {
    return (await this.pair).privateKey;
  }

  /** Claims of a teacher; what is given replaces or (undefined) removes. */
  claims(changes: Record<string, unknown> = {}): Record<string, unknown> {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: this.issuer,
      aud: audience,
      sub: '01939f6e-7c00-7000-8000-00000000000a',
      client_id: 'lianxue-console',
      scope: 'resources.read resources.write',
      iat: now,
      exp: now + 600,
      issued_ms: Date.now(),
      jti: randomUUID(),
      role: 'teacher',
      org: '01939f6e-7c00-7000-8000-00000000000b',
      post: '01939f6e-7c00-7000-8000-00000000000c',
      sid: 'session-1',
      about: [],
      ...changes,
    };
  }

  app(changes: Record<string, unknown> = {}): Record<string, unknown> {
    return this.claims({
      sub: 'vendor-app',
      client_id: 'vendor-app',
      role: undefined,
      org: undefined,
      post: undefined,
      sid: undefined,
      about: undefined,
      ...changes,
    });
  }

  async sign(claims: Record<string, unknown> = this.claims(), header: Record<string, unknown> = {}): Promise<string> {
    return new SignJWT(JSON.parse(JSON.stringify(claims)) as never)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: this.kid, ...header })
      .sign(await this.privateKey());
  }

  close(): Promise<void> {
    return this.link.onApplicationShutdown();
  }
}
