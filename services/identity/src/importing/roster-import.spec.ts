import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type Call, type InputOf, type Job } from '@lianxue/contracts';
import { FILES, Workbook, type Files } from '@lianxue/files';
import { JobRunner, Jobs, newId, Store } from '@lianxue/persistence';
import { strToU8, zipSync } from 'fflate';
import type { z } from 'zod';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { holdRoster } from './external-ids.js';
import { citizen, csv, rowsOfFile, sentFile, settledJob } from './importing.room.js';
import { RosterExport } from './roster-export.js';
import { RosterImport } from './roster-import.js';

let room: IdentityRoom;
let files: Files;
let school: string;
let manager: string;

beforeAll(async () => {
  room = await openIdentity();
  files = room.get(FILES as never);
});
afterAll(() => room.close());

const by = (more: Partial<Call> = {}) =>
  room.by('rollManager', school, { subject: manager, operation: identity.importRosterFile, call: more });

async function fresh(name = '第一小学'): Promise<void> {
  school = await room.organisation('school', room.city, { name: `${name}${newId()}` });
  manager = await room.person('rollManager', school);
}

const sent = (content: Uint8Array | string): Promise<string> => sentFile(room, 'roster', content, by());

type View = z.output<typeof Job>;
type Order = Partial<InputOf<typeof identity.importRosterFile>>;

async function bring(content: Uint8Array | string, more: Order = {}, at = school): Promise<View> {
  const input = {
    organisationId: at,
    file: await sent(content),
    mode: 'merge',
    dryRun: false,
    source: 'roster',
    mostDropped: 0.2,
    ...more,
  } as const;
  const { id } = await room.get(RosterImport).order(input, by());
  return settled(id);
}

const markedRows = (file: string) => rowsOfFile(room, file);

const settled = (id: string): Promise<View> => settledJob(room, id, by());
const errorsOf = async (id: string) =>
  (await room.get(Jobs).errors(id, { limit: 200 }, by())).items.map(({ line, field, code }) => `${line} ${field} ${code}`);

const heads = '姓名,身份证件号,学籍号,年级,班级';
const facts = async () => (await room.query<{ n: number }>('select count(*)::int as n from outbox'))[0]!.n;

