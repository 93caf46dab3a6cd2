import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderFiles, forGood, Links } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { fastify, type FastifyInstance } from 'fastify';
import { GoingOut } from './going-out.js';

/** More than lies in the sockets between the two while nobody reads. */
const bytes = 64 * 1024 * 1024;

describe('a file that goes out by a link', () => {
  let folder: string;
  let files: FolderFiles;
  let server: FastifyInstance;
  const clock = { at: new Date('2026-09-10T08:00:00+08:00'), now: () => clock.at };
  const links = new Links(() => 'a key', '');
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianxue-going-out-'));
    files = new FolderFiles(folder);
    const going = new GoingOut(files, links, clock, 20);
    server = fastify();
    server.get('/files/:id', (request, reply) => going.goes(request, reply));
    await server.listen();
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const film = async () => {
    const about = { id: newId(), kind: 'resource.kept', name: '第一课.mp4', owner: { subject: 'a', client: 'a' }, until: forGood };
    return (await files.keep([Buffer.alloc(bytes)], about)).id;
  };
  const address = (path: string) => `http://127.0.0.1:${(server.server.address() as AddressInfo).port}${path}`;
  const asked = (path: string) => new Promise<IncomingMessage>((answered, failed) => get(address(path), answered).once('error', failed));
  /** How many bytes come, and whether all did. */
  const rest = (answer: IncomingMessage) =>
    new Promise<{ whole: boolean }>((done) => {
      answer.on('data', () => {}).once('close', () => done({ whole: answer.complete }));
    });

  it('ends when its links are ended, also under way, while others and later ones go on', async () => {
    const [id, other] = [await film(), await film()];
    const { url } = links.to(id, clock.at, { durationMs: 3600_000 });
    const cut = new Promise<void>((done) => server.server.once('request', (_request, response) => response.once('close', done)));
    const [running, beside] = [await asked(url), await asked(links.to(other, clock.at).url)];
    expect([running.statusCode, beside.statusCode]).toEqual([200, 200]);
    clock.at = new Date(clock.at.getTime() + 1000);
    await files.endLinks(id, clock.at);
    expect((await fetch(address(url), { headers: { range: 'bytes=0-9' } })).status).toBe(404);
    await cut;
    expect([await rest(running), await rest(beside)]).toEqual([{ whole: false }, { whole: true }]);
    const fresh = links.to(id, new Date(clock.at.getTime() + 1));
    expect((await fetch(address(fresh.url), { headers: { range: 'bytes=0-9' } })).status).toBe(206);
  });
});
