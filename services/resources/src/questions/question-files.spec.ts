import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources, type QuestionContent } from '@lianxue/contracts';
import { zipOf } from '@lianxue/files';
import { callOf, person } from '@lianxue/testing';
import { ExportingQuestions } from './exporting.js';
import { Figures } from './figures.js';
import { every, openQuestions, png, refused } from './questions.room.js';

describe('files of questions', () => {
  let here: Awaited<ReturnType<typeof openQuestions>>;
  beforeAll(async () => {
    here = await openQuestions();
  });
  afterAll(() => here.close());

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
    expect(await here.bring(file, { dryRun: true })).toMatchObject({ read: 5, imported: [] });
    const { imported, duplicates, refused: left } = await here.bring(file);
    expect(duplicates).toEqual([{ row: 3, question: null }]);
    expect(left.map(({ row, fault }) => [row, fault])).toEqual([
      [4, 'unreadable'],
      [5, 'answer.none'],
    ]);
    expect(await here.read(imported[1]!)).toMatchObject({
      kind: 'multiple',
      source: '2013（新课标）第15题',
      content: { stem: '若 $A. B=0$, 则', answer: ['B', 'C'], options: [{ text: '$A=0$' }, {}, {}, { key: 'D', text: '$\\frac{1}{2}$' }] },
    });
    expect((await here.bring(file)).duplicates.map(({ question }) => question)).toEqual([imported[0], imported[1], imported[0]]);
    const many = Array.from({ length: 120 }, (_, nth) => ({ ...example[0], question: `第${nth}批 A．甲 B．乙` }));
    const bulk = await here.bring(JSON.stringify({ example: many }));
    expect(bulk.imported).toHaveLength(120);
    expect((await here.read(bulk.imported[0]!)).figures).toEqual([]);
    await expect(here.bring('{"what":1}')).rejects.toEqual(refused('question.file_unreadable'));
    await expect(here.bring('<!DOCTYPE x [<!ENTITY a "b">]><assessmentItem>&a;</assessmentItem>')).rejects.toEqual(
      refused('question.file_unreadable'),
    );
  });

  it('go out as QTI and come back the same, to the letter', async () => {
    const [point] = await here.nodes('OUT', 'knowledge');
    const figures = [{ name: 'fig1', file: await here.send(png, 'figure') }];
    const bound = { figures, points: [point], difficulty: 'C', grades: [10, 11], source: '自编 <一>', year: 2026, evenIfAlike: true };
    const ids: string[] = [];
    for (const content of every) ids.push((await here.enter(content, bound)).id);
    const before = await Promise.all(ids.map((id) => here.read(id)));
    const made = await here.room.get(ExportingQuestions).export(ids, callOf(resources.exportQuestions, here.teacher));
    const sibling = person({ role: 'teacher', organisation: here.room.region.sibling });
    const back = await here.bring(await here.bytesOf(made.id), { stage: 'primary', subject: 'other' }, sibling);
    expect({ ...back, imported: back.imported.length }).toEqual({ read: 6, imported: 6, duplicates: [], refused: [] });
    const after = await Promise.all(back.imported.map((id) => here.read(id, sibling)));
    const saying = (questions: typeof before) =>
      questions.map(({ content, points, difficulty, grades, source, year, stage, subject, figures: shown, fingerprint }) => ({
        ...{ content, points, difficulty, grades, source, year, stage, subject, figures: shown, fingerprint },
      }));
    expect(saying(after)).toEqual(saying(before));
    await expect(here.room.get(ExportingQuestions).export(ids, callOf(resources.exportQuestions, sibling))).rejects.toEqual(
      refused('question.not_found'),
    );
  });

  it('bring pictures without what is not seen in them, and nothing that is none', async () => {
    const chunk = (type: string, data: Buffer) => {
      const named = Buffer.concat([Buffer.from(type), data]);
      const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      size.writeUInt32BE(data.length);
      sum.writeUInt32BE(crc32(named));
      return Buffer.concat([size, named, sum]);
    };
    const placed = Buffer.concat([png.subarray(0, 33), chunk('tEXt', Buffer.from('GPS\0 27.98N 116.36E')), png.subarray(33)]);
    const item = (nth: number, picture: string) =>
      `<assessmentItem identifier="i${nth}"><responseDeclaration identifier="R" cardinality="single" baseType="string"><correctResponse><value>7</value></correctResponse></responseDeclaration><itemBody><p>图 ${nth} <img src="${picture}" alt="照片"/> 有<textEntryInteraction responseIdentifier="R"/></p></itemBody></assessmentItem>`;
    const files = { 'a.xml': item(1, 'a.png'), 'a.png': placed, 'b.xml': item(2, 'b.png'), 'b.png': Buffer.from('<svg onload="x()"/>') };
    expect((await here.bring(zipOf(files), { dryRun: true })).refused).toMatchObject([{ row: 2, fault: 'figure.unfit' }]);
    const { imported, refused: left } = await here.bring(zipOf(files));
    expect(left).toMatchObject([{ row: 2, fault: 'figure.unfit' }]);
    const { figures } = await here.read(imported[0]!);
    const given = await here.room.get(Figures).give(imported[0]!, figures[0]!.name, callOf(resources.questionFigure, here.teacher));
    const drawn = await here.bytesOf(given.id);
    expect([drawn.subarray(1, 4).toString(), drawn.includes('GPS'), figures[0]!.mediaType]).toEqual(['PNG', false, 'image/png']);
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
    const { imported, refused: left } = await here.bring(zip);
    expect(left.map(({ row, fault }) => [row, fault])).toEqual([
      [3, 'kind.unsupported'],
      [4, 'formula.unreadable'],
      [5, 'unreadable'],
    ]);
    const contents: QuestionContent[] = [];
    for (const id of imported) contents.push((await here.read(id)).content);
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
