import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testNats, type TestNats } from '@lianxue/testing';
import { NatsLink } from '../process/nats-link.js';
import { Issuer, shelf, startShelf } from '../shelf.sample.js';
import { WireCalls } from './wire-calls.js';

/** Counts that hold on any machine: what a call may cost. */
describe('a call costs', () => {
  let nats: TestNats;
  let issuer: Issuer;
  let service: Awaited<ReturnType<typeof startShelf>>;
  let link: NatsLink;
  let calls: WireCalls;
  let token: string;
  const read = async () =>
    (await calls.call({ operation: shelf.book, token, params: { bookId: '01939f6e-7c00-7000-8000-000000000001' } })).status;
  const messages = async (run: () => Promise<unknown>) => {
    const { outMsgs, inMsgs } = link.connected!.stats();
    await run();
    const after = link.connected!.stats();
    return { out: after.outMsgs - outMsgs, in: after.inMsgs - inMsgs };
  };

  beforeAll(async () => {
    nats = await testNats();
    issuer = await new Issuer(nats.urlOf('gateway')).open();
    service = await startShelf(nats.urlOf('resources'));
    await service.listening;
    link = new NatsLink('gateway', () => ({ url: nats.urlOf('gateway') }));
    calls = new WireCalls(link);
    await link.open();
    token = await issuer.sign();
    await read();
  });
  afterAll(async () => {
    calls?.onApplicationShutdown();
    await Promise.all([link?.onApplicationShutdown(), issuer?.close(), service?.close()]);
    await nats?.stop();
  });

  it('two messages when it is alone', async () => {
    const one = await messages(async () => {
      for (let count = 0; count < 20; count++) expect(await read()).toBe(200);
    });
    expect(one).toEqual({ out: 20, in: 20 });
  });

  it('a fraction of a message among many', async () => {
    const many = await messages(async () =>
      expect(await Promise.all(Array.from({ length: 200 }, read))).toEqual(Array.from({ length: 200 }, () => 200)),
    );
    expect(many.out).toBeLessThanOrEqual(3);
    expect(many.in).toBeLessThanOrEqual(20);
  });

  it('no memory once it is answered', async () => {
    for (let round = 0; round < 50; round++) await Promise.all(Array.from({ length: 100 }, read));
    const { pending, outboxes } = calls as unknown as {
      pending: Map<number, unknown>;
      outboxes: Map<string, { outstanding: number; waiting: unknown[] }>;
    };
    expect(pending.size).toBe(0);
    expect([...outboxes.values()].map(({ outstanding, waiting }) => [outstanding, waiting.length])).toEqual([[0, 0]]);
  });
});
