import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Blueprint, CurriculumInput, QuestionInput, resources, TestPaperInput, type Caller } from '@lianxue/contracts';
import { FILES, FolderFiles } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { ImportingCurricula } from '../curriculum/importing.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { SentFiles } from '../files/sent-files.js';
import { migrations } from '../migrations/index.js';
import { DecidingOnQuestions } from '../questions/deciding.js';
import { EnteringQuestions } from '../questions/entering.js';
import { Figures } from '../questions/figures.js';
import { entities } from '../resources.module.js';
import { AssemblingTestPapers } from './assembling.js';
import { Blueprinting } from './blueprinting.js';
import { keyOf, paperOf } from './test-paper.print.js';

const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }), facts: expect.objectContaining(facts) });
const about = { stage: 'senior', subject: 'physics' } as const;

describe('test papers', () => {
  let room: Room;
  let teacher: Caller;
  let reviewer: Caller;
  let chapters: string[];
  beforeAll(async () => {
    const rules = [
      ImportingCurricula,
      KnownNodes,
      SentFiles,
      Figures,
      EnteringQuestions,
      DecidingOnQuestions,
      AssemblingTestPapers,
      Blueprinting,
    ];
    const providers = [...rules, { provide: FILES, useValue: new FolderFiles('/nowhere') }];
    room = await openRoom('resources', { entities, migrations, providers });
    teacher = person({ role: 'teacher', organisation: room.region.school });
    reviewer = person({ role: 'resourceReviewer', organisation: room.region.school });
    const nodes = [
      { code: '1', name: '运动' },
      { code: '1.1', name: '速度', parent: '1' },
      { code: '2', name: '力' },
    ];
    const input = CurriculumInput.parse({ code: 'BOOK', kind: 'textbook', name: '必修一', ...about, nodes });
    const importer = person({ role: 'centreHead', organisation: room.region.county });
    const tree = await room.get(ImportingCurricula).import(input, callOf(resources.importCurriculum, importer));
    const rows = await room.query<{ id: string }>('select id from curriculum_node where tree = $1 order by position', [tree.id]);
    chapters = rows.map(({ id }) => id);
  });
  afterAll(() => room.close());

  const question = async (stem: string, more: object = {}, approved = true) => {
    const content = {
      kind: 'single',
      stem,
      options: [
        { key: 'A', text: '甲' },
        { key: 'B', text: '乙' },
      ],
      answer: ['B'],
      score: 3,
      analysis: '显然',
    };
    const input = QuestionInput.parse({ content, ...about, ...more });
    const { id } = await room.get(EnteringQuestions).enter(input, callOf(resources.enterQuestion, teacher));
    const move = (what: 'submit' | 'approve', by: Caller) =>
      room.get(DecidingOnQuestions).move({ move: what, questions: [id] }, callOf(resources.moveQuestions, by));
    if (approved) {
      await move('submit', teacher);
      await move('approve', reviewer);
    }
    return id;
  };
  const assemble = (sections: object[], by = teacher) =>
    room
      .get(AssemblingTestPapers)
      .assemble(TestPaperInput.parse({ title: '期中', ...about, sections }), callOf(resources.assembleTestPaper, by));
  const draw = (lines: object[], more: object = {}) => {
    const blueprint = Blueprint.parse({ title: '期末', ...about, sections: [{ title: '选择题', lines }], ...more });
    return room.get(Blueprinting).assemble(blueprint, callOf(resources.assembleByBlueprint, teacher));
  };

  it('are assembled by hand from approved questions, each once, and scored', async () => {
    const [one, two, draft] = [await question('甲题 $x$'), await question('乙题'), await question('草稿题', {}, false)];
    const paper = await assemble([{ title: '选择题', questions: [{ question: one, score: 5.5 }, { question: two }] }]);
    expect(paper.view()).toMatchObject({ count: 2, total: 8.5, sections: [{ questions: [{ question: one, version: 3 }, { score: 3 }] }] });
    const unfit = (...questions: string[]) => refused('test_paper.questions_unfit', { questions });
    await expect(assemble([{ title: '一', questions: [{ question: draft }] }])).rejects.toEqual(unfit(draft));
    await expect(assemble([{ title: '一', questions: [{ question: one }, { question: one }] }])).rejects.toEqual(unfit(one));
    const sibling = person({ role: 'teacher', organisation: room.region.sibling });
    await expect(assemble([{ title: '一', questions: [{ question: one }] }], sibling)).rejects.toEqual(unfit(one));
    const unscored = await question('无分', { content: { kind: 'essay', stem: '论', reference: '述' } });
    await expect(assemble([{ title: '一', questions: [{ question: unscored }] }])).rejects.toEqual(
      refused('test_paper.unscored', { questions: [unscored] }),
    );
    const revise = (by: Caller) =>
      room
        .get(AssemblingTestPapers)
        .revise({ testPaperId: paper.id, title: '改名' }, callOf(resources.reviseTestPaper, by, {}, { ifMatch: '*' }));
    const colleague = person({ role: 'teacher', organisation: room.region.school });
    await expect(revise(colleague)).rejects.toEqual(refused('test_paper.not_yours'));
    expect((await revise(teacher)).title).toBe('改名');
    await expect(revise(sibling)).rejects.toEqual(refused('test_paper.not_found'));
    await room.get(AssemblingTestPapers).discard(paper.id, callOf(resources.discardTestPaper, teacher));
    expect(JSON.stringify(await room.facts())).not.toContain('甲题');
  });

  it('are drawn by a blueprint of chapters, difficulty and count, and refused where the bank has too few', async () => {
    const bind = (chapter: number, difficulty: string) => ({ chapters: [chapters[chapter]], difficulty });
    const speed = [await question('速度一', bind(1, 'A')), await question('速度二', bind(1, 'A'))];
    const force = await question('力一', bind(2, 'A'));
    await question('力二', bind(2, 'C'), false);
    const drawn = await draw([
      { count: 2, nodes: [chapters[0]], difficulty: 'A', score: 4 },
      { count: 1, nodes: [chapters[2]] },
    ]);
    const [first, second, third] = drawn.sections[0]!.questions.map(({ question: id }) => id);
    expect([first, second].sort()).toEqual(speed.sort());
    expect([third, drawn.view().total]).toEqual([force, 11]);
    await expect(
      draw([
        { count: 3, nodes: [chapters[0]], difficulty: 'A' },
        { count: 1, nodes: [chapters[2]], difficulty: 'C' },
      ]),
    ).rejects.toEqual(
      refused('test_paper.bank_too_small', {
        wanting: ['第1大题第1行难度A要3题，只有2题', '第1大题第2行难度C要1题，只有0题'],
        lines: [
          { section: 1, line: 1, wanted: 3, found: 2 },
          { section: 1, line: 2, wanted: 1, found: 0 },
        ],
      }),
    );
    await expect(draw([{ count: 2, nodes: [chapters[0]] }], { without: [speed[0]] })).rejects.toEqual(refused('test_paper.bank_too_small'));
    // The wide line must leave the narrow one its only question.
    for (let time = 0; time < 5; time++) {
      const tight = await draw([
        { count: 2, nodes: [chapters[0], chapters[2]] },
        { count: 1, nodes: [chapters[2]] },
      ]);
      expect(tight.sections[0]!.questions.at(-1)!.question).toBe(force);
    }
    await expect(draw([{ count: 1, nodes: [newId()] }])).rejects.toEqual(refused('test_paper.bank_too_small'));
  });

  it('are printed without answers, and with a key apart', async () => {
    const blank = await question('填空', {
      content: { kind: 'blank', stem: '水的化学式为____', blanks: [['H2O', '$H_2O$']], score: 2, analysis: null },
    });
    const paper = await assemble([
      { title: '选择题', note: '每题一个答案', questions: [{ question: await question('印刷题') }] },
      { title: '填空题', questions: [{ question: blank }] },
    ]);
    const printed = JSON.stringify(paperOf(paper));
    for (const said of [
      '一、选择题（1 题，共 3 分）',
      '1．（3 分）印刷题',
      'A．甲',
      '每题一个答案',
      '2．（2 分）水的化学式为____',
      '满分：5 分',
    ])
      expect(printed).toContain(said);
    for (const secret of ['显然', 'H2O', 'answer']) expect(printed).not.toContain(secret);
    const key = JSON.stringify(keyOf(paper));
    for (const said of ['1．【单选题】B', '解析：显然', '2．【填空题】H2O 或 $H_2O$']) expect(key).toContain(said);
  });
});
