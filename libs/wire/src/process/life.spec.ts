import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { testNats, until, type TestNats } from '@lianxue/testing';
import { WireCalls } from '../calls/wire-calls.js';
import { Handles } from '../serving/handling.js';
import { Beside, Issuer, shelf, ShelfHandlers, startShelf } from '../shelf.sample.js';
import { Revocations } from '../tokens/revocations.js';
import { WireModule } from '../wire.module.js';
import { connectAs } from './connect-as.js';
import { NatsLink } from './nats-link.js';

describe('a process', () => {
  let nats: TestNats;
  const ends: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    nats = await testNats();
    ends.push(() => nats.stop());
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  const deploy = async () => {
    const connected = await connectAs('deploy', { url: nats.urlOf('deploy') });
    ends.push(() => connected.close());
    return connected.clients.of(shelf);
  };

  it('is live while NATS is away, and ready once all it needs is there', async () => {
    await nats.stop();
    const service = await startShelf(nats.urlOf('resources'));
    ends.push(() => service.close());
    await delay(100);
    expect(service.conditions.missing()).toEqual(expect.arrayContaining(['nats', 'calls', 'keys']));
    await nats.startAgain();
    await service.listening;
    expect(service.conditions.missing()).toEqual(['keys']);
    const issuer = await new Issuer(nats.urlOf('gateway')).open();
    ends.push(() => issuer.close());
    await until(() => service.conditions.ready);
  });

  it('serves no call before revocations are known', async () => {
    const beside = new Beside();
    beside.identityAway = true;
    const service = await startShelf(nats.urlOf('resources'), beside);
    ends.push(() => service.close());
    const client = await deploy();
    await delay(300);
    await expect(client.books()).rejects.toMatchObject({ kind: { code: 'service.unavailable' } });
    expect(service.conditions.missing()).toEqual(expect.arrayContaining(['revocations', 'calls']));
    beside.identityAway = false;
    await service.listening;
    await expect(client.books()).resolves.toMatchObject({ next: 'further' });
  });

  it('refuses at once while NATS is away, and goes on by itself when it is back', async () => {
    const service = await startShelf(nats.urlOf('resources'));
    ends.push(() => service.close());
    await service.listening;
    const client = await deploy();
    await client.books();
    const [read, write] = [client.slow({ ms: 2_000 }), client.slowWrite({ ms: 2_000 })].map((call) =>
      call.catch((error: { kind: { code: string } }) => error.kind.code),
    );
    await delay(50);
    await nats.stop();
    expect([await read, await write]).toEqual(['service.unavailable', 'outcome.unknown']);
    await expect(client.books()).rejects.toMatchObject({ kind: { code: 'service.unavailable' } });
    await until(() => service.conditions.missing().includes('nats'));
    await delay(3_000);
    await nats.startAgain();
    await until(
      () =>
        client.books().then(
          () => true,
          () => false,
        ),
      5_000,
    );
    expect(service.conditions.missing()).not.toContain('nats');
  });

  it('finishes what is in flight before it ends', async () => {
    const service = await startShelf(nats.urlOf('resources'));
    await service.listening;
    const client = await deploy();
    const { begun, done } = ShelfHandlers;
    const running = Promise.all(Array.from({ length: 40 }, (_, index) => client.slow({ ms: 500 + index * 10 })));
    await until(() => ShelfHandlers.begun - begun === 40);
    await service.close();
    expect(await running).toHaveLength(40);
    expect(ShelfHandlers.done - done).toBe(40);
    await expect(client.books()).rejects.toMatchObject({ kind: { code: 'service.unavailable' } });
  });

  it('fails no call while one of two instances ends', async () => {
    const beside = new Beside();
    const first = await startShelf(nats.urlOf('resources'), beside);
    const second = await startShelf(nats.urlOf('resources'), beside);
    ends.push(() => second.close());
    await Promise.all([first.listening, second.listening]);
    const client = await deploy();
    let going = true;
    let served = 0;
    const load = Array.from({ length: 8 }, async () => {
      for (; going; served++) await client.slow({ ms: 3 });
    });
    await until(() => served > 20);
    await first.close();
    await delay(300);
    going = false;
    await Promise.all(load);
    expect(served).toBeGreaterThan(20);
  });

  it('does not start with an operation that nobody serves, or that is not its own', async () => {
    const create = (controllers: (new () => object)[]) => {
      @Module({ imports: [new Beside().module(), WireModule.forService(shelf, { nats: { url: nats.url } })], controllers })
      class Partial {}
      return NestFactory.createApplicationContext(Partial, { logger: false, abortOnError: false });
    };
    @Controller()
    class Again {
      @Handles(shelf.greeting)
      async greeting() {
        return { to: 'x' };
      }
    }
    await expect(create([])).rejects.toThrow(/Nobody serves resources.book, resources.books/);
    await expect(create([ShelfHandlers, Again])).rejects.toThrow('resources.greeting is served twice, the second time by Again.greeting.');
  });
});

describe('revocations', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('that have not been heard of for a minute stop writes of persons and apps, nothing else', async () => {
    const link = new NatsLink('resources', () => ({ url: '' }));
    let away = false;
    const table = new Revocations(link, { revocations: async () => (away ? Promise.reject(new Error('away')) : []) });
    table.start();
    await table.known();
    table.onApplicationShutdown();
    away = true;
    const caller = (kind: string) => ({ kind }) as never;
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 59_000);
    expect(() => table.assertKnownFor(caller('person'))).not.toThrow();
    jest.spyOn(Date, 'now').mockReturnValue(now + 61_000);
    for (const kind of ['person', 'app']) expect(() => table.assertKnownFor(caller(kind))).toThrow('revocation.unknown');
    for (const kind of ['service', 'anyone']) expect(() => table.assertKnownFor(caller(kind))).not.toThrow();
  });
});

describe('a link that was never opened', () => {
  it('refuses calls', async () => {
    const calls = new WireCalls(new NatsLink('gateway', () => ({ url: '' })));
    expect((await calls.call({ operation: shelf.greeting })).status).toBe(503);
    calls.onApplicationShutdown();
  });
});
