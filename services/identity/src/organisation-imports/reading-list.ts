import type { OrganisationKind } from '@lianxue/contracts';
import type { Header, TableRow } from '@lianxue/files';
import { dayWritten, tidy, unstorable } from '../importing/reading-table.js';
import type { Place, RowErrorCode, RowErrorFound } from '../importing/row-errors.js';
import { kindOfWord, type ListField } from './list-columns.js';

/** One row of a list of organisations, understood; what it does not say stays as it is. */
export interface ListedOrganisation extends Place {
  readonly name: string;
  readonly shortName: string | undefined;
  readonly formerNames: readonly string[];
  readonly kind: OrganisationKind | undefined;
  readonly divisionCode: string | undefined;
  readonly schoolCode: string | undefined;
  readonly creditCode: string | undefined;
  readonly schoolType: string | undefined;
  readonly parent: { readonly code: string; readonly name: string };
  /** The first day below a new parent. */
  readonly from: string | undefined;
  /** What stands above a field, for whoever has to mend it. */
  readonly headingOf: (field: ListField) => string;
}

const longest = { name: 100, shortName: 50 } as const;

const forms = {
  divisionCode: [/^\d{6}$/, 'division_code.form'],
  schoolCode: [/^\d{10}$/, 'school_code.form'],
  creditCode: [/^[0-9A-HJ-NPQRTUWXY]{18}$/, 'credit_code.form'],
  schoolType: [/^\d{3}$/, 'school_type.form'],
} as const satisfies Partial<Record<ListField, readonly [RegExp, RowErrorCode]>>;

/** Reads the rows of one list. */
export class ListReading {
  constructor(
    private readonly header: Header<ListField>,
    private readonly file: string,
    /** Codes met in this list, and which organisations by name and parent: each stands in it once. */
    private readonly met: Set<string>,
  ) {}

  /** The organisation of a row; an error for each cell that is wrong, and then nothing. */
  read({ line, cells }: TableRow, errors: RowErrorFound[]): ListedOrganisation | undefined {
    const before = errors.length;
    const headingOf = (field: ListField) => this.header.headings[this.header.at.get(field) ?? -1] ?? field;
    const get = (field: ListField) => tidy(cells[this.header.at.get(field) ?? -1] ?? '');
    const wrong = (field: ListField, code: RowErrorCode) => void errors.push({ file: this.file, line, field: headingOf(field), code });
    const named = (field: 'name' | 'shortName') => {
      const name = get(field);
      if (name.length > longest[field]) wrong(field, 'field.too_long');
      if (unstorable.test(name)) wrong(field, 'field.unstorable');
      return name;
    };
    const coded = (field: keyof typeof forms) => {
      const code = get(field).toUpperCase();
      if (!code) return undefined;
      const [form, fault] = forms[field];
      if (!form.test(code)) wrong(field, fault);
      return code;
    };
    const name = named('name');
    if (!name) wrong('name', 'field.missing');
    const kind = get('kind') ? kindOfWord.get(get('kind').toLowerCase()) : undefined;
    if (get('kind') && !kind) wrong('kind', 'kind.unknown');
    const from = get('from') ? dayWritten(get('from')) : undefined;
    if (get('from') && !from) wrong('from', 'date.form');
    const row: ListedOrganisation = {
      file: this.file,
      line,
      name,
      shortName: named('shortName') || undefined,
      formerNames: get('formerNames')
        .split(/[,;、；，]/u)
        .map((former) => former.trim())
        .filter((former) => former && former.length <= longest.name && !unstorable.test(former)),
      kind,
      divisionCode: coded('divisionCode'),
      schoolCode: coded('schoolCode'),
      creditCode: coded('creditCode'),
      schoolType: coded('schoolType'),
      parent: { code: get('parentCode').toUpperCase(), name: get('parent') },
      from,
      headingOf,
    };
    if (errors.length === before) for (const [field, sign] of signsOf(row)) if (this.isSecond(sign)) wrong(field, 'organisation.twice');
    return errors.length > before ? undefined : row;
  }

  private isSecond(sign: string): boolean {
    if (this.met.has(sign)) return true;
    this.met.add(sign);
    return false;
  }
}

/** By what a row is told from all others of the list: its codes, or else its name below its parent. A division has many schools. */
function signsOf({ name, kind, schoolCode, creditCode, divisionCode, parent }: ListedOrganisation): [ListField, string][] {
  const signs: [ListField, string][] = [];
  if (schoolCode) signs.push(['schoolCode', `schoolCode:${schoolCode}`]);
  if (creditCode) signs.push(['creditCode', `creditCode:${creditCode}`]);
  if (divisionCode && kind && governs(kind)) signs.push(['divisionCode', `divisionCode:${divisionCode}`]);
  return signs.length > 0 ? signs : [['name', `name:${name}|${parent.code || parent.name}`]];
}

/** Whether the code of a division names an organisation of this kind: its authority. */
export const governs = (kind: OrganisationKind): boolean => kind === 'province' || kind === 'city' || kind === 'county';
