import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QuestionInput, resources, TestPaperInput } from '@lianxue/contracts';
import type { Content } from '@lianxue/files';
import { callOf, person } from '@lianxue/testing';
import { TendingFiles } from '../files/tending-files.js';
import { AssemblingTestPapers } from '../test-papers/assembling.js';
import { EnteringQuestions } from './entering.js';
import { Figures, type Figure } from './figures.js';
import { about, every, openQuestions, png, refused, single } from './questions.room.js';

describe('questions', () => {
  let here: Awaited<ReturnType<typeof openQuestions>>;
  beforeAll(async () => {
    here = await openQuestions();
  });
  afterAll(() => here.close());

  it('describes its tables as the migrations make them', async () => expect(await here.room.schemaDiff()).toEqual([]));

  it('are refused without a right answer, and say why', async () => {
    const unfit = (fault: string) => refused('question.unfit', { fault });
    await expect(here.enter(single('无解', { answer: [] }))).rejects.toEqual(unfit('answer.none'));
    await expect(here.enter(single('错解', { answer: ['Z'] }))).rejects.toEqual(unfit('answer.unknown'));
    await expect(here.enter(single('多解', { answer: ['A', 'B'] }))).rejects.toEqual(unfit('answer.several'));
    await expect(here.enter({ kind: 'essay', stem: '论述', reference: '  ' })).rejects.toEqual(unfit('answer.none'));
    await expect(here.enter({ kind: 'blank', stem: '只有一空____', blanks: [['1'], ['2']] })).rejects.toEqual(unfit('blanks.differ'));
    await expect(here.enter({ ...every[5], stem: '无图', parts: [] })).rejects.toEqual(unfit('parts.none'));
    await expect(here.enter(single('看图 ![图](fig1)'))).rejects.toEqual(unfit('figure.unknown'));
    const parts = [single('好'), single('坏', { answer: [] })];
    await expect(here.enter({ ...every[5], stem: '无图', parts })).rejects.toEqual(refused('question.unfit', { part: 2 }));
  });

  it('keep formulas exactly, and refuse those that would swell or reach out', async () => {
    const unfit = (fault: string) => refused('question.unfit', { fault });
    const kept = await here.enter(single('已知 $\\mathrm{ }_{92}^{235} \\mathrm{U}\\text{ 与 }$，求值'));
    expect((await here.read(kept.id)).content.stem).toBe('已知 $\\mathrm{ }_{92}^{235} \\mathrm{U}\\text{ 与 }$，求值');
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
    for (const [tex, code] of bombs) await expect(here.enter(single(`求 $${tex}$`))).rejects.toEqual(unfit(code));
    await expect(here.enter(single('$x$'.repeat(400)))).rejects.toEqual(unfit('formula.too_many'));
    expect(QuestionInput.safeParse({ content: single('\u0007'), ...about }).success).toBe(false);
  });

  it('show figures that are pictures, and nothing that only calls itself one', async () => {
    const figures = async (content?: Content) => [{ name: 'fig1', file: await here.send(png, 'figure', here.teacher, content) }];
    for (const content of [
      { family: 'image', kind: 'svg', mediaType: 'application/octet-stream' },
      { family: 'document', kind: 'pdf', mediaType: 'application/pdf' },
    ] as const)
      await expect(here.enter(single('图一 ![](fig1)'), { figures: await figures(content) })).rejects.toEqual(
        refused('question.figure_unfit'),
      );
    const theirs = [{ name: 'fig1', file: await here.send(png, 'figure', here.reviewer) }];
    await expect(here.enter(single('图一 ![](fig1)'), { figures: theirs })).rejects.toEqual(refused('file.unknown'));
    const { id } = await here.enter(single('图一 ![](fig1)'), { figures: await figures() });
    const given = await here.room.get(Figures).give(id, 'fig1', callOf(resources.questionFigure, here.teacher));
    expect(given.name).toBe('fig1.png');
    expect((await here.bytesOf(given.id)).equals(png)).toBe(true);
  });

  it('give their figures up when nobody shows them any more', async () => {
    const tend = () => here.room.get(TendingFiles).goRound();
    const shown = async (id: string) =>
      (await here.room.query<{ figures: Figure[] }>('select figures from question where id = $1', [id]))[0]!;
    const about = async ({ figures: [figure] }: { figures: Figure[] }) => here.files.about(figure!.file);
    const figures = async () => [{ name: 'fig1', file: await here.send(png, 'figure') }];
    const { id } = await here.enter(single('弃一 ![](fig1)'), { figures: await figures() });
    const { id: asked } = await here.enter(single('考一 ![](fig1)'), { figures: await figures() });
    await tend();
    await here.files.forget(new Date('2027-12-01'));
    const [left, kept] = [await shown(id), await shown(asked)];
    expect([await about(left), await about(kept)]).toMatchObject([{ size: png.length }, { size: png.length }]);
    await here.move('submit', [asked], here.teacher);
    await here.move('approve', [asked], here.reviewer);
    const input = TestPaperInput.parse({
      title: '卷',
      stage: 'senior',
      subject: 'physics',
      sections: [{ title: '一', questions: [{ question: asked }] }],
    });
    const paper = await here.room.get(AssemblingTestPapers).assemble(input, callOf(resources.assembleTestPaper, here.teacher));
    await here.room.get(EnteringQuestions).discard(id, callOf(resources.discardQuestion, here.teacher));
    await here.room.query(`update question set figures = '[]' where id = $1`, [asked]);
    await tend();
    expect([await about(left), await about(kept)]).toEqual([undefined, undefined]);
    const named = { testPaperId: paper.id, questionId: asked, figure: 'fig1' };
    const given = await here.room.get(AssemblingTestPapers).figure(named, callOf(resources.testPaperFigure, here.teacher));
    expect((await here.bytesOf(given.id)).equals(png)).toBe(true);
    expect(JSON.stringify(paper.view())).not.toContain('"file"');
    await expect(
      here.room.get(AssemblingTestPapers).figure({ ...named, figure: 'fig2' }, callOf(resources.testPaperFigure, here.teacher)),
    ).rejects.toEqual(refused('test_paper.not_found'));
  });

  it('of the monitoring bank are bound, and stay with those who monitor', async () => {
    const [point] = await here.nodes('MON-P', 'knowledge');
    const [competency] = await here.nodes('MON-C', 'competency');
    const county = person({ role: 'subjectResearcher', organisation: here.room.region.county });
    const monitoring = { bank: 'monitoring', difficulty: 'B', points: [point] };
    await expect(here.enter(single('监测'), monitoring, county)).rejects.toEqual(refused('question.unbound', { fields: ['competencies'] }));
    const wrong = { ...monitoring, competencies: [point] };
    await expect(here.enter(single('监测'), wrong, county)).rejects.toEqual(refused('curriculum.nodes_unknown', { nodes: [point] }));
    const { id } = await here.enter(single('监测'), { ...monitoring, competencies: [competency] }, county);
    await here.move('submit', [id], county);
    await here.move('approve', [id], here.reviewer);
    await expect(here.read(id)).rejects.toEqual(refused('question.not_found'));
    expect((await here.read(id, here.reviewer)).status).toBe('approved');
  });

  it('are submitted by their author, decided by others, and handed down when approved', async () => {
    const county = person({ role: 'subjectResearcher', organisation: here.room.region.county });
    const { id } = await here.enter(single('审核一题'), {}, county);
    await expect(here.move('submit', [id], here.reviewer)).rejects.toEqual(refused('role.not_permitted'));
    await here.move('submit', [id], county);
    await expect(here.move('approve', [id], county)).rejects.toEqual(refused('question.own_review'));
    await here.move('return', [id], here.reviewer);
    expect(await here.read(id, county)).toMatchObject({ status: 'returned', reason: '理由', moves: ['submit'] });
    const edit = { questionId: id, difficulty: 'A' as const };
    const ifMatch = { ifMatch: '*' as const };
    await expect(here.room.get(EnteringQuestions).edit(edit, callOf(resources.editQuestion, here.reviewer, {}, ifMatch))).rejects.toEqual(
      refused('question.not_yours'),
    );
    await here.room.get(EnteringQuestions).edit(edit, callOf(resources.editQuestion, county, {}, ifMatch));
    await expect(here.read(id)).rejects.toEqual(refused('question.not_found'));
    await here.move('submit', [id], county);
    await here.move('approve', [id], here.reviewer);
    expect(await here.read(id)).toMatchObject({ status: 'approved', difficulty: 'A', moves: [] });
    await expect(here.move('approve', [id, (await here.enter(single('另一题'))).id], here.reviewer)).rejects.toEqual(
      refused('move.not_allowed'),
    );
    await expect(here.room.get(EnteringQuestions).discard(id, callOf(resources.discardQuestion, county))).rejects.toEqual(
      refused('question.locked'),
    );
    expect(JSON.stringify(await here.room.facts())).not.toContain('审核一题');
  });

  it('are found alike however they were typed', async () => {
    const { id } = await here.enter(single('西周　分封制（ ）的影响，是'));
    const again = single('西周分封制( )的影响,是', { options: (single('').options as object[]).toReversed() });
    await expect(here.enter(again)).rejects.toEqual(refused('question.alike', { question: id }));
    await expect(here.enter(again, { evenIfAlike: true })).resolves.toMatchObject({ status: 'draft' });
  });
});
