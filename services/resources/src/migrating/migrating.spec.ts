import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileUnknown, MigrationInput, resources, ReviewRuleInput, type Caller } from '@lianxue/contracts';
import { zipOf } from '@lianxue/files';
import { Jobs, newId, Store } from '@lianxue/persistence';
import { callOf } from '@lianxue/testing';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { Finding } from '../catalogue/finding.js';
import { provenanceOf } from '../catalogue/provenance.js';
import type { HeldFile } from '../files/held-files.js';
import { Holding } from '../files/holding.js';
import { Ruling } from '../review/ruling.js';
import { ListMigration } from './list-migration.js';
import { MigrationHandlers } from './migrations.handlers.js';
import { openMigrating, type MigratingRoom } from './migrating.room.js';

const usage = '先看后练,新授课,三年级一班';
const row = (id: string, title: string, { school = '', file = '', says = '', used = usage } = {}) =>
  `${id},${title},微课,小学,数学,3-4年级,${school},${file},${says},${used}`;
const refused = (code: string) => expect.objectContaining({ kind: expect.objectContaining({ code }) });
const lesson = '教学目标：认识几分之一。\n';
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';

let room: MigratingRoom;
beforeAll(async () => {
  room = await openMigrating();
});
afterAll(() => room.close());

const resource = (id: string, by: Caller = room.bureau) => room.get(Finding).one(id, callOf(resources.resource, by));
const becomeOf = async (idThere: string, by?: Caller) => resource((await room.brought(idThere)).resource!, by);
const duplicatesOf = async (jobId: string) =>
  (await room.get(MigrationHandlers).migrationDuplicates({ jobId, limit: 50 }, callOf(resources.migrationDuplicates, room.bureau))).items;
const archiveOf = (contents: Record<string, string | Uint8Array>) => room.send('archive', zipOf(contents), { name: '文件.zip' });

