import { createHash, randomBytes } from 'node:crypto';
import { zipOf } from '@lianxue/files';
import { film } from '@lianxue/testing';
import { jobEnded, sendByTus, sendFile } from '../story/files-of-story.js';
import type { Api, World } from '../story/world.js';
import { wholeWorld } from '../whole-world.js';

const tus = { 'tus-resumable': '1.0.0' };

describe('files', () => {
  let world: World;
  let admin: Api;
  let teacher: Api;
  beforeAll(async () => {
    world = await wholeWorld();
    admin = await world.as('systemAdmin', world.city);
    teacher = await world.as('teacher', world.school);
  }, 300_000);

  const ticketed = async (by = admin, about: object = { kind: 'roster', name: '名单.csv' }) =>
    (await by.post('/files', about)).body as Record<'id' | 'ticket' | 'resumableUrl' | 'uploadUrl' | 'maxBytes', string>;
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const bearer = async (by: Api) => ({ authorization: `Bearer ${await by.token()}` });
  const begin = async (metadata: string, { by = admin, length = '10' } = {}) =>
    fetch(`${world.origin}/files/resumable`, {
      method: 'POST',
      headers: {
        ...tus,
        ...(await bearer(by)),
        'upload-length': length,
        'upload-metadata': `ticket ${Buffer.from(metadata).toString('base64')}`,
      },
    });
  const refusedAs = (bytes: Buffer, name: string) =>
    ticketed(teacher, { kind: 'resource', name }).then(({ uploadUrl }) =>
      fetch(uploadUrl, { method: 'PUT', body: new Uint8Array(bytes), headers: { 'accept-language': 'en' } }).then(
        async (answer) => ((await answer.json()) as { code?: string }).code ?? answer.status,
      ),
    );

  it('come by tus, go on where they were cut off, and go out by link alone', async () => {
    const bytes = randomBytes(3 * 1024 * 1024);
    const about = await ticketed(admin, { kind: 'roster', name: '名单 “一”.csv', sha256: hash(bytes) });
    const begun = await begin(about['ticket'], { length: String(bytes.length) });
    const place = new URL(begun.headers.get('location')!, world.origin).href;
    const patch = async (at: number, body: Buffer, more: Record<string, string> = {}, by = admin) =>
      fetch(place, {
        method: 'PATCH',
        headers: { ...tus, ...(await bearer(by)), 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream', ...more },
        body: new Uint8Array(body),
      });
    const half = bytes.subarray(0, 1_000_000);
    const sum = (of: Buffer) => ({ 'upload-checksum': `sha256 ${createHash('sha256').update(of).digest('base64')}` });
    expect((await patch(0, half, sum(bytes))).status).toBe(460);
    expect((await patch(0, half, sum(half))).status).toBe(204);
    // Nobody else goes on with it: neither a colleague nor whoever has no token.
    expect([(await patch(1_000_000, half, {}, teacher)).status, (await fetch(place, { method: 'HEAD', headers: tus })).status]).toEqual([
      404, 401,
    ]);
    const stands = await fetch(place, { method: 'HEAD', headers: { ...tus, ...(await bearer(admin)) } });
    expect(stands.headers.get('upload-offset')).toBe('1000000');
    expect((await patch(1_000_000, bytes.subarray(1_000_000))).status).toBe(204);
    // Who missed that answer is told that all is there, and may not begin again.
    const after = await fetch(place, { method: 'HEAD', headers: { ...tus, ...(await bearer(admin)) } });
    expect([after.headers.get('upload-offset'), (await begin(about['ticket'])).status]).toEqual([String(bytes.length), 410]);

    const seen = await admin.get(`/files/${about['id']}`);
    expect([seen.status, seen.body.size, seen.body.sha256]).toEqual([200, bytes.length, hash(bytes)]);
    const { url } = (await admin.post(`/files/${about['id']}/link`)).body as { url: string };
    const answer = await fetch(url);
    expect(hash(Buffer.from(await answer.arrayBuffer()))).toBe(hash(bytes));
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('名单 “一”.csv'));
    const ranged = async (range: string) => {
      const part = await fetch(url, { headers: { range } });
      return [part.status, part.headers.get('content-range'), hash(Buffer.from(await part.arrayBuffer()))];
    };
    const size = bytes.length;
    expect(await ranged('bytes=10-19')).toEqual([206, `bytes 10-19/${size}`, hash(bytes.subarray(10, 20))]);
    expect(await ranged('bytes=-5')).toEqual([206, `bytes ${size - 5}-${size - 1}/${size}`, hash(bytes.subarray(-5))]);
    expect((await fetch(url, { headers: { range: `bytes=${size}-` } })).status).toBe(416);
    expect((await fetch(url.replace(/until=\d+/, 'until=9999999999999'))).status).toBe(404);
  });

  it('of resources are what they are, whatever they are called', async () => {
    const lesson = film({ seconds: 480, bytes: 2_500_000 });
    const about = await ticketed(teacher, { kind: 'resource', name: '分数的初步认识.mp4' });
    await sendByTus(teacher, about, lesson);
    const seen = await teacher.get(`/files/${about['id']}`);
    expect(seen.body).toMatchObject({ sha256: hash(lesson), content: { family: 'video', kind: 'mp4', durationMs: 480_000, height: 720 } });
    const { url } = (await teacher.post(`/files/${about['id']}/link`)).body as { url: string };
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.headers.get('content-type'), head.headers.get('x-content-type-options'), head.headers.get('content-length')]).toEqual([
      'video/mp4',
      'nosniff',
      String(lesson.length),
    ]);
    expect(await refusedAs(lesson, '分数.jpg')).toBe('file.name_lies');
    expect(await refusedAs(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), '图.svg')).toBe(
      'file.active_content',
    );
    expect(await refusedAs(Buffer.from('%PDF-1.7\n<</S/JavaScript/JS(1)>>'), '讲义.pdf')).toBe('file.active_content');
    expect(await refusedAs(randomBytes(100), '课件.pptx')).toBe('file.unrecognised');
    const bad = await ticketed(teacher, { kind: 'resource', name: '脚本.svg' });
    await expect(sendByTus(teacher, bad, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).rejects.toThrow('422');
    expect((await teacher.get(`/files/${bad['id']}`)).status).toBe(404);
  });

  it('are taken as the nearest authority allows, and named as every system can store', async () => {
    const path = `/organisations/${world.farSchool.id}/file-allowances`;
    const far = await world.as('teacher', world.farSchool);
    const county = await world.as('systemAdmin', world.counties[1]);
    const set = await county.post(`/organisations/${world.counties[1].id}/file-allowances`, { tier: 'school', megabytes: { document: 1 } });
    expect([set.status, (await far.get(path)).body.allowances[0]]).toMatchObject([200, { tier: 'school', setBy: world.counties[1].id }]);
    const { uploadUrl, maxBytes } = await ticketed(far, { kind: 'resource', name: '第一课.mp4' });
    const sent = await fetch(uploadUrl, { method: 'PUT', body: new Uint8Array(film({ seconds: 60, bytes: 1000 })) });
    expect([maxBytes, ((await sent.json()) as { code: string }).code]).toEqual([1024 * 1024, 'file.not_allowed']);
    const named = async (name: string) => {
      const answer = await teacher.post('/files', { kind: 'resource', name });
      return answer.body.errors?.[0]?.code ?? answer.status;
    };
    const names = [
      '../../etc/passwd',
      '..',
      'a\u0000b.pdf',
      '课件\u202efdp.exe',
      '课'.repeat(100),
      '课'.repeat(80),
      'درس أول.pdf',
      '第一课..终稿.pdf',
    ];
    expect(await Promise.all(names.map(named))).toEqual([
      ...['file_name.path', 'file_name.path', 'text.unstorable', 'file_name.direction', 'file_name.too_long'],
      ...[200, 200, 200],
    ]);
  });

  it('are held to the same where they lie in an archive that is migrated', async () => {
    const [, { id: county }] = world.counties;
    const megabytes = { document: 1, package: 100 };
    await (
      await world.as('systemAdmin', world.counties[1])
    ).post(`/organisations/${county}/file-allowances`, { tier: 'school', megabytes });
    const far = await world.as('schoolAdmin', world.farSchool);
    const archive = zipOf({ '教案.txt': `教案 ${world.run}`, '图.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    const rows = ['原平台编号,标题,文件', `1,有教案 ${world.run},教案.txt`, `2,有图 ${world.run},图.svg`];
    const ordered = await far.post('/resource-migrations', {
      platform: '旧平台',
      list: await sendFile(world, far, { kind: 'migration', name: '清单.csv' }, Buffer.from(rows.join('\r\n'))),
      archives: [await sendFile(world, far, { kind: 'archive', name: '文件.zip' }, archive)],
      defaults: { type: 'lessonPlan', stage: 'primary', subject: 'mathematics', licence: 'teaching' },
    });
    const job = await jobEnded(world, far, ordered.body, '/resource-jobs');
    expect(job.result).toMatchObject({ resources: { added: 1 }, files: 1 });
    const { body } = await far.get(`/resource-jobs/${job.id}/errors`);
    expect(body.items).toMatchObject([{ line: 3, field: '文件', code: 'file.not_allowed' }]);
  });

  it('are refused without a ticket of ours, and cannot be read where they are sent', async () => {
    const { ticket, uploadUrl } = await ticketed();
    expect((await begin('nonsense')).status).toBe(401);
    expect((await begin(ticket, { by: teacher })).status).toBe(404);
    expect((await begin(ticket, { length: '999999999999' })).status).toBe(413);
    const begun = await begin(ticket);
    expect(begun.status).toBe(201);
    expect((await fetch(new URL(begun.headers.get('location')!, world.origin))).status).toBe(404);
    expect((await fetch(`${uploadUrl}x`, { method: 'PUT', body: 'a' })).status).toBe(401);
    expect((await admin.get('/files/01939f6e-7c00-7000-8000-00000000000f')).status).toBe(404);
  });
});
