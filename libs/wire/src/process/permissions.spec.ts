import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { testNats, type TestNats } from '@lianxue/testing';

/** What deploy/nats/permissions.conf promises, asked of a server that runs by it. */
describe('a NATS user', () => {
  let nats: TestNats;
  const open: NatsConnection[] = [];
  const as = async (user: string) => {
    const { username, password, host } = new URL(nats.urlOf(user));
    const connection = await connect({ servers: host, user: username, pass: decodeURIComponent(password), inboxPrefix: `_INBOX.${user}` });
    open.push(connection);
    return connection;
  };
  /** What the server answers to an attempt; undefined when it lets it pass. */
  const violation = async (connection: NatsConnection, attempt: () => void): Promise<string | undefined> => {
    const statuses = connection.status()[Symbol.asyncIterator]();
    attempt();
    await connection.flush().catch(() => undefined);
    const told = statuses.next().then(({ value }) => (value?.type === 'error' ? String(value.error.message) : undefined));
    return Promise.race([told, delay(100, undefined)]);
  };

  beforeAll(async () => void (nats = await testNats()));
  afterAll(async () => {
    await Promise.all(open.map((connection) => connection.close()));
    await nats?.stop();
  });

  it.each([
    ['lianxue.call.identity', 'another’s calls'],
    ['lianxue.keys', 'questions for the gateway’s keys'],
    ['lianxue.keys.identity', 'questions for another’s keys'],
    ['_WIRE.identity.>', 'another’s answers'],
    ['_INBOX.identity.>', 'another’s inbox'],
    ['lianxue.fact.>', 'facts past the stream'],
    ['>', 'everything'],
  ])('of resources hears nothing at %s: %s', async (subject) => {
    const connection = await as('resources');
    expect(await violation(connection, () => connection.subscribe(subject, { callback: () => undefined }))).toMatch(
      /permissions violation/i,
    );
  });

  it.each([
    ['lianxue.keys.changed', 'keys for persons and apps'],
    ['lianxue.keys.identity.changed', 'another’s keys'],
    ['lianxue.revocations', 'revocations'],
    ['lianxue.fact.identity.organisation.moved', 'another’s facts'],
    ['lianxue.call.reporting', 'calls of services it has no business with'],
    ['$JS.API.STREAM.DELETE.LIANXUE_RESOURCES', 'the end of a stream'],
    ['$JS.API.STREAM.PURGE.LIANXUE_IDENTITY', 'the emptying of another’s stream'],
    ['$JS.API.CONSUMER.MSG.NEXT.LIANXUE_IDENTITY.classrooms_tree', 'another follower’s facts'],
  ])('of resources says nothing at %s: %s', async (subject) => {
    const connection = await as('resources');
    expect(await violation(connection, () => connection.publish(subject, '{}'))).toMatch(/permissions violation/i);
  });

  it('may do what it is there for', async () => {
    const connection = await as('resources');
    expect(await violation(connection, () => connection.publish('lianxue.call.identity', ''))).toBeUndefined();
    expect(
      await violation(connection, () => connection.subscribe('lianxue.call.resources', { queue: 'resources', callback: () => undefined })),
    ).toBeUndefined();
  });
});
