import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources } from '@lianxue/contracts';
import { zipOf } from '@lianxue/files';
import { callOf } from '@lianxue/testing';
import { Finding } from '../catalogue/finding.js';
import { openMigrating, type MigratingRoom } from './migrating.room.js';

let room: MigratingRoom;
beforeAll(async () => {
  room = await openMigrating();
});
afterAll(() => room.close());

const namespace = 'xmlns="http://ltsc.ieee.org/xsd/LOM"';
const said = (name: string, ...words: string[]) =>
  words.map((each) => `<${name}><string language="zh-CN">${each}</string></${name}>`).join('');
const term = (name: string, value: string, source = 'LOMv1.0') => `<${name}><source>${source}</source><value>${value}</value></${name}>`;
const identified = (id: string) => `<identifier><catalog>URI</catalog><entry>${id}</entry></identifier>`;
const subject = `<classification>${term('purpose', 'discipline')}<taxonPath>${said('source', 'RKXD')}<taxon><id>2</id>${said('entry', '小学')}</taxon><taxon><id>02</id>${said('entry', '数学')}</taxon></taxonPath></classification>`;
/** As this platform, and whoever else keeps to the standard, describes a learning object. */
const lomOf = (id: string, title: string, { location = '', more = '', about = subject, attributes = namespace } = {}) =>
  `<lom ${attributes}><general>${identified(id)}${said('title', title)}<language>zh-CN</language>${said('description', '平均分')}${said('keyword', '分数', '微课')}</general>` +
  `<technical>${location && `<location>${location}</location>`}</technical><educational>${term('learningResourceType', 'lecture')}${term('learningResourceType', 'microLesson', 'urn:lianxue:vocabulary:resource-type')}` +
  `${said('typicalAgeRange', '8-10')}${said('description', '先看后练', '新授课', '三年级一班')}</educational><rights>${said('description', '署名 CC BY；临川区教育局')}</rights>${about}${more}</lom>`;
const many = (...records: string[]) => `<?xml version="1.0" encoding="UTF-8"?>\n<records>${records.join('\n')}</records>`;
const bring = async (content: string | Uint8Array, more: object = {}) =>
  room.bring([], { list: await room.send('migration', content, { name: '元数据' }), ...more });
const becomeOf = async (idThere: string) =>
  room.get(Finding).one((await room.brought(idThere)).resource!, callOf(resources.resource, room.bureau));

