import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identity, type Role } from '@lianxue/contracts';
import { OfferingCourses } from '../courses/offering-courses.js';
import { openIdentity, type IdentityRoom } from '../identity.room.js';
import { SettingTerms } from '../terms/setting-terms.js';
import { Importing } from './importing.js';

let room: IdentityRoom;
let school: string;

beforeAll(async () => {
  room = await openIdentity();
});
afterAll(() => room.close());
beforeEach(async () => {
  school = await room.organisation('school', room.city, { name: '第一小学' });
});

const csv = (...lines: string[]) => lines.join('\r\n');
const orgs = csv('sourcedId,name,type,identifier,parentSourcedId', 'd,教育局,district,,', 's1,第一小学,school,,d');
const sessions = 'sourcedId,status,title,type,startDate,endDate,parentSourcedId,schoolYear';
const courses = 'sourcedId,status,title,courseCode,grades,orgSourcedId,subjects,subjectCodes';
const classes = 'sourcedId,status,title,grades,courseSourcedId,classType,schoolSourcedId,termSourcedIds';
const calendar = [
  't1,,2031-2032学年第一学期,term,2031-09-01,2032-01-20,y,2032',
  't2,,2031-2032学年第二学期,semester,2032-02-15,2032-07-10,y,2032',
  'g1,,期中,gradingPeriod,2031-09-01,2031-11-10,t1,2032',
  'y,,2031-2032学年,schoolYear,2031-09-01,2032-08-31,,2032',
];

const files = (more: Record<string, string> = {}) => ({
  orgs,
  academicSessions: csv(sessions, ...calendar),
  courses: csv(courses, 'k0,,行政班,,03,s1,,', 'k1,,数学,SX3,"03,04",s1,数学,14', 'k2,,区本课程,QB,,d,,'),
  classes: csv(
    classes,
    'c1,,三（1）班,03,k0,homeroom,s1,t1',
    'c2,,三（1）班数学,03,k1,scheduled,s1,"t1,t2"',
    'c3,,区本,,k2,scheduled,s1,y',
  ),
  ...more,
});
const bring = (sent: Record<string, string>, role: Role = 'schoolAdmin') =>
  room
    .get(Importing)
    .import(
      { organisationId: school, files: sent, mostDropped: 0.2, confirmed: false },
      room.by(role, school, { operation: identity.importRoster }),
    );
const errorsOf = ({ errors }: Awaited<ReturnType<typeof bring>>) =>
  errors.map(({ file, line, field, code }) => `${file}:${line} ${field} ${code}`);
const termsOf = () =>
  room.query<Record<string, unknown>>(
    `select t.title, t.kind, t.school_year as year, t.ordinal, p.title as parent, t.withdrawn from term t left join term p on p.id = t.parent
     where t.organisation = $1 order by t.since, t.until desc, t.kind`,
    [school],
  );
const classesOf = () =>
  room.query(
    `select c.title, c.kind, c.grade, c.course, k.title as "of", c.term, array(select t.title from term t where t.id = any(c.term_ids) order by t.since) as terms
     from school_class c left join course k on k.id = c.course_id where c.organisation = $1 order by c.title`,
    [school],
  );

