import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import type { Fact, Follower } from '@lianxue/contracts';
import { testNats, until, type TestNats } from '@lianxue/testing';
import { NatsLink } from '../process/nats-link.js';
import { RememberingOnce } from '../shelf.sample.js';
import { factIn, toCloudEvent } from './cloud-event.js';
import { commonSubject, Delivery, sourcesOf } from './delivery.js';
import { StreamBehind, StreamPublisher } from './publisher.js';

let feedSeq = 0;
const fact = (changes: Partial<Fact> = {}): Fact => ({
  id: randomUUID(),
  type: 'cn.lianxue.identity.organisation.registered',
  service: 'identity',
  thing: 'organisation',
  entity: randomUUID(),
  version: 1,
  organisation: null,
  actor: 'service',
  time: '2026-11-21T08:00:00.000Z',
  feedSeq: ++feedSeq,
  traceparent: undefined,
  data: { name: '临川区第一小学' },
  ...changes,
});

class Listening implements Follower {
  readonly name = 'tree';
  readonly applied: Fact[] = [];
  constructor(
    readonly types: readonly string[] = ['cn.lianxue.identity.organisation.*'],
    private readonly onFact: (fact: Fact) => Promise<void> | void = () => undefined,
  ) {}
  async apply(heard: Fact): Promise<void> {
    await this.onFact(heard);
    this.applied.push(heard);
  }
}

