import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOCK, resources, type Caller, type InputOf } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { Finding } from '../catalogue/finding.js';
import { Showing } from '../catalogue/showing.js';
import { entities } from '../resources.module.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { migrations } from '../migrations/index.js';
import { knownPosts } from '../posts/known-posts.room.js';
import { Opining } from '../use/opining.js';
import { Using } from '../use/using.js';
import { Recommending } from './recommending.js';

const clock = { at: new Date('2026-09-10T08:00:00+08:00'), now: () => clock.at };

describe('recommending resources', () => {
  let room: Room;
  let author: Caller;
  let teacher: Caller;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    const providers = [
      KnownNodes,
      Showing,
      Cataloguing,
      Finding,
      Using,
      Opining,
      Recommending,
      knownPosts,
      { provide: CLOCK, useValue: clock },
    ];
    room = await openRoom('resources', { entities, migrations, providers });
    author = person({ role: 'subjectResearcher', organisation: room.region.county });
    teacher = person({ role: 'teacher', organisation: room.region.school });
    const far = person({ role: 'teacher', organisation: room.region.farSchool });
    await publish('met', ['分数', '通分']);
    await publish('both', ['通分', '分数', '约分']);
    await publish('one', ['分数']);
    await publish('otherStage', ['分数'], { stage: 'junior' });
    await publish('unlike', ['圆']);
    await publish('far', ['分数', '通分'], {}, far);
    await publish('own', ['分数', '通分'], {}, teacher);
    await publish('draft', ['分数'], {}, author, 'draft');
    await room.query('update findable set uses = 9 where id = $1', [ids['unlike']]);
  });
  afterAll(() => room.close());

  const publish = async (name: string, knowledgePoints: string[], more: object = {}, by = author, status = 'published') => {
    const input = {
      ...{ title: name, type: 'courseware', stage: 'primary', subject: 'mathematics', grades: [5] },
      ...{ knowledgePoints, keywords: [], language: 'zh-CN', licence: 'teaching', source: 'original', usage: {} },
      ...{ pointIds: [], competencyIds: [], contributors: [], ...more },
    } as unknown as InputOf<typeof resources.register>;
    ids[name] = (await room.get(Cataloguing).register(input, callOf(resources.register, by))).id;
    await room.query('update resource set status = $2, shared_by = array[organisation] where id = $1', [ids[name], status]);
  };
  const recommend = async (limit = 10, by = teacher) => {
    const { personal, items } = await room.get(Recommending).recommend({ limit }, callOf(resources.recommendations, by));
    return { personal, items: items.map(({ resource, reason }) => [resource.title, reason.code, reason.points]) };
  };
  const personalise = (personal: boolean, by = teacher) =>
    room.get(Recommending).personalise({ personal }, callOf(resources.personaliseRecommendations, by));
  const similar = (name: string, limit = 10) =>
    room.get(Recommending).similar({ resourceId: ids[name]!, limit }, callOf(resources.similar, teacher));

  it('finds what shares the most knowledge points, of these the same stage, of what the caller may read', async () => {
    const found = (await similar('met')).map(({ resource, points }) => [resource.title, points]);
    expect(found).toEqual([
      ['own', ['分数', '通分']],
      ['both', ['分数', '通分']],
      ['one', ['分数']],
      ['otherStage', ['分数']],
    ]);
    expect(await similar('met', 1)).toHaveLength(1);
    expect(await similar('unlike')).toEqual([]);
  });

  it('finds what is bound to the same points of the knowledge graph, and says what they are called', async () => {
    const [graph, ratio, rate] = [newId(), newId(), newId()];
    await room.query(
      `insert into curriculum (id, version, organisation, created_at, updated_at, code, kind, name, stage, subject, grades, state, nodes, retired)
       values ($1, 1, $2, now(), now(), 'graph', 'knowledge', '小学数学知识图谱', 'primary', 'mathematics', '{5}', 'current', 2, 0)`,
      [graph, room.region.city],
    );
    for (const [id, name] of [
      [ratio, '比'],
      [rate, '比例'],
    ])
      // prettier-ignore
      await room.query(
        `insert into curriculum_node (id, tree, kind, code, name, position, depth) values ($1, $2, 'point', $3, $3, 1, 1)`,
        [id, graph, name],
      );
    await publish('bound', [], { pointIds: [ratio, rate] });
    await publish('boundToo', [], { pointIds: [rate] });
    await publish('wordAndNode', ['比'], { pointIds: [ratio, rate] });
    expect((await similar('bound')).map(({ resource, points }) => [resource.title, [...points].sort()])).toEqual([
      ['wordAndNode', ['比', '比例']],
      ['boundToo', ['比例']],
    ]);
    const reader = person({ role: 'teacher', organisation: room.region.school });
    const use = { resourceId: ids['boundToo']!, id: newId(), kind: 'view' as const };
    await room.get(Using).note(use, callOf(resources.noteUse, reader, use));
    const { items } = await recommend(2, reader);
    expect(items.map(([, ...reason]) => reason)).toEqual([
      ['yourPoints', ['比例']],
      ['yourPoints', ['比例']],
    ]);
  });

  it('recommends what is used most to whom it knows nothing of', async () => {
    const { personal, items } = await recommend(1);
    expect({ personal, items }).toEqual({ personal: true, items: [['unlike', 'mostUsed', []]] });
  });

  it('recommends by what was used, with the reason, and neither what is known already nor one’s own', async () => {
    const use = { resourceId: ids['met']!, id: newId(), kind: 'view' as const };
    await room.get(Using).note(use, callOf(resources.noteUse, teacher, use));
    const { items } = await recommend(4);
    expect(items).toEqual([
      ['both', 'yourPoints', ['分数', '通分']],
      ['otherStage', 'yourPoints', ['分数']],
      ['one', 'yourPoints', ['分数']],
      ['unlike', 'mostUsed', []],
    ]);
    const [first] = (await room.get(Recommending).recommend({ limit: 1 }, callOf(resources.recommendations, teacher))).items;
    expect(first!.reason).toMatchObject({ zh: '您近期使用的资源也涉及：分数、通分', en: expect.stringContaining('分数, 通分') });
  });

  it('looks at nothing of a person who switched it off, in any post, until it is switched on again', async () => {
    expect(await personalise(false)).toEqual({ personal: false });
    await personalise(false);
    const elsewhere = { ...teacher, organisation: room.region.sibling } as Caller;
    for (const by of [teacher, elsewhere]) {
      const { personal, items } = await recommend(10, by);
      expect(personal).toBe(false);
      expect(items.every(([, code]) => code === 'mostUsed')).toBe(true);
      expect(items[0]).toEqual(['unlike', 'mostUsed', []]);
    }
    await personalise(true);
    expect((await recommend(1)).items).toEqual([['both', 'yourPoints', ['分数', '通分']]]);
  });

  it('rests on ninety days, no longer, and on what was liked', async () => {
    clock.at = new Date('2027-01-10T08:00:00+08:00');
    expect((await recommend(1)).items).toEqual([['unlike', 'mostUsed', []]]);
    const liked = { resourceId: ids['one']!, stars: 5 };
    await room.get(Opining).rate(liked, callOf(resources.rate, teacher, liked));
    expect((await recommend(1)).items[0]!.slice(1)).toEqual(['yourPoints', ['分数']]);
  });
});
