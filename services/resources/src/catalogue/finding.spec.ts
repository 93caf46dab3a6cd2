import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources, type Caller, type InputOf } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { knownPosts } from '../posts/known-posts.room.js';
import { entities } from '../resources.module.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { Cataloguing } from './cataloguing.js';
import { Finding } from './finding.js';
import { searchFor } from './searchable.js';

const title = '分数的初步认识';

describe('finding resources', () => {
  let room: Room;
  let teacher: Caller;
  beforeAll(async () => {
    room = await openRoom('resources', { entities, migrations, providers: [KnownNodes, Cataloguing, Finding, knownPosts] });
    teacher = person({ role: 'teacher', organisation: room.region.school });
    for (const each of [title, '小数的意义', '折扣50%的应用', 'ＡＢＣ字母歌']) await register(each);
  });
  afterAll(() => room.close());

  const register = async (name: string, more: object = {}, by = teacher) => {
    const input = {
      ...{ title: name, type: 'courseware', stage: 'primary', subject: 'mathematics', grades: [3] },
      ...{ knowledgePoints: [], keywords: ['说课'], language: 'zh-CN', licence: 'teaching', source: 'original', usage: {} },
      ...{ pointIds: [], competencyIds: [], contributors: [], ...more },
    } as unknown as InputOf<typeof resources.register>;
    return (await room.get(Cataloguing).register(input, callOf(resources.register, by))).id;
  };
  /** A thousand resources more, written past the rules to be quick: copies of one, their titles numbered. */
  const fill = (from: number) =>
    room.query(
      `insert into resource select copy.* from resource r, generate_series($1::int + 1, $1 + 1000) n,
         jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'subject', 'other', 'search_text', '第' || n || '课')) copy
       where r.id = (select min(id::text)::uuid from resource)`,
      [from],
    );
  const found = async (asked: Partial<InputOf<typeof resources.list>>, by = teacher) => {
    const input = { sort: 'newest' as const, limit: 20, ...asked };
    return room.get(Finding).page(input, callOf(resources.list, by, input));
  };
  const find = async (q: string, more: object = {}) => (await found({ q, ...more })).items.map((row) => row.title);
  const facets = (asked: InputOf<typeof resources.facets>, by = teacher) =>
    room.get(Finding).facets(asked, callOf(resources.facets, by, asked));

  it('finds any piece of a title, of one, two or more characters', async () => {
    const characters = [...title];
    for (let length = 1; length <= characters.length; length++)
      for (let from = 0; from + length <= characters.length; from++)
        expect(await find(characters.slice(from, from + length).join(''))).toContain(title);
  });

  it('finds keywords, wants all pieces, and decides by the text itself', async () => {
    expect(await find('说课')).toHaveLength(4);
    expect(await find('分数 认识')).toEqual([title]);
    expect(await find('分数 意义')).toEqual([]);
    expect(await find('分数认识')).toEqual([]);
  });

  it.each(['newest', 'relevance', 'mostUsed'] as const)('takes signs literally, and folds width and case; by %s', async (sort) => {
    expect(await find('50%', { sort })).toEqual(['折扣50%的应用']);
    expect(await find('%', { sort })).toEqual(['折扣50%的应用']);
    expect(await find('_', { sort })).toEqual([]);
    expect(await find("'\\:*&|!", { sort })).toEqual([]);
    expect(await find('abc', { sort })).toEqual(['ＡＢＣ字母歌']);
    expect(await find('   ', { sort })).toHaveLength(4);
  });

  it('narrows by stage, subject, grade and state, by textbook and knowledge point', async () => {
    expect(await find('分数', { stage: 'primary', subject: 'mathematics', grade: 3, status: 'draft' })).toEqual([title]);
    expect(await find('分数', { grade: 4 })).toEqual([]);
    expect(await find('分数', { status: 'published' })).toEqual([]);
    await register('人教版的除法', { edition: '人教版', knowledgePoints: ['除法'] });
    expect(await find('除法', { edition: '人教版', knowledgePoint: '除法' })).toEqual(['人教版的除法']);
    expect(await find('除法', { edition: '人教' })).toEqual([]);
    expect(await find('除法', { knowledgePoint: '除' })).toEqual([]);
  });

  it('finds what is bound to a node, to one below it, or to one it took the place of', async () => {
    const [before, tree, frame] = [newId(), newId(), newId()];
    const [old, chapter, section, other, competency] = [newId(), newId(), newId(), newId(), newId()];
    for (const [id, kind, state] of [
      [before, 'textbook', 'superseded'],
      [tree, 'textbook', 'current'],
      [frame, 'competency', 'current'],
    ])
      await room.query(
        `insert into curriculum (id, version, organisation, created_at, updated_at, code, kind, name, stage, subject, grades, state, nodes, retired)
         values ($1::uuid, 1, $2, now(), now(), $1::uuid::text, $3, '三年级上册', 'primary', 'mathematics', '{3}', $4, 1, 0)`,
        [id, room.region.city, kind, state],
      );
    for (const [id, of, kind, parent] of [
      [old, before, 'chapter', null],
      [chapter, tree, 'chapter', null],
      [section, tree, 'chapter', chapter],
      [other, tree, 'chapter', null],
      [competency, frame, 'competency', null],
    ])
      await room.query(
        `insert into curriculum_node (id, tree, kind, code, name, parent, position, depth) values ($1::uuid, $2, $3, $1::uuid::text, '节点', $4, 1, 1)`,
        [id, of, kind, parent],
      );
    await room.query(`insert into curriculum_relation (source, kind, target) values ($1, 'successor', $2)`, [old, section]);
    for (const [name, chapterId] of [
      ['旧教材倍的认识', old],
      ['倍的认识一节', section],
      ['倍的认识一章', chapter],
      ['倍的认识别章', other],
    ] as const)
      // prettier-ignore
      await register(name, { chapterId, competencyIds: name === '倍的认识一章' ? [competency] : [] });
    const titles = async (asked: object) => (await found(asked)).items.map((row) => row.title).sort();
    const below = ['倍的认识一章', '倍的认识一节', '旧教材倍的认识'];
    expect(await titles({ chapterId: chapter })).toEqual(below);
    expect(await titles({ chapterId: chapter, q: '倍的', sort: 'relevance' })).toEqual(below);
    expect(await titles({ chapterId: section })).toEqual(below.slice(1));
    expect(await titles({ chapterId: old })).toEqual(['旧教材倍的认识']);
    expect(await titles({ competencyId: competency })).toEqual(['倍的认识一章']);
    expect([(await facets({ chapterId: chapter })).count, (await facets({ competencyId: competency })).count]).toEqual([3, 1]);
  });

  it('orders by where it is said, then by use, page by page', async () => {
    const elsewhere = await register('圆的周长', { keywords: ['勾股'] });
    const beginning = await register('勾股定理');
    const used = await register('再谈勾股定理');
    const unused = await register('初探勾股定理');
    await room.query('update findable set uses = 7 where id = any($1)', [[elsewhere, used]]);
    const pages = async (sort: 'relevance' | 'mostUsed') => {
      const ids: string[] = [];
      for (let cursor: string | undefined; ;) {
        const { items, next } = await found({ q: '勾股', sort, limit: 1, ...(cursor && { cursor }) });
        ids.push(...items.map(({ id }) => id));
        if (!next) return ids;
        cursor = next;
      }
    };
    expect(await pages('relevance')).toEqual([beginning, used, unused, elsewhere]);
    expect(await pages('mostUsed')).toEqual([used, elsewhere, unused, beginning]);
    expect((await found({ sort: 'mostUsed', limit: 2 })).items.map(({ id }) => id)).toEqual([used, elsewhere]);
  });

  it('counts by facet what the other filters leave, and only what the caller may read', async () => {
    await register('光合作用', { stage: 'junior', subject: 'biology', type: 'microLesson', grades: [7, 8] });
    await register('光合作用实验', { stage: 'junior', subject: 'biology', type: 'virtualLaboratory', grades: [7] });
    await register('光合作用画册', { stage: 'primary', subject: 'fineArt', type: 'material', grades: [4] });
    const hidden = person({ role: 'teacher', organisation: room.region.farSchool });
    await register('光合作用之歌', { stage: 'primary', subject: 'music', type: 'material', grades: [4] }, hidden);
    expect(await facets({ q: '光合' })).toEqual({
      count: 3,
      stage: [
        { value: 'junior', count: 2 },
        { value: 'primary', count: 1 },
      ],
      subject: [
        { value: 'biology', count: 2 },
        { value: 'fineArt', count: 1 },
      ],
      grade: [
        { value: 7, count: 2 },
        { value: 4, count: 1 },
        { value: 8, count: 1 },
      ],
      type: [
        { value: 'material', count: 1 },
        { value: 'microLesson', count: 1 },
        { value: 'virtualLaboratory', count: 1 },
      ],
      status: [{ value: 'draft', count: 3 }],
    });
    const narrowed = await facets({ q: '光合作用', stage: 'junior', grade: 8 });
    expect(narrowed).toMatchObject({ count: 1, stage: [{ value: 'junior', count: 1 }], type: [{ value: 'microLesson', count: 1 }] });
    expect(narrowed.grade).toEqual([
      { value: 7, count: 2 },
      { value: 8, count: 1 },
    ]);
    expect((await facets({ q: '光合' }, hidden)).count).toBe(1);
    expect(await facets({ q: '光盘' })).toMatchObject({ count: 0, stage: [] });
  });

  it('keeps what is looked through in step with the resource', async () => {
    const id = await register('旧标题');
    const row = await room.get(Finding).one(id, callOf(resources.resource, teacher));
    await room.get(Cataloguing).edit(id, { title: '新标题' }, callOf(resources.edit, teacher, {}, { ifMatch: row.version }));
    expect([await find('旧标'), await find('新标')]).toEqual([[], ['新标题']]);
    await room.get(Cataloguing).discard(id, callOf(resources.discard, teacher));
    expect(await find('新标')).toEqual([]);
  });

  it('uses the index for what is rare, and finds the same where it walks', async () => {
    for (let batch = 0; batch < 5; batch++) await fill(batch * 1000);
    await room.query('analyze findable');
    const { bigrams, open } = searchFor('第123课')!;
    const plan = await room.query<{ 'QUERY PLAN': string }>(
      `explain select t.id from findable t where bigrams(t.search_text) @@ $1::text::tsquery and t.search_text like all($2::text[])`,
      [bigrams, open],
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('findable_search');
    expect(text).not.toContain('Seq Scan');
    for (const sort of ['newest', 'relevance', 'mostUsed'] as const) {
      expect((await found({ q: '第4999课', sort })).items).toHaveLength(1);
      expect((await found({ q: '课', subject: 'other', sort })).items).toHaveLength(20);
    }
    expect((await facets({ q: '课', subject: 'other' })).count).toBe(5000);
  });
});