describe('facts over JetStream', () => {
  let nats: TestNats;
  let identity: NatsLink;
  let resources: NatsLink;
  let deploy: NatsLink;
  const deliveries: Delivery[] = [];
  const follow = (follower: Follower, once = new RememberingOnce(), backoff?: readonly number[]) => {
    const delivery = new Delivery(resources, once, follower, 'identity', backoff);
    deliveries.push(delivery);
    delivery.start();
    return once;
  };
  const manager = () => jetstreamManager(deploy.connected!);

  beforeAll(async () => {
    nats = await testNats();
    identity = new NatsLink('identity', () => ({ url: nats.urlOf('identity') }));
    resources = new NatsLink('resources', () => ({ url: nats.urlOf('resources') }));
    deploy = new NatsLink('deploy', () => ({ url: nats.urlOf('deploy') }));
    await Promise.all([identity.open(), resources.open(), deploy.open()]);
  });
  afterEach(async () => {
    await Promise.all(deliveries.splice(0).map((delivery) => delivery.stop()));
    await (await manager()).streams.delete('LIANXUE_IDENTITY').catch(() => false);
    feedSeq = 0;
  });
  afterAll(async () => {
    await Promise.all([identity, resources, deploy].map((link) => link?.onApplicationShutdown()));
    await nats?.stop();
  });

  it('travel as CloudEvents and come back whole', () => {
    const told = fact({ organisation: randomUUID(), traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' });
    expect(factIn(Buffer.from(JSON.stringify(toCloudEvent(told))))).toEqual(told);
    const gone = fact({ data: null });
    expect(factIn(Buffer.from(JSON.stringify(toCloudEvent(gone))))).toEqual(gone);
    expect(toCloudEvent(gone)).toMatchObject({
      specversion: '1.0',
      source: 'urn:lianxue:service:identity',
      subject: `organisation/${gone.entity}`,
    });
  });

  it('reach a follower in order, once each, though told twice and heard twice', async () => {
    const publisher = new StreamPublisher('identity', identity);
    const facts = Array.from({ length: 200 }, () => fact());
    await publisher.publish(facts.slice(0, 150));
    const follower = new Listening();
    const once = follow(follower);
    // A relay that crashed before it noted its progress tells again.
    const successor = new StreamPublisher('identity', identity);
    expect(await successor.lastPublished()).toBe(150);
    await successor.publish(facts.slice(100));
    await until(() => follower.applied.length >= 200);
    // A consumer made anew hears everything again; the inbox knows.
    await deliveries[0]!.stop();
    await (await manager()).consumers.delete('LIANXUE_IDENTITY', 'resources_tree');
    follow(follower, once);
    await publisher.lastPublished();
    const last = fact();
    await publisher.publish([last]);
    await until(() => follower.applied.some(({ id }) => id === last.id));
    expect(follower.applied.map(({ feedSeq }) => feedSeq)).toEqual(Array.from({ length: 201 }, (_, index) => index + 1));
  });

  it('are heard by those who listen to their type only', async () => {
    const follower = new Listening(['cn.lianxue.identity.organisation.moved', 'cn.lianxue.identity.selection.*']);
    expect(sourcesOf(follower)).toEqual(['identity']);
    follow(follower);
    const types = ['organisation.registered', 'organisation.moved', 'selection.made', 'person.registered'].map(
      (type) => `cn.lianxue.identity.${type}`,
    );
    await new StreamPublisher('identity', identity).publish([...types.map((type) => fact({ type })), fact({ type: types[1]! })]);
    await until(() => follower.applied.length === 3);
    expect(follower.applied.map(({ type }) => type)).toEqual([types[1], types[2], types[1]]);
  });

  it('pass by a follower whom they do not concern, without a transaction', async () => {
    const facts = [fact(), fact(), fact()];
    const last = facts.at(-1)!.id;
    const follower = Object.assign(new Listening(), { concerns: ({ id }: Fact) => id === last });
    const once = follow(follower);
    await new StreamPublisher('identity', identity).publish(facts);
    await until(() => follower.applied.length === 1);
    expect([follower.applied[0]!.id, once.seen.size]).toEqual([last, 1]);
  });

  it('are asked for by one subject that covers all types', () => {
    const covering = (...types: string[]) => commonSubject(types.map((type) => `cn.lianxue.${type}`));
    expect(covering('identity.organisation.moved')).toBe('lianxue.fact.identity.organisation.moved');
    expect(covering('identity.organisation.moved', 'identity.selection.*')).toBe('lianxue.fact.identity.*.*');
    expect(covering('identity.organisation.*', 'identity.organisation.moved')).toBe('lianxue.fact.identity.organisation.*');
    expect(covering('identity.>', 'identity.organisation.moved')).toBe('lianxue.fact.identity.>');
  });

  it('that a follower cannot take hold nobody else back, and are tried again', async () => {
    let failures = 0;
    const poison = fact();
    const follower = new Listening(undefined, ({ id }) => {
      if (id === poison.id && failures++ < 1) throw new Error('not now');
    });
    follow(follower);
    const others = [fact(), fact()];
    await new StreamPublisher('identity', identity).publish([poison, ...others]);
    await until(() => follower.applied.length === 3);
    expect(follower.applied.map(({ id }) => id)).toEqual([...others, poison].map(({ id }) => id));
  });

  it('that can never be applied are buried with the reason, after all tries', async () => {
    const poison = fact();
    const follower = new Listening(undefined, ({ id }) => {
      if (id === poison.id) throw new Error('never');
    });
    const once = follow(follower, undefined, [10, 20]);
    await new StreamPublisher('identity', identity).publish([poison, fact()]);
    await until(() => once.buried.length === 1);
    expect(once.buried[0]).toMatchObject({ consumer: 'resources_tree', fact: { id: poison.id }, reason: 'never' });
    await delay(100);
    expect([once.buried.length, follower.applied.length]).toEqual([1, 1]);
  });

  it('that a follower never finishes hold the others back two seconds at most', async () => {
    const stuck = fact();
    const follower = new Listening(undefined, ({ id }) => (id === stuck.id ? new Promise<void>(() => undefined) : undefined));
    follow(follower);
    await new StreamPublisher('identity', identity).publish([stuck, fact()]);
    await until(() => follower.applied.length === 1);
  });

  it('that are none at all are put aside', async () => {
    const publisher = new StreamPublisher('identity', identity);
    await publisher.publish([fact()]);
    const follower = new Listening();
    follow(follower);
    identity.connected!.publish('lianxue.fact.identity.organisation.registered', '{"not":"a fact"}');
    identity.connected!.publish('lianxue.fact.identity.organisation.registered', 'not json');
    await until(() => follower.applied.length === 1);
    await publisher.lastPublished().catch(() => 0);
  });

  it('fill a stream that was lost from the beginning, and its followers go on', async () => {
    const publisher = new StreamPublisher('identity', identity);
    const facts = Array.from({ length: 5 }, () => fact());
    await publisher.publish(facts);
    const follower = new Listening();
    follow(follower);
    await until(() => follower.applied.length === 5);
    await (await manager()).streams.delete('LIANXUE_IDENTITY');
    const next = fact();
    await expect(publisher.publish([next])).rejects.toThrow();
    await expect(publisher.publish([next])).rejects.toThrow(StreamBehind);
    expect(await publisher.lastPublished()).toBe(0);
    await publisher.publish([...facts, next]);
    await until(() => follower.applied.length === 6);
    expect(follower.applied.at(-1)!.id).toBe(next.id);
  });

  it('that one process held when it ended are heard by the next at once', async () => {
    const first = new Listening(undefined, () => delay(50));
    const once = follow(first);
    await new StreamPublisher('identity', identity).publish(Array.from({ length: 30 }, () => fact()));
    await until(() => first.applied.length > 2);
    await deliveries[0]!.stop();
    const second = new Listening();
    follow(second, once);
    // Sooner than any acknowledgement is overdue, which is ten seconds after it was handed out.
    await until(() => first.applied.length + second.applied.length >= 29, 9_000);
    // A server of 2.9 hands one to the request that has just ended; that one comes again after the acknowledgement is overdue.
    await until(() => first.applied.length + second.applied.length === 30);
  });

  it('wait in the outbox while NATS is away', async () => {
    const publisher = new StreamPublisher('identity', identity);
    await publisher.publish([fact()]);
    const follower = new Listening();
    follow(follower);
    await until(() => follower.applied.length === 1);
    await nats.stop();
    const next = fact();
    await until(() => !identity.connected);
    await expect(publisher.publish([next])).rejects.toThrow('outbox');
    await nats.startAgain();
    await until(() => Boolean(identity.connected && resources.connected && deploy.connected));
    await publisher.publish([next]);
    await until(() => follower.applied.length === 2);
  });
});
