import { licences, resourceTypes, stages, subjects, type HarvestedContent } from '@lianxue/contracts';
import { identifierOf } from './asked.js';
import type { MetadataFormat } from './formats.js';
import { element } from './xml.js';

const dc = (name: string, content: string | undefined | null) => element(`dc:${name}`, content);

/** A resource in the fifteen elements that every harvester knows. */
export const dublinCore: MetadataFormat = {
  prefix: 'oai_dc',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  write: (id, content, address) =>
    element('oai_dc:dc', elements(id, content, address), {
      'xmlns:oai_dc': dublinCore.namespace,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xsi:schemaLocation': `${dublinCore.namespace} ${dublinCore.schema}`,
    }),
};

function elements(id: string, content: HarvestedContent, address: string) {
  const { title, stage, subject, grades, keywords, knowledgePoints, chapter, edition, volume, description, language } = content;
  const about = [
    subjects[subject].zh,
    stages[stage].zh,
    ...grades.map((grade) => `${grade}年级`),
    chapter,
    ...knowledgePoints,
    ...keywords,
  ];
  return [
    dc('title', title),
    [...new Set(about)].map((each) => dc('subject', each)),
    dc('description', description),
    dc('publisher', content.publisher),
    dc('date', content.publishedAt.slice(0, 10)),
    dc('type', resourceTypes[content.type].zh),
    dc('identifier', identifierOf(id)),
    dc('identifier', address),
    dc('language', language),
    dc('relation', [edition, volume].filter(Boolean).join(' ')),
    dc('rights', licences[content.licence].zh),
  ];
}
