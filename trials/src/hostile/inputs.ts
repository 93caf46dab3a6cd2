/** One way of being hostile: what is sent instead of a proper request. */
export interface Hostility {
  readonly what: string;
  /** Raw bytes of the body. */
  readonly body?: Buffer | string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  /** Puts this in place of every path parameter. */
  readonly param?: string;
  /** The answer must name where the fault is (errors with pointers). */
  readonly names?: boolean;
}

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const deepObject = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Against operations that take a body. */
export const bodies: readonly Hostility[] = [
  { what: 'no body', body: '' },
  { what: 'half a JSON text', body: '{"name":' },
  { what: 'two JSON texts', body: '{}{}' },
  { what: 'a trailing comma', body: '{"a":1,}' },
  { what: 'a list instead of an object', body: '[]' },
  { what: 'a number instead of an object', body: '5' },
  { what: 'null instead of an object', body: 'null' },
  { what: 'an unknown field', body: '{"surely_no_such_field":1}', names: true },
  { what: 'a prototype', body: '{"__proto__":{"admin":true}}' },
  { what: 'a constructor', body: '{"constructor":{"prototype":{"admin":true}}}' },
  { what: 'NUL in text', body: '{"name":"a\\u0000b","title":"a\\u0000b","reason":"a\\u0000b","note":"a\\u0000b"}' },
  { what: 'a lone surrogate', body: '{"name":"a\\ud800b","title":"a\\ud800b","reason":"a\\ud800b","note":"a\\ud800b"}' },
  { what: 'bytes that are no UTF-8', body: Buffer.from([0x7b, 0x22, 0x6e, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
  { what: 'a list 10,000 levels deep', body: `{"name":${deep(10_000)}}` },
  { what: 'an object 10,000 levels deep', body: deepObject(10_000) },
  { what: '2 MB of text', body: JSON.stringify({ name: '长'.repeat(700_000) }) },
  { what: 'a number no one can hold', body: '{"limit":1e999,"version":1e999}' },
  { what: 'a wrong media type', body: '{}', headers: { 'content-type': 'text/plain' } },
  { what: 'form fields', body: 'name=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
];

/** Against operations that take a query. */
export const queries: readonly Hostility[] = [
  { what: 'an unknown parameter', query: 'surely_no_such_parameter=1', names: true },
  { what: 'a bad percent-encoding', query: 'limit=%zz' },
  { what: 'bytes that are no UTF-8', query: 'cursor=%ff%fe' },
  { what: 'NUL', query: 'cursor=a%00b' },
];

export const pageQueries: readonly Hostility[] = [
  { what: 'a bad cursor', query: 'cursor=bm9uc2Vuc2U' },
  { what: 'a cursor with a quote', query: "cursor=';drop%20table%20outbox;--" },
  { what: 'a limit that is no number', query: 'limit=abc', names: true },
  { what: 'a limit of 0', query: 'limit=0', names: true },
  { what: 'a limit of 201', query: 'limit=201', names: true },
  { what: 'the same parameter twice', query: 'limit=1&limit=2' },
];

/** Against operations that name a thing in their path. */
export const params: readonly Hostility[] = [
  { what: 'an id that is no UUID', param: 'nonsense', names: true },
  { what: 'an id with a quote', param: "';--" },
  { what: 'a path that climbs', param: '..%2f..%2fetc%2fpasswd' },
  { what: 'NUL in an id', param: 'a%00b' },
  { what: 'a very long id', param: 'a'.repeat(3000) },
];

/** Against every operation that takes a token. */
export function tokens(genuine: string): readonly (Hostility & { readonly authorization: string | undefined })[] {
  const [head = '', payload = '', signature = ''] = genuine.split('.');
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  return [
    { what: 'no token', authorization: undefined },
    { what: 'no JWT', authorization: 'Bearer nonsense' },
    { what: 'another scheme', authorization: `Basic ${Buffer.from('a:b').toString('base64')}` },
    { what: 'a token without its signature', authorization: `Bearer ${head}.${payload}.` },
    { what: 'a token that says it needs none', authorization: `Bearer ${part({ alg: 'none', typ: 'at+jwt' })}.${payload}.` },
    {
      what: 'a token with other rights',
      authorization: `Bearer ${head}.${part({ ...claims, role: 'systemAdmin', scope: 'identity.write' })}.${signature}`,
    },
    { what: 'an expired token', authorization: `Bearer ${head}.${part({ ...claims, exp: 1 })}.${signature}` },
    { what: 'a token for somebody else', authorization: `Bearer ${head}.${part({ ...claims, aud: 'urn:other' })}.${signature}` },
    { what: 'a signature of zeros', authorization: `Bearer ${head}.${payload}.${Buffer.alloc(64).toString('base64url')}` },
  ];
}
