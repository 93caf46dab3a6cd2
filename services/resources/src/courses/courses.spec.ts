import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CourseContent,
  CourseStandardInput,
  ResourceInput,
  resources,
  SeriesInput,
  type Caller,
  type MainSubjectsList,
  type MaterialRole,
  type OnlineCourse,
} from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { Showing } from '../catalogue/showing.js';
import { entities } from '../resources.module.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { migrations } from '../migrations/index.js';
import { knownPosts } from '../posts/known-posts.room.js';
import { Reviewing } from '../review/reviewing.js';
import { CoursesHandlers } from './courses.handlers.js';
import { courses } from './part.js';
import { SeriesHandlers } from './series.handlers.js';
import { seriesTemplates } from './templates.js';

const refused = (code: string, facts: object = {}) => ({ kind: { code }, facts });
const any = { ifMatch: '*' } as const;

describe('courses', () => {
  let room: Room;
  let researcher: Caller;
  let head: Caller;
  let far: Caller;

  beforeAll(async () => {
    const providers = [...courses.rules, ...courses.handlers, KnownNodes, Cataloguing, Showing, Reviewing, knownPosts];
    room = await openRoom('resources', { entities, migrations, providers });
    researcher = person({ role: 'subjectResearcher', organisation: room.region.city });
    head = person({ role: 'centreHead', organisation: room.region.city });
    far = person({ role: 'teacher', organisation: room.region.farSchool });
  });
  afterAll(() => room.close());

  const keeping = () => room.get(SeriesHandlers);
  const composing = () => room.get(CoursesHandlers);
  const beginSeries = (code: string, by = head) => {
    const { rules } = seriesTemplates.find((template) => template.code === code)!;
    const input = SeriesInput.parse({ ...rules, organisation: by.organisation });
    return keeping().beginSeries(input, callOf(resources.beginSeries, by));
  };
  const draftStandard = (code: string, demands: object, by = head) => {
    const input = CourseStandardInput.parse({ organisation: by.organisation, code, name: '网络课程标准', demands });
    return keeping().draftStandard(input, callOf(resources.draftStandard, by));
  };
  const issue = (standardId: string) => keeping().issueStandard({ standardId }, callOf(resources.issueStandard, head));
  /** A resource that the city shows. */
  const published = async (keywords: string[] = []): Promise<string> => {
    const usage = { method: '自学', scene: '新授课', example: '某校' };
    const said = ResourceInput.parse({
      title: '微课',
      type: 'microLesson',
      stage: 'primary',
      subject: 'mathematics',
      grades: [3],
      keywords,
      usage,
    });
    const { id } = await room.get(Cataloguing).register(said, callOf(resources.register, researcher));
    await room.get(Reviewing).submit(id, callOf(resources.submit, researcher));
    const reviewer = person({ role: 'resourceReviewer', organisation: room.region.city });
    await room.get(Reviewing).publish(id, { checked: [], codes: [], reason: null }, callOf(resources.publish, reviewer));
    return id;
  };
  const unit = (...materials: [MaterialRole, string][]) => ({
    title: '第一单元',
    materials: materials.map(([role, resource]) => ({ role, resource })),
  });
  const contentOf = (more: object = {}) => CourseContent.parse({ title: '三年级数学', stage: 'primary', subject: 'mathematics', ...more });
  const begin = (more: object = {}, by = researcher) =>
    composing().beginCourse({ organisation: by.organisation!, ...contentOf(more) }, callOf(resources.beginCourse, by));
  const edit = ({ id }: OnlineCourse, more: object, by = researcher) =>
    composing().editCourse({ courseId: id, ...contentOf(more) }, callOf(resources.editCourse, by, {}, any));
  const publish = ({ id }: OnlineCourse, by = head) => composing().publishCourse({ courseId: id }, callOf(resources.publishCourse, by));
  const read = ({ id }: OnlineCourse, by = far) => composing().onlineCourse({ courseId: id }, callOf(resources.onlineCourse, by));
  const check = ({ id }: OnlineCourse, by?: string) =>
    composing().courseConformity({ courseId: id, by }, callOf(resources.courseConformity, researcher));

  it('describes its tables as the migrations make them, and ships series that are what a series may be', async () => {
    expect(await room.schemaDiff()).toEqual([]);
    for (const { rules } of seriesTemplates)
      expect(SeriesInput.safeParse({ ...rules, organisation: room.region.city }).error).toBeUndefined();
  });

  it('are published by another than who made them, once all their materials are, and then read by everyone below', async () => {
    const lesson = await published();
    const course = await begin({ units: [] });
    await expect(publish(course)).rejects.toMatchObject(refused('online_course.empty'));
    const unknown = newId();
    await edit(course, { units: [unit(['lesson', lesson], ['studyGuide', unknown])] });
    await expect(publish(course)).rejects.toMatchObject(refused('online_course.materials_unpublished', { resources: [unknown] }));
    await edit(course, { units: [unit(['lesson', lesson])] });
    await expect(publish(course, researcher)).rejects.toMatchObject(refused('online_course.own'));
    await expect(edit(course, {}, person({ role: 'subjectResearcher', organisation: room.region.city }))).rejects.toMatchObject(
      refused('online_course.not_yours'),
    );
    await expect(read(course)).rejects.toMatchObject(refused('online_course.not_found'));
    expect(await publish(course)).toMatchObject({ status: 'published', moves: ['withdraw'] });
    expect(await read(course)).toMatchObject({ units: [{ title: '第一单元' }], moves: [] });
    await expect(edit(course, {})).rejects.toMatchObject(refused('move.not_allowed', { state: 'published' }));
    const using = { resource: lesson, limit: 20 };
    const { items } = await composing().onlineCourses(using, callOf(resources.onlineCourses, far));
    expect(items.map(({ id }) => id)).toEqual([course.id]);
    expect(JSON.stringify((await room.facts()).filter(({ entity }) => entity === course.id))).not.toMatch(/第一单元|author/);
  });

  it('meet the standard they name, edition by edition, and their series', async () => {
    const first = await draftStandard('online', { minUnits: 2, courseNeeds: ['exercise'], goals: true, chapters: true });
    await expect(draftStandard('online', {})).rejects.toMatchObject(refused('course_standard.drafted'));
    await expect(begin({ standard: first.id })).rejects.toMatchObject(refused('course_standard.not_found'));
    await issue(first.id);
    const series = await beginSeries('microLessons');
    const lesson = await published();
    const course = await begin({ standard: first.id, series: series.id, units: [unit(['lesson', lesson])] });
    const { conforms, findings, edition } = await check(course);
    expect([conforms, edition]).toEqual([false, 1]);
    expect(findings.map(({ rule, by, unit: which }) => [rule, by, which])).toEqual([
      ['minUnits', 'standard', null],
      ['courseNeeds', 'standard', null],
      ['goals', 'standard', null],
      ['chapters', 'standard', 1],
      ['unitNeeds', 'series', 1],
      ['unitNeeds', 'series', 1],
    ]);
    await expect(publish(course)).rejects.toMatchObject({
      kind: { code: 'online_course.not_conforming' },
      facts: { words: expect.arrayContaining(['第 1 单元缺导学案']) },
    });
    const second = await draftStandard('online', { minUnits: 1 });
    expect(second.edition).toBe(2);
    await issue(second.id);
    const old = await keeping().courseStandard({ standardId: first.id }, callOf(resources.courseStandard, far));
    expect(old).toMatchObject({ status: 'replaced', demands: { minUnits: 2 } });
    expect((await check(course, second.id)).findings.map(({ by }) => by)).toEqual(['series', 'series']);
    await expect(
      keeping().reviseStandard({ standardId: first.id, demands: second.demands }, callOf(resources.reviseStandard, head, {}, any)),
    ).rejects.toMatchObject(refused('move.not_allowed', { state: 'replaced' }));
    await keeping().closeSeries({ seriesId: series.id }, callOf(resources.closeSeries, head));
    await expect(begin({ series: series.id })).rejects.toMatchObject(refused('series.closed'));
  });

  it('gather what carries a theme in its library, whoever published it', async () => {
    const library = await beginSeries('moralEducation');
    const [themed] = [await published(['德育']), await published()];
    const { items } = await keeping().seriesResources({ seriesId: library.id, limit: 50 }, callOf(resources.seriesResources, far));
    expect(items.map(({ id }) => id)).toEqual([themed]);
  });

  it('cover stages, subjects and chapters, and show where there are none', async () => {
    const [tree, covered, missing] = [newId(), newId(), newId()];
    await room.query(
      `insert into curriculum (id, version, organisation, created_at, updated_at, code, kind, name, stage, subject, grades, state, nodes, retired)
       values ($1, 1, $2, now(), now(), 'rj-physics', 'textbook', '人教版物理', 'junior', 'physics', '{8}', 'current', 2, 0)`,
      [tree, room.region.city],
    );
    for (const [id, code] of [
      [covered, 'c1'],
      [missing, 'c2'],
    ]) {
      await room.query(
        `insert into curriculum_node (id, tree, kind, code, name, position, depth) values ($1, $2, 'chapter', $3, $3, 1, 1)`,
        [id, tree, code],
      );
    }
    await expect(begin({ units: [{ title: '声', chapterId: newId() }] })).rejects.toMatchObject(refused('curriculum.nodes_unknown'));
    await publish(await begin({ stage: 'junior', subject: 'physics', units: [{ title: '声', chapterId: covered }] }));
    const coverage = await composing().courseCoverage({ stage: 'junior' }, callOf(resources.courseCoverage, far));
    expect(coverage).toMatchObject({ main: 9, mainWithCourses: 1 });
    expect(coverage.cells.find(({ subject }) => subject === 'physics')).toMatchObject({ courses: 1, units: 1, chapters: 2, covered: 1 });
    const set = (main: MainSubjectsList | null, organisation = room.region.city, by = head) =>
      composing().setMainSubjects({ organisation, main }, callOf(resources.setMainSubjects, by));
    expect(await set([{ stage: 'junior', subjects: ['physics', 'art'] }])).toMatchObject({ setBy: room.region.city });
    const own = person({ role: 'subjectResearcher', organisation: room.region.county });
    await set([{ stage: 'junior', subjects: ['physics'] }], room.region.county, own);
    const coveredFor = async (by: Caller) => {
      const { setBy, main, mainWithCourses } = await composing().courseCoverage({}, callOf(resources.courseCoverage, by));
      return [setBy, main, mainWithCourses];
    };
    expect(await coveredFor(far)).toEqual([room.region.city, 2, 1]);
    expect(await coveredFor(own)).toEqual([room.region.county, 1, 1]);
    await expect(set(null, room.region.city, own)).rejects.toMatchObject(refused('main_subjects.not_found'));
    expect(await set(null, room.region.county, own)).toMatchObject({ setBy: room.region.city });
    expect((await set(null)).setBy).toBeNull();
    const chapters = { stage: 'junior', subject: 'physics', limit: 20 } as const;
    const all = await composing().chapterCoverage(chapters, callOf(resources.chapterCoverage, far));
    expect(all.items.map(({ code, units }) => [code, units])).toEqual([
      ['c1', 1],
      ['c2', 0],
    ]);
    const left = await composing().chapterCoverage({ ...chapters, missing: 'true' }, callOf(resources.chapterCoverage, far));
    expect(left.items.map(({ id }) => id)).toEqual([missing]);
    const [old, renewed] = [newId(), newId()];
    for (const [id, retired] of [
      [old, new Date()],
      [renewed, null],
    ])
      // prettier-ignore
      await room.query(
        `insert into curriculum_node (id, tree, kind, code, name, position, depth, retired_at) values ($1::uuid, $2, 'chapter', $1::uuid::text, '光', 1, 1, $3)`,
        [id, tree, retired],
      );
    await room.query(`insert into curriculum_relation (source, kind, target) values ($1, 'successor', $2)`, [old, renewed]);
    await publish(
      await begin({
        stage: 'junior',
        subject: 'physics',
        units: [
          { title: '光', chapterId: old },
          { title: '光', chapterId: renewed },
        ],
      }),
    );
    const taught = await composing().chapterCoverage(chapters, callOf(resources.chapterCoverage, far));
    expect(taught.items.find(({ id }) => id === renewed)).toMatchObject({ courses: 1, units: 2 });
    const again = await composing().courseCoverage({ stage: 'junior' }, callOf(resources.courseCoverage, far));
    expect(again.cells.find(({ subject }) => subject === 'physics')).toMatchObject({ courses: 2, chapters: 3, covered: 2 });
  });
});
