import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEdge, type OpenEdge } from './spec-kit/open-edge.js';
import { roomId } from './spec-kit/rooms.js';

let edge: OpenEdge;
let token: string;
beforeAll(async () => {
  edge = await openEdge();
  token = await edge.sign();
});
afterAll(() => edge?.close());

const json = { 'content-type': 'application/json' };
const add = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  edge.ask('/api/v1/rooms', { method: 'POST', token, body: body as never, headers: { ...json, ...headers } });

describe('hostile input', () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  const cases: [string, string | Uint8Array, number, string][] = [
    ['no JSON', '{"name":', 400, 'json.malformed'],
    ['an array', '[]', 400, 'value.type'],
    ['null', 'null', 400, 'value.type'],
    ['a wrong type', '{"name":1,"seats":1}', 400, 'value.type'],
    ['a number beyond all bounds', '{"name":"a","seats":1e400}', 400, 'value.type'],
    ['an unknown field', '{"name":"a","seats":1,"admin":true}', 400, 'field.unknown'],
    ['a prototype', '{"name":"a","seats":1,"__proto__":{"admin":true}}', 400, 'text.unstorable'],
    ['a repeated key', '{"name":"a","name":"b","seats":1}', 400, 'json.duplicate_key'],
    ['NUL', '{"name":"a\\u0000b","seats":1}', 400, 'text.unstorable'],
    ['a lone surrogate', '{"name":"\\ud800","seats":1}', 400, 'text.unstorable'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'json.not_utf8'],
    ['10,000 levels', `{"name":${deep},"seats":1}`, 400, 'json.too_deep'],
    ['200 KB of text', `{"name":"${'长'.repeat(66_000)}","seats":1}`, 400, 'text.too_long'],
  ];
  it.each(cases)('%s is refused with the field', async (_, body, status, code) => {
    const answer = await add(body);
    const problem = (await answer.json()) as { code: string; errors: { pointer: string; code: string; detail: string }[] };
    expect([answer.status, problem.code]).toEqual([status, 'input.invalid']);
    expect(problem.errors).toContainEqual({ pointer: expect.any(String), code, detail: expect.any(String) });
  });

  it.each<[string, RequestInit, number, string]>([
    ['2 MB of text', { method: 'POST', body: `{"name":"${'x'.repeat(2_000_000)}"}`, headers: json }, 413, 'input.too_large'],
    [
      'a form',
      { method: 'POST', body: 'name=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'input.media_type',
    ],
    ['text', { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'input.media_type'],
    ['compressed content', { method: 'POST', body: '{}', headers: { ...json, 'content-encoding': 'gzip' } }, 415, 'input.media_type'],
  ])('%s is refused', async (_, init, status, code) => {
    const answer = await edge.ask('/api/v1/rooms', { token, ...init });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  it.each([
    ['/api/v1/rooms?limit=1&limit=2', 'input.invalid'],
    ['/api/v1/rooms?limit=none', 'input.invalid'],
    ['/api/v1/rooms?limit=201', 'input.invalid'],
    ['/api/v1/rooms?naem=a', 'input.invalid'],
    ['/api/v1/rooms?name=%00', 'input.invalid'],
    ['/api/v1/rooms?name=%ED%A0%80', 'request.malformed'],
    ['/api/v1/rooms?name=%zz', 'request.malformed'],
    ['/api/v1/rooms?name[__proto__]=a', 'input.invalid'],
    ['/api/v1/rooms/%zz', 'request.malformed'],
    ['/api/v1/rooms/%00', 'input.invalid'],
    ['/api/v1/rooms/none', 'input.invalid'],
    [`/api/v1/rooms/${'x'.repeat(600)}`, 'request.malformed'],
    ['/api/v1/rooms/..%2f..%2fetc', 'input.invalid'],
    [`/api/v1/rooms/${roomId}?extra=1`, 'input.invalid'],
  ])('%s is refused as %s', async (path, code) => {
    const { status, body } = await raw(path, { authorization: `Bearer ${token}` });
    expect([status, (JSON.parse(body) as { code: string }).code]).toEqual([400, code]);
  });

  it.each([
    ['Host', ['Host: a', 'Host: b']],
    ['Authorization', ['Host: a', 'Authorization: Bearer a', 'authorization: Bearer b']],
    ['Idempotency-Key', ['Host: a', 'Idempotency-Key: a', 'Idempotency-Key: b']],
    ['Content-Type', ['Host: a', 'Content-Type: application/json', 'Content-Type: text/plain']],
  ])('a second %s is refused', async (name, lines) => {
    const answer = await written(`GET /api/v1/weather HTTP/1.1\r\n${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain(`"header":"${name.toLowerCase()}"`);
  });

  it.each<[string, string, number]>([
    ['no request at all', 'nonsense\r\n\r\n', 400],
    ['two lengths', 'POST /api/v1/rooms HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'a length and chunks',
      'POST /api/v1/rooms HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['20 KB of header', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s ends the connection with a problem', async (_, text, status) => {
    const answer = await written(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('application/problem+json');
  });

  it('refuses forged, expired and misdirected tokens, and says which', async () => {
    const now = Math.floor(Date.now() / 1000);
    const code = async (bad: string) => ((await (await edge.ask('/api/v1/weather', { token: bad })).json()) as { code: string }).code;
    expect(await code(await edge.sign({ aud: 'another' }))).toBe('token.invalid');
    expect(await code(await edge.sign({ iss: 'http://127.0.0.1:3000/oidc/' }))).toBe('token.invalid');
    expect(await code(await edge.sign({}, { typ: 'JWT' }))).toBe('token.invalid');
    expect(await code(await edge.sign({ iat: now - 700, exp: now - 100, issued_ms: (now - 700) * 1000 }))).toBe('token.expired');
    expect(await code(token.slice(0, -3))).toBe('token.invalid');
    expect(await code('x'.repeat(9_000))).toBe('token.invalid');
    const [head, , signature] = token.split('.');
    expect(await code(`${head}.${Buffer.from('{"sub":"root"}').toString('base64url')}.${signature}`)).toBe('token.invalid');
  });

  it('still answers after all that', async () => {
    expect((await edge.ask(`/api/v1/rooms/${roomId}`, { token })).status).toBe(200);
  });
});

/** A request whose path no client library would send. */
function raw(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(edge.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => (body += chunk))
        .on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject).end();
  });
}

/** Bytes on a bare connection, and everything that comes back. */
function written(text: string): Promise<string> {
  const { hostname, port } = new URL(edge.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket
      .setEncoding('utf8')
      .on('data', (chunk) => (answer += String(chunk)))
      .on('close', () => resolve(answer))
      .on('error', reject);
  });
}
