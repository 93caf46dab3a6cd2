import { classrooms } from '@lianxue/contracts';
import { OneRosterClient } from '../../oneroster/client.js';
import { selectedApp } from '../../oneroster/school.js';
import type { Place, World } from '../../story/world.js';
import type { Ask, MatrixRow } from '../matrix.js';
import { each } from './words.js';

/** A result of a pupil of the owner's, as an app writes it. */
async function result(world: World, owner: Place): Promise<Ask> {
  const city = await world.as('systemAdmin', world.city);
  const title = `矩阵班 ${world.run}`;
  const made = await city.post(`/organisations/${owner.id}/classes`, { kind: 'homeroom', title, gradeOrdinal: 4 });
  const pupil = await world.pupil(owner);
  const enrolled = await city.post(`/classes/${made.body.id}/enrolments`, { person: pupil.id, role: 'pupil' });
  world.check(enrolled.status === 201, 'a pupil in a class for the matrix', enrolled.body);
  const app = new OneRosterClient(await selectedApp(world, city, owner), ['gradebook.createput']);
  const put = async (path: string, entry: object) => {
    const { status, body } = await app.put(`gradebook/v1p2/${path}`, entry);
    world.check(status === 201, `${path} for the matrix`, body);
  };
  const refers = { class: { sourcedId: made.body.id }, category: { sourcedId: 'matrix' } };
  await put('categories/matrix', { category: { title: '作业' } });
  const dates = { assignDate: '2026-09-01T00:00:00Z', dueDate: '2026-09-02T00:00:00Z' };
  await put('lineItems/matrix', { lineItem: { title: '练习', ...dates, ...refers } });
  const score = { scoreStatus: 'fully graded', score: 90, scoreDate: '2026-09-02' };
  await put('results/matrix', { result: { lineItem: { sourcedId: 'matrix' }, student: { sourcedId: pupil.id }, ...score } });
  const listed = await (await world.as('schoolAdmin', owner)).get('/grade-results', { query: { person: pupil.id } });
  world.check(listed.body.items?.length === 1, 'a result for the matrix', listed.body);
  return { id: listed.body.items[0].id as string, query: { limit: 200 } };
}

/** A pupil and a guardian meet their own alone, and this is somebody else’s. */
export const gradebookRows: readonly MatrixRow[] = [
  {
    operation: classrooms.gradeResults,
    owner: 'school',
    ask: result,
    expect: {
      ...each(['teacher', 'homeroomTeacher', 'schoolAdmin'], 'seen seen hid hid hid'),
      ...each(['pupil', 'guardian'], 'hid hid hid hid hid'),
    },
  },
];
