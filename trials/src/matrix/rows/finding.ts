import { randomUUID } from 'node:crypto';
import { resources } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { published } from './resources.js';
import { always, each, handedDown, staff } from './words.js';

const people = [...staff, 'vendor', 'pupil', 'guardian'] as const;
const forTeachers = ['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin', 'app'] as const;

/** A published work is met by those who manage it and those below. */
const shown = { ...each([...staff, 'vendor'], handedDown), ...each(['pupil', 'guardian'], 'ok - 404 ok 404') };
const shownToApps = { ...shown, app: handedDown };

const withBody = (body: () => object) => async (world: World, owner: Place) => ({
  params: (await published(world, owner)).params,
  body: body(),
});
const justParams = async (world: World, owner: Place) => ({ params: (await published(world, owner)).params });

/** Finding and using resources: everybody, of what they may read; what a person likes is their own. */
export const findingRows: readonly MatrixRow[] = [
  { operation: resources.facets, owner: 'school', ask: async () => ({ query: { q: '矩阵' } }), expect: each([...people, 'app'], always) },
  { operation: resources.similar, owner: 'school', ask: justParams, expect: shownToApps },
  {
    operation: resources.noteUse,
    owner: 'school',
    ask: withBody(() => ({ id: randomUUID(), kind: 'view' })),
    expect: shownToApps,
  },
  {
    operation: resources.noteUseOfOther,
    owner: 'school',
    ask: async () => ({ body: { id: randomUUID(), subject: 'music' } }),
    expect: each(forTeachers, always),
  },
  { operation: resources.use, owner: 'school', ask: justParams, expect: shownToApps },
  { operation: resources.favour, owner: 'school', ask: withBody(() => ({ favourite: true })), expect: shown },
  { operation: resources.favourites, owner: 'school', ask: async () => ({}), expect: each(people, always) },
  { operation: resources.rate, owner: 'school', ask: withBody(() => ({ stars: 4 })), expect: shown },
  { operation: resources.recommendations, owner: 'school', ask: async () => ({}), expect: each(people, always) },
  {
    operation: resources.personaliseRecommendations,
    owner: 'school',
    ask: async () => ({ body: { personal: true } }),
    expect: each(people, always),
  },
];
