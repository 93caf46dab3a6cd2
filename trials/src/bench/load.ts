import net from 'node:net';

/** What one burst of load measured. */
export interface Burst {
  readonly requests: number;
  readonly errors: number;
  /** The first answer that was no success, to tell why a run means nothing. */
  readonly firstError?: string;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** One kind of request, written once as bytes; `make` gives each its own when they must differ (creates). */
export interface Shot {
  readonly port: number;
  readonly make: (n: number) => Buffer;
  /** Of the answer: status and the body. False counts as an error. */
  readonly accept: (status: number, body: Buffer) => boolean;
}

/** Writes a request with keep-alive. */
export function request(method: string, path: string, headers: Record<string, string>, body?: string): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === undefined ? '' : `content-length: ${Buffer.byteLength(body)}\r\ncontent-type: application/json\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${length}\r\n${body ?? ''}`);
}

/**
 * A closed loop over raw sockets, since a full HTTP client would cost more than what it measures.
 * It stops by itself after `seconds`, and sends to this machine alone.
 */
export async function burst(shot: Shot, connections: number, seconds: number): Promise<Burst> {
  const samples: number[] = [];
  let errors = 0;
  let firstError: string | undefined;
  let sent = 0;
  const started = process.hrtime.bigint();
  const end = started + BigInt(Math.round(seconds * 1e9));

  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((done) => {
          const socket = net.connect({ host: '127.0.0.1', port: shot.port, noDelay: true });
          let pending = Buffer.alloc(0);
          let since = 0n;
          const fire = () => {
            since = process.hrtime.bigint();
            if (since >= end) return socket.end();
            socket.write(shot.make(sent++));
          };
          socket.on('connect', fire);
          socket.on('data', (chunk) => {
            pending = pending.length ? Buffer.concat([pending, chunk]) : chunk;
            const answer = parse(pending);
            if (!answer) return;
            pending = pending.subarray(answer.length);
            samples.push(Number(process.hrtime.bigint() - since) / 1e6);
            if (!shot.accept(answer.status, answer.body)) {
              errors++;
              firstError ??= `${answer.status} ${answer.body.toString().slice(0, 300)}`;
            }
            fire();
          });
          socket.on('error', () => errors++);
          socket.on('close', () => done());
        }),
    ),
  );

  samples.sort((a, b) => a - b);
  const at = (share: number) => samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? NaN;
  return {
    requests: samples.length,
    errors,
    ...(firstError && { firstError }),
    seconds: Number(process.hrtime.bigint() - started) / 1e9,
    p50: at(0.5),
    p99: at(0.99),
  };
}

/** One whole answer at the front of the buffer, if it is all there. Content-Length only: no reference and no route of ours chunks. */
function parse(buffer: Buffer) {
  const head = buffer.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const text = buffer.toString('latin1', 0, head);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0);
  const total = head + 4 + length;
  if (buffer.length < total) return undefined;
  return { status: Number(text.slice(9, 12)), body: buffer.subarray(head + 4, total), length: total };
}
