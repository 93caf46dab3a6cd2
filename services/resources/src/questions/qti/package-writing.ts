import { bankQuestionKinds, curriculumKinds, type CurriculumNodeName } from '@lianxue/contracts';
import { zipOf } from '@lianxue/files';
import type { Question } from '../question.entity.js';
import { extensionOf } from '../figures.js';
import { itemOf } from './item-writing.js';
import { said, tag } from './xml.js';

/** Where what QTI and LOM have no word for is said in a package. */
const ownNamespace = 'urn:lianxue:question:1';
const lom = 'http://ltsc.ieee.org/xsd/LOM';

/** What LOM calls the three difficulties. */
export const lomDifficulties = { A: 'easy', B: 'medium', C: 'difficult' } as const;

/** For what LOM says a classification is made: chapters, knowledge points, competencies. */
const lomPurposes = { chapter: 'discipline', point: 'idea', competency: 'competency' } as const;

/** A node with the code of its curriculum, by which another installation finds its own. */
export interface Taxon extends CurriculumNodeName {
  readonly curriculumCode: string;
}

/** What is written of one question. */
export interface Exported {
  readonly question: Question;
  /** The bytes of its figures, by name. */
  readonly figures: ReadonlyMap<string, Uint8Array>;
}

/** Questions as a package of QTI 2.1: one item for each, its figures beside it, and what it is bound to in the manifest. */
export function packageOf(exported: readonly Exported[], taxa: ReadonlyMap<string, Taxon>): Buffer {
  const files: Record<string, string | Uint8Array> = {};
  const resources = exported.map(({ question, figures }, index) => {
    const place = `q${String(index + 1).padStart(4, '0')}`;
    const href = `items/${place}.xml`;
    const paths = new Map(question.figures.map(({ name, mediaType }) => [name, `figures/${place}/${name}.${extensionOf(mediaType)}`]));
    const title = `${bankQuestionKinds[question.kind].zh} ${index + 1}`;
    files[href] = itemOf(place, title, question.content, (name) => `../${paths.get(name)}`);
    for (const [name, path] of paths) files[path] = figures.get(name)!;
    const kept = [href, ...paths.values()].map((path) => tag('file', { href: path })).join('');
    return tag('resource', { identifier: place, type: 'imsqti_item_xmlv2p1', href }, tag('metadata', {}, about(question, taxa)) + kept);
  });
  const metadata = '<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata><organizations/>';
  files['imsmanifest.xml'] =
    `<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="lianxue-questions">` +
    `${metadata}<resources>${resources.join('')}</resources></manifest>\n`;
  return zipOf(files);
}

function about(question: Question, taxa: ReadonlyMap<string, Taxon>): string {
  const { id, bank, stage, subject, grades, difficulty, source, year, chapters, points, competencies } = question;
  const own = tag('q:question', {
    'xmlns:q': ownNamespace,
    ...{ bank, stage, subject, grades: grades.join(' '), source: source ?? undefined, year: year ?? undefined },
  });
  const rated = difficulty === null ? '' : educational(lomDifficulties[difficulty]);
  const bound = [...chapters, ...points, ...competencies].flatMap((node) => taxa.get(node) ?? []).map(classification);
  const identifier = tag('identifier', {}, `<catalog>lianxue</catalog>${tag('entry', {}, id)}`);
  return own + tag('lom', { xmlns: lom }, [tag('general', {}, identifier), rated, ...bound].join(''));
}

const vocabulary = (name: string, value: string): string => tag(name, {}, `<source>LOMv1.0</source>${tag('value', {}, value)}`);

const educational = (difficulty: string): string => tag('educational', {}, vocabulary('difficulty', difficulty));

/** A classification names its curriculum, the code in it, and for this installation the node itself. */
function classification({ id, kind, code, name, curriculumCode }: Taxon): string {
  const taxon = tag('taxon', {}, `${tag('id', {}, said(code))}<entry>${tag('string', { language: 'zh-CN' }, said(name))}</entry>`);
  const source = `<source>${tag('string', {}, said(curriculumCode))}</source>`;
  const node = tag('q:node', { 'xmlns:q': ownNamespace, id });
  return tag('classification', {}, vocabulary('purpose', lomPurposes[kind]) + tag('taxonPath', {}, source + taxon) + node);
}

/** The words the purposes stand for, in the order of the curriculum. */
export const nodeKindOf = (purpose: string) => Object.values(curriculumKinds).find(({ node }) => lomPurposes[node] === purpose)?.node;
