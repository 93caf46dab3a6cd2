import { learningObjectMetadata, lomTerm, shownBy, type HarvestedContent, type LearningObjectMetadata } from '@lianxue/contracts';
import type { MetadataFormat } from './formats.js';
import { element, inSeconds, type Xml } from './xml.js';

type Words = LearningObjectMetadata['general']['title'];
type Term = LearningObjectMetadata['general']['structure'];

/** A resource as IEEE 1484.12 (GB/T 21365) describes a learning object, in the standard's own XML. */
export const learningObject: MetadataFormat = {
  prefix: 'oai_lom',
  schema: 'http://ltsc.ieee.org/xsd/lomv1.0/lomLoose.xsd',
  namespace: 'http://ltsc.ieee.org/xsd/LOM',
  write: (id, content, address) =>
    element('lom', categories(told(id, content, address)), {
      xmlns: learningObject.namespace,
      'xsi:schemaLocation': `${learningObject.namespace} ${learningObject.schema}`,
    }),
};

/** What harvesters are told: of those who made it nothing, of those who show it who published it, and at which tiers. */
const told = (id: string, content: HarvestedContent, location: string): LearningObjectMetadata =>
  learningObjectMetadata({
    ...{ id, content, release: content.version, status: content.version === 1 ? 'final' : 'revised' },
    ...{ files: content.files, location, annotation: content.shown.map(({ level, at }) => shownBy(level, inSeconds(at))) },
    contribute: [{ role: lomTerm('publisher'), entity: [cardOf(content.publisher)], date: inSeconds(content.publishedAt) }],
  });

/** An organisation as the standard names one; a card keeps its own signs for itself. */
function cardOf(name: string): string {
  const written = name.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, ' ');
  return `BEGIN:VCARD\nVERSION:3.0\nFN:${written}\nORG:${written}\nEND:VCARD`;
}

const inWords = (name: string, { language, value }: Words): Xml => element(name, element('string', value, { language }));
const term = (name: string, { source, value }: Term): Xml => element(name, [element('source', source), element('value', value)]);

function categories(lom: LearningObjectMetadata): readonly (Xml | readonly Xml[])[] {
  const { general, lifeCycle, metaMetadata, technical, educational, rights } = lom;
  return [
    element('general', [
      general.identifier.map(({ catalog, entry }) => element('identifier', [element('catalog', catalog), element('entry', entry)])),
      inWords('title', general.title),
      general.language.map((language) => element('language', language)),
      general.description.map((words) => inWords('description', words)),
      general.keyword.map((words) => inWords('keyword', words)),
      term('structure', general.structure),
      term('aggregationLevel', general.aggregationLevel),
    ]),
    element('lifeCycle', [
      inWords('version', lifeCycle.version),
      term('status', lifeCycle.status),
      lifeCycle.contribute.map(({ role, entity, date }) =>
        element('contribute', [
          term('role', role),
          entity.map((each) => element('entity', each)),
          date !== null && element('date', element('dateTime', date)),
        ]),
      ),
    ]),
    element('metaMetadata', [
      metaMetadata.metadataSchema.map((schema) => element('metadataSchema', schema)),
      element('language', metaMetadata.language),
    ]),
    element('technical', [
      technical.format.map((each) => element('format', each)),
      technical.size !== null && element('size', technical.size),
      technical.location.map((each) => element('location', each)),
      technical.duration !== null && element('duration', element('duration', technical.duration)),
    ]),
    element('educational', [
      educational.learningResourceType.map((each) => term('learningResourceType', each)),
      educational.intendedEndUserRole.map((each) => term('intendedEndUserRole', each)),
      educational.context.map((each) => term('context', each)),
      educational.typicalAgeRange.map((words) => inWords('typicalAgeRange', words)),
      educational.description.map((words) => inWords('description', words)),
    ]),
    element('rights', [
      term('cost', rights.cost),
      term('copyrightAndOtherRestrictions', rights.copyrightAndOtherRestrictions),
      inWords('description', rights.description),
    ]),
    lom.relation.map(({ kind, resource }) =>
      element('relation', [
        term('kind', kind),
        element('resource', element('identifier', [element('catalog', 'URI'), element('entry', resource)])),
      ]),
    ),
    lom.annotation.map(({ date, description }) =>
      element('annotation', [element('date', element('dateTime', date)), inWords('description', description)]),
    ),
    lom.classification.map(({ purpose, taxonPath }) =>
      element('classification', [
        term('purpose', purpose),
        element('taxonPath', [
          inWords('source', { language: 'zh-CN', value: sources[purpose.value] ?? purpose.value }),
          taxonPath.map(({ id, entry }) =>
            element('taxon', [element('id', id), inWords('entry', { language: lom.general.title.language, value: entry })]),
          ),
        ]),
      ]),
    ),
  ];
}

/** From which tables a path is taken. */
const sources: Readonly<Record<string, string>> = { discipline: 'RKXD、ZXXKC 与教材目录', idea: '知识图谱', competency: '素养点' };