describe('a table of a school', () => {
  it('goes in, and changes nothing when it comes again', async () => {
    await fresh();
    const table = csv(
      '第一小学学生名册,,,,',
      '填表人：王老师,,,,',
      heads,
      `张\u3000三,${citizen(1)},,三年级,1`,
      `李四,３６１００２${citizen(2).slice(6)},G${citizen(2)},三年级,1班`,
    );
    expect(await bring(table)).toMatchObject({
      state: 'done',
      done: 2,
      errorCount: 0,
      result: { people: { added: 2 }, posts: { added: 2 }, classes: { added: 1 }, enrolments: { added: 2 }, changed: 7 },
    });
    expect(await room.query('select name from person where organisation = $1 and kinds = $2 order by name', [school, ['pupil']])).toEqual([
      { name: '张三' },
      { name: '李四' },
    ]);
    expect(await room.query('select title, grade from school_class where organisation = $1', [school])).toEqual([
      { title: '三年级1班', grade: '三年级' },
    ]);
    const before = await facts();
    expect(await bring(table)).toMatchObject({
      state: 'done',
      result: { changed: 0, people: { unchanged: 2 }, enrolments: { unchanged: 2 } },
    });
    expect(await facts()).toBe(before);
  });

  it('names what is wrong by line and heading, takes the rest, and comes back marked', async () => {
    await fresh();
    const workbook = new Workbook<string[]>(
      '三年级',
      heads.split(',').map((heading, at) => ({
        heading,
        valueOf: (row) => (at === 1 && /^\d{18}$/.test(row[1]!) && row[0] === '周' ? Number(row[1]) : row[at]),
      })),
    );
    workbook.add([
      ['张三', citizen(3), '', '三年级', '1班'],
      ['李*', citizen(4), '', '三年级', '1班'],
      ['周', citizen(5), '', '三年级', '1班'],
      ['王五', citizen(3), '', '三年级', '1班'],
      ['赵六', '', '', '三年级', '1班'],
    ]);
    const job = await bring(workbook.finish());
    expect(job).toMatchObject({ state: 'done', errorCount: 4, result: { people: { added: 1 } } });
    expect(await errorsOf(job.id)).toEqual([
      '3 姓名 name.masked',
      '4 身份证件号 id_number.precision_lost',
      '5 身份证件号 number.twice',
      '6 学籍号 number.missing',
    ]);
    const rows = await markedRows(job.files[0]!.id);
    expect([rows.length, rows[0]!.at(-1), rows[1]!.length, rows[2]!.at(-1)]).toEqual([6, '错误说明', 5, '姓名：姓名已脱敏，须填全名']);
  });

  it('of an authority finds each row’s school, by code or name', async () => {
    await fresh();
    const code = `2136${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
    const other = await room.organisation('school', room.city, { name: `第二小学${code}`, schoolCode: code });
    school = room.city;
    manager = await room.person('rollManager', room.city);
    const job = await bring(
      csv(
        `${heads},学校,学校标识码`,
        `甲,${citizen(20)},,,,第二小学${code},`,
        `乙,${citizen(21)},,,,,${code}`,
        `丙,${citizen(22)},,,,没有这所,`,
      ),
    );
    expect(job).toMatchObject({ state: 'done', result: { people: { added: 2 } } });
    expect(await errorsOf(job.id)).toEqual(['4 学校 school.unknown']);
    expect(await room.query('select count(*)::int as n from person where organisation = $1', [other])).toEqual([{ n: 2 }]);
  });

  it('of an authority knows a school by the name its office types, and suggests others where it is only alike', async () => {
    await fresh();
    const one = await room.organisation('school', room.city, { name: '上顿渡第一小学' });
    await room.organisation('school', room.city, { name: '上顿渡第二小学' });
    school = room.city;
    manager = await room.person('rollManager', room.city);
    const job = await bring(csv(`${heads},学校`, `甲,${citizen(40)},,,,上顿渡一小`, `乙,${citizen(41)},,,,上顿度第二小学`));
    expect(job).toMatchObject({ state: 'done', errorCount: 1, result: { people: { added: 1 } } });
    expect(await room.query('select count(*)::int as n from person where organisation = $1', [one])).toEqual([{ n: 1 }]);
    expect((await markedRows(job.files[0]!.id))[2]!.at(-1)).toMatch(/辖区内没有该学校.*是否为：.*上顿渡第二小学/);
  });

  it('is only tried in a dry run', async () => {
    await fresh();
    const before = await facts();
    expect(await bring(csv(heads, `张三,${citizen(30)},,三年级,1`), { dryRun: true })).toMatchObject({
      state: 'done',
      result: { dryRun: true, people: { added: 1 }, enrolments: { added: 1 } },
    });
    expect(await facts()).toBe(before);
  });

  it('that is complete drops who is missing, but no large share of a class unless confirmed', async () => {
    await fresh();
    const rows = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `人${from + n},${citizen(100 + from + n)},,三年级,1`);
    await bring(csv(heads, ...rows(0, 20)));
    expect(await bring(csv(heads, ...rows(2, 20)), { mode: 'replace' })).toMatchObject({
      state: 'done',
      result: { dropped: 2, enrolments: { ended: 2 } },
    });
    const before = await facts();
    const waiting = await bring(csv(heads, ...rows(10, 20)), { mode: 'replace' });
    expect(waiting).toMatchObject({ state: 'waiting', waitsFor: { classes: [{ title: '三年级1班', pupils: 18, dropped: 8 }] } });
    expect(await facts()).toBe(before);
    await room.get(Jobs).confirm(waiting.id, by());
    expect(await settled(waiting.id)).toMatchObject({ state: 'done', result: { dropped: 8, changed: 8 } });
  });

  it('goes on in halves when a step is cut off, and leaves nothing out', async () => {
    await fresh();
    const rows = Array.from(
      { length: 150 },
      (_, n) => `人${n},${n === 90 ? '36100219000101000' : citizen(300 + n)},,三年级,${(n % 3) + 1}`,
    );
    const file = await sent(csv(heads, ...rows));
    await room.get(JobRunner).stop();
    const input = { organisationId: school, file, mode: 'merge', dryRun: false, source: 'roster', mostDropped: 0.2 } as const;
    const { id } = await room.get(RosterImport).order(input, by());
    // Another import of the school holds its roster for longer than a lock is waited for.
    const held = room.get(Store).commit(by(), async (work) => {
      await holdRoster(school, work);
      await work.query('select pg_sleep(1.5)');
    });
    await new Promise((done) => setTimeout(done, 200));
    room.get(JobRunner).start();
    expect(await settled(id)).toMatchObject({ state: 'done', done: 150, errorCount: 1, result: { people: { added: 149 } } });
    await held;
    expect(await errorsOf(id)).toEqual(['92 身份证件号 id_number.form']);
    expect(await room.query('select attempt from job where id = $1', [id])).toEqual([{ attempt: 1 }]);
  });

  it('stops when whoever ordered it no longer may', async () => {
    await fresh();
    const file = await sent(csv(heads, `张三,${citizen(40)},,,`));
    await room.get(JobRunner).stop();
    const input = { organisationId: school, file, mode: 'merge', dryRun: false, source: 'roster', mostDropped: 0.2 } as const;
    const { id } = await room.get(RosterImport).order(input, by());
    await room.query('update post set ended = true where person = $1', [manager]);
    room.get(JobRunner).start();
    expect(await settled(id)).toMatchObject({ state: 'failed', refused: { code: 'job.rights_lost' } });
  });

  it('belongs to whoever sent it', async () => {
    await fresh();
    const file = await sent(csv(heads));
    manager = await room.person('rollManager', school);
    const input = { organisationId: school, file, mode: 'merge', dryRun: false, source: 'roster', mostDropped: 0.2 } as const;
    await expect(room.get(RosterImport).order(input, by())).rejects.toEqual(refused('file.unknown'));
  });

  it.each([
    ['no header', 'a,b\n1,2', 'no_header'],
    ['a broken quote', `${heads}\n"张`, 'broken_quotes'],
    ['a zip of nothing', zipSync({ 'a.txt': strToU8('x') }), 'not_a_workbook'],
  ])('with %s is refused in words', async (_what, content, reason) => {
    await fresh();
    const job = await bring(content);
    expect(job).toMatchObject({ state: 'failed', refused: { code: 'roster.unreadable', detail: expect.stringContaining(reason) } });
  });
});

