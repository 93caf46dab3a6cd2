import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Upload } from 'tus-js-client';
import type { Api, World } from '../story/world.js';
import { wholeWorld } from '../whole-world.js';

describe('files', () => {
  let world: World;
  let admin: Api;
  beforeAll(async () => {
    world = await wholeWorld();
    admin = await world.as('systemAdmin', world.city);
  }, 300_000);

  const ticketed = async () => (await admin.post('/files', { kind: 'roster', name: '名单.csv' })).body as Record<string, string>;
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  it('come by tus, go on where they were cut off, and go out by link alone', async () => {
    const bytes = randomBytes(3 * 1024 * 1024);
    const { id, ticket, resumableUrl } = await ticketed();
    let cut = false;
    await new Promise<void>((resolve, reject) => {
      // A piece of it, then away; the rest from where the platform says it stands.
      const upload = new Upload(bytes, {
        endpoint: resumableUrl!,
        uploadSize: bytes.length,
        chunkSize: 1024 * 1024,
        metadata: { ticket: ticket! },
        retryDelays: null,
        onError: reject,
        onChunkComplete: () => {
          if (cut) return;
          cut = true;
          void upload.abort().then(() => resume(upload.url!).then(resolve, reject));
        },
      });
      upload.start();
    });
    const seen = await admin.get(`/files/${id}`);
    expect([seen.status, seen.body.size, seen.body.sha256]).toEqual([200, bytes.length, hash(bytes)]);
    const link = await admin.post(`/files/${id}/link`);
    const answer = await fetch(link.body.url as string);
    expect(hash(Buffer.from(await answer.arrayBuffer()))).toBe(hash(bytes));
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('名单.csv'));
    const forged = await fetch((link.body.url as string).replace(/until=\d+/, 'until=9999999999999'));
    expect(forged.status).toBe(404);

    async function resume(url: string): Promise<void> {
      const ask = () => fetch(url, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
      let stands = await ask();
      // What the first sender had begun is let go first.
      for (let tries = 0; stands.status === 423 && tries < 50; tries++) {
        await sleep(100);
        stands = await ask();
      }
      const at = Number(stands.headers.get('upload-offset'));
      expect([stands.status, at > 0]).toEqual([200, true]);
      const sent = await fetch(url, {
        method: 'PATCH',
        headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' },
        body: bytes.subarray(at),
      });
      expect(sent.status).toBe(204);
    }
  });

  it('are refused without a ticket of ours, and cannot be read where they are sent', async () => {
    const { ticket, resumableUrl, uploadUrl } = await ticketed();
    const begin = (metadata: string, length = '10') =>
      fetch(resumableUrl!, {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'upload-length': length,
          'upload-metadata': `ticket ${Buffer.from(metadata).toString('base64')}`,
        },
      });
    expect((await begin('nonsense')).status).toBe(401);
    expect((await begin(ticket!, '999999999999')).status).toBe(413);
    const begun = await begin(ticket!);
    expect(begun.status).toBe(201);
    const place = new URL(begun.headers.get('location')!, world.origin);
    expect((await fetch(place)).status).toBe(404);
    expect((await fetch(`${uploadUrl}x`, { method: 'PUT', body: 'a' })).status).toBe(401);
    expect((await admin.get('/files/01939f6e-7c00-7000-8000-00000000000f')).status).toBe(404);
  });
});
