import { reporting } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { collectors, dataSet, period, readers } from './reporting.js';
import { each, handedDown, subtree } from './words.js';

let counter = 0;

const content = (world: World, owner: Place) => ({
  organisation: owner.id,
  code: `rule_${world.run}_${++counter}`.toLowerCase().replace(/[^a-z0-9_]/g, ''),
  condition: { kind: 'range', field: 'rooms', max: 1000 },
  severity: 'warning',
  words: '教室数异常',
  wordsEn: 'An unusual number of rooms',
});

async function ruleOf(world: World, owner: Place, dataSetId: string) {
  const api = await world.as('countyReviewer', owner);
  const answer = await api.post(`/data-sets/${dataSetId}/validation-rules`, content(world, owner));
  world.check(answer.status === 201, 'a validation rule for the matrix', answer.body);
  return { params: { ruleId: answer.body.id as string }, id: answer.body.id as string };
}

const rule = async (world: World, owner: Place) => ruleOf(world, owner, (await dataSet(world, owner)).id);

/** Rules are handed down to whoever is held to them; defined, tried and switched by those above. */
export const validationRuleRows: readonly MatrixRow[] = [
  {
    operation: reporting.validationRules,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await dataSet(world, owner)).params }),
    expect: each(readers, handedDown),
  },
  { operation: reporting.validationRule, owner: 'county', ask: rule, expect: each(readers, handedDown) },
  {
    operation: reporting.defineRule,
    owner: 'county',
    ask: async (world, owner) => ({ params: (await dataSet(world, owner)).params, body: content(world, owner) }),
    fresh: true,
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.changeRule,
    owner: 'county',
    ask: async (world, owner) => ({ ...(await rule(world, owner)), body: { severity: 'warning' } }),
    expect: each(collectors, subtree),
  },
  {
    operation: reporting.tryRule,
    owner: 'county',
    ask: async (world, owner) => {
      const { id } = await period(world, owner);
      const { body } = await (await world.as('countyReviewer', owner)).get(`/periods/${id}`);
      return { ...(await ruleOf(world, owner, body.dataSet)), body: { periods: [id] } };
    },
    expect: each(collectors, subtree),
  },
  { operation: reporting.switchOnRule, owner: 'county', ask: rule, expect: each(collectors, subtree) },
  { operation: reporting.switchOffRule, owner: 'county', ask: rule, expect: each(collectors, subtree) },
];
