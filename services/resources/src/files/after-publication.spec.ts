import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK, resources, type AnyOperation, type Caller } from '@lianxue/contracts';
import { FILES, FolderFiles, isEnded, Links, LINKS, type GivenLink } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { migrations } from '../migrations/index.js';
import { knownPosts } from '../posts/known-posts.room.js';
import { entities } from '../resources.module.js';
import { Reviewing } from '../review/reviewing.js';
import { Promoting } from '../standing/promoting.js';
import { Rechecking } from '../standing/rechecking.js';
import { Withdrawing } from '../standing/withdrawing.js';
import { FilesOfReleases } from './files-of-releases.js';
import { Holding } from './holding.js';
import { files as part } from './part.js';
import { TendingFiles } from './tending-files.js';

describe('files of what was published', () => {
  let room: Room;
  let folder: string;
  let files: FolderFiles;
  let [teacher, ofSchool, ofCounty, reader]: Caller[] = [];
  let resourceId: string;
  const clock = { at: new Date('2026-09-10T08:00:00+08:00'), now: () => clock.at };
  const later = (ms: number) => (clock.at = new Date(clock.at.getTime() + ms));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianxue-published-'));
    files = new FolderFiles(folder);
    room = await openRoom('resources', {
      entities,
      migrations,
      providers: [
        ...[KnownNodes, Cataloguing, Reviewing, Promoting, Rechecking, Withdrawing, ...part.rules],
        ...[{ provide: FILES, useValue: files }, { provide: CLOCK, useValue: clock }, knownPosts],
        { provide: LINKS, useValue: new Links(() => 'a key', 'https://lianxue.example') },
      ],
    });
    const { school, county, sibling } = room.region;
    teacher = person({ role: 'teacher', organisation: school });
    [ofSchool, ofCounty] = [school, county].map((organisation) => person({ role: 'resourceReviewer', organisation }));
    reader = person({ role: 'teacher', organisation: sibling });
  });
  afterAll(async () => {
    await room.close();
    await rm(folder, { recursive: true });
  });

  const by = (operation: AnyOperation, caller: Caller) => callOf(operation, caller, {}, { ifMatch: '*' });
  const add = async (name: string) => {
    const { subject, client } = teacher!;
    const content = { family: 'document', kind: 'pdf', mediaType: 'application/pdf' } as const;
    const about = { id: newId(), kind: 'resource', name, owner: { subject, client }, until: new Date('2030-01-01'), content };
    const { id: file } = await files.keep([Buffer.from(name)], about);
    return (await room.get(Holding).add({ resourceId, file, purpose: 'main' }, by(resources.addFile, teacher!))).row.id;
  };
  const remove = (fileId: string) => room.get(Holding).remove({ resourceId, fileId }, by(resources.removeFile, teacher!));
  const submit = () => room.get(Reviewing).submit(resourceId, by(resources.submit, teacher!));
  const publish = (caller: Caller) =>
    room.get(Reviewing).publish(resourceId, { checked: [], codes: [], reason: null }, by(resources.publish, caller));
  const link = async (fileId: string, caller: Caller) =>
    Object.fromEntries(
      new URL((await room.get(Holding).link({ resourceId, fileId }, by(resources.fileLink, caller))).url).searchParams,
    ) as GivenLink;
  const tend = () => room.get(TendingFiles).goRound();
  const takeDown = () =>
    room.get(Withdrawing).takeDown(resourceId, { reason: '侵权', codes: ['copyright'] }, by(resources.takeDown, ofCounty!));
  const restore = () => room.get(Withdrawing).restore(resourceId, '查无实据', by(resources.restore, ofCounty!));
  /** Of the county, with one file. */
  let first: string;
  beforeEach(async () => {
    later(1000);
    const usage = { method: '课前自学', scene: '新授课', example: '三年级公开课' };
    const lesson = { title: `分数 ${newId()}`, type: 'microLesson', stage: 'primary', subject: 'mathematics', grades: [3], usage };
    const input = resources.register.body.parse({ ...lesson, validUntil: '2026-12-31' });
    resourceId = (await room.get(Cataloguing).register(input, by(resources.register, teacher!))).id;
    first = await add('第一版.pdf');
    await submit();
    await publish(ofSchool!);
    await room.get(Promoting).putForward(resourceId, room.region.county, by(resources.putForward, teacher!));
    await publish(ofCounty!);
    await tend();
  });

  it('go to nobody by links given before a takedown, and by new ones to whoever may still read it, and after it is restored', async () => {
    const ended = async (given: GivenLink) => isEnded(given, (await files.about(first))!);
    const before = await link(first, reader!);
    expect(await ended(before)).toBe(false);
    await takeDown();
    later(1000);
    await tend();
    expect(await ended(before)).toBe(true);
    await expect(link(first, reader!)).rejects.toMatchObject({ kind: { code: 'resource.not_found' } });
    later(1);
    expect(await ended(await link(first, ofCounty!))).toBe(false);
    await restore();
    await tend();
    expect([await ended(before), await ended(await link(first, reader!))]).toEqual([true, false]);
  });

  it('stay with the release they went out with, also when it is withdrawn or has expired, not when it is taken down', async () => {
    const of = (number: number, caller = reader!) =>
      room.get(FilesOfReleases).list({ resourceId, number }, by(resources.releaseFiles, caller));
    const names = async (number: number, caller = reader!) => (await of(number, caller)).map(({ row: { name } }) => name);
    const linked = (number: number, fileId: string) =>
      room.get(FilesOfReleases).link({ resourceId, number, fileId }, by(resources.releaseFileLink, reader!));
    await remove(first);
    const second = await add('第二版.pdf');
    await submit();
    later(1000);
    expect(await publish(ofCounty!)).toMatchObject({ release: 2 });
    const both = async () => [await names(1), await names(2), (await linked(1, first)).url.includes(first)];
    expect(await both()).toEqual([['第一版.pdf'], ['第二版.pdf'], true]);
    await expect(linked(1, second)).rejects.toMatchObject({ kind: { code: 'resource_file.not_found' } });
    await expect(of(3)).rejects.toMatchObject({ kind: { code: 'release.not_found' } });
    const elsewhere = person({ role: 'teacher', organisation: room.region.farSchool });
    await expect(of(1, elsewhere)).rejects.toMatchObject({ kind: { code: 'release.not_found' } });

    await room.get(Withdrawing).withdraw(resourceId, '另有新课', by(resources.withdraw, teacher!));
    await expect(link(second, reader!)).rejects.toMatchObject({ kind: { code: 'resource.not_found' } });
    expect(await both()).toEqual([['第一版.pdf'], ['第二版.pdf'], true]);
    await room.get(Withdrawing).restore(resourceId, '恢复', by(resources.restore, teacher!));
    clock.at = new Date('2027-01-02T08:00:00+08:00');
    await room.get(Rechecking).goRound();
    await tend();
    await expect(link(second, reader!)).rejects.toMatchObject({ kind: { code: 'resource.not_found' } });
    expect(await both()).toEqual([['第一版.pdf'], ['第二版.pdf'], true]);

    await takeDown();
    await expect(takeDown()).rejects.toMatchObject({ kind: { code: 'resource.not_standing' } });
    const back = room.get(Withdrawing).restore(resourceId, '恢复', by(resources.restore, teacher!));
    await expect(back).rejects.toMatchObject({ kind: { code: 'resource.held' } });
    await expect(of(1)).rejects.toMatchObject({ kind: { code: 'release.not_found' } });
    await expect(linked(2, second)).rejects.toMatchObject({ kind: { code: 'release.not_found' } });
  });
});
