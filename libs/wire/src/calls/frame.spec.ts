import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { element, encodeFrame, FrameBroken, maxFrameBytes, readFrame, sizeOf, type Element } from './frame.js';
import { Outbox } from './outbox.js';

const read = (frame: Uint8Array) => {
  const elements: { head: string; body: Buffer }[] = [];
  readFrame(frame, (head, body) => elements.push({ head, body }));
  return elements;
};
// Heads are JSON text, hence well-formed; bodies are any bytes.
const heads = fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify({ text }));
const bodies = fc.uint8Array({ maxLength: 3_000 });

describe('a frame', () => {
  it('gives back what was put in, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(heads, bodies), { maxLength: 20 }), (parts) => {
        const back = read(encodeFrame(parts.map(([head, body]) => element(head, body))));
        expect(back.map(({ head }) => head)).toEqual(parts.map(([head]) => head));
        back.forEach(({ body }, index) => expect(body.equals(parts[index]![1])).toBe(true));
      }),
    );
  });

  it('takes text as body in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        expect(read(encodeFrame([element('{}', text)]))[0]!.body.toString('utf8')).toBe(text),
      ),
    );
  });

  it('is refused as a whole when it is cut anywhere inside an element', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(heads, bodies), { minLength: 1, maxLength: 5 }), fc.nat(), (parts, at) => {
        const elements = parts.map(([head, body]) => element(head, body));
        const frame = encodeFrame(elements);
        const ends = elements.map((_, index) => elements.slice(0, index + 1).reduce((total, each) => total + sizeOf(each), 0));
        const cut = 1 + (at % (frame.length - 1));
        fc.pre(!ends.includes(cut));
        expect(() => read(frame.subarray(0, cut))).toThrow(FrameBroken);
      }),
    );
  });

  it('survives any bytes: elements, or a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          read(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FrameBroken);
        }
      }),
    );
  });
});

describe('an outbox', () => {
  const sent: (readonly Element[])[] = [];
  const outbox = new Outbox((elements) => sent.push(elements));
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('sends at once while nothing else is outstanding, else together at the end of the turn', async () => {
    outbox.outstanding = 1;
    outbox.push(element('{}', '1'));
    expect(sent).toHaveLength(1);
    outbox.outstanding = 3;
    outbox.push(element('{}', '2'));
    outbox.push(element('{}', '3'));
    expect(sent).toHaveLength(1);
    await turn();
    expect(sent.map((elements) => elements.map(({ body }) => body))).toEqual([['1'], ['2', '3']]);
  });

  it('fills no message beyond its size; a larger element travels alone', async () => {
    sent.length = 0;
    const size = (bytes: number) => element('{}', new Uint8Array(bytes));
    for (const each of [size(10), size(maxFrameBytes + 1), size(10), size(maxFrameBytes - 100), size(200)]) outbox.push(each);
    await turn();
    expect(sent.map((elements) => elements.map(({ bodyBytes }) => bodyBytes))).toEqual([
      [10],
      [maxFrameBytes + 1],
      [10, maxFrameBytes - 100],
      [200],
    ]);
  });
});
