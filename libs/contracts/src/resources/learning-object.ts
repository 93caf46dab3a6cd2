import { stages, subjects } from '../shapes/teaching.js';
import { licences, resourceTypes, type ResourceContent } from './content.js';
import type { LearningObjectMetadata } from './releases.js';

/** A term of the standard's own vocabularies. */
export const lomTerm = (value: string) => ({ source: 'LOMv1.0', value });
/** One of this platform's, where the standard has none. */
const own = (source: string, value: string) => ({ source: `urn:lianxue:vocabulary:${source}`, value });
const inChinese = (value: string) => ({ language: 'zh-CN', value });

/** A child enters the first grade at six. */
const ageInGrade = (grade: number): number => grade + 5;

/** What everybody is told of a resource, and what only some are. */
type Content = Omit<ResourceContent, keyof ForSome | 'validUntil' | 'source' | 'sourceNote' | 'contributors'> & Partial<ForSome>;
type ForSome = Pick<ResourceContent, 'chapterId' | 'pointIds' | 'competencyIds' | 'rightsHolder' | 'sourceUrl'>;

/** What category 8 says of each tier that shows a resource. */
const shownAt = { school: '校级发布', county: '县级发布', city: '市级发布', province: '省级发布' } as const;

export const shownBy = (level: keyof typeof shownAt, date: string): LearningObjectMetadata['annotation'][number] => ({
  date,
  description: inChinese(shownAt[level]),
});

/** The files a resource has, taken together. */
export interface FilesTogether {
  readonly formats: string[];
  /** None where there are no files. */
  readonly bytes: string | null;
  /** None where nothing is recorded. */
  readonly durationMs: number | null;
}
export const noFiles: FilesTogether = { formats: [], bytes: null, durationMs: null };

/** A resource and where it stands, as far as whoever asks may know. */
export interface LearningObject {
  readonly id: string;
  readonly content: Content;
  readonly release: number;
  readonly status: 'draft' | 'final' | 'revised' | 'unavailable';
  readonly files: FilesTogether;
  readonly location: string;
  readonly contribute: LearningObjectMetadata['lifeCycle']['contribute'];
  readonly annotation: LearningObjectMetadata['annotation'];
}

/**
 * The resource as GB/T 21365 (IEEE 1484.12.1) describes a learning object; docs/guides/resource-metadata.md has the table.
 */
export function learningObjectMetadata(object: LearningObject): LearningObjectMetadata {
  const { id, content, release, status, files, location, contribute, annotation } = object;
  const { language, grades, usage, rightsHolder, sourceUrl } = content;
  const said = (value: string) => ({ language, value });
  return {
    general: {
      identifier: [
        { catalog: 'URI', entry: `urn:uuid:${id}` },
        { catalog: 'urn:lianxue:resource', entry: id },
      ],
      title: said(content.title),
      language: [language],
      description: content.description === null ? [] : [said(content.description)],
      keyword: [...content.keywords, ...content.knowledgePoints].map(said),
      structure: lomTerm(content.type === 'coursePackage' ? 'collection' : 'atomic'),
      aggregationLevel: lomTerm(content.type === 'coursePackage' ? '3' : '2'),
    },
    lifeCycle: { version: inChinese(`第${release}版`), status: lomTerm(status), contribute },
    metaMetadata: { metadataSchema: ['GB/T 21365', 'LOMv1.0'], language: 'zh-CN' },
    technical: { format: files.formats, size: files.bytes, location: [location], duration: durationOf(files) },
    educational: {
      learningResourceType: [lomTerm(resourceTypes[content.type].lom), own('resource-type', content.type)],
      intendedEndUserRole: [lomTerm('teacher'), lomTerm('learner')],
      context: [lomTerm('school'), own('stage', content.stage)],
      typicalAgeRange: grades.length === 0 ? [] : [inChinese(agesOf(grades))],
      description: [usage.method, usage.scene, usage.example].flatMap((words) => (words === null ? [] : [said(words)])),
    },
    rights: {
      cost: lomTerm('no'),
      copyrightAndOtherRestrictions: lomTerm(content.licence === 'CC0-1.0' ? 'no' : 'yes'),
      description: inChinese([licences[content.licence].zh, rightsHolder].filter(Boolean).join('；')),
    },
    relation: sourceUrl ? [{ kind: lomTerm('isbasedon'), resource: sourceUrl }] : [],
    annotation,
    classification: classificationOf(content),
  };
}

/** The grades of children from one age up to another, as they are written above. */
export function gradesOfAges(from: number, to: number): number[] {
  const [first, last] = [from - ageInGrade(0), Math.max(from - ageInGrade(0), to - ageInGrade(1))];
  return Array.from({ length: last - first + 1 }, (_, nth) => first + nth).filter((grade) => grade >= 1 && grade <= 12);
}

/** As ISO 8601 writes it, in whole seconds. */
const durationOf = ({ durationMs }: FilesTogether): string | null => (durationMs === null ? null : `PT${Math.round(durationMs / 1000)}S`);

const agesOf = (grades: readonly number[]): string => `${ageInGrade(Math.min(...grades))}-${ageInGrade(Math.max(...grades)) + 1}`;

/** Stage, subject and chapter; knowledge points; competencies: each a path of the taxonomy it belongs to. */
function classificationOf(content: Content): LearningObjectMetadata['classification'] {
  const { stage, subject, edition, volume, chapter, chapterId = null, pointIds = [], competencyIds = [] } = content;
  const book = [edition, volume].filter((part) => part !== null).map((entry) => ({ id: entry, entry }));
  const place = chapter !== null || chapterId !== null ? [{ id: chapterId ?? chapter!, entry: chapter ?? chapterId! }] : [];
  const discipline = [
    { id: stages[stage].code, entry: stages[stage].zh },
    { id: subjects[subject].code, entry: subjects[subject].zh },
    ...book,
    ...place,
  ];
  return [
    { purpose: lomTerm('discipline'), taxonPath: discipline },
    ...pointIds.map((id) => ({ purpose: lomTerm('idea'), taxonPath: [{ id, entry: id }] })),
    ...competencyIds.map((id) => ({ purpose: lomTerm('competency'), taxonPath: [{ id, entry: id }] })),
  ];
}