describe('a list in LOM', () => {
  it('brings every record of one file, each by its words, its ages and its classification; again, it changes nothing', async () => {
    const idea = `<classification>${term('purpose', 'idea')}<taxonPath><taxon>${said('entry', '几分之一')}</taxon></taxonPath></classification>`;
    const one = lomOf('urn:1', '认识分数', { location: 'https://old.example/1', more: idea });
    const list = many(one, lomOf('urn:2', '比较分数', { location: '分数.txt' }));
    const archives = [await room.send('archive', zipOf({ '分数.txt': '几分之一。\n' }), { name: '文件.zip' })];
    const job = await bring(list, { archives });
    expect(job).toMatchObject({ state: 'done', errorCount: 0, result: { resources: { added: 2 }, files: 1, unread: [] } });
    expect(await becomeOf('urn:1')).toMatchObject({
      ...{ title: '认识分数', type: 'microLesson', stage: 'primary', subject: 'mathematics', grades: [3, 4], language: 'zh-CN' },
      ...{
        description: '平均分',
        keywords: ['分数', '微课'],
        knowledgePoints: ['几分之一'],
        licence: 'CC-BY-4.0',
        rightsHolder: '临川区教育局',
      },
      ...{ sourceUrl: 'https://old.example/1', usageMethod: '先看后练', usageScene: '新授课', usageExample: '三年级一班' },
    });
    expect(await bring(`\uFEFF${list}`, { archives })).toMatchObject({ result: { resources: { added: 0, unchanged: 2 }, changed: 0 } });
  });

  it('says of each record what is wrong with it, and takes the others', async () => {
    const list = many(
      lomOf('urn:10', '对的'),
      lomOf('', '没有标识'),
      lomOf('urn:10', '又一次'),
      lomOf('urn:13', '没有学科', { about: '' }),
      lomOf('urn:14', '题'.repeat(201)),
      lomOf('urn:15', '没有文件', { location: '没有.pdf' }),
    );
    const job = await bring(list);
    expect(job).toMatchObject({ state: 'done', errorCount: 5, result: { resources: { added: 1 } } });
    expect((await room.errorsOf(job)).sort()).toEqual([
      ...['2 general.identifier field.missing', '3 general.identifier row.twice'],
      ...['4 classification field.missing', '4 educational.context field.missing', '5 general.title field.too_long'],
      '6 technical.location file.unknown',
    ]);
    const defaults = { stage: 'primary', subject: 'mathematics' };
    expect(await bring(many(lomOf('urn:13', '没有学科', { about: '' })), { defaults })).toMatchObject({
      result: { resources: { added: 1 } },
    });
  });

  it('may be a zip of files, in the older form of IMS too, with the manifest of a package or without', async () => {
    const older =
      '<imsmd:lom xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2"><imsmd:general><imsmd:catalogentry><imsmd:catalog>旧库</imsmd:catalog><imsmd:entry><imsmd:langstring>IMS-1</imsmd:langstring></imsmd:entry></imsmd:catalogentry>' +
      '<imsmd:title><imsmd:langstring xml:lang="en">Clock</imsmd:langstring><imsmd:langstring xml:lang="zh">钟面</imsmd:langstring></imsmd:title></imsmd:general>' +
      '<imsmd:educational><imsmd:learningresourcetype><imsmd:value><imsmd:langstring xml:lang="x-none">Slide</imsmd:langstring></imsmd:value></imsmd:learningresourcetype><imsmd:context><imsmd:value><imsmd:langstring>小学</imsmd:langstring></imsmd:value></imsmd:context></imsmd:educational></imsmd:lom>';
    const inside = (record: string, href: string) => `<resource identifier="R" href="${href}"><metadata>${record}</metadata></resource>`;
    const manifest = `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><metadata>${lomOf('urn:package', '整个包')}</metadata><resources>${inside(lomOf('urn:20', '包内'), 'res/包内.txt')}${inside(older, 'https://old.example/clock')}</resources></manifest>`;
    const archives = [await room.send('archive', zipOf({ 'res/包内.txt': '包内。\n' }), { name: '文件.zip' })];
    const files = { 'imsmanifest.xml': manifest, 'lom/21.xml': lomOf('urn:21', '单独'), 'lom/其他.xml': '<page/>', 'readme.txt': '<lom/>' };
    const job = await bring(zipOf(files), { archives, defaults: { subject: 'mathematics' } });
    expect(await room.errorsOf(job)).toEqual([]);
    expect(job).toMatchObject({ state: 'done', result: { resources: { added: 3 }, files: 1 } });
    expect(await becomeOf('IMS-1')).toMatchObject({ title: '钟面', type: 'courseware', stage: 'primary' });
    expect(await room.brought('urn:package')).toBeUndefined();
    const alone = `<manifest><metadata>${lomOf('urn:whole', '只说整个包')}</metadata><resources/></manifest>`;
    expect(await bring(zipOf({ 'imsmanifest.xml': alone }))).toMatchObject({ result: { resources: { added: 1 } } });
  });

  it('is refused where it is no LOM, or holds bombs; of a zip the file that does is left by itself', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE lom [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + lomOf('urn:30', '&b;');
    const outside = '<!DOCTYPE lom SYSTEM "file:///etc/passwd">' + lomOf('urn:31', '外部');
    const deep = lomOf('urn:32', '过深', { more: '<x>'.repeat(100) + '</x>'.repeat(100) });
    const long = lomOf('urn:33', '过大', { more: `<x a="1"/>`.repeat(300_000) });
    const failed = (reason: string) => ({
      state: 'failed',
      refused: { code: 'migration.unreadable', detail: expect.stringContaining(reason) },
    });
    for (const content of [bomb, outside, deep, many(lomOf('urn:34', '没有结尾')).slice(0, -20), '<lom>&nbsp;</lom>'])
      expect(await bring(content)).toMatchObject(failed('broken_xml'));
    expect(await bring(long)).toMatchObject(failed('too_large'));
    expect(await bring('<page>没有元数据</page>')).toMatchObject(failed('not_a_workbook'));
    expect(await bring(zipOf({ 'a.txt': '没有元数据' }))).toMatchObject(failed('not_a_workbook'));
    expect(await bring(zipOf({ 'a.xml': `<lom>${' '.repeat(4_000_000)}</lom>` }))).toMatchObject(failed('too_large'));
    const zip = zipOf({ '1.xml': bomb, '2.xml': lomOf('urn:35', '好的'), '3.xml': deep, '4.xml': '不是 XML' });
    const job = await bring(zip);
    expect(job).toMatchObject({ state: 'done', errorCount: 3, result: { resources: { added: 1 } } });
    const errors = await room.query('select file, line, field, code from job_error where job = $1 order by file', [job.id]);
    expect(errors).toEqual(['1.xml', '3.xml', '4.xml'].map((file) => ({ file, line: 1, field: 'lom', code: 'record.unreadable' })));
  });
});
