import { resources } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { Ask, MatrixRow } from '../matrix.js';
import { always, each, handedDown, handedDownList, staff, subtree } from './words.js';

const keepers = ['subjectResearcher', 'centreHead', 'systemAdmin', 'schoolAdmin'] as const;
const authors = ['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin'] as const;
const publishers = [...keepers, 'resourceReviewer'] as const;
const readers = [...staff, 'app', 'vendor', 'pupil', 'guardian'] as const;
const collectedReaders = [
  ...['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin', 'resourceReviewer', 'centreHead', 'systemAdmin'],
  ...['countyReviewer', 'cityReviewer', 'provinceReviewer', 'bureauLeader', 'app'],
] as const;
/** Pupils and guardians meet what is handed down to their school; what stands below it is about nobody. */
const down = { ...each(readers, handedDown), ...each(['pupil', 'guardian'], 'ok - 404 ok 404') };
const downList = { ...each(readers, handedDownList), ...each(['pupil', 'guardian'], 'seen - hid seen hid') };

const series = { kind: 'series', name: '矩阵系列' };
const standard = { name: '矩阵课程标准', demands: { minUnits: 1 } };
const content = { title: '矩阵课程', stage: 'primary', subject: 'mathematics', units: [{ title: '第一单元' }] };

const made = async (world: World, asked: Promise<{ status: number; body: any }>, what: string): Promise<string> => {
  const { status, body } = await asked;
  world.check(status < 300, `${what} for the matrix`, body);
  return body.id as string;
};

async function aSeries(world: World, owner: Place) {
  const admin = await world.as('schoolAdmin', owner);
  const id = await made(world, admin.post('/series', { ...series, organisation: owner.id }), 'a series');
  return { params: { seriesId: id }, id };
}

let codes = 0;
const standardOf = (owner: Place) => ({ ...standard, organisation: owner.id, code: `matrix${Date.now()}n${codes++}` });

async function aStandard(world: World, owner: Place) {
  const admin = await world.as('schoolAdmin', owner);
  const id = await made(world, admin.post('/course-standards', standardOf(owner)), 'a course standard');
  return { params: { standardId: id }, id };
}

async function issued(world: World, owner: Place) {
  const draft = await aStandard(world, owner);
  await made(world, (await world.as('schoolAdmin', owner)).post(`/course-standards/${draft.id}/issue`), 'it is issued');
  return draft;
}

/** A course of another teacher than the caller. */
async function aCourse(world: World, owner: Place) {
  const author = await world.as('teacher', owner, 'author');
  const id = await made(world, author.post('/online-courses', { ...content, organisation: owner.id }), 'a course');
  return { params: { courseId: id }, id };
}

async function published(world: World, owner: Place) {
  const course = await aCourse(world, owner);
  await made(world, (await world.as('schoolAdmin', owner)).post(`/online-courses/${course.id}/publish`), 'it is published');
  return course;
}

const withBody = (make: (world: World, owner: Place) => Promise<Ask>, body: unknown) => async (world: World, owner: Place) => ({
  ...(await make(world, owner)),
  body,
});
const listed = (make: (world: World, owner: Place) => Promise<Ask>) => async (world: World, owner: Place) => ({
  id: (await make(world, owner)).id!,
  query: { limit: 200 },
});

/** Series, issued standards and published courses are handed down; drafts are their school's and of those above. */
export const courseRows: readonly MatrixRow[] = [
  { operation: resources.seriesTemplates, owner: 'school', ask: async () => ({}), expect: each(keepers, always) },
  {
    operation: resources.beginSeries,
    owner: 'school',
    ask: async (_, owner) => ({ body: { ...series, organisation: owner.id } }),
    expect: each(keepers, subtree),
  },
  { operation: resources.allSeries, owner: 'school', ask: listed(aSeries), expect: downList },
  { operation: resources.series, owner: 'school', ask: aSeries, expect: down },
  { operation: resources.changeSeries, owner: 'school', ask: withBody(aSeries, series), expect: each(keepers, subtree) },
  { operation: resources.closeSeries, owner: 'school', ask: aSeries, expect: each(keepers, subtree) },
  { operation: resources.reopenSeries, owner: 'school', ask: aSeries, expect: each(keepers, subtree) },
  {
    operation: resources.seriesResources,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await aSeries(world, owner)).params }),
    expect: down,
  },
  {
    operation: resources.draftStandard,
    owner: 'school',
    ask: async (_, owner) => ({ body: standardOf(owner) }),
    fresh: true,
    expect: each(keepers, subtree),
  },
  { operation: resources.courseStandards, owner: 'school', ask: listed(issued), expect: downList },
  { operation: resources.courseStandard, owner: 'school', ask: issued, expect: down },
  {
    operation: resources.reviseStandard,
    owner: 'school',
    ask: withBody(aStandard, { demands: { minUnits: 2 } }),
    expect: each(keepers, subtree),
  },
  { operation: resources.issueStandard, owner: 'school', ask: aStandard, expect: each(keepers, subtree) },
  {
    operation: resources.beginCourse,
    owner: 'school',
    ask: async (_, owner) => ({ body: { ...content, organisation: owner.id } }),
    expect: each(authors, subtree),
  },
  { operation: resources.onlineCourses, owner: 'school', ask: listed(published), expect: downList },
  { operation: resources.onlineCourse, owner: 'school', ask: published, expect: down },
  { operation: resources.editCourse, owner: 'school', ask: withBody(aCourse, content), expect: each(authors, subtree) },
  { operation: resources.discardCourse, owner: 'school', ask: aCourse, expect: each(authors, subtree) },
  { operation: resources.courseConformity, owner: 'school', ask: published, expect: down },
  { operation: resources.publishCourse, owner: 'school', ask: aCourse, expect: each(publishers, subtree) },
  {
    operation: resources.withdrawCourse,
    owner: 'school',
    ask: withBody(published, { reason: '矩阵' }),
    expect: each([...new Set([...publishers, ...authors])], subtree),
  },
  {
    operation: resources.courseCoverage,
    owner: 'school',
    ask: async () => ({ query: { stage: 'primary' } }),
    expect: each(readers, always),
  },
  { operation: resources.mainSubjects, owner: 'school', ask: async () => ({}), expect: each(readers, always) },
  {
    operation: resources.setMainSubjects,
    owner: 'school',
    ask: async (_, owner) => ({ body: { organisation: owner.id, main: null } }),
    expect: each(keepers, subtree),
  },
  {
    operation: resources.chapterCoverage,
    owner: 'school',
    ask: async () => ({ query: { stage: 'primary', subject: 'mathematics' } }),
    expect: each(readers, always),
  },
  {
    // An accepted work enters within seconds, and not before this asks: nobody is shown what is not theirs either way.
    operation: resources.collectedWorks,
    owner: 'school',
    ask: async () => ({ query: { limit: 200 } }),
    expect: each(collectedReaders, always),
  },
];
