import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK, resources, type Caller, type FileContent } from '@lianxue/contracts';
import { FILES, FolderFiles, Links, LINKS } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { app, callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { migrations } from '../migrations/index.js';
import { knownPosts } from '../posts/known-posts.room.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { entities } from '../resources.module.js';
import { Comparing } from '../review/comparing.js';
import { Reviewing } from '../review/reviewing.js';
import { Promoting } from '../standing/promoting.js';
import { BringingBack } from './bringing-back.js';
import { Holding } from './holding.js';
import { files as part } from './part.js';
import { TendingFiles } from './tending-files.js';
import { Transcodings } from './transcodings.js';

const played: FileContent = {
  family: 'video',
  kind: 'mp4',
  mediaType: 'video/mp4',
  durationMs: 480_000,
  videoCodec: 'AVC',
  audioCodec: 'AAC',
};
const old: FileContent = { family: 'video', kind: 'avi', mediaType: 'video/x-msvideo', durationMs: 480_000, videoCodec: 'MPEG-4 Visual' };
const picture: FileContent = { family: 'image', kind: 'png', mediaType: 'image/png', width: 10, height: 10 };
const usage = { method: '课前自学', scene: '新授课', example: '三年级公开课' };
const hour = 3600_000;

describe('files of a resource', () => {
  let room: Room;
  let folder: string;
  let files: FolderFiles;
  let teacher: Caller;
  let reviewer: Caller;
  let resourceId: string;
  const clock = { at: new Date('2026-09-10T08:00:00+08:00'), now: () => clock.at };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianxue-holding-'));
    files = new FolderFiles(folder);
    room = await openRoom('resources', {
      entities,
      migrations,
      providers: [
        ...[KnownNodes, Cataloguing, Reviewing, Comparing, Promoting, knownPosts, ...part.rules],
        ...[
          { provide: FILES, useValue: files },
          { provide: CLOCK, useValue: clock },
        ],
        { provide: LINKS, useValue: new Links(() => 'a key', 'https://lianxue.example') },
      ],
    });
    teacher = person({ role: 'teacher', organisation: room.region.school });
    reviewer = person({ role: 'resourceReviewer', organisation: room.region.county });
  });
  afterAll(async () => {
    await room.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    const lesson = resources.register.body.parse({
      title: '分数',
      type: 'microLesson',
      stage: 'primary',
      subject: 'mathematics',
      grades: [3],
      usage,
    });
    resourceId = (await room.get(Cataloguing).register(lesson, callOf(resources.register, teacher))).id;
  });

  const holding = () => room.get(Holding);
  const refused = (code: string) => expect.objectContaining({ kind: expect.objectContaining({ code }) });
  /** Sends a file as the gateway keeps it once it has been looked at. */
  const send = async (content: FileContent, { by = teacher, name = '第一课.mp4', kind = 'resource' } = {}) => {
    const owner = { subject: by.subject, client: by.client };
    const about = { id: newId(), kind, name, owner, until: new Date(clock.at.getTime() + hour), content };
    return (await files.keep([Buffer.from(`${name} ${content.kind}`)], about)).id;
  };
  const add = (file: string, purpose: 'main' | 'cover' = 'main', by = teacher) =>
    holding().add({ resourceId, file, purpose }, callOf(resources.addFile, by));
  const remove = (fileId: string) => holding().remove({ resourceId, fileId }, callOf(resources.removeFile, teacher));
  const list = async (by: Caller, round?: number) =>
    (await holding().list({ resourceId, round }, callOf(resources.files, by))).map(({ row }) => row.name);
  const link = (fileId: string, by: Caller) => holding().link({ resourceId, fileId }, callOf(resources.fileLink, by));
  const submit = () => room.get(Reviewing).submit(resourceId, callOf(resources.submit, teacher));
  const giveBack = () =>
    room.get(Reviewing).refuse(resourceId, 'return', { checked: [], codes: [], reason: '请重录' }, callOf(resources.return, reviewer));
  const tend = () => room.get(TendingFiles).goRound();
  const later = (ms: number) => (clock.at = new Date(clock.at.getTime() + ms));

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('are given by their author, from what they have sent and what was looked at', async () => {
    const { row, transcoding } = await add(await send(played));
    expect([row, transcoding]).toMatchObject([{ name: '第一课.mp4', purpose: 'main', mediaType: 'video/mp4', seen: played }, null]);
    const { row: cover } = await add(await send(picture, { name: '封面' }), 'cover');
    expect(cover.name).toBe('封面.png');
    const colleague = person({ role: 'teacher', organisation: room.region.school });
    await expect(add(await send(played, { by: colleague }))).rejects.toEqual(refused('file.unknown'));
    await expect(add(await send(played, { by: colleague }), 'main', colleague)).rejects.toEqual(refused('resource.not_yours'));
    await expect(add(await send(played, { kind: 'attachment' }))).rejects.toEqual(refused('file.unknown'));
    await expect(add(newId())).rejects.toEqual(refused('file.unknown'));
    await expect(add(await send(played), 'cover')).rejects.toMatchObject({
      kind: { code: 'resource_file.unfit' },
      facts: { families: ['image'] },
    });
    expect(await list(teacher)).toEqual(['第一课.mp4', '封面.png']);
    const facts = (await room.facts()).filter(({ type }) => type.includes('resource_file'));
    expect(facts.map(({ type }) => type.split('.').at(-1))).toContain('added');
    expect(JSON.stringify(facts)).not.toContain('第一课');
  });

  it('stay with the round they went out with, and are locked while somebody reviews', async () => {
    const { row: first } = await add(await send(played, { name: '初稿.mp4' }));
    await submit();
    await expect(add(await send(played))).rejects.toEqual(refused('resource.locked'));
    await expect(remove(first.id)).rejects.toEqual(refused('resource.locked'));
    await giveBack();
    await remove(first.id);
    await expect(remove(first.id)).rejects.toEqual(refused('resource_file.not_found'));
    await add(await send(played, { name: '重录.mp4' }));
    expect([await list(reviewer), await list(reviewer, 1), await list(reviewer, 2)]).toEqual([['重录.mp4'], ['初稿.mp4'], ['重录.mp4']]);
    expect((await link(first.id, reviewer)).url).toContain(`https://lianxue.example/files/${first.id}?`);
  });

  it('count as a change after a return, and say so to who reviews', async () => {
    const { row: first } = await add(await send(played, { name: '初稿.mp4' }));
    await submit();
    await giveBack();
    await expect(submit()).rejects.toEqual(refused('resource.nothing_changed'));
    const { row: again } = await add(await send(old, { name: '重录.avi' }));
    await remove(again.id);
    await expect(submit()).rejects.toEqual(refused('resource.nothing_changed'));
    await remove(first.id);
    await add(await send(old, { name: '重录.avi' }));
    await submit();
    const { changes } = await room.get(Comparing).changes(resourceId, callOf(resources.changes, reviewer));
    expect(changes).toMatchObject([
      { field: 'files', old: [expect.stringMatching(/^初稿.mp4 #/)], new: [expect.stringMatching(/^重录.avi #/)] },
    ]);
  });

  it('of what is published stay as readers know them until others are reviewed', async () => {
    const reader = person({ role: 'teacher', organisation: room.region.sibling });
    await add(await send(played, { name: '初稿.mp4' }));
    await submit();
    const publish = () =>
      room.get(Reviewing).publish(resourceId, { checked: [], codes: [], reason: null }, callOf(resources.publish, reviewer));
    await publish();
    await room.get(Promoting).putForward(resourceId, room.region.county, callOf(resources.putForward, teacher));
    await publish();
    const { row: more } = await add(await send(picture, { name: '讲义.png' }));
    expect([await list(teacher), await list(reader)]).toEqual([['初稿.mp4', '讲义.png'], ['初稿.mp4']]);
    await expect(link(more.id, reader)).rejects.toEqual(refused('resource_file.not_found'));
    await room.get(Cataloguing).dropRevision(resourceId, callOf(resources.dropRevision, teacher, {}, { ifMatch: '*' }));
    expect(await list(teacher)).toEqual(['初稿.mp4']);
    await add(await send(picture, { name: '讲义.png' }));
    await submit();
    await publish();
    expect(await list(reader)).toEqual(['初稿.mp4', '讲义.png']);
  });

  it('are handed out for a short time, and no longer than they run', async () => {
    const { row: lesson } = await add(await send(played));
    const { row: cover } = await add(await send(picture, { name: '封面.png' }), 'cover');
    const lasts = async (id: string) => (await link(id, teacher)).until.getTime() - clock.at.getTime();
    expect([await lasts(cover.id), await lasts(lesson.id)]).toEqual([5 * 60_000, 2 * hour + 480_000]);
    const stranger = person({ role: 'teacher', organisation: room.region.sibling });
    await expect(link(lesson.id, stranger)).rejects.toEqual(refused('resource.not_found'));
    await expect(link(newId(), teacher)).rejects.toEqual(refused('resource_file.not_found'));
  });

  it('are kept for good once they are committed, and collected when nobody refers to them', async () => {
    const { row: kept } = await add(await send(played, { name: '留.mp4' }));
    const { row: gone } = await add(await send(played, { name: '弃.mp4' }));
    await tend();
    later(40 * 24 * hour);
    await files.forget(clock.at);
    expect(await files.about(kept.id)).toMatchObject({ name: '留.mp4' });
    await remove(gone.id);
    await tend();
    expect(await files.about(gone.id)).toBeDefined();
    later(25 * hour);
    await tend();
    expect([await files.about(gone.id), await room.query('select id from resource_file where id = $1', [gone.id])]).toEqual([
      undefined,
      [],
    ]);
    await room.get(Cataloguing).discard(resourceId, callOf(resources.discard, teacher));
    await tend();
    expect(await files.about(kept.id)).toBeUndefined();
  });

  it('are transcoded where browsers do not play them, by whoever takes that up', async () => {
    const { row: film, transcoding } = await add(await send(old, { name: '老课.avi' }));
    expect(transcoding).toBe('waiting');
    const program = app({ client: 'lianxue-console', organisation: room.region.county });
    const pageOf = async (state: 'waiting' | 'taken' | 'failed' | 'done') =>
      (await room.get(Transcodings).page({ state, limit: 20 }, callOf(resources.transcodings, teacher))).items.filter(
        ({ file }) => file === film.id,
      );
    const [order] = await pageOf('waiting');
    const transcodingId = order!.id;
    const act = <T>(operation: T, by: Caller) => callOf(operation as typeof resources.takeTranscoding, by);
    const finish = async () =>
      room
        .get(BringingBack)
        .finish({ transcodingId, file: await send(played, { by: program, name: '老课.mp4' }) }, act(resources.finishTranscoding, program));
    await expect(finish()).rejects.toEqual(refused('move.not_allowed'));
    await room.get(Transcodings).take({ transcodingId }, act(resources.takeTranscoding, program));
    later(7 * hour);
    await tend();
    expect(await pageOf('waiting')).toHaveLength(1);
    const { source } = await room.get(Transcodings).take({ transcodingId }, act(resources.takeTranscoding, program));
    expect(source.url).toContain(film.id);
    await room.get(Transcodings).fail({ transcodingId, reason: '音轨缺失' }, act(resources.failTranscoding, program));
    await room.get(Transcodings).retry({ transcodingId }, act(resources.retryTranscoding, teacher));
    await room.get(Transcodings).take({ transcodingId }, act(resources.takeTranscoding, program));
    expect(await finish()).toMatchObject({ state: 'done', attempts: 3 });
    const [, made] = await holding().list({ resourceId }, callOf(resources.files, teacher));
    expect(made!.row).toMatchObject({ purpose: 'rendition', of: film.id, name: '老课.mp4' });
    await remove(film.id);
    expect(await list(teacher)).toEqual([]);
  });
});
