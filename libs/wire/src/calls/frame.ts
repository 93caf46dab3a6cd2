/**
 * A NATS message carries a frame: elements one after the other, each a u32 head length, a u32 body length (big-endian),
 * the head as JSON, the body as raw bytes that nobody on the way looks into.
 */

/** Frames stay well below NATS's 1 MB; an element larger than this travels alone. */
export const maxFrameBytes = 512 * 1024;

const prefixBytes = 8;

/** An element that waits to be sent, with its sizes counted once. */
export interface Element {
  readonly head: string;
  readonly body: string | Uint8Array;
  readonly headBytes: number;
  readonly bodyBytes: number;
}

export function element(head: string, body: string | Uint8Array): Element {
  const bodyBytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  return { head, body, headBytes: Buffer.byteLength(head), bodyBytes };
}

export const sizeOf = ({ headBytes, bodyBytes }: Element): number => prefixBytes + headBytes + bodyBytes;

/** Writes a frame in one pass. */
export function encodeFrame(elements: readonly Element[]): Buffer {
  const frame = Buffer.allocUnsafe(elements.reduce((total, each) => total + sizeOf(each), 0));
  let at = 0;
  for (const { head, body, headBytes, bodyBytes } of elements) {
    frame.writeUInt32BE(headBytes, at);
    frame.writeUInt32BE(bodyBytes, at + 4);
    at += prefixBytes;
    frame.write(head, at, 'utf8');
    at += headBytes;
    if (typeof body === 'string') frame.write(body, at, 'utf8');
    else frame.set(body, at);
    at += bodyBytes;
  }
  return frame;
}

/** A frame whose lengths do not add up: nothing of it can be trusted. */
export class FrameBroken extends Error {}

/** Visits each element of a frame; bodies are views, not copies. Checks all lengths before the first visit. */
export function readFrame(bytes: Uint8Array, visit: (head: string, body: Buffer) => void): void {
  const frame = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = frame.length;
  let at = 0;
  while (at < end) at = endOfElement(frame, at);
  if (at !== end) throw new FrameBroken(`A frame of ${end} bytes ends inside an element.`);
  for (at = 0; at < end;) {
    const headEnd = at + prefixBytes + frame.readUInt32BE(at);
    const next = headEnd + frame.readUInt32BE(at + 4);
    visit(frame.toString('utf8', at + prefixBytes, headEnd), frame.subarray(headEnd, next));
    at = next;
  }
}

const endOfElement = (frame: Buffer, at: number): number =>
  at + prefixBytes > frame.length ? Infinity : at + prefixBytes + frame.readUInt32BE(at) + frame.readUInt32BE(at + 4);
