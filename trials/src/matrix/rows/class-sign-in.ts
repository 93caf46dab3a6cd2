import { identity } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, subtree } from './words.js';

const keepers = ['homeroomTeacher', 'schoolAdmin'] as const;

async function made(world: World, path: string, body: unknown) {
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post(path, body);
  world.check(answer.status === 201, `${path} for the matrix`, answer.body);
  return answer.body.id as string;
}

/** A first grade with one pupil; its homeroom teacher is somebody else, so that homeroom teachers of the school hear 409. */
async function firstGrade(world: World, owner: Place) {
  const classId = await made(world, `/organisations/${owner.id}/classes`, { kind: 'homeroom', title: '矩阵一年级', gradeOrdinal: 1 });
  const posts = [{ role: 'pupil', organisation: owner.id }];
  const person = await made(world, '/people', { organisation: owner.id, name: '矩试', posts });
  await made(world, `/classes/${classId}/enrolments`, { person, role: 'pupil' });
  return { params: { classId }, person };
}

async function ofPupil(world: World, owner: Place) {
  const { params, person } = await firstGrade(world, owner);
  const admin = await world.as('schoolAdmin', owner);
  const opened = await admin.post(`/classes/${params.classId}/sign-in-code`, {});
  world.check(opened.status === 200, 'a class code for the matrix', opened.body);
  return { params, body: { person } };
}

export const classSignInRows: readonly MatrixRow[] = [
  {
    operation: identity.setClassSignInCode,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await firstGrade(world, owner)).params, body: {} }),
    expect: each(keepers, subtree),
  },
  {
    operation: identity.classSignInSheet,
    owner: 'school',
    ask: async (world, owner) => ({ params: (await firstGrade(world, owner)).params }),
    expect: each(keepers, subtree),
  },
  { operation: identity.resetPupilPin, owner: 'school', ask: ofPupil, expect: each(keepers, subtree) },
  { operation: identity.showPupilSignInQr, owner: 'school', ask: ofPupil, expect: each(keepers, subtree) },
];