describe('migration from another platform', () => {
  it('brings drafts with their files and where they come from; the same list again changes nothing', async () => {
    const archives = [await archiveOf({ '资源/分数.txt': lesson, '资源/面积.txt': '面积的单位。\n' })];
    const lines = [row('A1', '认识分数', { school: '第一小学', file: '资源/分数.txt' }), row('A2', '面积的单位', { file: '面积.txt' })];
    const tried = await room.bring(lines, { archives, dryRun: true });
    expect(tried).toMatchObject({ state: 'done', errorCount: 0, result: { resources: { added: 2 }, files: 2, dryRun: true } });
    expect(await room.brought('A1')).toBeUndefined();
    const job = await room.bring(lines, { archives });
    expect(job).toMatchObject({ state: 'done', result: { resources: { added: 2 }, files: 2, duplicates: 0 } });
    const made = await becomeOf('A1');
    expect(made).toMatchObject({ title: '认识分数', grades: [3, 4], type: 'microLesson', status: 'draft', source: 'migrated' });
    expect(made).toMatchObject({ author: room.keeper.subject, organisation: room.region.school });
    expect(await room.brought('A1')).toMatchObject({ platform: '旧平台', job: job.id, broughtBy: room.bureau.subject, goneAt: null });
    const [line] = await provenanceOf(made.id, room.get(Store));
    expect(line).toMatchObject({ what: 'imported', organisation: room.region.city, details: { platform: '旧平台', idThere: 'A1' } });
    expect(await room.query('select name, purpose from resource_file where resource = $1', [made.id])).toEqual([
      { name: '分数.txt', purpose: 'main' },
    ]);
    const facts = (await room.facts()).length;
    const again = await room.bring(lines, { archives });
    expect(again).toMatchObject({ result: { resources: { added: 0, changed: 0, unchanged: 2 }, files: 0, changed: 0 } });
    expect((await room.facts()).length).toBe(facts);
  });

  it('makes an edit of what changed in the list, and leaves alone what was changed here', async () => {
    await room.bring([row('B1', '长方形的周长', { says: '旧简介' })]);
    const { id } = await becomeOf('B1');
    const edited = callOf(resources.edit, room.keeper, {}, { ifMatch: '*' });
    await room.get(Cataloguing).edit(id, { title: '长方形、正方形的周长', description: '教师改写' }, edited);
    const archives = [await archiveOf({ '周长.txt': '周长。\n' })];
    const job = await room.bring([row('B1', '长方形的周长', { says: '新简介', file: '周长.txt' })], { archives });
    expect(job).toMatchObject({ result: { resources: { changed: 1 }, files: 1 } });
    expect(await becomeOf('B1')).toMatchObject({ title: '长方形、正方形的周长', description: '新简介' });
    const lighter = await room.bring([row('B1', '长方形的周长', { says: '新简介', file: '周长.txt' })]);
    expect(lighter).toMatchObject({ errorCount: 0, result: { resources: { unchanged: 1 } } });
    await room.get(Cataloguing).discard(id, callOf(resources.discard, room.keeper));
    expect(await room.bring([row('B1', '长方形的周长', { says: '又一简介' })])).toMatchObject({ result: { resources: { unchanged: 1 } } });
  });

  it('leaves what is here already, by its content or its title, and says what that is', async () => {
    const archives = [await archiveOf({ 'a.txt': '时分秒。\n', 'b.txt': '时分秒。\n', 'c.txt': '别的。\n' })];
    await room.bring([row('C1', '时、分、秒', { school: '第一小学', file: 'a.txt' })], { archives });
    const { resource: there } = await room.brought('C1');
    const lines = [
      row('C2', '钟面', { file: 'b.txt' }),
      row('C3', ' 时分秒 ', { school: '第一小学', file: 'c.txt' }),
      row('C4', '时分秒', { school: '第二小学' }),
      row('C5', '时分秒', { school: '第二小学' }),
    ];
    const told = [
      { line: 2, idThere: 'C2', by: 'content', existing: there, sameAsLine: null },
      { line: 3, idThere: 'C3', by: 'title', existing: there, sameAsLine: null },
    ];
    const tried = await room.bring(lines, { archives, dryRun: true });
    expect(tried).toMatchObject({ result: { duplicates: 3, resources: { added: 1 } } });
    expect(await duplicatesOf(tried.id)).toMatchObject([...told, { line: 5, by: 'title', existing: null, sameAsLine: 4 }]);
    const job = await room.bring(lines, { archives });
    const other = (await room.brought('C4')).resource;
    expect(await duplicatesOf(job.id)).toMatchObject([...told, { line: 5, by: 'title', existing: other }]);
    const all = await room.bring(lines, { archives, sameTitle: 'bring' });
    expect(all).toMatchObject({ result: { duplicates: 1, resources: { added: 2, unchanged: 1 } } });
  });

  it('takes what is right and gives the list back with what is wrong, line by line', async () => {
    const [one, two] = await Promise.all([
      archiveOf({ 'same.txt': '一。\n', 'x/lies.pdf': '不是 PDF。\n', 'bomb.txt': Buffer.alloc(40 * 1024 * 1024) }),
      archiveOf({ 'same.txt': '二。\n', 'y/page.txt': '<html><script>1</script></html>' }),
    ]);
    const lines = [
      ',没有编号,微课,小学,数学,3,,,,,,',
      'D2,词不对,微课,小学,炼金术,3,,,,,,',
      'D3,年级不对,微课,小学,数学,十三年级,,,,,,',
      row('D4', '单位不对', { school: '没有这所学校' }),
      row('D5', '没有文件', { file: 'none.txt' }),
      row('D6', '两个包都有', { file: 'same.txt' }),
      row('D7', '冒名', { file: 'lies.pdf' }),
      row('D8', '炸弹', { file: 'bomb.txt' }),
      row('D9', '带脚本', { file: 'page.txt' }),
      row('D11', '单位写坏了', { school: '第一\0小学' }),
      row('D10', '对的'),
      row('D10', '又一次'),
    ];
    const job = await room.bring(lines, { archives: [one, two] });
    expect(job).toMatchObject({ state: 'done', errorCount: 11, result: { resources: { added: 1 } } });
    expect((await room.errorsOf(job)).sort()).toEqual(
      [
        ...['2 原平台编号 field.missing', '3 学科 word.unknown', '4 年级 word.unknown', '5 单位 organisation.unknown'],
        ...['6 文件 file.unknown', '7 文件 file.ambiguous', '8 文件 file.name_lies', '9 文件 file.bomb'],
        ...['10 文件 file.active_content', '11 单位 organisation.unknown', '13 原平台编号 row.twice'],
      ].sort(),
    );
    const marked = await room.rowsOf(job.files[0]!.id);
    expect([marked.length, marked[1]!.at(-1)]).toEqual([13, '原平台编号：必填']);
  });

  it('takes of an archive what is taken of whoever sent it, as of a file sent on its own', async () => {
    const { city, county } = room.region;
    const contents = zipOf({ '教案.txt': '认识小数。\n', '长教案.txt': randomBytes(600_000).toString('hex'), '图.svg': drawing });
    const sent = (organisation: string) =>
      room.send('archive', contents, { name: '文件.zip', sentFor: { organisation, megabytes: { document: 1, package: 500 } } });
    const lines = [
      row('L1', '小数', { file: '教案.txt' }),
      row('L2', '加法', { file: '长教案.txt' }),
      row('L3', '图形', { file: '图.svg' }),
    ];
    const job = await room.bring(lines, { archives: [await sent(city)] });
    expect(await room.errorsOf(job)).toEqual(['3 文件 file.not_allowed', '4 文件 file.not_allowed']);
    expect(job).toMatchObject({ result: { resources: { added: 1 }, files: 1 } });
    await expect(room.bring(lines, { archives: [await sent(county)] })).rejects.toEqual(refused('migration.archive_elsewhere'));
  });

  it('publishes at the acting tier for its reviewer alone, with a reason, where one person may decide', async () => {
    const published = { enter: 'published', reason: '原平台已审' } as const;
    const head = room.holder('centreHead', room.region.city);
    await expect(room.bring([], published, head)).rejects.toEqual(refused('migration.not_reviewer'));
    await expect(room.bring([], { enter: 'published' })).rejects.toEqual(refused('migration.reason_needed'));
    await expect(room.bring([], { keeper: head.subject })).rejects.toEqual(refused('migration.keeper_unfit'));
    const job = await room.bring([row('E1', '统计图'), row('E2', '无说明', { used: ',,' })], published);
    expect(await room.errorsOf(job)).toEqual(['3 使用方法 usage.missing']);
    const far = room.holder('teacher', room.region.farSchool);
    expect(await becomeOf('E1', far)).toMatchObject({ status: 'published', level: 'city', release: 1, sharedBy: [room.region.city] });
    expect(
      await room.query('select 1 from contribution_credit c join resource r on r.id = c.resource where r.title = $1', ['统计图']),
    ).toEqual([]);
    await room.bring([row('E1', '统计图', { says: '新增说明' })], published);
    expect(await becomeOf('E1', far)).toMatchObject({ release: 2, description: '新增说明' });
    const admin = callOf(resources.nameReviewer, room.holder('schoolAdmin', room.region.city));
    const naming = {
      organisation: room.region.city,
      person: room.holder('subjectResearcher', room.region.city).subject,
      steps: [],
      stages: ['primary' as const],
      subjects: ['mathematics' as const],
    };
    const { id } = await room.get(Ruling).name(naming, admin);
    expect(await room.errorsOf(await room.bring([row('E3', '折线图')], published))).toEqual(['2 标题 review.not_named']);
    await room.get(Ruling).release(id, callOf(resources.releaseReviewer, admin.caller));
    const rule = ReviewRuleInput.parse({ steps: ['初审', '终审'] });
    const county = room.holder('resourceReviewer', room.region.county);
    await room.get(Ruling).set({ organisationId: room.region.county, ...rule }, callOf(resources.setReviewRule, county));
    await expect(room.bring([], { ...published, keeper: undefined }, county)).rejects.toEqual(refused('migration.many_steps'));
  });

  it('publishes with its files, which readers keep until others are reviewed', async () => {
    const published = { enter: 'published', reason: '原平台已审' } as const;
    const bring = async (text: string) =>
      room.bring([row('P1', '统计图选读', { file: '统计.txt' })], { ...published, archives: [await archiveOf({ '统计.txt': text })] });
    await bring('统计图。\n');
    const { id: resourceId, author } = await becomeOf('P1');
    const far = room.holder('teacher', room.region.farSchool);
    const list = async (by: Caller) =>
      (await room.get(Holding).list({ resourceId }, callOf(resources.files, by))).map(({ row: { name } }) => name);
    const owner = { subject: author, client: room.keeper.client };
    const content = { family: 'document', kind: 'txt', mediaType: 'text/plain' } as const;
    const file = await room.send('resource', '未审', { name: '未审.txt', owner, content });
    const { row: added } = await room.get(Holding).add({ resourceId, file, purpose: 'supplement' }, callOf(resources.addFile, room.keeper));
    const [{ row: first }] = (await room.get(Holding).list({ resourceId }, callOf(resources.files, far))) as [HeldFile];
    await room.get(Holding).remove({ resourceId, fileId: first.id }, callOf(resources.removeFile, room.keeper));
    expect([await list(room.keeper), await list(far)]).toEqual([['未审.txt'], ['统计.txt']]);
    await room.get(Holding).remove({ resourceId, fileId: added.id }, callOf(resources.removeFile, room.keeper));
    await bring('统计图，新。\n');
    const [{ row: shown }] = (await room.get(Holding).list({ resourceId }, callOf(resources.files, far))) as [HeldFile];
    expect([await list(far), shown.id === first.id]).toEqual([['统计.txt'], false]);
  });

  it('belongs to where its keeper works, who could complete nothing beyond', async () => {
    const { subject } = room.holder('teacher', room.region.school);
    const job = await room.bring([row('K1', '乘法口诀'), row('K2', '除法', { school: '第二小学' })], { keeper: subject });
    expect(await room.errorsOf(job)).toEqual(['3 单位 keeper.beyond']);
    expect(await becomeOf('K1')).toMatchObject({ author: subject, organisation: room.region.school });
  });

  it('names as contributors only people who are known, or were named before', async () => {
    const { subject } = room.holder('teacher', room.region.school);
    const said = (...people: string[]) =>
      [
        '原平台编号,标题,类型,学段,学科,年级,贡献者标识',
        ...people.map((who, nth) => `P${nth},第${nth}课,微课,小学,数学,二年级,${who}`),
      ].join('\r\n');
    const bring = async (...people: string[]) =>
      room.errorsOf(await room.bring([], { list: await room.send('migration', said(...people)) }));
    expect(await bring(subject, newId())).toEqual(['3 贡献者标识 contributor.unknown']);
    expect(await becomeOf('P0')).toMatchObject({ contributors: [{ person: subject, organisation: room.region.city }] });
    room.posts.held.delete(subject);
    expect(await bring(subject)).toEqual([]);
  });

  it('is whoever’s who ordered it: foreign files do not exist, and a lost post ends it', async () => {
    const county = room.holder('resourceReviewer', room.region.county);
    const list = await room.send('migration', '原平台编号,标题\r\n');
    const order = MigrationInput.parse({ platform: '旧平台', list });
    await expect(room.get(ListMigration).order(order, callOf(resources.migrateResources, county))).rejects.toEqual(
      refused(FileUnknown.code),
    );
    expect(await room.bring([''].concat('x'), { list: await room.send('migration', '姓名\r\n') })).toMatchObject({
      state: 'failed',
      refused: { code: 'migration.unreadable' },
    });
    const leaving = room.holder('schoolAdmin', room.region.school);
    const { subject, client } = leaving;
    const own = await room.send('migration', `原平台编号,标题\r\n${row('F1', '离任')}`, { owner: { subject, client } });
    const ordered = await room.get(ListMigration).order({ ...order, list: own }, callOf(resources.migrateResources, leaving));
    room.posts.held.delete(subject);
    expect(await room.settled(ordered.id, leaving)).toMatchObject({ state: 'failed', refused: { code: 'job.rights_lost' } });
    expect(await room.get(Jobs).one(ordered.id, callOf(resources.job, county))).toMatchObject({ organisation: room.region.school });
  });

  it('goes on where it was killed, with exactly the rows that are not in', async () => {
    const lines = Array.from({ length: 50 }, (_, nth) => row(`G${nth}`, `口算练习 ${nth}`));
    const list = await room.send('migration', ['原平台编号,标题,类型,学段,学科,年级', ...lines].join('\r\n'));
    const job = await room.bring([], { list });
    // As a process that died in the middle leaves it.
    await room.query(`delete from resource where title like '口算练习 4_'`);
    await room.query(`delete from migrated_resource where id_there like 'G4_'`);
    const counts = { resources: { added: 40 }, files: {}, duplicates: {} };
    await room.query(`update job set state = 'running', ended_at = null, result = null, done = 40, cursor = $2::jsonb where id = $1`, [
      job.id,
      JSON.stringify({ part: 0, row: 40, counts }),
    ]);
    const again = await room.settled(job.id);
    expect(again).toMatchObject({ state: 'done', done: 50, result: { resources: { added: 50 } } });
    expect(await room.query(`select count(*)::int as there from resource where title like '口算练习 %'`)).toEqual([{ there: 50 }]);
  });
});