describe('the calendar and the courses of a roster', () => {
  it('become terms and courses of the school, and its classes stand in them; again they change nothing', async () => {
    expect(await bring(files())).toMatchObject({
      errors: [],
      terms: { added: 4 },
      courses: { added: 2 },
      classes: { added: 3 },
      changed: 9,
    });
    const year = { year: 2031, withdrawn: false };
    expect(await termsOf()).toEqual([
      { ...year, title: '2031-2032学年', kind: 'schoolYear', ordinal: null, parent: null },
      { ...year, title: '2031-2032学年第一学期', kind: 'term', ordinal: 1, parent: '2031-2032学年' },
      { ...year, title: '期中', kind: 'gradingPeriod', ordinal: 1, parent: '2031-2032学年第一学期' },
      { ...year, title: '2031-2032学年第二学期', kind: 'term', ordinal: 2, parent: '2031-2032学年' },
    ]);
    expect(
      await room.query('select title, code, level, subject, grades from course where organisation = $1 order by title', [school]),
    ).toEqual([
      { title: '区本课程', code: 'QB', level: 'school', subject: null, grades: [] },
      { title: '数学', code: 'SX3', level: 'national', subject: 'mathematics', grades: [3, 4] },
    ]);
    const [first, second] = ['2031-2032学年第一学期', '2031-2032学年第二学期'];
    expect(await classesOf()).toEqual([
      { title: '三（1）班', kind: 'homeroom', grade: '三年级', course: null, of: null, term: first, terms: [first] },
      {
        title: '三（1）班数学',
        kind: 'scheduled',
        grade: '三年级',
        course: '数学',
        of: '数学',
        term: `${first}、${second}`,
        terms: [first, second],
      },
      {
        title: '区本',
        kind: 'scheduled',
        grade: null,
        course: '区本课程',
        of: '区本课程',
        term: '2031-2032学年',
        terms: ['2031-2032学年'],
      },
    ]);
    const before = (await room.facts()).length;
    expect(await bring(files())).toMatchObject({
      changed: 0,
      terms: { unchanged: 4 },
      courses: { unchanged: 2 },
      classes: { unchanged: 3 },
    });
    expect(await room.facts()).toHaveLength(before);
  });

  it('change and end as the roster says', async () => {
    await bring(files());
    const result = await bring({
      orgs,
      academicSessions: csv(
        sessions,
        't2,,第二学期,term,2032-02-20,2032-07-10,y,2032',
        'g1,tobedeleted,期中,gradingPeriod,2031-09-01,2031-11-10,t1,',
      ),
      courses: csv(courses, 'k1,tobedeleted,数学,SX3,"03,04",s1,数学,14'),
      classes: csv(classes, 'c1,,三（1）班,03,,homeroom,s1,t2'),
    });
    expect(result).toMatchObject({ errors: [], terms: { changed: 1, ended: 1 }, courses: { ended: 1 }, classes: { changed: 1 } });
    expect((await classesOf())[0]).toMatchObject({ term: '第二学期', terms: ['第二学期'] });
  });

  it('are found where an authority has set or opened them, and then are not changed', async () => {
    const bureau = await room.organisation('bureau', room.city);
    school = await room.organisation('school', bureau, { name: '第一小学' });
    const call = room.by('systemAdmin', room.city, { operation: identity.setTerm });
    const year = await room.get(SettingTerms).set({ organisation: bureau, kind: 'schoolYear', schoolYear: 2031 }, call);
    await room
      .get(SettingTerms)
      .set({ organisation: bureau, kind: 'term', schoolYear: 2031, ordinal: 1, parent: year.id, until: '2032-01-31' }, call);
    await room
      .get(OfferingCourses)
      .open(
        { organisation: bureau, title: '区本课程', code: 'QB', level: 'local', subject: null, stage: null, grades: [] },
        room.by('systemAdmin', room.city, { operation: identity.openCourse }),
      );
    expect(await bring(files())).toMatchObject({ errors: [], terms: { added: 2, unchanged: 2 }, courses: { added: 1, unchanged: 1 } });
    expect((await termsOf()).map(({ title }) => title)).toEqual(['期中', '2031-2032学年第二学期']);
    expect((await classesOf())[2]).toMatchObject({ of: '区本课程', terms: ['2031-2032学年'] });
  });

  it('are read from the layout of SDS', async () => {
    const result = await bring({
      orgs: csv('sourcedId,name,type,parentSourcedId', '1,College,college,', '3,School,school,4'),
      academicSessions: csv(
        'sourcedId,title,type,schoolYear,startDate,endDate',
        'SY,2021 School Year,schoolYear,2021,2021-08-24,2022-06-11',
        'FS,Fall Semester,semester,2021,2021-09-01,2021-12-01',
      ),
      courses: csv(
        'sourcedId,orgSourcedId,title,code,schoolYearSourcedId,subject,grade',
        'K,3,Biology 10 2021,B10,SY,14,10',
        'L,1,Computing,CS,SY,10,PS1',
      ),
      classes: csv('sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId', '9,3,Biology 10,"SY,FS",K'),
    });
    expect(errorsOf(result)).toEqual(['courses:3 orgSourcedId org.not_this_school']);
    expect(await termsOf()).toMatchObject([
      { title: '2021 School Year', year: 2021, kind: 'schoolYear' },
      { title: 'Fall Semester', year: 2021, ordinal: 1, parent: '2021 School Year' },
    ]);
    expect(await classesOf()).toMatchObject([
      { title: 'Biology 10', kind: 'scheduled', grade: '高一', of: 'Biology 10 2021', terms: ['2021 School Year', 'Fall Semester'] },
    ]);
  });

  it('leave words on the class for a sender who may not set terms or open courses', async () => {
    const result = await bring(files(), 'rollManager');
    expect(new Set(errorsOf(result).map((error) => error.split(' ')[2]))).toEqual(
      new Set(['session.not_yours', 'session.without_term', 'course.not_yours']),
    );
    expect(result).toMatchObject({ terms: { added: 0 }, courses: { added: 0 }, classes: { added: 3 } });
    expect((await classesOf())[1]).toMatchObject({
      of: null,
      course: '数学',
      term: '2031-2032学年第一学期、2031-2032学年第二学期',
      terms: [],
    });
  });

  it('are wrong by line and field', async () => {
    const result = await bring(
      files({
        academicSessions: csv(
          sessions,
          'y,,2031-2032学年,schoolYear,2031-09-01,2032-08-31,,2032',
          'a,,甲,holiday,2031-09-01,2032-01-20,,',
          'b,,乙,term,2032-01-20,2031-09-01,,',
          'c,,丙,term,2031-08-01,2031-10-01,y,',
          'd,,丁,gradingPeriod,2031-09-01,2031-10-01,,',
          'e,,戊,term,,2031-10-01,,',
          'y,,又,schoolYear,2031-09-01,2032-08-31,,',
        ),
        courses: csv(courses, 'k1,,外校,,,s2,,', 'k3,,,,,s1,,'),
        classes: csv(classes, 'c1,,甲班,03,k1,scheduled,s1,y', 'c2,,乙班,03,,homeroom,s1,a'),
      }),
    );
    expect(errorsOf(result).sort()).toEqual([
      'academicSessions:3 type session.type_unknown',
      'academicSessions:4 endDate session.backwards',
      'academicSessions:5 startDate session.outside_parent',
      'academicSessions:6 parentSourcedId session.without_term',
      'academicSessions:7 startDate field.missing',
      'academicSessions:8 sourcedId sourced_id.twice',
      'classes:2 courseSourcedId course.unknown',
      'classes:3 termSourcedIds term.unknown',
      'courses:2 orgSourcedId org.not_this_school',
      'courses:3 title field.missing',
    ]);
    expect(result).toMatchObject({ terms: { added: 1 }, classes: { added: 0 } });
  });
});

