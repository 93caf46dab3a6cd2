import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { composedName, rosterName } from '../people/names.js';
import { Importing } from './importing.js';
import { citizen, csv, openImporting, rowsOfBytes, type ImportingRoom } from './importing.room.js';

let room: ImportingRoom;

beforeAll(async () => {
  room = await openImporting();
});
afterAll(() => room.close());

const roster = {
  orgs: csv('sourcedId,name,type,identifier,parentSourcedId', 'd,教育局,district,,', 's1,第一小学,school,,d'),
  academicSessions: csv(
    'sourcedId,title,type,startDate,endDate,parentSourcedId',
    'y,2031-2032学年,schoolYear,2031-09-01,2032-08-31,',
    't1,第一学期,term,2031-09-01,2032-01-20,y',
    'g1,期中,gradingPeriod,2031-09-01,2031-11-10,t1',
    'now,本学期,term,2026-09-01,2027-01-20,',
  ),
  courses: csv('sourcedId,title,courseCode,grades,orgSourcedId,subjectCodes', 'k1,数学,SX3,"03,04",s1,14', 'k2,书法,SF,,s1,'),
  users: csv(
    'sourcedId,familyName,givenName,agentSourcedIds,sms',
    'u1,欧阳,娜娜,"g1,g2",',
    'u2,买买提,阿依古丽,g1,',
    'u3,,单名,,',
    't1,王,老师,,13800138000',
    't2,陈,老师,,',
    'g1,欧阳,大山,,13900139000',
    'g2,Craig,Jean Ann,,',
  ),
  roles: csv(
    'userSourcedId,role,orgSourcedId,beginDate,metadata.role',
    ...['u1,student,s1,2031-09-01,', 'u2,student,s1,,', 'u3,student,s1,,', 't1,teacher,s1,,', 't2,teacher,s1,,homeroomTeacher'],
    ...['g1,guardian,s1,,', 'g2,guardian,s1,,'],
  ),
  demographics: csv('sourcedId,birthDate,sex', 'u1,2017-03-04,female', 'u2,2017-05-06,male', 't2,,unspecified'),
  classes: csv(
    'sourcedId,title,grades,courseSourcedId,classType,schoolSourcedId,termSourcedIds',
    'c1,三（1）班,03,,homeroom,s1,',
    'c2,三（1）班数学,03,k1,scheduled,s1,"y,t1"',
  ),
  enrollments: csv(
    'sourcedId,classSourcedId,userSourcedId,role,primary,beginDate,metadata.role',
    ...['e1,c1,u1,student,,2031-09-01,', 'e2,c1,u2,student,,,', 'e3,c2,u1,student,,,', 'e4,c1,t2,teacher,true,,homeroomTeacher'],
    ...['e5,c2,t1,teacher,false,,teacher', 'e6,c1,t1,teacher,,,aide'],
  ),
};

/** The same by ids this platform has never given. */
const byOtherIds = (zip: Buffer): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(zip)).map(([name, text]) => [
          name,
          strToU8(strFromU8(text).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'x$&')),
        ]),
      ),
    ),
  );

/** Everything a roster tells of a school, in words. */
async function told(school: string) {
  const all = (text: string) => room.query(text, [school]);
  return {
    people: await all(
      `select p.name, p.gender, p.born_on, t.role, array(select w.name from person w where w.id = any(t.about) order by w.name) as about
       from post t join person p on p.id = t.person where t.organisation = $1 and t.role <> 'schoolAdmin' and not t.ended order by p.name, t.role`,
    ),
    terms: await all(
      `select t.title, t.kind, t.school_year, t.since, t.until, p.title as parent from term t left join term p on p.id = t.parent where t.organisation = $1 order by t.since, t.title`,
    ),
    courses: await all('select title, code, subject, grades from course where organisation = $1 order by title'),
    classes: await all(
      `select c.title, k.title as course, array(select t.title from term t where t.id = any(c.term_ids) order by t.title) as terms
       from school_class c left join course k on k.id = c.course_id where c.organisation = $1 order by c.title`,
    ),
    enrolments: await all(
      `select c.title, p.name, e.role = 'pupil' as learns from enrolment e join school_class c on c.id = e.class join person p on p.id = e.person
       where e.organisation = $1 and not e.ended order by c.title, p.name, e.role`,
    ),
  };
}

