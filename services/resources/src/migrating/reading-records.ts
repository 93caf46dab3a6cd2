import type { dublinCoreElements, MigrationTerms } from '@lianxue/contracts';
import type { Brought, RowErrorFound } from './brought.js';
import { gradeOfWord, licenceOfWord, stageOfWord, subjectOfWord, typeOfWord } from './list-columns.js';
import { understood } from './reading-rows.js';

/** A record of another platform's catalogue, as far as a resource can be made of it. */
export interface Told {
  readonly identifier: string;
  readonly address: string | null;
  readonly elements: Readonly<Partial<Record<(typeof dublinCoreElements)[number], readonly string[]>>>;
}

const most = { title: 200, description: 2000, keyword: 60, keywords: 20, rightsHolder: 120 } as const;

/**
 * A harvested record as a resource: its Dublin Core says in words what the catalogue knows by key. What no word tells is what the terms
 * say, or the record has an error.
 */
export function recordRead(
  { identifier, address, elements }: Told,
  line: number,
  defaults: MigrationTerms['defaults'],
  errors: RowErrorFound[],
): Brought | undefined {
  const words = elements.subject ?? [];
  const first = <K>(all: readonly string[] | undefined, keyOf: (word: string) => K | undefined) =>
    all?.map(keyOf).find((key) => key !== undefined);
  const isKnown = (word: string) => stageOfWord(word) ?? subjectOfWord(word) ?? gradeOfWord(word);
  const [language] = elements.language ?? [];
  const { content, issues } = understood({
    title: elements.title?.[0]?.slice(0, most.title),
    type: first(elements.type, typeOfWord) ?? defaults.type,
    stage: first([...words, ...(elements.coverage ?? [])], stageOfWord) ?? defaults.stage,
    subject: first(words, subjectOfWord) ?? defaults.subject,
    grades: [...new Set(words.flatMap((word) => gradeOfWord(word) ?? []))],
    keywords: [...new Set(words.filter((word) => isKnown(word) === undefined && word.length <= most.keyword))].slice(0, most.keywords),
    description: elements.description?.[0]?.slice(0, most.description),
    language: language !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : undefined,
    licence: first(elements.rights, licenceOfWord) ?? defaults.licence,
    rightsHolder: elements.publisher?.[0]?.slice(0, most.rightsHolder),
    sourceUrl: address ?? undefined,
  });
  const headingOf = (field: string): string => field;
  for (const { field, code } of issues) errors.push({ file: 'oai', line, field, code });
  if (!content) return undefined;
  return { file: 'oai', line, idThere: identifier, address, organisation: '', content, files: [], headingOf };
}
