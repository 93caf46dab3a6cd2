import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { refused } from '../identity.room.js';
import { citizen, csv, openImporting, type ImportingRoom, type Sender } from './importing.room.js';

let room: ImportingRoom;
beforeAll(async () => {
  room = await openImporting();
});
afterAll(() => room.close());

const heads = '姓名,身份证件号,年级,班级,性别';
const pupils = async ({ id }: Sender) =>
  (
    await room.query<{ name: string; title: string | null; held: boolean }>(
      `select p.name, c.title, exists (select 1 from post t where t.person = p.id and t.role = 'pupil' and not t.ended) as held
       from person p left join enrolment e on e.person = p.id and not e.ended left join school_class c on c.id = e.class
       where p.organisation = $1 and not 'staff' = any(p.kinds) order by p.name`,
      [id],
    )
  ).map(({ name, title, held }) => `${name} ${title ?? '-'} ${held ? '在' : '离'}`);

describe('a roster of a day that is past', () => {
  it('brings what is not known, and changes nothing of what is known from later', async () => {
    room.at('2026-11-21T08:00:00Z');
    const school = await room.school('rollManager');
    const row = (name: string, n: number, inClass: string) => `${name},${citizen(n)},三年级,${inClass},`;
    await school.bring(csv(heads, row('张三', 1, '2'), row('李四', 2, '1'), row('王五', 3, '1')), { source: 'roll' });
    room.at('2026-11-22T08:00:00Z');
    const newest = csv(`${heads},当前状态`, `${row('张珊', 1, '2')},在读`, `${row('王五', 3, '1')},转出`);
    expect(await school.confirm(await school.bring(newest, { source: 'roll' }))).toMatchObject({
      result: { people: { changed: 1, ended: 1 } },
    });
    const older = csv(heads, row('张三', 1, '1'), row('李四', 2, '1'), row('王五', 3, '1'), row('赵六', 4, '1'));
    expect(await school.bring(older, { source: 'roll', asOf: '2026-07-01' })).toMatchObject({
      state: 'done',
      errorCount: 0,
      result: { people: { added: 1, unchanged: 3 }, posts: { added: 1 }, enrolments: { added: 1, ended: 0 } },
    });
    expect(await pupils(school)).toEqual(
      expect.arrayContaining(['张珊 三年级2班 在', '李四 三年级1班 在', '赵六 三年级1班 在', expect.stringMatching(/^王五 .* 离$/)]),
    );
    // Today’s list says otherwise, and is believed.
    const waiting = await school.bring(older, { source: 'roll' });
    expect(waiting).toMatchObject({ state: 'waiting', waitsFor: { classes: [{ title: '三年级2班', pupils: 1, dropped: 1 }] } });
    expect(await school.confirm(waiting)).toMatchObject({ result: { people: { changed: 2 }, posts: { added: 1 } } });
    expect(await pupils(school)).toContain('张三 三年级1班 在');
  });

  it('drops nobody who came since', async () => {
    room.at('2026-11-21T08:00:00Z');
    const school = await room.school('rollManager');
    await school.bring(csv(heads, `张三,${citizen(11)},三年级,1,`, `李四,${citizen(12)},三年级,1,`));
    const older = csv(heads, `张三,${citizen(11)},三年级,1,`);
    expect(await school.bring(older, { mode: 'replace', mostDropped: 1, asOf: '2026-11-01' })).toMatchObject({ result: { dropped: 0 } });
  });

  it('cannot be of a day to come', async () => {
    const school = await room.school();
    await expect(school.bring(csv(heads), { asOf: '2026-11-23' })).rejects.toEqual(refused('roster.in_future'));
  });
});

describe('an export of the 教师 system', () => {
  it('names teachers and stays master of what it says of them; of pupils it says nothing', async () => {
    room.at('2026-11-22T08:00:00Z');
    const school = await room.school();
    const table = csv('姓名,身份证件号,身份,性别', `王老师,${citizen(21)},,女`, `张三,${citizen(22)},学生,男`);
    const job = await school.bring(table, { source: 'staffSystem' });
    expect(job).toMatchObject({ state: 'done', result: { people: { added: 1 } } });
    expect(await school.errorsOf(job)).toEqual(['3 身份 role.not_yours']);
    expect(
      await room.query(
        `select p.sources->'name'->>'source' as source, t.role from person p join post t on t.person = p.id where p.organisation = $1 and p.name = '王老师'`,
        [school.id],
      ),
    ).toEqual([{ source: 'staffSystem', role: 'teacher' }]);
    expect(await school.bring(csv('姓名,身份证件号,身份', `王师,${citizen(21)},教师`))).toMatchObject({
      result: { people: { unchanged: 1 } },
    });
  });

  it('is for those who may speak for it', async () => {
    const school = await room.school('rollManager');
    await expect(school.bring(csv(heads), { source: 'staffSystem' })).rejects.toEqual(refused('field.source_not_yours'));
    expect(identity.importRosterFile.fails.map(({ code }) => code)).toContain('roster.in_future');
  });
});

describe('a campus', () => {
  it('is found by the tables of its school, and exports its own', async () => {
    room.at('2026-11-22T08:00:00Z');
    const school = await room.school();
    const campus = await room.organisation('campus', school.id, { name: '东校区' });
    expect(await school.bring(csv('姓名,身份证件号,学校', `张三,${citizen(31)},东校区`))).toMatchObject({ errorCount: 0 });
    expect(await room.query('select name from person where organisation = $1', [campus])).toEqual([{ name: '张三' }]);
    expect((await school.exported('excel')).length).toBeGreaterThan(0);
    expect((await school.bring(await school.exported('excel'))).result).toMatchObject({ changed: 0, people: { unchanged: 1 } });
  });
});