/** A file of a zip, by its headings. */
function rowsOf(zip: Buffer, file: string): Record<string, string>[] {
  const [heads, ...rows] = parse(strFromU8(unzipSync(zip)[`${file}.csv`]!), { bom: true });
  return rows.map((row) => Object.fromEntries(heads!.map((heading, at) => [heading, row[at] ?? ''])));
}

describe('a roster that is exported', () => {
  it.each(['oneroster', 'sds'] as const)('as %s changes nothing where it comes from, and elsewhere makes the same', async (format) => {
    const school = await room.school();
    const first = await room
      .get(Importing)
      .import({ organisationId: school.id, files: roster, mostDropped: 0.2, confirmed: false }, school.call(identity.importRoster));
    expect(first.errors).toEqual([]);
    const zip = await school.exported(format);
    const before = (await room.facts()).length;
    expect(await school.bring(zip)).toMatchObject({ state: 'done', errorCount: 0, result: { changed: 0 } });
    expect(await room.facts()).toHaveLength(before);

    const other = await room.school();
    expect(await other.bring(byOtherIds(zip))).toMatchObject({ state: 'done', errorCount: 0 });
    const [here, elsewhere] = [await told(school.id), await told(other.id)];
    const ofTerms = ({ classes, ...rest }: typeof here) => ({
      ...rest,
      classes: classes.map((one) => ({ ...(one as object), terms: undefined })),
    });
    // 行政班 have no term here; to others they are in the one that holds. SDS has no word for 班主任.
    const plain = ({ people, ...rest }: typeof here) => ({
      ...rest,
      people: people.map((one) => ({
        ...(one as { role: string }),
        role: (one as { role: string }).role.replace('homeroomTeacher', 'teacher'),
      })),
    });
    if (format === 'oneroster') expect(ofTerms(elsewhere)).toEqual(ofTerms(here));
    else expect(ofTerms(plain(elsewhere))).toEqual(ofTerms(plain(here)));
    expect(elsewhere.classes).toMatchObject([{ terms: ['本学期'] }, { terms: ['2031-2032学年', '第一学期'] }]);
  });

  it('as OneRoster fills what the standard requires, and refers to nothing that is not in it', async () => {
    const school = await room.school();
    await room
      .get(Importing)
      .import({ organisationId: school.id, files: roster, mostDropped: 0.2, confirmed: false }, school.call(identity.importRoster));
    const zip = await school.exported('oneroster');
    const of = (file: string) => rowsOf(zip, file);
    const ids = (file: string) => new Set(of(file).map((row) => row['sourcedId']!));
    const [orgs, sessions, courses, users] = [ids('orgs'), ids('academicSessions'), ids('courses'), ids('users')];
    expect(orgs).toContain(room.city);
    for (const row of of('classes')) {
      expect(courses).toContain(row['courseSourcedId']);
      expect(row['termSourcedIds']!.split(',').every((term) => sessions.has(term))).toBe(true);
      expect(row['grades']).toBe('03');
    }
    for (const row of of('courses')) expect(orgs).toContain(row['orgSourcedId']);
    const named = of('users').map(({ familyName, givenName }) => `${familyName}|${givenName}`);
    expect(named.sort()).toEqual(['Craig|Jean Ann', '买买提|阿依古丽', '欧阳|大山', '欧阳|娜娜', '王|老师', '陈|老师', '单|名'].sort());
    const agents = of('users').flatMap((row) => row['agentSourcedIds']!.split(',').filter(Boolean));
    expect(agents.length).toBe(3);
    expect(agents.every((agent) => users.has(agent))).toBe(true);
  });
});

