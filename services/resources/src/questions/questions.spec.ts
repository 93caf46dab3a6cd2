import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLOCK, CurriculumInput, QuestionInput, resources, type Caller, type QuestionContent } from '@lianxue/contracts';
import { FILES, FolderFiles, zipOf } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { ImportingCurricula } from '../curriculum/importing.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../resources.module.js';
import { DecidingOnQuestions } from './deciding.js';
import { EnteringQuestions } from './entering.js';
import { ExportingQuestions } from './exporting.js';
import { Figures } from './figures.js';
import { FindingQuestions } from './finding-questions.js';
import { ImportingQuestions } from './importing.js';
import { QuestionFiles } from './question-files.js';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);
const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }), facts: expect.objectContaining(facts) });
const about = { stage: 'senior', subject: 'physics' } as const;
const single = (stem: string, more: object = {}) => ({
  kind: 'single',
  stem,
  options: ['$F=ma$', '$F<ma$  & "x"', '$$\\frac{a}{b}$$'].map((text, nth) => ({ key: 'ABC'[nth], text })),
  answer: ['A'],
  score: 4,
  ...more,
});
const every: readonly object[] = [
  single('力 $\\vec{F}$ 与加速度 ![示意图](fig1) 的关系是（  ）\n\t选一项：\\$5 < 6 & "7"', {
    analysis: '  由牛顿第二定律 $F=ma$\n\n得 A。 ',
  }),
  {
    kind: 'multiple',
    stem: '下列正确的是',
    options: [
      { key: '1', text: '甲' },
      { key: '2', text: '乙 ____ 丙' },
    ],
    answer: ['1', '2'],
  },
  { kind: 'blank', stem: '$g$ 约为____m/s²，光速为______。', blanks: [['9.8', '10'], ['$3\\times10^8$ "m/s"']], score: 6 },
  {
    ...{ kind: 'matching', stem: '连线' },
    left: [
      { key: '1', text: '力' },
      { key: '2', text: '功' },
    ],
    right: [
      { key: 'A', text: 'N' },
      { key: 'B', text: 'J' },
    ],
    pairs: [
      ['1', 'A'],
      ['2', 'B'],
    ],
  },
  { kind: 'essay', stem: '证明 $$\na^2+b^2=c^2\n$$', reference: '略\n证毕', marking: '每步 2 分', score: 12.5 },
  {
    ...{ kind: 'composite', stem: '阅读材料，回答问题。\n材料 ![图](fig1)', analysis: '总评', score: 10 },
    parts: [
      single('（1）选'),
      { kind: 'blank', stem: '（2）填 ___', blanks: [['甲']], analysis: '见材料' },
      { kind: 'essay', stem: '（3）答', reference: '乙' },
    ],
  },
];