describe('the people of a roster', () => {
  const people = {
    users: csv('sourcedId,familyName,givenName', 'u1,张,三', 'u2,李,四', 't1,王,老师', 't2,陈,老师'),
    roles: csv('userSourcedId,role,orgSourcedId', 'u1,student,s1', 'u2,student,s1', 't1,teacher,s1', 't2,teacher,s1'),
    demographics: csv(
      'sourcedId,status,birthDate,sex',
      'u1,,2017-03-04,female',
      'u2,,2099-01-01,male',
      't1,,,unspecified',
      'x,,,male',
      't2,,,unknown',
    ),
    enrollments: csv(
      'sourcedId,classSourcedId,userSourcedId,role,primary',
      'e1,c1,u1,student,false',
      'e2,c1,t1,teacher,true',
      'e3,c2,t2,teacher,false',
      'e4,c1,t2,aide,',
    ),
  };

  it('are born and led as it says', async () => {
    const first = await bring(files(people));
    expect(errorsOf(first)).toEqual([
      'demographics:3 birthDate birth_date.impossible',
      'demographics:5 sourcedId user.unknown',
      'demographics:6 sex gender.unknown',
    ]);
    const born = await room.query('select name, gender, born_on as born from person where organisation = $1', [school]);
    expect(born).toEqual(
      expect.arrayContaining([
        { name: '张三', gender: '2', born: '2017-03-04' },
        { name: '李四', gender: null, born: null },
        { name: '王老师', gender: '9', born: null },
        { name: '陈老师', gender: null, born: null },
      ]),
    );
    expect(
      await room.query(
        'select e.role, e."primary", c.title from enrolment e join school_class c on c.id = e.class where e.organisation = $1 order by e.role',
        [school],
      ),
    ).toEqual([
      { role: 'aide', primary: true, title: '三（1）班' },
      { role: 'homeroomTeacher', primary: true, title: '三（1）班' },
      { role: 'pupil', primary: true, title: '三（1）班' },
      { role: 'teacher', primary: false, title: '三（1）班数学' },
    ]);
    expect(await bring(files(people))).toMatchObject({ changed: 0 });
  });
});
