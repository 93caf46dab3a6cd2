import { announced, defined } from './announcing.js';
import type { World } from './world.js';

/** What schools reported becomes figures with their meaning, targets that are met or not, and a snapshot that can be cited. */
export async function figuresStep(world: World): Promise<void> {
  const city = await world.as('cityReviewer', world.city);
  const county = await world.as('countyReviewer', world.counties[0]);
  const dataSet = await defined(world, city, {
    code: 'terminals',
    name: '终端',
    nameEn: 'Terminals',
    form: {
      indicators: [
        { code: 'students', name: '在校生', nameEn: 'Pupils', type: 'integer', unit: '人' },
        { code: 'terminals', name: '学生终端', nameEn: 'Terminals', type: 'integer', unit: '台', direction: 'higherBetter' },
        {
          code: 'student_ratio',
          name: '生机比',
          nameEn: 'Pupils per terminal',
          type: 'number',
          decimals: 1,
          direction: 'lowerBetter',
          formula: 'students / terminals',
        },
      ],
    },
  });
  const period = await announced(world, city, dataSet, `终端 ${world.run}`, [-60, 10]);
  for (const [school, values] of [
    [world.school, { students: 300, terminals: 60 }],
    [world.sibling, { students: 300, terminals: 20 }],
  ] as const) {
    const filler = await world.as('schoolAdmin', school);
    const draft = await filler.post(`/periods/${period}/submissions`, { organisation: school.id, values });
    world.check((await filler.post(`/submissions/${draft.body.id}/submit`)).status === 200, 'a school reports', draft.body);
    world.check((await county.post(`/submissions/${draft.body.id}/approve`, {})).status === 200, 'and the county approves');
  }

  const query = { dataSet, indicators: 'student_ratio', breakdown: 'county', targets: 'student_ratio<=10' };
  const { body } = await city.get('/figures', { query });
  const line = (body.periods?.[0]?.lines ?? []).find(({ key }: { key: string }) => key === world.counties[0].id);
  world.check(
    line?.figures[0].value === 7.5 && line.figures[0].rank === 1,
    'the county’s ratio is one of sums, 600 pupils to 80 terminals',
    body,
  );
  world.check(line.coverage[0].met === 1 && line.coverage[0].notMet === 1, 'one of its schools meets 生机比 10:1', line);
  const units = await county.get('/figures/units', { query: { period, target: 'student_ratio<=10', outcome: 'notMet' } });
  world.check(units.body.items?.length === 1 && units.body.items[0].id === world.sibling.id, 'and the other is known by name', units.body);
  const adopted = await city.post(`/data-sets/${dataSet}/targets/adopt`);
  world.check(adopted.body.items?.length === 1, 'the shipped target 生机比 10:1 is taken over', adopted.body);
  world.say(`the county stands at ${line.figures[0].value} pupils per terminal; one of its schools misses 10:1, by name`);

  const snapshot = await city.post(`/periods/${period}/snapshots`, { purpose: '生机比通报' });
  world.check(snapshot.status === 201, 'the figures are frozen to be cited', snapshot.body);
  const check = await city.get(`/snapshots/${snapshot.body.id}/check`);
  world.check(check.body.reproduced === true && check.body.current === true, 'and counted again to the last digit', check.body);
  world.say(`the city froze the figures as snapshot ${snapshot.body.number}; counted again, they are equal to the last digit`);
}
