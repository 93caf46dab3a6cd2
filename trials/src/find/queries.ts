import type pg from 'pg';

/** What a search is about: each is answered by both ways of searching. */
export interface Query {
  readonly kind: 'word' | 'name' | 'fragment' | 'absent';
  readonly q: string;
}

const words = [
  ...[
    '分数',
    '小数',
    '函数',
    '方程',
    '定理',
    '周长',
    '分解',
    '内角',
    '对称',
    '概率',
    '折射',
    '定律',
    '浮力',
    '透镜',
    '感应',
    '守恒',
    '氧气',
    '金属',
    '中和',
  ],
  ...[
    '光合',
    '细胞',
    '食物',
    '遗传',
    '荷塘',
    '岳阳',
    '背影',
    '百草',
    '夜游',
    '战争',
    '革命',
    '丝绸',
    '地球',
    '气候',
    '长江',
    '完成',
    '从句',
    '动词',
    '介绍',
  ],
  ...[
    '垃圾',
    '网络',
    '剪纸',
    '京剧',
    '篮球',
    '植物',
    '家务',
    '循环',
    '智能',
    '微课',
    '课件',
    '练习',
    '复习',
    '反思',
    '素材',
    '设计',
    '测试',
    '说课',
    '人教',
  ],
  ...['勾股定理', '光合作用', '教学设计'],
];

/** 200 queries: 60 words, 40 names and 60 fragments out of titles at regular distances, 40 terms of known characters that occur nowhere. */
export async function queriesFor(database: pg.Client, titles: number): Promise<Query[]> {
  const sampled = async (many: number): Promise<string[]> => {
    const { rows } = await database.query<{ title: string }>(
      `select split_part(search_text, chr(10), 1) as title from findable where strpos(search_text, '第') > 0 order by hashtextextended(id::text, $1) limit $1`,
      [Math.min(many, titles)],
    );
    return rows.map(({ title }) => title);
  };
  const names = (await sampled(40)).map((title, nth) => title.slice(title.indexOf('(') + (nth % 2), title.indexOf(')')));
  const fragments = (await sampled(60)).map((title, nth) => {
    const characters = [...title.replaceAll(' ', '')];
    const length = nth % 2 === 0 ? 2 : 1 + (nth % 5);
    const from = (nth * 7) % (characters.length - length);
    return characters.slice(from, from + length).join('');
  });
  return [
    ...words.map((q): Query => ({ kind: 'word', q })),
    ...names.map((q): Query => ({ kind: 'name', q })),
    ...fragments.map((q): Query => ({ kind: 'fragment', q })),
    ...(await absent(database, 40)).map((q): Query => ({ kind: 'absent', q })),
  ];
}

/** Words turned round and crossed, as far as no title has them; every fourth of three characters. */
async function absent(database: pg.Client, many: number): Promise<string[]> {
  const turned = words.flatMap((word, nth) => {
    const [first, second] = [...word] as [string, string];
    const [other] = [...words[(nth * 13 + 5) % words.length]!] as [string];
    return [second + first, second + other, first + other + second];
  });
  const found: string[] = [];
  // For two characters reading the table is quicker than reading the whole index of trigrams.
  await database.query('set enable_bitmapscan = off');
  for (const [nth, q] of turned.entries()) {
    if (found.length === many) break;
    if ([...q].length === 3 && nth % 4 !== 2) continue;
    const { rowCount } = await database.query('select 1 from trigram where search_text like $1 limit 1', [`%${q}%`]);
    if (rowCount === 0) found.push(q);
  }
  return found;
}