describe('a zip of OneRoster files', () => {
  const zip = (more: Record<string, string> = {}) =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          manifest: csv('propertyName,value', 'manifest.version,1.0', 'file.enrollments,bulk', 'file.courses,absent'),
          courses: 'nonsense',
          orgs: csv('sourcedId,name,type,identifier', 's1,第一小学,school,'),
          users: csv('sourcedId,familyName,givenName', ...Array.from({ length: 10 }, (_, n) => `u${n},张,${n}`)),
          roles: csv('userSourcedId,role,orgSourcedId', ...Array.from({ length: 10 }, (_, n) => `u${n},student,s1`)),
          classes: csv('sourcedId,title,schoolSourcedId', 'c1,三（1）班,s1'),
          enrollments: csv(
            'sourcedId,classSourcedId,userSourcedId,role',
            ...Array.from({ length: 10 }, (_, n) => `e${n},c1,u${n},student`),
          ),
          ...more,
        }).map(([name, text]) => [`roster/${name}.csv`, strToU8(text)]),
      ),
    );

  it('goes in as its manifest says, again changes nothing, and when complete drops who is missing', async () => {
    await fresh();
    expect(await bring(zip())).toMatchObject({ state: 'done', result: { people: { added: 10 }, enrolments: { added: 10 }, changed: 31 } });
    const before = await facts();
    expect(await bring(zip())).toMatchObject({ state: 'done', result: { changed: 0 } });
    expect(await facts()).toBe(before);
    const without = (n: number) =>
      zip({
        enrollments: csv(
          'sourcedId,classSourcedId,userSourcedId,role',
          ...Array.from({ length: 10 - n }, (_, at) => `e${at},c1,u${at},student`),
        ),
      });
    expect(await bring(without(1))).toMatchObject({ state: 'done', result: { dropped: 1, enrolments: { ended: 1 } } });
    expect(await bring(without(6))).toMatchObject({ state: 'waiting', waitsFor: { classes: [{ pupils: 9, dropped: 5 }] } });
  });
});

describe('an export', () => {
  it.each(['excel', 'oneroster', 'sds'] as const)('as %s goes in again and changes nothing', async (format) => {
    await fresh();
    const n = { excel: 200, oneroster: 210, sds: 220 }[format];
    await bring(
      csv(`${heads},性别,联系电话`, `张三,${citizen(n)},G${citizen(n)},三年级,1,男,13800138000`, `李四,${citizen(n + 1)},,三年级,2,女,`),
    );
    await room.person('teacher', school, { name: '王老师' });
    const call = room.by('rollManager', school, { subject: manager, operation: identity.exportRoster });
    const { id } = await room.get(RosterExport).order({ organisationId: school, format, reason: '期初核对' }, call);
    const job = await settled(id);
    expect(job).toMatchObject({ state: 'done', result: { people: 3 }, files: [{ name: expect.any(String) }] });
    const kept = (await files.about(job.files[0]!.id))!;
    expect(kept.owner).toEqual({ subject: manager, client: call.caller.client });
    const bytes: Buffer[] = [];
    for await (const chunk of files.read(kept) as AsyncIterable<Buffer>) bytes.push(chunk);
    const before = await facts();
    // Teachers are for the school's administrator to give, and Excel knows people by their numbers.
    expect(await bring(Buffer.concat(bytes))).toMatchObject({ state: 'done', result: { changed: 0, people: { unchanged: 2 } } });
    expect(await facts()).toBe(before);
    expect(
      await room.query(`select details->>'reason' as reason from audit where what = 'roster.exported' and entity = $1`, [school]),
    ).toEqual([{ reason: '期初核对' }]);
  });
});
