import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testNats, type TestNats } from '@lianxue/testing';
import { connectAs, type Connected } from '../process/connect-as.js';
import { WireCalls } from './wire-calls.js';
import { LocalCalls } from '../serving/local-calls.js';
import { NatsLink } from '../process/nats-link.js';
import { BookGone, Issuer, shelf, ShelfHandlers, startShelf } from '../shelf.sample.js';
import type { CallAnswer } from './call.js';

const bookId = '01939f6e-7c00-7000-8000-000000000001';
const told = ({ body }: CallAnswer) => JSON.parse(Buffer.from(body).toString('utf8')) as { code: string; facts: Record<string, unknown> };

describe('calls over NATS', () => {
  let nats: TestNats;
  let issuer: Issuer;
  let service: Awaited<ReturnType<typeof startShelf>>;
  let link: NatsLink;
  let calls: WireCalls;
  let deploy: Connected;

  beforeAll(async () => {
    nats = await testNats();
    issuer = await new Issuer(nats.urlOf('gateway')).open();
    service = await startShelf(nats.urlOf('resources'));
    await service.listening;
    link = new NatsLink('gateway', () => ({ url: nats.urlOf('gateway') }));
    calls = new WireCalls(link);
    await link.open();
    deploy = await connectAs('deploy', { url: nats.urlOf('deploy') });
  });
  afterAll(async () => {
    await deploy?.close();
    calls?.onApplicationShutdown();
    await link?.onApplicationShutdown();
    await issuer?.close();
    await service?.close();
    await nats?.stop();
  });

  it('carries an item with its ETag', async () => {
    const answer = await calls.call({ operation: shelf.book, token: await issuer.sign(), params: { bookId } });
    expect(answer).toMatchObject({ status: 200, head: { etag: '"3"' } });
    expect(told(answer)).toEqual({ id: bookId, version: 3, title: '分数的初步认识' });
  });

  it('says where a created item is', async () => {
    const answer = await calls.call({
      operation: shelf.add,
      token: await issuer.sign(),
      body: JSON.stringify({ id: bookId, title: '圆' }),
    });
    expect(answer).toMatchObject({ status: 201, head: { etag: '"1"', location: `/api/v1/books/${bookId}` } });
  });

  it('types a client by the contract, with pages and defaults', async () => {
    const books = await deploy.clients.of(shelf).books({ limit: 7, title: '圆' });
    expect(books.next).toBe('further');
    expect(books.items[0]).toMatchObject({ version: 7, title: '圆' });
  });

  it('throws the refusals of the contract, and forwards the caller’s own token', async () => {
    const token = await issuer.sign();
    await calls.call({ operation: shelf.book, token, params: { bookId }, language: 'en' });
    const forwarded = deploy.clients.of(shelf, ShelfHandlers.calls.at(-1));
    await expect(forwarded.book({ bookId: bookId.replace(/1$/, '0') })).rejects.toMatchObject({ kind: BookGone, facts: { since: '2026' } });
    await expect(deploy.clients.of(shelf).book({ bookId })).rejects.toMatchObject({ kind: { code: 'role.not_permitted' } });
  });

  it('answers 503 at once when nobody serves, and only for that frame', async () => {
    const nowhere = { ...shelf.book, service: 'reporting' };
    const [lost, served] = await Promise.all([calls.call({ operation: nowhere }), calls.call({ operation: shelf.greeting })]);
    expect([lost.status, told(lost).code, lost.head.retryAfter, served.status]).toEqual([503, 'service.unavailable', 1, 200]);
  });

  it('answers at once when NATS does not let it call a service', async () => {
    const classrooms = await connectAs('classrooms', { url: nats.urlOf('classrooms') });
    await expect(classrooms.clients.of(shelf).books()).rejects.toMatchObject({ kind: { code: 'service.unavailable' } });
    await classrooms.close();
  });

  it('ends a read that is late with timed_out, a write with outcome.unknown', async () => {
    const client = deploy.clients.of(shelf);
    const deadline = Date.now() + 200;
    await expect(client.slow({ ms: 600 }, { deadline })).rejects.toMatchObject({ kind: { code: 'timed_out', status: 504 } });
    await expect(client.slowWrite({ ms: 600 }, { deadline: Date.now() + 200 })).rejects.toMatchObject({
      kind: { code: 'outcome.unknown', status: 504 },
    });
  });

  it('drops a call that arrives after its deadline', async () => {
    const before = ShelfHandlers.calls.length;
    const token = await issuer.sign();
    const raw = { ...shelf.book, verb: 'get' as const };
    await expect(calls.call({ operation: raw, token, params: { bookId }, deadline: Date.now() - 1 })).resolves.toMatchObject({
      status: 504,
    });
    expect(ShelfHandlers.calls.length).toBe(before);
  });

  it('lets no slow call hold back the others of its frame', async () => {
    const client = deploy.clients.of(shelf);
    const order: string[] = [];
    const slow = client.slow({ ms: 2_000 }).then(() => order.push('slow'));
    await Promise.all(Array.from({ length: 50 }, () => client.books()));
    order.push('others');
    await slow;
    expect(order).toEqual(['others', 'slow']);
  });

  it('refuses bodies and answers that do not belong on the wire', async () => {
    const token = await issuer.sign();
    expect((await calls.call({ operation: shelf.add, token, body: 'x'.repeat(256 * 1024 + 1) })).status).toBe(413);
    await expect(deploy.clients.of(shelf).slow({ ms: 0, bytes: 901 * 1024 })).rejects.toMatchObject({ kind: { code: 'answer.too_large' } });
    await expect(deploy.clients.of(shelf).slow({ ms: 0, bytes: 890 * 1024 })).resolves.toMatchObject({
      filler: expect.stringMatching(/^x+$/),
    });
  });

  it('carries many large answers at once, in frames that NATS takes', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => deploy.clients.of(shelf).slow({ ms: 5, bytes: 300 * 1024 })));
    expect(answers.every(({ filler }) => filler.length === 300 * 1024)).toBe(true);
  });

  it('tells nothing of an accident', async () => {
    const { token } = { token: await (deploy.clients as unknown as { tokens: { token(): Promise<string> } }).tokens.token() };
    const answer = await calls.call({ operation: shelf.stumble, token });
    expect([answer.status, Buffer.from(answer.body).toString()]).toEqual([500, '{"code":"accident"}']);
  });

  it('holds a guarded operation to the version seen', async () => {
    const token = await issuer.sign();
    const rename = (ifMatch?: string) =>
      calls.call({ operation: shelf.rename, token, params: { bookId }, body: '{"title":"圆"}', ifMatch });
    expect(told(await rename()).code).toBe('version.required');
    expect(told(await rename('"4"'))).toMatchObject({ version: 5 });
    expect(told(await rename('"abc"')).code).toBe('version.changed');
    expect(told(await rename('W/"4"')).code).toBe('version.changed');
    expect(told(await rename('4')).code).toBe('input.invalid');
  });

  it('lets an app act where it says, and asks where it must say so', async () => {
    const token = await issuer.sign(issuer.app());
    const organisation = '01939f6e-7c00-7000-8000-0000000000ff';
    const shared = (actingOrganisation?: string) => calls.call({ operation: shelf.shared, token, actingOrganisation });
    expect(told(await shared()).code).toBe('organisation.required');
    expect(told(await shared(organisation))).toEqual({ organisation });
    expect(told(await shared('everywhere')).code).toBe('input.invalid');
    const person = await issuer.sign();
    expect(told(await calls.call({ operation: shelf.shared, token: person, actingOrganisation: organisation })).code).toBe('input.invalid');
  });

  it('asks for the app’s scope and the caller’s role', async () => {
    const ask = async (changes: Record<string, unknown>) =>
      told(await calls.call({ operation: shelf.book, token: await issuer.sign(issuer.claims(changes)), params: { bookId } })).code;
    expect(await ask({ scope: 'resources.write' })).toBe('scope.missing');
    expect(await ask({ role: 'pupil' })).toBe('role.not_permitted');
    expect(told(await calls.call({ operation: shelf.book, params: { bookId } })).code).toBe('token.missing');
  });

  it('passes language and trace on, and words faults in the caller’s language', async () => {
    const token = await issuer.sign();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await calls.call({ operation: shelf.book, token, params: { bookId }, language: 'en', traceparent });
    expect(ShelfHandlers.calls.at(-1)).toMatchObject({ language: 'en', traceparent, input: { bookId } });
    await calls.call({ operation: shelf.book, token, params: { bookId }, traceparent: 'x\r\ny' });
    expect(ShelfHandlers.calls.at(-1)).toMatchObject({ language: 'zh', traceparent: undefined });
    const wrong = await calls.call({ operation: shelf.book, token, params: { bookId: '1' }, language: 'en' });
    expect(told(wrong)).toEqual({
      code: 'input.invalid',
      facts: { errors: [{ pointer: '/bookId', code: 'value.format', detail: 'has the wrong format (uuid)' }] },
    });
  });

  it('takes an Idempotency-Key from posts of those who have a name', async () => {
    const add = async (idempotencyKey: string) =>
      calls.call({ operation: shelf.add, token: await issuer.sign(), body: '{"title":"圆"}', idempotencyKey });
    await add('key-1');
    expect(ShelfHandlers.calls.at(-1)!.idempotencyKey).toBe('key-1');
    expect(told(await add('键')).code).toBe('input.invalid');
    await calls.call({ operation: shelf.book, token: await issuer.sign(), params: { bookId }, idempotencyKey: 'key-1' });
    expect(ShelfHandlers.calls.at(-1)!.idempotencyKey).toBeUndefined();
  });

  it('serves within the process by the same checks', async () => {
    const local = service.app.get(LocalCalls);
    expect(told(await local.call({ operation: shelf.greeting }))).toEqual({ to: 'anyone' });
    expect(told(await local.call({ operation: shelf.book, params: { bookId } })).code).toBe('token.missing');
    expect(await local.call({ operation: shelf.book, token: await issuer.sign(), params: { bookId } })).toMatchObject({
      status: 200,
      head: { etag: '"3"' },
    });
    expect((await local.call({ operation: shelf.add, token: await issuer.sign(), body: 'x'.repeat(256 * 1024 + 1) })).status).toBe(413);
  });

  it('takes calls from Anyone where permitted, but no bad token', async () => {
    expect(told(await calls.call({ operation: shelf.greeting }))).toEqual({ to: 'anyone' });
    expect((await calls.call({ operation: shelf.greeting, token: 'x' })).status).toBe(401);
  });
});
