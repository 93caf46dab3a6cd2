import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, staff, subtree } from './words.js';

const bureau = ['bureauLeader', 'systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const managers = [...bureau, 'schoolAdmin', 'responsiblePerson', 'rollManager', 'app'] as const;
const readers = [...managers, 'teacher', 'homeroomTeacher', 'guardian', 'vendor'] as const;

const ofOwner = async (_world: World, owner: Place) => ({ params: { measure: 'schools' }, query: { organisation: owner.id } });

async function ofDivision(world: World, owner: Place) {
  const { body } = await (await world.as('systemAdmin', owner)).get(`/organisations/${owner.id}`);
  return { params: { measure: 'schools' }, query: { division: body.divisionCode as string } };
}

/** A measure is read of whatever lies below; of one organisation by whoever it belongs to or manages it. */
export const measureRows: readonly MatrixRow[] = [
  { operation: reporting.measures, owner: 'school', ask: async () => ({}), expect: each(readers, always) },
  { operation: reporting.measure, owner: 'school', ask: ofOwner, expect: each(readers, subtree) },
  {
    operation: reporting.publicMeasure,
    owner: 'county',
    ask: ofDivision,
    expect: each([...staff, 'pupil', 'guardian', 'vendor', 'app', 'anyone'], always),
  },
  {
    operation: reporting.exportMeasure,
    owner: 'school',
    ask: async (_world, owner) => ({ params: { measure: 'schools' }, body: { format: 'csv', organisation: owner.id } }),
    expect: each(managers, subtree),
  },
  {
    operation: reporting.recountMeasures,
    owner: 'county',
    ask: async (_world, owner) => ({ body: { organisation: owner.id } }),
    expect: each(['systemAdmin'], subtree),
  },
];
