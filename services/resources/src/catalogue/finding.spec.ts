import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources, type Caller } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
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
    room = await openRoom('resources', { entities, migrations, providers: [KnownNodes, Cataloguing, Finding] });
    teacher = person({ role: 'teacher', organisation: room.region.school });
    for (const each of [title, '小数的意义', '折扣50%的应用', 'ＡＢＣ字母歌']) await register(each);
  });
  afterAll(() => room.close());

  const register = (name: string) =>
    room.get(Cataloguing).register(
      {
        title: name,
        type: 'courseware',
        stage: 'primary',
        subject: 'mathematics',
        grades: [3],
        knowledgePoints: [],
        pointIds: [],
        competencyIds: [],
        contributors: [],
        keywords: ['说课'],
        language: 'zh-CN',
        licence: 'teaching',
        source: 'original',
        usage: {},
      },
      callOf(resources.register, teacher),
    );
  /** A thousand resources more, written past the rules to be quick. */
  const fill = (from: number) =>
    room.query(
      `insert into resource select gen_random_uuid(), 1, $1, now(), now(), '甲乙', 'case', 'primary', 'other', '{}', null, null, null, '{}', null, '{}', 'zh',
         null, null, null, 'draft', 0, $2, null, null, null, '第' || n || '课' from generate_series($3::int + 1, $3 + 1000) n`,
      [room.region.school, teacher.subject, from],
    );
  const find = async (q: string, more: object = {}) => {
    const asked = { q, limit: 20, ...more };
    return (await room.get(Finding).page(asked, callOf(resources.list, teacher, asked))).items.map((row) => row.title);
  };

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

  it('takes signs literally, and folds width and case', async () => {
    expect(await find('50%')).toEqual(['折扣50%的应用']);
    expect(await find('%')).toEqual(['折扣50%的应用']);
    expect(await find('_')).toEqual([]);
    expect(await find("'\\:*&|!")).toEqual([]);
    expect(await find('abc')).toEqual(['ＡＢＣ字母歌']);
    expect(await find('   ')).toHaveLength(4);
  });

  it('narrows by stage, subject, grade and state', async () => {
    expect(await find('分数', { stage: 'primary', subject: 'mathematics', grade: 3, status: 'draft' })).toEqual([title]);
    expect(await find('分数', { grade: 4 })).toEqual([]);
    expect(await find('分数', { status: 'published' })).toEqual([]);
  });

  it('uses the index for what is rare', async () => {
    for (let batch = 0; batch < 5; batch++) await fill(batch * 1000);
    await room.query('analyze resource');
    const { bigrams, patterns } = searchFor('分数')!;
    const plan = await room.query<{ 'QUERY PLAN': string }>(
      `explain select t.id from resource t where t.id = any(array(select r.id from resource r where bigrams(r.search_text) @@ $1::text::tsquery and r.search_text like all($2::text[]))) order by t.id desc limit 21`,
      [bigrams, patterns],
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('resource_search');
    expect(text).not.toContain('Seq Scan');
    expect(await find('第4999课')).toHaveLength(1);
    expect(await find('课')).toHaveLength(20);
  });
});