describe('questions', () => {
  let room: Room;
  let folder: string;
  let files: FolderFiles;
  let teacher: Caller;
  let reviewer: Caller;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianxue-questions-'));
    files = new FolderFiles(folder);
    const providers = [ImportingCurricula, KnownNodes, EnteringQuestions, FindingQuestions, DecidingOnQuestions, ImportingQuestions];
    const clock = { provide: CLOCK, useValue: { now: () => new Date('2026-11-22T08:00:00+08:00') } };
    const more = [ExportingQuestions, QuestionFiles, Figures, { provide: FILES, useValue: files }, clock];
    room = await openRoom('resources', { entities, migrations, providers: [...providers, ...more] });
    teacher = person({ role: 'teacher', organisation: room.region.school });
    reviewer = person({ role: 'resourceReviewer', organisation: room.region.county });
  });
  afterAll(async () => {
    await room.close();
    await rm(folder, { recursive: true });
  });

  const send = async (bytes: Uint8Array | string, kind = 'questions', by = teacher) => {
    const id = newId();
    const owner = { subject: by.subject, client: by.client };
    await files.keep([Buffer.from(bytes)], { id, kind, name: 'x', owner, until: new Date('2026-12-01') });
    return id;
  };
  const enter = async (content: object, more: object = {}, by = teacher) =>
    room.get(EnteringQuestions).enter(QuestionInput.parse({ content, ...about, ...more }), callOf(resources.enterQuestion, by));
  const bring = async (content: Uint8Array | string, more: object = {}, by = teacher) => {
    const input = resources.importQuestions.body.parse({ ...about, file: await send(content, 'questions', by), ...more });
    return room.get(ImportingQuestions).import(input, callOf(resources.importQuestions, by));
  };
  const read = (id: string, by = teacher) => room.get(FindingQuestions).one(id, callOf(resources.question, by));
  const move = (what: 'submit' | 'approve' | 'return' | 'withdraw', ids: string[], by: Caller) =>
    room.get(DecidingOnQuestions).move({ move: what, questions: ids, reason: '理由' }, callOf(resources.moveQuestions, by));
  const bytesOf = async (id: string) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of files.read((await files.about(id))!)) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  };
  const nodes = async (code: string, kind: string) => {
    const input = CurriculumInput.parse({ code, kind, name: code, ...about, nodes: [{ code: 'x', name: '节点' }] });
    const county = person({ role: 'centreHead', organisation: room.region.county });
    const tree = await room.get(ImportingCurricula).import(input, callOf(resources.importCurriculum, county));
    return (await room.query<{ id: string }>('select id from curriculum_node where tree = $1', [tree.id])).map(({ id }) => id);
  };

  it('describes its tables as the migrations make them', async () => expect(await room.schemaDiff()).toEqual([]));

  it('are refused without a right answer, and say why', async () => {
    const unfit = (code: string) => refused('question.unfit', { code });
    await expect(enter(single('无解', { answer: [] }))).rejects.toEqual(unfit('answer.none'));
    await expect(enter(single('错解', { answer: ['Z'] }))).rejects.toEqual(unfit('answer.unknown'));
    await expect(enter(single('多解', { answer: ['A', 'B'] }))).rejects.toEqual(unfit('answer.several'));
    await expect(enter({ kind: 'essay', stem: '论述', reference: '  ' })).rejects.toEqual(unfit('answer.none'));
    await expect(enter({ kind: 'blank', stem: '只有一空____', blanks: [['1'], ['2']] })).rejects.toEqual(unfit('blanks.differ'));
    await expect(enter({ ...every[5], stem: '无图', parts: [] })).rejects.toEqual(unfit('parts.none'));
    await expect(enter(single('看图 ![图](fig1)'))).rejects.toEqual(unfit('figure.unknown'));
    const parts = [single('好'), single('坏', { answer: [] })];
    await expect(enter({ ...every[5], stem: '无图', parts })).rejects.toEqual(refused('question.unfit', { part: 2 }));
  });

  it('keep formulas exactly, and refuse those that would swell or reach out', async () => {
    const unfit = (code: string) => refused('question.unfit', { code });
    const kept = await enter(single('已知 $\\mathrm{ }_{92}^{235} \\mathrm{U}\\text{ 与 }$，求值'));
    expect((await read(kept.id)).content.stem).toBe('已知 $\\mathrm{ }_{92}^{235} \\mathrm{U}\\text{ 与 }$，求值');
    const bombs: [string, string][] = [
      ['\\def\\x{\\x\\x}\\x', 'formula.forbidden'],
      ['\\newcommand{\\a}{aaaa}\\a', 'formula.forbidden'],
      ['\\input{/etc/passwd}', 'formula.forbidden'],
      ['\\href{javascript:alert(1)}{x}', 'formula.forbidden'],
      ['\\rule{99999em}{99999em}', 'formula.forbidden'],
      ['x^{'.repeat(60) + '}'.repeat(60), 'formula.too_deep'],
      ['\\frac{a}{b', 'formula.unbalanced'],
      ['a+'.repeat(3000), 'formula.too_long'],
    ];
    for (const [tex, code] of bombs) await expect(enter(single(`求 $${tex}$`))).rejects.toEqual(unfit(code));
    await expect(enter(single('$x$'.repeat(400)))).rejects.toEqual(unfit('formula.too_many'));
    expect(QuestionInput.safeParse({ content: single('\u0007'), ...about }).success).toBe(false);
  });

  it('show figures that are pictures, and nothing that only calls itself one', async () => {
    const figures = async (bytes: Uint8Array | string) => [{ name: 'fig1', file: await send(bytes, 'figure') }];
    await expect(enter(single('图一 ![](fig1)'), { figures: await figures('<svg onload="x()"/>') })).rejects.toEqual(
      refused('question.figure_unfit'),
    );
    await expect(enter(single('图一 ![](fig1)'), { figures: await figures('') })).rejects.toEqual(refused('question.figure_unfit'));
    const theirs = [{ name: 'fig1', file: await send(png, 'figure', reviewer) }];
    await expect(enter(single('图一 ![](fig1)'), { figures: theirs })).rejects.toEqual(refused('file.unknown'));
    const { id } = await enter(single('图一 ![](fig1)'), { figures: await figures(png) });
    const given = await room.get(Figures).give(id, 'fig1', callOf(resources.questionFigure, teacher));
    expect(given.name).toBe('fig1.png');
    expect((await bytesOf(given.id)).equals(png)).toBe(true);
  });

  it('of the monitoring bank are bound, and stay with those who monitor', async () => {
    const [point] = await nodes('MON-P', 'knowledge');
    const [competency] = await nodes('MON-C', 'competency');
    const county = person({ role: 'subjectResearcher', organisation: room.region.county });
    const monitoring = { bank: 'monitoring', difficulty: 'B', points: [point] };
    await expect(enter(single('监测'), monitoring, county)).rejects.toEqual(refused('question.unbound', { fields: ['competencies'] }));
    const wrong = { ...monitoring, competencies: [point] };
    await expect(enter(single('监测'), wrong, county)).rejects.toEqual(refused('curriculum.nodes_unknown', { nodes: [point] }));
    const { id } = await enter(single('监测'), { ...monitoring, competencies: [competency] }, county);
    await move('submit', [id], county);
    await move('approve', [id], reviewer);
    await expect(read(id)).rejects.toEqual(refused('question.not_found'));
    expect((await read(id, reviewer)).status).toBe('approved');
  });

  it('are submitted by their author, decided by others, and handed down when approved', async () => {
    const county = person({ role: 'subjectResearcher', organisation: room.region.county });
    const { id } = await enter(single('审核一题'), {}, county);
    await expect(move('submit', [id], reviewer)).rejects.toEqual(refused('role.not_permitted'));
    await move('submit', [id], county);
    await expect(move('approve', [id], county)).rejects.toEqual(refused('question.own_review'));
    await move('return', [id], reviewer);
    expect(await read(id, county)).toMatchObject({ status: 'returned', reason: '理由', moves: ['submit'] });
    const edit = { questionId: id, difficulty: 'A' as const };
    const ifMatch = { ifMatch: '*' as const };
    await expect(room.get(EnteringQuestions).edit(edit, callOf(resources.editQuestion, reviewer, {}, ifMatch))).rejects.toEqual(
      refused('question.not_yours'),
    );
    await room.get(EnteringQuestions).edit(edit, callOf(resources.editQuestion, county, {}, ifMatch));
    await expect(read(id)).rejects.toEqual(refused('question.not_found'));
    await move('submit', [id], county);
    await move('approve', [id], reviewer);
    expect(await read(id)).toMatchObject({ status: 'approved', difficulty: 'A', moves: [] });
    await expect(move('approve', [id, (await enter(single('另一题'))).id], reviewer)).rejects.toEqual(refused('move.not_allowed'));
    await expect(room.get(EnteringQuestions).discard(id, callOf(resources.discardQuestion, county))).rejects.toEqual(
      refused('question.locked'),
    );
    expect(JSON.stringify(await room.facts())).not.toContain('审核一题');
  });

  it('are found alike however they were typed', async () => {
    const { id } = await enter(single('西周　分封制（ ）的影响，是'));
    const again = single('西周分封制( )的影响,是', { options: (single('').options as object[]).toReversed() });
    await expect(enter(again)).rejects.toEqual(refused('question.alike', { question: id }));
    await expect(enter(again, { evenIfAlike: true })).resolves.toMatchObject({ status: 'draft' });
  });

  it('come in from exams, each once, with what is wrong told', async () => {
    const exam = (question: string, answer: string[]) => ({
      year: '2013',
      category: '（新课标）',
      question,
      answer,
      analysis: '略',
      score: 6,
    });
    const example = [
      exam('14．（ 6分）甲骨文的发现地是（ ）\nA．河南  B．陕西\nC．山西 D．山东\n', ['A']),
      exam('15. (6 分) 若 $A. B=0$, 则\nA. $A=0$\nB. $B=0$\nC. 二者之一\nD.\n\n$\\frac{1}{2}$\n', ['BC']),
      exam('14、甲骨文的发现地是( )  A. 河南 B. 陕西 C. 山西 D. 山东', ['A']),
      exam('没有选项', ['A']),
      exam('16．没有答案 A．甲 B．乙', []),
    ];
    const file = JSON.stringify({ keywords: 'x', example });
    expect(await bring(file, { dryRun: true })).toMatchObject({ read: 5, imported: [] });
    const { imported, duplicates, refused: left } = await bring(file);
    expect(duplicates).toEqual([{ row: 3, question: null }]);
    expect(left.map(({ row, fault }) => [row, fault])).toEqual([
      [4, 'unreadable'],
      [5, 'answer.none'],
    ]);
    expect(await read(imported[1]!)).toMatchObject({
      kind: 'multiple',
      source: '2013（新课标）第15题',
      content: { stem: '若 $A. B=0$, 则', answer: ['B', 'C'], options: [{ text: '$A=0$' }, {}, {}, { key: 'D', text: '$\\frac{1}{2}$' }] },
    });
    expect((await bring(file)).duplicates.map(({ question }) => question)).toEqual([imported[0], imported[1], imported[0]]);
    const many = Array.from({ length: 120 }, (_, nth) => ({ ...example[0], question: `第${nth}批 A．甲 B．乙` }));
    const bulk = await bring(JSON.stringify({ example: many }));
    expect(bulk.imported).toHaveLength(120);
    expect((await read(bulk.imported[0]!)).figures).toEqual([]);
    await expect(bring('{"what":1}')).rejects.toEqual(refused('question.file_unreadable'));
    await expect(bring('<!DOCTYPE x [<!ENTITY a "b">]><assessmentItem>&a;</assessmentItem>')).rejects.toEqual(
      refused('question.file_unreadable'),
    );
  });

  it('go out as QTI and come back the same, to the letter', async () => {
    const [point] = await nodes('OUT', 'knowledge');
    const figures = [{ name: 'fig1', file: await send(png, 'figure') }];
    const bound = { figures, points: [point], difficulty: 'C', grades: [10, 11], source: '自编 <一>', year: 2026, evenIfAlike: true };
    const ids: string[] = [];
    for (const content of every) ids.push((await enter(content, bound)).id);
    const before = await Promise.all(ids.map((id) => read(id)));
    const made = await room.get(ExportingQuestions).export(ids, callOf(resources.exportQuestions, teacher));
    const sibling = person({ role: 'teacher', organisation: room.region.sibling });
    const back = await bring(await bytesOf(made.id), { stage: 'primary', subject: 'other' }, sibling);
    expect({ ...back, imported: back.imported.length }).toEqual({ read: 6, imported: 6, duplicates: [], refused: [] });
    const after = await Promise.all(back.imported.map((id) => read(id, sibling)));
    const saying = (questions: typeof before) =>
      questions.map(({ content, points, difficulty, grades, source, year, stage, subject, figures: shown, fingerprint }) => ({
        ...{ content, points, difficulty, grades, source, year, stage, subject, figures: shown, fingerprint },
      }));
    expect(saying(after)).toEqual(saying(before));
    await expect(room.get(ExportingQuestions).export(ids, callOf(resources.exportQuestions, sibling))).rejects.toEqual(
      refused('question.not_found'),
    );
  });

  it('come in from QTI of others, of version 2 and 3, and what cannot be taken is told', async () => {
    const item = (body: string, right: string, kind = 'single') =>
      `<m:assessmentItem xmlns:m="urn:x" identifier="i"><m:responseDeclaration identifier="R" cardinality="${kind}" baseType="identifier"><m:correctResponse><m:value>${right}</m:value></m:correctResponse></m:responseDeclaration><m:itemBody>${body}</m:itemBody></m:assessmentItem>`;
    const choice = (said: string) =>
      item(
        `<p>${said}</p>\n <choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt><simpleChoice identifier="ChoiceOne">$1</simpleChoice><simpleChoice identifier="ChoiceTwo">b</simpleChoice></choiceInteraction>`,
        'ChoiceTwo',
      );
    const three = `<qti-assessment-item identifier="j"><qti-response-declaration identifier="R" cardinality="single" base-type="string"><qti-correct-response><qti-value>7</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p>3+4=<qti-text-entry-interaction response-identifier="R"/></p></qti-item-body></qti-assessment-item>`;
    const zip = zipOf({
      'a.xml': choice('Two\n   words<br/>here'),
      'b.xml': three,
      'c.xml': item('<p>draw</p><drawingInteraction responseIdentifier="R"/>', 'x'),
      'd.xml': choice('<math><mi>x</mi></math>'),
      'e.xml': '<broken',
    });
    const { imported, refused: left } = await bring(zip);
    expect(left.map(({ row, fault }) => [row, fault])).toEqual([
      [3, 'kind.unsupported'],
      [4, 'formula.unreadable'],
      [5, 'unreadable'],
    ]);
    const contents: QuestionContent[] = [];
    for (const id of imported) contents.push((await read(id)).content);
    expect(contents).toMatchObject([
      {
        kind: 'single',
        stem: 'Two words\nhere\nWhich?',
        options: [
          { key: 'A', text: '\\$1' },
          { key: 'B', text: 'b' },
        ],
        answer: ['B'],
      },
      { kind: 'blank', stem: '3+4=______', blanks: [['7']] },
    ]);
  });
});
