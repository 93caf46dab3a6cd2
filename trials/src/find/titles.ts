import type pg from 'pg';

/** What titles are made of. */
const editions = ['人教版', '北师大版', '苏教版', '部编版', '沪科版', '湘教版', '外研版', '浙教版', '鲁教版', '冀教版'];
const volumes = [
  '一年级上册',
  '二年级下册',
  '三年级上册',
  '四年级下册',
  '五年级上册',
  '六年级下册',
  '七年级上册',
  '八年级下册',
  '九年级全册',
  '必修一',
  '选择性必修二',
];
const forms = [
  '教学设计',
  '说课稿',
  '微课',
  '课件',
  '导学案',
  '同步练习',
  '公开课实录',
  '单元复习',
  '教学反思',
  '学习任务单',
  '情境素材',
  '期末测试卷',
];
const topics = [
  ...[
    '分数的初步认识',
    '小数的意义',
    '一次函数的图象',
    '二次函数与一元二次方程',
    '勾股定理',
    '圆的周长',
    '因式分解',
    '三角形的内角和',
    '轴对称',
    '概率初步',
  ],
  ...[
    '光的折射',
    '牛顿第一定律',
    '欧姆定律',
    '浮力',
    '凸透镜成像',
    '电磁感应',
    '质量守恒定律',
    '氧气的制取',
    '金属的化学性质',
    '酸碱中和反应',
  ],
  ...['光合作用', '细胞的结构', '食物链', '遗传与变异', '荷塘月色', '岳阳楼记', '出师表', '背影', '从百草园到三味书屋', '记承天寺夜游'],
  ...['鸦片战争', '辛亥革命', '丝绸之路', '地球的自转', '气候类型', '长江三角洲', '现在完成时', '定语从句', '情态动词', '自我介绍'],
  ...['垃圾分类', '网络安全', '剪纸艺术', '京剧脸谱', '篮球运球', '校园植物', '家务劳动', '循环结构', '二进制', '人工智能'],
];
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范';
const given = '子涵浩宇欣怡梓轩雨桐思远明月文博佳琪晨曦嘉懿诺俊杰诗航可馨若汐泽楷奕辰沐阳静雅婷志强国庆建军春花秋实冬梅夏至山川江河';
const subjects = ['chinese', 'mathematics', 'english', 'physics', 'chemistry', 'biology', 'history', 'geography', 'art', 'labour'];
const types = ['microLesson', 'courseware', 'lessonPlan', 'studyGuide', 'exercise', 'classroomRecord', 'material', 'situation'];
const stages = ['primary', 'junior', 'senior'];

const list = (words: readonly string[]) => `array[${words.map((word) => `'${word}'`).join(', ')}]`;
/** Different for each title, and the same in each run: no random number is asked for. */
const nth = (words: readonly string[], salt: number) =>
  `(${list(words)})[(1 + abs(hashint8(n * 64 + ${salt})::bigint) % ${words.length})::int]`;
const letter = (letters: string, salt: number) =>
  `substr('${letters}', 1 + (abs(hashint8(n * 64 + ${salt})::bigint) % ${letters.length})::int, 1)`;

/** Topics are told of unevenly, as they are taught: half of all titles are about a quarter of them. */
const topic = `(${list(topics)})[(1 + least(abs(hashint8(n * 64 + 1)::bigint) % ${topics.length}, abs(hashint8(n * 64 + 2)::bigint) % ${topics.length}))::int]`;
const title = [
  nth(editions, 3),
  nth(volumes, 4),
  `' '`,
  topic,
  nth(forms, 5),
  `'（'`,
  letter(surnames, 6),
  letter(given, 7),
  letter(given, 8),
  `'）第'`,
  `n % 400`,
  `'课'`,
];

/**
 * So many titles more in the catalogue, of schools below the city, each a copy of one resource under a title, subject and school of its
 * own; written past the rules to be quick. Indexes that cost much to keep up are made anew when everything is there.
 */
export async function fill(
  database: pg.Client,
  { titles, schools, city, like }: { titles: number; schools: number; city: string; like: string },
) {
  // All or nothing: a catalogue without its indexes would be measured instead. Whoever holds a table for a moment is waited for.
  await database.query('begin');
  await database.query('set local lock_timeout = 0');
  const slow = await database.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where schemaname = current_schema and tablename in ('findable', 'resource')
       and indexname not in (select conname from pg_constraint)`,
  );
  for (const { name } of slow.rows) await database.query(`drop index ${name}`);
  await database.query(`create temporary table place as select gen_random_uuid() as id, nth from generate_series(0, $1::int - 1) nth`, [
    schools,
  ]);
  await database.query(
    `insert into organisation (id, parent, version, kind, name, path) select p.id, c.id, 1, 'school', '第' || p.nth || '小学', c.path || replace(p.id::text, '-', '')
     from place p, organisation c where c.id = $1`,
    [city],
  );
  await database.query(
    `insert into resource
     select copy.* from resource r, generate_series(1::bigint, $1::bigint) n
       join place p on p.nth = abs(hashint8(n)::bigint) % $2::bigint, lateral (select ${title.join(' || ')} as title, ${topic} as topic) made,
       lateral jsonb_populate_record(r, jsonb_build_object('id', uuidv7(), 'organisation', p.id, 'status', 'published', 'shared_by', array[p.id],
         'title', made.title, 'search_text', lower(normalize(made.title || chr(10) || made.topic, nfkc)), 'knowledge_points', array[made.topic],
         'subject', ${nth(subjects, 9)}, 'type', ${nth(types, 10)}, 'stage', ${nth(stages, 11)}, 'grades', array[1 + abs(hashint8(n * 64 + 12)::bigint) % 12])) copy
     where r.id = $3`,
    [titles, schools, like],
  );
  for (const { made } of slow.rows) await database.query(made);
  await database.query('commit');
}
