import { licences, resourceTypes, stages, subjects, type HarvestedContent } from '@lianxue/contracts';
import { identifierOf } from './asked.js';
import type { MetadataFormat } from './formats.js';
import { element, inSeconds, type Xml } from './xml.js';

const langString = (text: string | null | undefined, language: string): Xml | undefined =>
  text ? element('string', text, { language }) : undefined;

const term = (name: string, value: string | undefined, source = 'LOMv1.0') =>
  value === undefined ? undefined : element(name, [element('source', source), element('value', value)]);

/** A resource as IEEE 1484.12 (GB/T 21365) describes a learning object. */
export const learningObject: MetadataFormat = {
  prefix: 'oai_lom',
  schema: 'http://ltsc.ieee.org/xsd/lomv1.0/lomLoose.xsd',
  namespace: 'http://ltsc.ieee.org/xsd/LOM',
  write: (id, content, address) =>
    element(
      'lom',
      [
        ...[general(id, content), lifeCycle(content), metaMetadata, technical(address)],
        ...[educational(content), rights(content), ...classifications(content)],
      ],
      {
        xmlns: learningObject.namespace,
        'xsi:schemaLocation': `${learningObject.namespace} ${learningObject.schema}`,
      },
    ),
};

const general = (id: string, { title, language, description, keywords }: HarvestedContent) =>
  element('general', [
    element('identifier', [element('catalog', 'URI'), element('entry', identifierOf(id))]),
    element('title', langString(title, language)),
    element('language', language),
    element('description', langString(description, language)),
    keywords.map((keyword) => element('keyword', langString(keyword, language))),
  ]);

const lifeCycle = ({ version, publisher, publishedAt }: HarvestedContent) =>
  element('lifeCycle', [
    element('version', langString(String(version), 'zh-CN')),
    term('status', 'final'),
    element('contribute', [
      term('role', 'publisher'),
      element('entity', `BEGIN:VCARD\nVERSION:3.0\nFN:${inCard(publisher)}\nORG:${inCard(publisher)}\nEND:VCARD`),
      element('date', element('dateTime', inSeconds(publishedAt))),
    ]),
  ]);

/** A card keeps its own signs for itself. */
const inCard = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, ' ');

const metaMetadata = element('metaMetadata', element('metadataSchema', 'LOMv1.0'));

const technical = (address: string) => element('technical', element('location', address));

const educational = ({ type, grades, usage, language }: HarvestedContent) =>
  element('educational', [
    term('learningResourceType', resourceTypes[type].lom),
    term('learningResourceType', resourceTypes[type].zh, 'Lianxue'),
    term('intendedEndUserRole', 'teacher'),
    term('context', 'school'),
    grades.length > 0 && element('typicalAgeRange', langString(grades.map((grade) => `${grade}年级`).join('、'), 'zh-CN')),
    [usage.method, usage.scene, usage.example].map((said) => element('description', langString(said, language))),
    element('language', language),
  ]);

const rights = ({ licence }: HarvestedContent) =>
  element('rights', [term('copyrightAndOtherRestrictions', 'yes'), element('description', langString(licences[licence].zh, 'zh-CN'))]);

function classifications({ stage, subject, edition, volume, chapter, knowledgePoints, language }: HarvestedContent) {
  const textbook = [edition, volume, chapter].filter((each) => each !== null);
  return [
    classification('discipline', 'ZXXKC', [{ id: subjects[subject].code, entry: subjects[subject].zh }], 'zh-CN'),
    classification('educational level', 'RKXD', [{ id: stages[stage].code, entry: stages[stage].zh }], 'zh-CN'),
    textbook.length > 0 &&
      classification(
        'idea',
        '教材目录',
        textbook.map((entry) => ({ entry })),
        language,
      ),
    ...knowledgePoints.map((entry) => classification('educational objective', '知识点', [{ entry }], language)),
  ];
}

/** A way through a taxonomy, from its root on. */
const classification = (purpose: string, source: string, taxons: readonly { id?: string; entry: string }[], language: string) =>
  element('classification', [
    term('purpose', purpose),
    element('taxonPath', [
      element('source', langString(source, 'zh-CN')),
      taxons.map(({ id, entry }) => element('taxon', [element('id', id), element('entry', langString(entry, language))])),
    ]),
  ]);
