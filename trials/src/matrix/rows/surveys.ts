import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { each, handedDown, handedDownList, staff, subtree } from './words.js';

const collectors = ['systemAdmin', 'centreHead', 'countyReviewer', 'cityReviewer', 'provinceReviewer'] as const;
const askers = [...collectors, 'schoolAdmin'] as const;
const readers = ['schoolAdmin', 'rollManager', 'responsiblePerson', 'bureauLeader', ...collectors, 'app'] as const;
const surveyed = [...staff, 'pupil', 'guardian'] as const;

const day = 24 * 3600_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const content = (owner: Place, anonymous: boolean) => ({
  organisation: owner.id,
  name: '矩阵测评',
  anonymous,
  roles: ['guardian'],
  questions: [{ code: 'content', kind: 'scale', asks: '是否满意' }],
  opens: at(-1),
  closes: at(5),
});

async function survey(world: World, owner: Place, anonymous = true) {
  const answer = await (await world.as('countyReviewer', owner)).post('/surveys', content(owner, anonymous));
  world.check(answer.status === 201, 'a survey for the matrix', answer.body);
  return { params: { surveyId: answer.body.id as string }, id: answer.body.id as string };
}

/** A pupil and a guardian meet what is handed down from above, and nothing that lies below them. */
export const surveyRows: readonly MatrixRow[] = [
  {
    operation: reporting.announceSurvey,
    owner: 'county',
    ask: async (_world, owner) => ({ body: content(owner, true) }),
    fresh: true,
    expect: each(askers, subtree),
  },
  {
    operation: reporting.surveys,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await survey(world, owner)).id, query: { limit: 200 } }),
    expect: each([...surveyed, 'app'], handedDownList),
  },
  {
    operation: reporting.survey,
    owner: 'county',
    ask: (world, owner) => survey(world, owner),
    expect: each([...surveyed, 'app'], handedDown),
  },
  {
    operation: reporting.extendSurvey,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await survey(world, owner)), body: { closes: at(6) } }),
    expect: each(askers, subtree),
  },
  {
    operation: reporting.surveyInvitation,
    owner: 'county',
    ask: (world, owner) => survey(world, owner),
    expect: each(surveyed, handedDown),
  },
  {
    operation: reporting.answerSurvey,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await survey(world, owner)), body: { answers: { content: 5 } } }),
    expect: each(surveyed, handedDown),
  },
  {
    operation: reporting.namedAnswers,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await survey(world, owner, false)).params }),
    expect: each(askers, subtree),
  },
  {
    operation: reporting.surveyResults,
    owner: 'county',
    ask: (world, owner) => survey(world, owner),
    expect: each(readers, handedDown),
  },
];
