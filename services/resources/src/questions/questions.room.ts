import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { CLOCK, CurriculumInput, QuestionInput, resources, type Caller } from '@lianxue/contracts';
import { FILES, FolderFiles, type Content } from '@lianxue/files';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person } from '@lianxue/testing';
import { ImportingCurricula } from '../curriculum/importing.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { SentFiles } from '../files/sent-files.js';
import { TendingFiles } from '../files/tending-files.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../resources.module.js';
import { AssemblingTestPapers } from '../test-papers/assembling.js';
import { DecidingOnQuestions } from './deciding.js';
import { EnteringQuestions } from './entering.js';
import { ExportingQuestions } from './exporting.js';
import { Figures } from './figures.js';
import { FindingQuestions } from './finding-questions.js';
import { ImportingQuestions } from './importing.js';
import { QuestionFiles } from './question-files.js';

/** One pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { family: 'image', kind: 'png', mediaType: 'image/png' } as const;
export const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }), facts: expect.objectContaining(facts) });
export const about = { stage: 'senior', subject: 'physics' } as const;
export const single = (stem: string, more: object = {}) => ({
  kind: 'single',
  stem,
  options: ['$F=ma$', '$F<ma$  & "x"', '$$\\frac{a}{b}$$'].map((text, nth) => ({ key: 'ABC'[nth], text })),
  answer: ['A'],
  score: 4,
  ...more,
});

/** A question of every kind, with all that a text may hold. */
export const every: readonly object[] = [
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

/** The rules of the question banks over a database and a folder of their own. */
export async function openQuestions() {
  const folder = await mkdtemp(join(tmpdir(), 'lianxue-questions-'));
  const files = new FolderFiles(folder);
  const providers = [ImportingCurricula, KnownNodes, EnteringQuestions, FindingQuestions, DecidingOnQuestions, ImportingQuestions];
  const clock = { provide: CLOCK, useValue: { now: () => new Date('2026-11-22T08:00:00+08:00') } };
  const more = [
    SentFiles,
    TendingFiles,
    AssemblingTestPapers,
    ExportingQuestions,
    QuestionFiles,
    Figures,
    { provide: FILES, useValue: files },
    clock,
  ];
  const room = await openRoom('resources', { entities, migrations, providers: [...providers, ...more] });
  const teacher: Caller = person({ role: 'teacher', organisation: room.region.school });
  const reviewer: Caller = person({ role: 'resourceReviewer', organisation: room.region.county });
  const send = async (bytes: Uint8Array | string, kind = 'questions', by = teacher, content: Content = picture) => {
    const id = newId();
    const owner = { subject: by.subject, client: by.client };
    const looked = kind === 'figure' ? { content } : {};
    await files.keep([Buffer.from(bytes)], { id, kind, name: 'x', owner, until: new Date('2026-12-01'), ...looked });
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
  const close = async () => {
    await room.close();
    await rm(folder, { recursive: true });
  };
  return { room, files, teacher, reviewer, send, enter, bring, read, move, bytesOf, nodes, close };
}
