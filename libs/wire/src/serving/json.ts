/** Deeper or wider JSON than any operation takes: such input is an attack or a mistake, and costs time before a schema sees it. */
const maxDepth = 32;
const maxNodes = 10_000;

export type JsonFault = 'json.malformed' | 'json.not_utf8' | 'json.too_deep' | 'json.too_large' | 'json.duplicate_key' | 'text.unstorable';

/** JSON that no schema needs to see; the code says what is wrong with it. */
export class JsonRefused extends Error {
  constructor(
    readonly code: JsonFault,
    readonly pointer = '',
  ) {
    super(code);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses a body that came from outside. Refuses invalid UTF-8, excess depth and size, repeated and prototype keys, unstorable text. */
export function readJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  const members = membersWithinBounds(text);
  const value = parsed(text);
  const kept = keysOfStorable(value);
  // JSON.parse keeps the last of repeated keys; what was meant is unknown.
  if (kept !== members) throw new JsonRefused('json.duplicate_key');
  return value;
}

/** Refuses text that PostgreSQL cannot store or would silently change, wherever it stands; answers how many keys there are. */
export function keysOfStorable(value: unknown): number {
  try {
    return keysOf(value);
  } catch {
    throw new JsonRefused('text.unstorable', placeOfUnstorable(value));
  }
}

function keysOf(value: unknown): number {
  if (typeof value === 'string') {
    if (unstorable(value)) throw new RangeError('unstorable');
    return 0;
  }
  if (typeof value !== 'object' || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const each of value) keys += keysOf(each);
    return keys;
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || unstorable(key)) throw new RangeError('unstorable');
    keys += 1 + keysOf((value as Record<string, unknown>)[key]);
  }
  return keys;
}

/** The pointer of the first unstorable text; looked for only once there is one. */
function placeOfUnstorable(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') return unstorable(value) ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    if (key === '__proto__' || unstorable(key)) return pointer;
    const place = placeOfUnstorable(each, `${pointer}/${escaped(key)}`);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** A path as a JSON pointer (RFC 6901). */
export const pointerTo = (path: readonly PropertyKey[]): string => path.map((key) => `/${escaped(String(key))}`).join('');

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** NUL is an error in PostgreSQL; a lone surrogate becomes another character. */
const unstorable = (text: string): boolean => text.includes('\0') || loneSurrogate.test(text);
const loneSurrogate = /\p{Surrogate}/u;

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new JsonRefused('json.not_utf8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonRefused('json.malformed');
  }
}

/** One pass over the text before anything is built from it; answers how many members its objects name. */
function membersWithinBounds(text: string): number {
  let depth = 0;
  let nodes = 1;
  let members = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > maxDepth) throw new JsonRefused('json.too_deep');
        if (++nodes > maxNodes) throw new JsonRefused('json.too_large');
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
      case 0x2c: // ,
        if (++nodes > maxNodes) throw new JsonRefused('json.too_large');
        break;
      case 0x3a: // :
        members++;
        break;
    }
  }
  return members;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === 0x5c) escapes++;
    if (escapes % 2 === 0) return end;
  }
  throw new JsonRefused('json.malformed');
}
