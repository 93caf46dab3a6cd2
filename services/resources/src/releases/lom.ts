import {
  contributorRoles,
  dayInBeijing,
  inBeijing,
  licences,
  resourceTypes,
  stages,
  subjects,
  type LearningObjectMetadata,
} from '@lianxue/contracts';
import type { ResourceEntity } from '../catalogue/resource.entity.js';
import type { Standing } from '../standing/tiers.js';

/** Terms of the standard's own vocabularies, and of those of this platform where it has none. */
const lom = (value: string) => ({ source: 'LOMv1.0', value });
const own = (source: string, value: string) => ({ source: `urn:lianxue:vocabulary:${source}`, value });

/** A child enters the first grade at six. */
const ageInGrade = (grade: number): number => grade + 5;

/**
 * The resource as GB/T 21365 (IEEE 1484.12.1) describes a learning object; docs/guides/resource-metadata.md has the table. Files
 * are described by category 4 where they are delivered.
 */
export function learningObjectMetadata(row: ResourceEntity, standings: readonly Standing[]): LearningObjectMetadata {
  const { content, language } = row;
  const said = (value: string) => ({ language, value });
  const inChinese = (value: string) => ({ language: 'zh-CN', value });
  const published = row.publishedAt && dayInBeijing(row.publishedAt);
  return {
    general: {
      identifier: [{ catalog: 'urn:lianxue:resource', entry: row.id }],
      title: said(content.title),
      language: [language],
      description: content.description === null ? [] : [said(content.description)],
      keyword: [...content.keywords, ...content.knowledgePoints].map(said),
      structure: lom(content.type === 'coursePackage' ? 'collection' : 'atomic'),
      aggregationLevel: lom(content.type === 'coursePackage' ? '3' : '2'),
    },
    lifeCycle: {
      version: inChinese(`第${row.release}版`),
      status: lom(statusOf(row)),
      contribute: [
        { role: lom('author'), entity: [row.author], date: inBeijing(row.createdAt).slice(0, 10) },
        ...content.contributors.map(({ role, person, organisation }) => ({
          role: lom(contributorRoles[role].lom),
          entity: [person, organisation],
          date: null,
        })),
        { role: lom('publisher'), entity: standings.map(({ organisation }) => organisation), date: published },
      ],
    },
    metaMetadata: { metadataSchema: ['GB/T 21365', 'LOMv1.0'], language: 'zh-CN' },
    educational: {
      learningResourceType: [lom(resourceTypes[content.type].lom), own('resource-type', content.type)],
      intendedEndUserRole: [lom('teacher'), lom('learner')],
      context: [lom('school'), own('stage', content.stage)],
      typicalAgeRange: content.grades.length === 0 ? [] : [inChinese(agesOf(content.grades))],
      description: [content.usage.method, content.usage.scene, content.usage.example].flatMap((words) =>
        words === null ? [] : [said(words)],
      ),
    },
    rights: {
      cost: lom('no'),
      copyrightAndOtherRestrictions: lom(content.licence === 'CC0-1.0' ? 'no' : 'yes'),
      description: inChinese([licences[content.licence].zh, content.rightsHolder].filter(Boolean).join('；')),
    },
    relation: content.sourceUrl === null ? [] : [{ kind: lom('isbasedon'), resource: content.sourceUrl }],
    annotation: standings.map(({ publishedAt, level }) => ({
      date: dayInBeijing(publishedAt),
      description: inChinese({ school: '校级发布', county: '县级发布', city: '市级发布', province: '省级发布' }[level]),
    })),
    classification: classificationOf(row),
  };
}

function statusOf({ status, release, revision }: ResourceEntity): string {
  if (status === 'published') return revision === null && release === 1 ? 'final' : 'revised';
  return status === 'withdrawn' ? 'unavailable' : 'draft';
}

const agesOf = (grades: readonly number[]): string => `${ageInGrade(Math.min(...grades))}-${ageInGrade(Math.max(...grades)) + 1}`;

/** Stage, subject and chapter; knowledge points; competencies: each a path of the taxonomy it belongs to. */
function classificationOf({ content }: ResourceEntity): LearningObjectMetadata['classification'] {
  const { stage, subject, edition, volume, chapter, chapterId, pointIds, competencyIds } = content;
  const book = [edition, volume].filter((part) => part !== null).map((entry) => ({ id: entry, entry }));
  const place = chapter !== null || chapterId !== null ? [{ id: chapterId ?? chapter!, entry: chapter ?? chapterId! }] : [];
  const discipline = [
    { id: stages[stage].code, entry: stages[stage].zh },
    { id: subjects[subject].code, entry: subjects[subject].zh },
    ...book,
    ...place,
  ];
  return [
    { purpose: lom('discipline'), taxonPath: discipline },
    ...pointIds.map((id) => ({ purpose: lom('idea'), taxonPath: [{ id, entry: id }] })),
    ...competencyIds.map((id) => ({ purpose: lom('competency'), taxonPath: [{ id, entry: id }] })),
  ];
}
