import { identity } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, staff, subtree, subtreeList } from './words.js';

const issuers = ['schoolAdmin', 'rollManager', 'systemAdmin', 'app'] as const;
const readers = ['teacher', 'homeroomTeacher', ...issuers] as const;

let counter = 0;

async function pupil(world: World, owner: Place): Promise<string> {
  const admin = await world.as('systemAdmin', world.city);
  const made = await admin.post('/people', {
    organisation: owner.id,
    name: '矩试',
    posts: [{ role: 'pupil', organisation: owner.id }],
  });
  world.check(made.status === 201, 'a pupil for the matrix', made.body);
  return made.body.id as string;
}

async function card(world: World, owner: Place) {
  const person = await pupil(world, owner);
  const admin = await world.as('systemAdmin', world.city);
  const number = `${world.run}${++counter}`;
  const issued = await admin.post(`/people/${person}/cards`, { organisation: owner.id, kind: 'rfid', number });
  world.check(issued.status === 201, 'a card for the matrix', issued.body);
  return { person, number, id: issued.body.id as string };
}

const ofCard = async (world: World, owner: Place) => ({ params: { cardId: (await card(world, owner)).id } });

export const cardRows: readonly MatrixRow[] = [
  {
    operation: identity.issueCard,
    owner: 'school',
    ask: async (world, owner) => ({
      params: { personId: await pupil(world, owner) },
      body: { organisation: owner.id, kind: 'eCard', number: `${world.run}${++counter}` },
    }),
    fresh: true,
    expect: each(issuers, subtree),
  },
  {
    // A family meets its own cards; this one is another's.
    operation: identity.cards,
    owner: 'school',
    ask: async (world, owner) => {
      const { person, id } = await card(world, owner);
      return { params: { personId: person }, id };
    },
    expect: { ...each(readers, subtreeList), ...each(['pupil', 'guardian'], 'hid hid hid hid hid') },
  },
  {
    operation: identity.reportCardLost,
    owner: 'school',
    ask: ofCard,
    fresh: true,
    expect: { ...each([...staff, 'app'], subtree), ...each(['pupil', 'guardian'], '404 404 404 404 404') },
  },
  { operation: identity.findCardAgain, owner: 'school', ask: ofCard, fresh: true, expect: each(issuers, subtree) },
  { operation: identity.giveCardBack, owner: 'school', ask: ofCard, fresh: true, expect: each(issuers, subtree) },
  {
    operation: identity.identifyCard,
    owner: 'school',
    ask: async (world, owner) => ({ body: { number: (await card(world, owner)).number } }),
    expect: each(issuers, subtree),
  },
];
