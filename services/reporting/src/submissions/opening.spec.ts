import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { render, Store, type Sql } from '@lianxue/persistence';
import { Quarter, right } from './quarter.room.js';
import type { Submission } from './submission.entity.js';
import { viewsOf } from './views.js';

describe('opening a form', () => {
  let here: Quarter;
  beforeAll(async () => {
    here = await Quarter.open();
  });
  afterAll(() => here.close());

  /** The statements by which submissions are shown to a school. */
  const statementsFor = async (submissions: readonly Submission[]) => {
    const store = here.room.get(Store);
    const said: string[] = [];
    const counting = new Proxy(store, {
      get: (target, name) =>
        name === 'read'
          ? (statement: Sql) => {
              said.push(render(statement).text);
              return target.read(statement);
            }
          : Reflect.get(target, name, target),
    });
    const by = here.at(here.room.region.school);
    return { views: await viewsOf(submissions, counting, { caller: by, language: 'zh' }, new Date()), said };
  };
  const ofLastPeriod = (said: readonly string[]) => said.filter((text) => text.includes('from submission'));

  it('brings last quarter’s values by one statement, however many forms there are and whatever they ask', async () => {
    const dataSet = await here.dataSet();
    const [before, now] = [await here.announce(dataSet, 2), await here.announce(dataSet, 3)];
    const schools = [here.room.region.school, here.room.region.sibling].map((school) => here.at(school));
    here.noonOf('2026-06-20');
    for (const school of schools) await here.approve(await here.submitted(before, school, { ...right, classrooms: 29 }), here.county);
    here.noonOf('2026-09-20');
    const drafts = [];
    for (const school of schools) drafts.push(await here.begin(now, school));
    const one = await statementsFor(drafts.slice(0, 1));
    const both = await statementsFor(drafts);
    expect(one.views[0]!.sinceLastPeriod?.changes).toMatchObject([{ field: 'classrooms', before: 29, after: 30 }]);
    expect(both.views.map(({ sinceLastPeriod }) => sinceLastPeriod?.name)).toEqual(['2026年第2季度', '2026年第2季度']);
    expect(ofLastPeriod(one.said)).toHaveLength(1);
    expect(both.said).toEqual(one.said);
  });
});
