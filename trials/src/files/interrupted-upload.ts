import { request as ask } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Upload } from 'tus-js-client';

interface Line {
  readonly resumableUrl: string;
  readonly ticket: string;
  readonly bytes: Buffer;
  readonly token: () => Promise<string>;
  /** Ends the gateway without warning and returns when it is back. */
  readonly restart: () => Promise<void>;
  readonly cuts: number;
  readonly restarts: number;
}

const tus = { 'tus-resumable': '1.0.0' };

/** Sends a file that is cut off at random offsets, each time in the middle of a piece; the last stretch is a public client’s. */
export async function interruptedUpload({ resumableUrl, ticket, bytes, token, restart, cuts, restarts }: Line) {
  const began = performance.now();
  const headers = async () => ({ ...tus, authorization: `Bearer ${await token()}` });
  const begun = await fetch(resumableUrl, {
    method: 'POST',
    headers: {
      ...(await headers()),
      'upload-length': String(bytes.length),
      'upload-metadata': `ticket ${Buffer.from(ticket).toString('base64')}`,
    },
  });
  const place = new URL(begun.headers.get('location')!, resumableUrl).href;
  const offsets = Array.from({ length: cuts }, () => Math.floor(Math.random() * bytes.length)).sort((one, two) => one - two);
  const restartAfter = new Set(Array.from({ length: restarts }, (_, nth) => Math.floor(((nth + 0.5) * cuts) / restarts)));
  let done = 0;
  for (const [nth, cut] of offsets.entries()) {
    const from = await standsAt(place, headers);
    if (cut > from) await sendUntil(place, { ...(await headers()), 'upload-offset': String(from) }, bytes, from, cut);
    if (restartAfter.has(nth) && ++done) await restart();
  }
  await standsAt(place, headers);
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: resumableUrl,
      uploadUrl: place,
      uploadSize: bytes.length,
      metadata: { ticket },
      retryDelays: [200, 1000, 3000],
      onBeforeRequest: async (request) => request.setHeader('Authorization', (await headers()).authorization),
      onError: reject,
      onSuccess: () => resolve(),
    });
    upload.start();
  });
  return { cuts, restarts: done, seconds: Number(((performance.now() - began) / 1000).toFixed(1)) };
}

/** From where the platform wants the rest; what the line still held is let go first. */
async function standsAt(place: string, headers: () => Promise<Record<string, string>>): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(place, { method: 'HEAD', headers: await headers() }).catch(() => undefined);
    if (answer?.status === 200) return Number(answer.headers.get('upload-offset'));
    await sleep(100);
  }
  throw new Error('the platform does not say where the upload stands');
}

/** Announces all that is left, sends as far as the cut, and is gone. */
function sendUntil(place: string, headers: Record<string, string>, bytes: Buffer, from: number, cut: number): Promise<void> {
  return new Promise((resolve) => {
    const sending = ask(place, {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'content-length': String(bytes.length - from) },
    });
    sending.on('error', () => resolve());
    sending.on('close', () => resolve());
    sending.write(bytes.subarray(from, cut), () => sending.destroy());
  });
}