describe('an Excel export', () => {
  const heads = '姓名,身份,证件类型,身份证件号,学籍号,年级,班级,当前状态';
  const kinds = [
    ...[`居民身份证,${citizen(900)},`, '军官证,1234567,', '士兵证,2234567,', '文职干部证,3234567,', '部队离退休证,4234567,'],
    ...['港澳居民来往内地通行证,H12345678,', '澳门特区护照/身份证明,M12345678,', '台湾居民来往大陆通行证,12345678,'],
    ...[
      '境外永久居住证,ABC123456789012,',
      '护照,E12345678,',
      '户口簿,987654321,',
      '其他,Z7654321,',
      ',,L361002201501011234',
      `,,G${citizen(901)}`,
    ],
  ];

  it('holds a pupil of every kind so that it changes nothing where it comes from', async () => {
    const school = await room.school();
    const rows = kinds.map((numbers, n) => `人${n},学生,${numbers},三年级,1班,${n % 5 === 4 ? '休学' : '在读'}`);
    const first = await school.bring(csv(heads, ...rows, `王老师,教师,,${citizen(902)},,,,在职`));
    expect(await school.errorsOf(first)).toEqual([]);
    await room.query(`update person set gender = '9', born_on = '2015-02-03' where organisation = $1 and id_type in ('2', 'A')`, [
      school.id,
    ]);
    const sheet = await school.exported('excel');
    const facts = (await room.facts()).length;
    expect(await school.bring(sheet)).toMatchObject({
      state: 'done',
      errorCount: 0,
      result: { changed: 0, people: { unchanged: kinds.length + 1 }, posts: { unchanged: kinds.length + 1 } },
    });
    expect(await room.facts()).toHaveLength(facts);
    const known = (at: string) =>
      room.query(
        `select p.name, p.id_type, p.id_number_lookup, p.gender, p.born_on, t.role, t.pupil_status from person p join post t on t.person = p.id
         where p.organisation = $1 and t.role in ('pupil', 'teacher') order by p.name`,
        [at],
      );
    const before = await known(school.id);
    // The same people registered anew from the sheet, at another platform: here, after these have gone.
    await room.query('update person set closed = true where organisation = $1', [school.id]);
    const other = await room.school();
    const headless = await rowsOfBytes(room, sheet);
    await other.bring(csv(...headless.map((cells) => cells.slice(2).join(','))));
    expect(await known(other.id)).toEqual(before);
  });

  it('says who is on leave, whom no class list takes back without a word', async () => {
    const school = await room.school();
    const list = (status: string) =>
      csv(heads, ...[910, 911, 912, 913, 914, 915].map((n) => `人${n},学生,,${citizen(n)},,三年级,1班,${n === 910 ? status : ''}`));
    const kinds = async () =>
      (
        await room.query<{ line: string }>(
          `select m.kind || ' ' || coalesce(f.title, '-') || ' ' || coalesce(t.title, '-') as line from movement m left join school_class f on f.id = m.from_class
           left join school_class t on t.id = m.to_class where m.organisation = $1 order by m.id`,
          [school.id],
        )
      ).map(({ line }) => line);
    await school.bring(list(''));
    expect(await school.bring(list('休学'))).toMatchObject({ state: 'done', result: { posts: { changed: 1 }, enrolments: { ended: 1 } } });
    expect(await school.bring(list('休学'))).toMatchObject({ result: { changed: 0 } });
    expect(await school.errorsOf(await school.bring(list('')))).toEqual(['2 班级 pupil.on_leave']);
    expect(await school.bring(list('复学'))).toMatchObject({ result: { posts: { changed: 1 }, enrolments: { added: 1 } } });
    expect(await kinds()).toEqual(['suspension 三年级1班 -', 'resumption - 三年级1班']);
  });
});

describe('the two fields of a name', () => {
  it.each([
    '张三',
    '欧阳娜娜',
    '阿依古丽·买买提',
    '艾力·阿卜·买买提',
    '阿卜·艾山',
    'Jack Craig',
    'Jean Ann Craig',
    '王',
    'Madonna',
    'Mao·Zedong',
  ])('put together give %s again', (name) => {
    const { familyName, givenName } = rosterName(name);
    expect(composedName(familyName, givenName)).toBe(name);
  });
});
