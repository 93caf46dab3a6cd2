import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { Files } from './files.js';
import { FolderFiles } from './folder-files.js';
import { Links } from './links.js';
import { S3Files } from './s3-files.js';

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const day = 24 * 3600_000;

describe.each(['a folder', 'a bucket of an S3 server'] as const)('files in %s', (where) => {
  let home: string;
  let files: Files;
  let server: S3rver | undefined;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'lianxue-keeping-'));
    if (where === 'a folder') return void (files = new FolderFiles(join(home, 'kept')));
    server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: home,
      configureBuckets: [{ name: 'lessons', configs: [] }],
    });
    const { port } = await server.run();
    const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
    const bucket = { bucket: 'lessons', prefix: 'county/', endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials };
    files = new S3Files(bucket, join(home, 'waiting'));
  });
  afterAll(async () => {
    await server?.close();
    await rm(home, { recursive: true });
  });

  const now = new Date();
  const later = (days: number) => new Date(now.getTime() + days * day);
  const about = (more: object = {}) => ({
    ...{ id: randomUUID(), kind: 'resource', name: '第一课 “分数”.mp4', owner: { subject: 'a', client: 'b' }, until: later(30) },
    ...more,
  });
  const bytesOf = async (id: string, from?: number, until?: number) => {
    const chunks: Buffer[] = [];
    for await (const chunk of files.read((await files.about(id))!, from, until) as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  const lesson = Buffer.from('一节课'.repeat(50_000));

  it('are what was kept, wholly and in part', async () => {
    const { id, sha256, size } = await files.keep([lesson.subarray(0, 1000), lesson.subarray(1000)], about());
    expect([sha256, size]).toEqual([hash(lesson), lesson.length]);
    expect(await files.about(id)).toMatchObject({ name: '第一课 “分数”.mp4', until: later(30) });
    expect((await bytesOf(id)).equals(lesson)).toBe(true);
    expect((await bytesOf(id, 10, 20)).equals(lesson.subarray(10, 20))).toBe(true);
    expect((await bytesOf(id, lesson.length - 5)).equals(lesson.subarray(-5))).toBe(true);
    expect((await files.keep([Buffer.from('other')], about({ id }))).sha256).toBe(sha256);
    expect([await files.about(randomUUID()), await files.about('../../etc/passwd')]).toEqual([undefined, undefined]);
  });

  it('take over what lies on the disk, and leave nothing there', async () => {
    const path = join(home, 'arrived');
    await writeFile(path, lesson);
    const content = { family: 'video', kind: 'mp4', mediaType: 'video/mp4' } as const;
    const { id } = await files.adopt(path, about({ content }));
    await expect(access(path)).rejects.toThrow('ENOENT');
    const again = await files.keepAgain((await files.about(id))!, about({ name: '副本.mp4' }));
    expect(await files.about(again.id)).toMatchObject({ name: '副本.mp4', content, sha256: hash(lesson) });
  });

  it('are forgotten in their time, with contents that nobody has, and never before', async () => {
    const short = await files.keep([Buffer.from('short')], about({ until: later(1) }));
    const longer = await files.keep([Buffer.from('longer')], about({ until: later(1) }));
    await files.endLinks(longer.id, now);
    await files.keepUntil(longer.id, later(90));
    expect(await files.about(longer.id)).toMatchObject({ linksEnded: now, until: later(90) });
    expect(await files.forget(later(2))).toBe(1);
    expect([await files.about(short.id), (await bytesOf(longer.id)).toString()]).toEqual([undefined, 'longer']);
    // Just written, its file is perhaps on the way; a day later it is not.
    expect((await bytesOfKept(short)).toString()).toBe('short');
    await aged(short.sha256);
    await files.forget(later(2));
    await expect(bytesOfKept(short)).rejects.toThrow();
    await files.remove(longer.id);
    expect(await files.about(longer.id)).toBeUndefined();

    async function bytesOfKept(file: typeof short) {
      const chunks: Buffer[] = [];
      for await (const chunk of files.read(file) as AsyncIterable<Buffer>) chunks.push(chunk);
      return Buffer.concat(chunks);
    }
    async function aged(sha256: string) {
      const old = (now.getTime() - 3 * day) / 1000;
      const folder = where === 'a folder' ? 'kept/contents' : 'lessons/county/contents';
      const path = join(home, folder, sha256.slice(0, 2), sha256);
      for (const part of where === 'a folder' ? [''] : ['._S3rver_object', '._S3rver_metadata.json', '._S3rver_object.md5'])
        await utimes(path + part, old, old);
    }
  });
});

describe('links to files', () => {
  const links = new Links(() => 'a key', 'https://lianxue.example');
  const now = new Date('2026-09-01T00:00:00Z');
  const parts = (url: string) => Object.fromEntries(new URL(url).searchParams) as Record<'given' | 'until' | 'mark', string>;

  it('open one file, for a time, and no longer than what runs', () => {
    const { url, until } = links.to('a', now);
    expect(until.getTime() - now.getTime()).toBe(5 * 60_000);
    expect(links.opens('a', parts(url), now)).toBe(true);
    expect(links.opens('b', parts(url), now)).toBe(false);
    expect(links.opens('a', parts(url), until)).toBe(false);
    expect(links.opens('a', { ...parts(url), until: String(until.getTime() + 1) }, now)).toBe(false);
    expect(links.opens('a', { ...parts(url), given: String(now.getTime() + 1) }, now)).toBe(false);
    const lasts = (durationMs: number) => links.to('a', now, { durationMs }).until.getTime() - now.getTime();
    expect([lasts(60_000), lasts(10 * 365 * day)]).toEqual([2 * 3600_000 + 60_000, 12 * 3600_000]);
  });
});
