import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, subtree } from './words.js';

const bureau = ['bureauLeader', 'systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const managers = [...bureau, 'schoolAdmin', 'responsiblePerson', 'rollManager', 'app'] as const;

const ofOwner = async (_world: World, owner: Place) => ({ params: { measure: 'schools' }, query: { organisation: owner.id } });

/** A measure is read of whatever lies below; of one organisation by whoever it belongs to or manages it. */
export const measureRows: readonly MatrixRow[] = [
  { operation: reporting.measures, owner: 'school', ask: async () => ({}), expect: each(managers, always) },
  { operation: reporting.measure, owner: 'school', ask: ofOwner, expect: each(managers, subtree) },
  {
    operation: reporting.recountMeasures,
    owner: 'county',
    ask: async (_world, owner) => ({ body: { organisation: owner.id } }),
    expect: each(['systemAdmin'], subtree),
  },
];
