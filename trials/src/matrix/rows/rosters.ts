import { identity } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, handedDown, handedDownList, staff, subtree } from './words.js';

const setters = ['systemAdmin', 'schoolAdmin', 'app'] as const;
const keepers = ['systemAdmin', 'schoolAdmin', 'rollManager', 'app'] as const;
const rosterReaders = ['teacher', 'homeroomTeacher', 'schoolAdmin', 'rollManager', 'systemAdmin', 'app'] as const;
const everyone = [...staff, 'pupil', 'guardian', 'vendor', 'app'] as const;

/** School years that no other row or trial uses: those before there was a platform, and there are few of them. */
let year = 1949;
let courses = 0;

async function made(world: World, path: string, body: unknown) {
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post(path, body);
  world.check(answer.status === 201, `${path} for the matrix`, answer.body);
  return answer.body.id as string;
}

async function term(world: World, owner: Place) {
  const id = await made(world, '/terms', { organisation: owner.id, kind: 'schoolYear', schoolYear: ++year });
  return { params: { termId: id }, id, query: { schoolYear: year, limit: 200 } };
}

async function course(world: World, owner: Place) {
  const title = `矩阵课程${++courses}${world.run}`;
  const id = await made(world, '/courses', { organisation: owner.id, level: 'school', title });
  return { params: { courseId: id }, id, query: { title, limit: 200 } };
}

const opened = { kind: 'homeroom', title: '矩阵班' } as const;

async function schoolClass(world: World, owner: Place) {
  return { params: { classId: await made(world, `/organisations/${owner.id}/classes`, opened) } };
}

async function pupil(world: World, owner: Place) {
  return made(world, '/people', { organisation: owner.id, name: '矩试', posts: [{ role: 'pupil', organisation: owner.id }] });
}

async function enrolment(world: World, owner: Place) {
  const { params } = await schoolClass(world, owner);
  return {
    params: {
      enrolmentId: await made(world, `/classes/${params.classId}/enrolments`, { person: await pupil(world, owner), role: 'pupil' }),
    },
  };
}

const change = async <A extends object>(ask: Promise<A>, body: unknown) => ({ ...(await ask), query: {}, body });

export const rostersRows: readonly MatrixRow[] = [
  {
    operation: identity.setTerm,
    owner: 'school',
    ask: async (_, owner) => ({ body: { organisation: owner.id, kind: 'schoolYear', schoolYear: ++year } }),
    fresh: true,
    expect: each(setters, subtree),
  },
  {
    operation: identity.terms,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await term(world, owner)), params: {} }),
    expect: each(everyone, handedDownList),
  },
  {
    operation: identity.term,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await term(world, owner)).params }),
    expect: each(everyone, handedDown),
  },
  {
    operation: identity.changeTerm,
    owner: 'school',
    ask: (world, owner) => change(term(world, owner), { title: '学年' }),
    expect: each(setters, subtree),
  },
  {
    operation: identity.withdrawTerm,
    owner: 'school',
    ask: (world, owner) => change(term(world, owner), undefined),
    fresh: true,
    expect: each(setters, subtree),
  },
  {
    operation: identity.openCourse,
    owner: 'school',
    ask: async (_, owner) => ({ body: { organisation: owner.id, level: 'school', title: '矩阵课程' } }),
    fresh: true,
    expect: each(setters, subtree),
  },
  {
    operation: identity.courses,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await course(world, owner)), params: {} }),
    expect: each(everyone, handedDownList),
  },
  {
    operation: identity.course,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await course(world, owner)).params }),
    expect: each(everyone, handedDown),
  },
  {
    operation: identity.changeCourse,
    owner: 'school',
    ask: (world, owner) => change(course(world, owner), { code: 'KC' }),
    expect: each(setters, subtree),
  },
  {
    operation: identity.endCourse,
    owner: 'school',
    ask: (world, owner) => change(course(world, owner), undefined),
    fresh: true,
    expect: each(setters, subtree),
  },
  {
    operation: identity.openClass,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: opened }),
    fresh: true,
    expect: each(keepers, subtree),
  },
  { operation: identity.class, owner: 'school', ask: schoolClass, expect: each(rosterReaders, subtree) },
  {
    operation: identity.changeClass,
    owner: 'school',
    ask: (world, owner) => change(schoolClass(world, owner), { title: '矩阵二班' }),
    expect: each(keepers, subtree),
  },
  { operation: identity.endClass, owner: 'school', ask: schoolClass, fresh: true, expect: each(keepers, subtree) },
  {
    operation: identity.enrol,
    owner: 'school',
    ask: async (world, owner) => change(schoolClass(world, owner), { person: await pupil(world, owner), role: 'pupil' }),
    fresh: true,
    expect: each(keepers, subtree),
  },
  {
    operation: identity.endEnrolment,
    owner: 'school',
    ask: (world, owner) => change(enrolment(world, owner), {}),
    fresh: true,
    expect: each(keepers, subtree),
  },
  {
    operation: identity.myClasses,
    owner: 'school',
    ask: async () => ({}),
    expect: each(['teacher', 'homeroomTeacher', 'schoolAdmin', 'pupil', 'guardian'], 'ok ok ok ok ok'),
  },
  {
    operation: identity.registration,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id } }),
    expect: each([...staff, 'app'], subtree),
  },
  {
    operation: identity.registrationBelow,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id } }),
    expect: each([...staff, 'app'], subtree),
  },
  {
    operation: identity.setRegistrationTarget,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { who: 'guardians', rate: 0.5 } }),
    expect: { systemAdmin: subtree },
  },
];
