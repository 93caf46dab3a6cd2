import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderFiles, sheetsOf, Zip } from '@lianxue/files';
import { Upload } from 'tus-js-client';
import type { Api, World } from './world.js';

/** Sends a file by a ticket; answers its id. */
export async function sendFile(world: World, api: Api, about: { kind: string; name: string }, content: Buffer): Promise<string> {
  const ticket = await api.post('/files', { ...about, size: content.length });
  world.check(ticket.status === 200, 'a ticket to send a file', ticket.body);
  const sent = await fetch(ticket.body.uploadUrl as string, { method: 'PUT', body: new Uint8Array(content) });
  world.check(sent.status === 201, 'the file is taken', await sent.text());
  return ticket.body.id as string;
}

/** Sends bytes as tus-js-client does by itself, which goes on where the line broke; answers where to, or rejects with what the platform said. */
export function sendByTus(api: Api, { resumableUrl, ticket }: { resumableUrl: string; ticket: string }, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: resumableUrl,
      uploadSize: bytes.length,
      metadata: { ticket },
      retryDelays: [100, 200, 500, 1000, 2000],
      onBeforeRequest: async (request) => request.setHeader('Authorization', `Bearer ${await api.token()}`),
      onError: reject,
      onSuccess: () => resolve(upload.url!),
    });
    upload.start();
  });
}

/** Asks for a link and follows it. */
export async function download(world: World, admin: Api, id: string): Promise<Uint8Array> {
  const link = await admin.post(`/files/${id}/link`);
  world.check(link.status === 200, 'a link to a file', link.body);
  const answer = await fetch(link.body.url as string);
  world.check(answer.status === 200, 'the file comes', answer.status);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The rows of the first sheet of a workbook. */
export async function rowsOf(bytes: Uint8Array): Promise<(readonly string[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lianxue-story-'));
  try {
    const files = new FolderFiles(folder);
    const about = { id: randomUUID(), kind: 'story', name: 'x', owner: { subject: '', client: '' }, until: new Date(Date.now() + 60_000) };
    const file = await files.keep([bytes], about);
    const zip = await Zip.open(files, file, { files: 50, bytes: 10_000_000 });
    const rows: (readonly string[])[] = [];
    for await (const { cells } of (await sheetsOf(zip))[0]!.rows()) rows.push(cells);
    zip.close();
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Asks until the job needs no more time. */
export async function jobEnded(world: World, admin: Api, job: { id: string }, jobs: '/jobs' | '/resource-jobs' = '/jobs') {
  world.check(job.id, 'a job is ordered', job);
  const until = Date.now() + 60_000;
  for (;;) {
    const { body } = await admin.get(`${jobs}/${job.id}`);
    if (!['queued', 'running'].includes(body.state as string) || Date.now() > until) return body;
    await sleep(100);
  }
}
