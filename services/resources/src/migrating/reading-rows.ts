import { ResourceInput, type MigrationTerms } from '@lianxue/contracts';
import type { Header, TableRow } from '@lianxue/files';
import type { Brought, NamedFile, RowErrorFound } from './brought.js';
import { gradeOfWord, licenceOfWord, stageOfWord, subjectOfWord, typeOfWord, type ListField } from './list-columns.js';
import type { RowErrorCode } from './row-errors.js';

type Defaults = MigrationTerms['defaults'];

/** Of an id on another platform. */
export const longestId = 200;

/** Where a field of a resource stands in a list. */
const columnOf: Readonly<Record<string, ListField>> = {
  'usage.method': 'method',
  'usage.scene': 'scene',
  'usage.example': 'example',
  sourceUrl: 'address',
};

/** Reads the rows of one list of resources. */
export class RowReading {
  constructor(
    private readonly header: Header<ListField>,
    private readonly file: string,
    private readonly defaults: Defaults,
    /** Ids met in this list: each stands in it once. */
    private readonly met: Set<string>,
  ) {}

  /** The resource of a row; an error for each cell that is wrong, and then nothing. */
  read({ line, cells }: TableRow, errors: RowErrorFound[]): Brought | undefined {
    const before = errors.length;
    const headingOf = (field: ListField) => this.header.headings[this.header.at.get(field) ?? -1] ?? field;
    const get = (field: ListField) => cells[this.header.at.get(field) ?? -1]?.trim() ?? '';
    const wrong = (field: ListField, code: RowErrorCode) => void errors.push({ file: this.file, line, field: headingOf(field), code });
    const word = <K>(field: ListField, keyOf: (written: string) => K | undefined, otherwise: K | undefined) => {
      const written = get(field);
      const key = written ? keyOf(written) : otherwise;
      if (key === undefined && written) wrong(field, 'word.unknown');
      return key;
    };
    const idThere = get('idThere');
    if (!idThere) wrong('idThere', 'field.missing');
    else if (idThere.length > longestId) wrong('idThere', 'field.too_long');
    else if (this.met.has(idThere)) wrong('idThere', 'row.twice');
    this.met.add(idThere);
    const grades = several(get('grades')).flatMap(gradesOf);
    if (grades.includes(undefined)) wrong('grades', 'word.unknown');
    const { content, issues } = understood({
      title: get('title'),
      type: word('type', typeOfWord, this.defaults.type),
      stage: word('stage', stageOfWord, this.defaults.stage),
      subject: word('subject', subjectOfWord, this.defaults.subject),
      licence: word('licence', licenceOfWord, this.defaults.licence),
      grades: [...new Set(grades)].filter((grade) => grade !== undefined),
      knowledgePoints: [...new Set(several(get('knowledgePoints')))],
      keywords: [...new Set(several(get('keywords')))],
      ...{ edition: get('edition'), volume: get('volume'), chapter: get('chapter'), description: get('description') },
      ...{ language: get('language'), rightsHolder: get('rightsHolder'), validUntil: dayOf(get('validUntil')), sourceUrl: get('address') },
      contributors: several(get('contributors')),
      usage: { method: get('method'), scene: get('scene'), example: get('example') },
    });
    for (const { field, code } of issues) {
      const column = columnOf[field] ?? (field as ListField);
      const known = errors.slice(before).some((error) => error.field === headingOf(column));
      if (!known) wrong(column, code);
    }
    if (errors.length > before || !content) return undefined;
    return {
      ...{ file: this.file, line, idThere, content, headingOf },
      address: content.sourceUrl ?? null,
      organisation: get('organisation'),
      files: this.filesOf(get, headingOf),
    };
  }

  private filesOf(get: (field: ListField) => string, headingOf: (field: ListField) => string): NamedFile[] {
    const named = (purpose: NamedFile['purpose'], written: string, sha256?: string): NamedFile => ({
      ...{ purpose, named: written, heading: headingOf(purpose) },
      sha256: sha256?.toLowerCase() || undefined,
    });
    return [
      ...(get('main') ? [named('main', get('main'), get('sha256'))] : []),
      ...(get('cover') ? [named('cover', get('cover'))] : []),
      ...several(get('supplement')).map((each) => named('supplement', each)),
    ];
  }
}

/** What a row, or a record, says of a resource: words that are empty are not said. */
export interface Said {
  readonly [field: string]: unknown;
  readonly usage?: Readonly<Record<string, string>>;
  readonly contributors?: readonly string[];
}

/** A resource as the catalogue takes it, or why not, by the fields of a resource. */
export function understood({ usage = {}, contributors = [], ...said }: Said): {
  readonly content: ResourceInput | undefined;
  readonly issues: readonly { readonly field: string; readonly code: RowErrorCode }[];
} {
  const parsed = ResourceInput.safeParse({
    ...withoutBlanks(said),
    // For whose organisation they did it stands in the row’s own column.
    contributors: contributors.map((person) => ({ person, organisation: nobody, role: 'author' })),
    usage: withoutBlanks(usage),
    source: 'migrated',
  });
  if (parsed.success) return { content: parsed.data, issues: [] };
  const issues = parsed.error.issues.map(({ path, code, message }) => {
    const field = path[0] === 'usage' ? path.slice(0, 2).join('.') : String(path[0]);
    return { field, code: codeOf(code, message, (path[0] as string) in withoutBlanks(said)) };
  });
  return { content: undefined, issues };
}

/** In the place of the row’s organisation, until that is known. */
export const nobody = '00000000-0000-0000-0000-000000000000';

function codeOf(code: string, message: string, isSaid: boolean): RowErrorCode {
  if (message === 'text.unstorable') return 'field.unstorable';
  if (code === 'too_big') return 'field.too_long';
  return code === 'invalid_type' || code === 'invalid_value' ? (isSaid ? 'field.unfit' : 'field.missing') : 'field.unfit';
}

const withoutBlanks = (said: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  );

const several = (cell: string): string[] =>
  cell
    .split(/[,;，；、|\n]/u)
    .map((piece) => piece.trim())
    .filter(Boolean);

/** One grade, or those from one to another: `3-4年级`. */
function gradesOf(word: string): (number | undefined)[] {
  const [from, to] = word.split(/[-~—至到]/u, 2).map((piece) => gradeOfWord(piece));
  if (from === undefined || to === undefined) return [from];
  return to < from ? [undefined] : Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
}

/** A day as offices write it; what is none is left to be refused. */
function dayOf(written: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(written) ?? [];
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : written;
}
