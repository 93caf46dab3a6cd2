import { download, sendFile } from './files-of-story.js';
import type { Api, World } from './world.js';

/** Written for the story in the form in which collections of exam questions come. */
const exam = (run: string) => ({
  keywords: 'story',
  example: [
    [
      'A',
      '物体做匀加速直线运动，初速度 $v_0=2\\mathrm{~m/s}$，加速度 $a=1\\mathrm{~m/s^2}$，3 s 末的速度为',
      '$5\\mathrm{~m/s}$',
      '$6\\mathrm{~m/s}$',
    ],
    ['B', '质量为 $m$ 的物体受力 $F$，其加速度为', '$\\frac{m}{F}$', '$\\frac{F}{m}$'],
    ['AB', '下列属于矢量的有', '速度', '加速度'],
  ].map(([answer, stem, first, second], nth) => ({
    ...{ year: '2026', category: `（模拟${run}）`, answer: [answer], score: 6, analysis: `由定义，选 ${answer}。` },
    question: `${nth + 1}．（ 6分）${run} ${stem}（ ）\nA．${first}\nB．${second}\n`,
  })),
});

/** 题库与组卷: a textbook's chapters, questions imported from a file and reviewed, a paper drawn from them, printed, and exported as QTI. */
export async function testPaperStep(world: World): Promise<void> {
  const county = world.counties[0];
  const researcher = await world.as('subjectResearcher', county);
  const chapter = await textbook(world, researcher);
  const about = { stage: 'senior', subject: 'physics', chapters: [chapter], difficulty: 'A' };
  const file = await sendFile(world, researcher, { kind: 'questions', name: '模拟.json' }, Buffer.from(JSON.stringify(exam(world.run))));
  const imported = await researcher.post('/question-imports', { file, ...about, submit: true });
  world.check(imported.status === 200 && imported.body.imported.length === 3, 'three questions are imported', imported.body);
  const again = await researcher.post('/question-imports', { file, ...about });
  world.check(again.body.imported.length === 0 && again.body.duplicates.length === 3, 'the same file brings nothing twice', again.body);
  const questions = imported.body.imported as string[];
  const own = await researcher.post('/question-moves', { move: 'approve', questions });
  world.check(own.status === 409 && own.body.code === 'question.own_review', 'nobody approves their own', own.body);
  const reviewer = await world.as('resourceReviewer', county);
  const approved = await reviewer.post('/question-moves', { move: 'approve', questions });
  world.check(approved.status === 200 && approved.body.moved.length === 3, 'another approves all three', approved.body);

  const teacher = await world.as('teacher', world.school);
  const blueprint = (count: number) => ({
    ...{ title: `单元测验 ${world.run}`, stage: 'senior', subject: 'physics', minutes: 45 },
    sections: [{ title: '选择题', lines: [{ nodes: [chapter], difficulty: 'A', count }] }],
  });
  const short = await teacher.post('/test-papers/by-blueprint', blueprint(4));
  world.check(short.status === 409 && short.body.lines?.[0]?.found === 3, 'a blueprint for four says that there are three', short.body);
  const paper = await teacher.post('/test-papers/by-blueprint', blueprint(3));
  world.check(paper.status === 201 && paper.body.total === 18, 'a school’s teacher draws a paper from them', paper.body);
  const path = `/test-papers/${paper.body.id}`;
  const printed = await fetch(`${world.origin}/api/v1${path}/paper`, {
    headers: { authorization: `Bearer ${await teacher.token()}`, accept: 'text/html' },
  });
  const page = await printed.text();
  world.check(
    printed.status === 200 && page.includes('<mfrac><mi>F</mi><mi>m</mi></mfrac>') && !page.includes('由定义'),
    'it is printed with its formulas set, without answers',
    page.slice(0, 500),
  );
  const key = await teacher.get(`${path}/key`);
  world.check(JSON.stringify(key.body).includes('由定义'), 'the key has them', key.body);
  const pupil = await world.as('pupil', world.school);
  world.check((await pupil.get(path)).status === 403, 'a pupil sees neither');
  const exported = await teacher.post('/question-exports', { questions });
  const bytes = Buffer.from(await download(world, teacher, exported.body.id as string));
  world.check(exported.status === 200 && bytes.subarray(0, 2).toString() === 'PK', 'and the questions go out as QTI', exported.body);
  world.say('三题导入、审核，按蓝图组成一卷；题不够时说明差几题，同一文件不重复导入');
}

async function textbook(world: World, researcher: Api): Promise<string> {
  const code = `PHY-${world.run.replace(/[^A-Za-z0-9]/g, '')}`.slice(0, 60);
  const csv = '编码,名称,上级\r\n1,运动的描述,\r\n1.1,匀变速直线运动,1\r\n';
  const input = { code, kind: 'textbook', name: '物理必修一', stage: 'senior', subject: 'physics', edition: '人教版', csv };
  const tree = await researcher.post('/curricula', input);
  world.check(tree.status === 201 && tree.body.nodes === 2, 'a textbook’s chapters are imported', tree.body);
  const loop = await researcher.post('/curricula', {
    ...input,
    code: `${code}-2`.slice(-60),
    csv: '编码,名称,上级\r\na,甲,b\r\nb,乙,a\r\n',
  });
  world.check(loop.status === 422 && loop.body.code === 'curriculum.loops', 'a tree that loops is not', loop.body);
  const nodes = await researcher.get(`/curricula/${tree.body.id}/nodes`);
  return nodes.body.items[1].id as string;
}
