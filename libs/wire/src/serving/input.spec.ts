import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '@lianxue/contracts';
import { shelf } from '../shelf.sample.js';
import { InputReader } from './input.js';
import { readJson } from './json.js';

const adding = new InputReader(shelf.add);
const listing = new InputReader(shelf.books);
const bytes = (text: string) => Buffer.from(text);

function faultsIn(run: () => unknown): [pointer: string, code: string, detail: string][] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.facts as { errors: { pointer: string; code: string; detail: string }[] }).errors.map(({ pointer, code, detail }) => [
      pointer,
      code,
      detail,
    ]);
  }
  return [];
}
const codesOf = (body: Uint8Array | string) =>
  faultsIn(() => adding.read({}, typeof body === 'string' ? bytes(body) : body)).map(([pointer, code]) => [pointer, code]);

describe('input', () => {
  it('becomes one object with defaults filled in', () => {
    expect(adding.read({}, bytes('{"title":"圆"}'))).toEqual({ title: '圆', tags: [] });
    expect(listing.read({ query: { limit: '7' } }, bytes(''))).toEqual({ limit: 7 });
  });

  it('tells every fault with pointer, code and words of the reader', () => {
    const body = bytes('{"title":3,"tags":["a","b","c","d"],"pages":0,"colour":"red"}');
    expect(faultsIn(() => adding.read({}, body))).toEqual([
      ['/title', 'value.type', '应为文本'],
      ['/tags', 'list.too_long', '最多 3 项'],
      ['/pages', 'number.too_small', '不能小于 1'],
      ['/colour', 'field.unknown', '没有这个字段'],
    ]);
    expect(faultsIn(() => adding.read({ language: 'en' }, bytes('{}')))).toEqual([['/title', 'field.required', 'is required']]);
  });

  it('refuses unknown parameters in the query', () => {
    expect(faultsIn(() => listing.read({ query: { titel: '圆' } }, bytes('')))).toEqual([['/titel', 'field.unknown', '没有这个字段']]);
  });

  it('refuses a body where none belongs', () => {
    expect(faultsIn(() => listing.read({}, bytes('{"a":1}'))).map(([, code]) => code)).toEqual(['field.unknown']);
    expect(faultsIn(() => listing.read({}, bytes('{}')))).toEqual([]);
  });

  it.each([
    ['malformed', '{"title":'],
    ['a bare word', 'title'],
    ['trailing text', '{"title":"a"}x'],
    ['a raw control character', '{"title":"\u0001"}'],
    ['an open string', '{"title":"a'],
  ])('refuses JSON that is %s', (_, text) => expect(codesOf(text)).toEqual([['', 'json.malformed']]));

  it('refuses what is not UTF-8', () => {
    expect(codesOf(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).toEqual([['', 'json.not_utf8']]);
    expect(codesOf(Buffer.concat([bytes('{"title":"'), Buffer.from([0xed, 0xa0, 0x80]), bytes('"}')]))).toEqual([['', 'json.not_utf8']]);
  });

  it('refuses depth and size before a schema sees them', () => {
    expect(codesOf('['.repeat(10_000) + ']'.repeat(10_000))).toEqual([['', 'json.too_deep']]);
    expect(codesOf(`{"tags":[${'1,'.repeat(10_001)}1]}`)).toEqual([['', 'json.too_large']]);
    expect(codesOf('{"a":'.repeat(40) + '1' + '}'.repeat(40))).toEqual([['', 'json.too_deep']]);
  });

  it('refuses keys named twice, and those of prototypes', () => {
    expect(codesOf('{"title":"a","title":"b"}')).toEqual([['', 'json.duplicate_key']]);
    expect(codesOf('{"title":"a","t\\u0069tle":"b"}')).toEqual([['', 'json.duplicate_key']]);
    expect(codesOf('{"title":"a","__proto__":{"admin":true}}')).toEqual([['', 'text.unstorable']]);
    expect(codesOf('{"title":"a","__proto__":1,"__proto__":2}')).toEqual([['', 'text.unstorable']]);
    expect(codesOf('{"title":"a","constructor":{"prototype":1}}')).toEqual([['/constructor', 'field.unknown']]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('refuses NUL and lone surrogates anywhere, and says where', () => {
    expect(codesOf('{"title":"a\\u0000b"}')).toEqual([['/title', 'text.unstorable']]);
    expect(codesOf('{"title":"a","tags":["b","\\ud800"]}')).toEqual([['/tags/1', 'text.unstorable']]);
    expect(codesOf('{"title":"a","x\\udc00":1}')).toEqual([['', 'text.unstorable']]);
    expect(faultsIn(() => listing.read({ query: { title: 'a\u0000' } }, bytes('')))).toMatchObject([
      ['/title', 'text.unstorable', '含有不能保存的字符'],
    ]);
    expect(codesOf('{"title":"𠮷😀"}')).toEqual([]);
  });

  it('takes colons, braces and quotes inside text for what they are', () => {
    expect(adding.read({}, bytes('{"title":"a: {\\"b\\": [1,2]} \\\\"}'))).toMatchObject({ title: 'a: {"b": [1,2]} \\' });
  });

  it('keeps any JSON exactly, or refuses it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        if (/"__proto__":/.test(text)) return;
        expect(readJson(bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
