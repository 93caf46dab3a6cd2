import type { Answer, Api, World } from './world.js';

const usage = { method: '课前自学，课上讨论', scene: '新授课', example: '第一课时' };

/**
 * 名师讲堂、课程覆盖、德育专题资源库: a county says which subjects matter, sees which chapter nobody teaches, and a lecture in the shipped
 * series teaches it; what carries a theme is in its library without anybody putting it there.
 */
export async function coursesStep(world: World): Promise<void> {
  const [county] = world.counties;
  const head = await world.as('centreHead', county);
  const researcher = await world.as('subjectResearcher', county);
  const far = await world.as('teacher', world.farSchool);
  const teacher = await world.as('teacher', world.school);
  const main = [{ stage: 'primary', subjects: ['chinese', 'labour'] }];
  made(world, await head.post('/main-subjects', { organisation: county.id, main }), 200, 'the county adds 劳动 to the main subjects');
  const chapters = await textbook(world, researcher);
  const before = (await teacher.get('/course-coverage', { query: { stage: 'primary', subject: 'labour' } })).body;
  const empty = before.cells[0];
  world.check(empty.isMain && empty.chapters === 2 && empty.covered === 0, 'two chapters, none of them taught', before);

  const lesson = await published(world, researcher, ['名师讲堂', '德育']);
  const series = await shipped(world, head, 'masterLectures');
  const units = [{ title: '整理与收纳', chapterId: chapters[0], materials: [] as object[] }];
  const content = { title: `劳动课 ${world.run}`, stage: 'primary', subject: 'labour', grades: [3], series };
  const begun = await researcher.post('/online-courses', { ...content, units, organisation: county.id });
  const { id } = made(world, begun, 201, 'a researcher begins a course in the series');
  const lacking = await head.post(`/online-courses/${id}/publish`);
  const lacks = lacking.status === 409 && lacking.body.code === 'online_course.not_conforming';
  world.check(lacks, 'each of its units needs its lesson', lacking.body);
  units[0]!.materials.push({ resource: lesson, role: 'lesson' });
  const headers = { 'if-match': begun.headers.get('etag')! };
  made(world, await researcher.put(`/online-courses/${id}`, { ...content, units }, { headers }), 200, 'it is added');
  const own = await researcher.post(`/online-courses/${id}/publish`);
  world.check(own.status === 409 && own.body.code === 'online_course.own', 'its author does not publish it', own.body);
  made(world, await head.post(`/online-courses/${id}/publish`), 200, 'somebody else does');
  const read = await teacher.get('/online-courses', { query: { series } });
  world.check(read.body.items[0]?.id === id, 'a school of the county follows 名师讲堂', read.body);
  const elsewhere = await far.get(`/online-courses/${id}`);
  world.check(elsewhere.status === 404, 'another county does not', elsewhere.body);

  const query = { stage: 'primary', subject: 'labour', missing: 'true' };
  const missing = (await teacher.get('/course-coverage/chapters', { query })).body.items;
  world.check(missing.length === 1 && missing[0].id === chapters[1], 'one chapter is left without a course', missing);
  const library = await shipped(world, head, 'moralEducation');
  const themed = (await teacher.get(`/series/${library}/resources`)).body.items;
  world.check(
    themed.some((each: { id: string }) => each.id === lesson),
    'the library of moral education found the lesson by itself',
    themed,
  );
  world.say(
    '劳动 is a main subject of the county: one of two chapters is taught now, in 名师讲堂; its lesson is in the themed library too',
  );
}

const made = (world: World, answer: Answer, status: number, what: string) => {
  world.check(answer.status === status, what, answer.body);
  return answer.body;
};

async function textbook(world: World, researcher: Api): Promise<string[]> {
  const nodes = [
    { code: 'c1', name: '整理与收纳' },
    { code: 'c2', name: '烹饪与营养' },
  ];
  const code = `labour-${world.run.replace(/[^A-Za-z0-9]/g, '')}`.slice(0, 60);
  const book = { code, kind: 'textbook', name: '劳动 三年级', stage: 'primary', subject: 'labour', grades: [3], nodes };
  const { id } = made(world, await researcher.post('/curricula', book), 201, 'a textbook’s chapters are imported');
  const { items } = (await researcher.get(`/curricula/${id}/nodes`)).body as { items: { id: string; code: string }[] };
  return nodes.map((node) => items.find((each) => each.code === node.code)!.id);
}

/** A lesson of the county’s own, reviewed and shown there. */
async function published(world: World, researcher: Api, keywords: string[]): Promise<string> {
  const said = { title: `整理与收纳 ${world.run}`, type: 'microLesson', stage: 'primary', subject: 'labour', grades: [3], keywords, usage };
  const { id } = made(world, await researcher.post('/resources', said), 201, 'a lesson is registered');
  made(world, await researcher.post(`/resources/${id}/submit`), 200, 'and submitted');
  const reviewer = await world.as('resourceReviewer', world.counties[0]);
  made(world, await reviewer.post(`/resources/${id}/publish`, {}), 200, 'and published');
  return id as string;
}

/** A series begun from what is shipped under this name. */
async function shipped(world: World, head: Api, code: string): Promise<string> {
  const { items } = (await head.get('/series-templates')).body as { items: { code: string; rules: object }[] };
  const template = items.find((each) => each.code === code);
  world.check(template, `${code} is shipped`, items);
  const series = { ...template.rules, organisation: world.counties[0].id };
  return made(world, await head.post('/series', series), 201, 'a series is begun from it').id as string;
}
