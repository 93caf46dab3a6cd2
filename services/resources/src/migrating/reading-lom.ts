import { gradesOfAges, resourceTypes, type MigrationTerms } from '@lianxue/contracts';
import { Unreadable } from '@lianxue/files';
import { elementsOf, wordsOf, type Element } from '../questions/qti/xml.js';
import type { RowRead } from './batches.js';
import type { NamedFile, RowErrorFound } from './brought.js';
import { gradeOfWord, licenceOfWord, stageOfWord, subjectOfWord, typeOfWord } from './list-columns.js';
import type { LomRecord } from './lom-lists.js';
import { longestId, understood } from './reading-rows.js';
import type { RowErrorCode } from './row-errors.js';

type Defaults = MigrationTerms['defaults'];

/** What LOM calls the fields of a resource, for whoever has to mend a record. */
const placeOf: Readonly<Record<string, string>> = {
  idThere: 'general.identifier',
  title: 'general.title',
  description: 'general.description',
  keywords: 'general.keyword',
  knowledgePoints: 'classification',
  language: 'general.language',
  type: 'educational.learningResourceType',
  stage: 'educational.context',
  subject: 'classification',
  grades: 'educational.typicalAgeRange',
  licence: 'rights.description',
  rightsHolder: 'rights.description',
  sourceUrl: 'technical.location',
  main: 'technical.location',
  method: 'educational.description',
  'usage.method': 'educational.description',
  'usage.scene': 'educational.description',
  'usage.example': 'educational.description',
};
const headingOf = (field: string): string => placeOf[field] ?? field;

/** The one type of resource for which LOM has this term, where there is but one. */
function typeOfTerm(term: string): keyof typeof resourceTypes | undefined {
  const types = Object.entries(resourceTypes).filter(([, { lom }]) => lom === term.toLowerCase());
  return types.length === 1 ? (types[0]![0] as keyof typeof resourceTypes) : undefined;
}

/** Records of LOM as resources: in the XML of IEEE 1484.12.3 (GB/T 21365), and the older one of IMS. */
export async function* lomRead(records: AsyncIterable<LomRecord>, defaults: Defaults): AsyncGenerator<RowRead> {
  const met = new Set<string>();
  let isEmpty = true;
  for await (const record of records) {
    isEmpty = false;
    yield recordRead(record, defaults, met);
  }
  if (isEmpty) throw new Unreadable('not_a_workbook');
}

function recordRead({ file, line, lom, href }: LomRecord, defaults: Defaults, met: Set<string>): RowRead {
  const errors: RowErrorFound[] = [];
  const wrong = (field: string, code: RowErrorCode) => void errors.push({ file, line, field: headingOf(field), code });
  if (!lom) {
    wrong('lom', 'record.unreadable');
    return { row: undefined, errors };
  }
  const idThere = identifierOf(lom);
  if (!idThere) wrong('idThere', 'field.missing');
  else if (idThere.length > longestId) wrong('idThere', 'field.too_long');
  else if (met.has(idThere)) wrong('idThere', 'row.twice');
  met.add(idThere);
  const { content, issues } = understood(saidOf(lom, defaults));
  for (const { field, code } of issues) wrong(field, code);
  if (errors.length > 0 || !content) return { row: undefined, errors };
  const files = filesOf(lom, href);
  const row = { file, line, idThere, address: content.sourceUrl ?? null, organisation: '', content, files, headingOf };
  return { row, errors };
}

/** In the older form an identifier may be words alone. */
function identifierOf(lom: Element): string {
  const identifiers = at(lom, 'general', 'identifier');
  const entries = [...at(lom, 'general', 'identifier', 'entry'), ...at(lom, 'general', 'catalogEntry', 'entry')];
  const plain = identifiers.filter((identifier) => elementsOf(identifier).length === 0);
  return [...entries, ...plain].map(saidIn).find(Boolean) ?? '';
}

function saidOf(lom: Element, defaults: Defaults) {
  const words = (...path: string[]) =>
    at(lom, ...path)
      .map(saidIn)
      .filter(Boolean);
  const first = <K>(all: readonly string[], keyOf: (word: string) => K | undefined) => all.map(keyOf).find((key) => key !== undefined);
  const [types, contexts] = [words('educational', 'learningResourceType', 'value'), words('educational', 'context', 'value')];
  const classified = (...purposes: string[]) =>
    at(lom, 'classification')
      .filter((each) => at(each, 'purpose', 'value').some((value) => purposes.includes(saidIn(value).toLowerCase())))
      .flatMap((each) => at(each, 'taxonPath', 'taxon', 'entry').map(saidIn))
      .filter(Boolean);
  const [taught, points] = [[...classified('discipline', 'educational level'), ...contexts], classified('idea')];
  const grades = [...new Set(taught.flatMap((word) => gradeOfWord(word) ?? []))];
  const rights = words('rights', 'description').flatMap((said) => said.split(/[；;]/u).map((piece) => piece.trim()));
  const licence = first(rights, licenceOfWord);
  const [method = '', scene = '', example = '', more] = words('educational', 'description');
  // As this platform writes them; one description alone may say anything.
  const usage: Record<string, string> = example && more === undefined ? { method, scene, example } : {};
  return {
    title: words('general', 'title')[0],
    type: first(types, typeOfWord) ?? first(types, typeOfTerm) ?? defaults.type,
    stage: first([...contexts, ...taught], stageOfWord) ?? defaults.stage,
    subject: first(taught, subjectOfWord) ?? first(words('general', 'keyword'), subjectOfWord) ?? defaults.subject,
    grades: grades.length > 0 ? grades : [...new Set(words('educational', 'typicalAgeRange').flatMap(gradesAt))],
    knowledgePoints: [...new Set(points)],
    keywords: [...new Set(words('general', 'keyword'))].filter((word) => !points.includes(word)),
    description: words('general', 'description')[0],
    language: words('general', 'language').find((tag) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)),
    licence: licence ?? defaults.licence,
    rightsHolder: licence && rights.find((piece) => piece && !licenceOfWord(piece)),
    sourceUrl: words('technical', 'location').find(isAddress),
    usage,
  };
}

const isAddress = (location: string): boolean => /^https?:\/\//i.test(location);

/** A location that is no address is a path in an archive. */
function filesOf(lom: Element, href: string | undefined): NamedFile[] {
  const locations = [...at(lom, 'technical', 'location').map(saidIn), href ?? ''];
  const named = locations.find((location) => location !== '' && !/^[a-z][a-z0-9+.-]+:/i.test(location));
  return named === undefined ? [] : [{ purpose: 'main', named, sha256: undefined, heading: headingOf('main') }];
}

function gradesAt(ages: string): number[] {
  const [, from, to] = /^\D*(\d{1,2})\s*[-~—–至到]\s*(\d{1,2})/u.exec(ages) ?? [];
  return from === undefined || to === undefined ? [] : gradesOfAges(Number(from), Number(to));
}

/** All that stand there; the older form writes its names in small letters. */
const at = (element: Element, ...path: readonly string[]): Element[] =>
  path.reduce(
    (found, name) => found.flatMap((each) => elementsOf(each).filter((child) => child.name.toLowerCase() === name.toLowerCase())),
    [element],
  );

/** What an element says; in Chinese where it is said in several languages. */
function saidIn(element: Element): string {
  const strings = elementsOf(element).filter(({ name }) => name === 'string' || name === 'langstring');
  const inChinese = strings.find(({ attributes }) => /^zh\b/i.test(attributes['language'] ?? attributes['xml:lang'] ?? ''));
  return wordsOf(inChinese ?? strings[0] ?? element).trim();
}
