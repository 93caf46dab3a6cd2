import type { MovementCode } from '@lianxue/contracts';
import type { Header, TableRow } from '@lianxue/files';
import { checkIdNumber, checkPhone, checkPupilNumber } from '../people/numbers.js';
import { dayIn } from './files.js';
import type { RosterPerson, RosterPost } from './roster.js';
import { isBirthDate } from './row-checks.js';
import type { RowErrorCode, RowErrorFound } from './row-errors.js';
import { SeenNumbers } from './seen-numbers.js';
import { genderIn, idTypeIn, type TableField } from './table-columns.js';

/** One row of a table, understood. */
export interface TablePerson {
  readonly person: RosterPerson;
  /** What the row says of the school; the school of the job when it says nothing. */
  readonly school: { readonly code: string; readonly name: string };
  readonly class: { readonly title: string; readonly grade: string | null } | undefined;
}

const rolesOfTables: Readonly<Record<string, RosterPost['role']>> = {
  学生: 'pupil',
  student: 'pupil',
  教师: 'teacher',
  老师: 'teacher',
  教职工: 'teacher',
  teacher: 'teacher',
};

/** 学生当前状态: who is no longer at the school, and how a pupil left; staff have other words. */
const leavings: Readonly<Partial<Record<MovementCode, readonly string[]>>> = {
  withdrawal: ['退学', '肄业', '开除'],
  drift: ['流失'],
  graduation: ['毕业'],
  completion: ['结业'],
  transferOut: ['转出', '转学'],
  death: ['死亡'],
  departure: ['停学', '离校', '离职', '退休'],
};
const gone = new Map(Object.entries(leavings).flatMap(([kind, words]) => words.map((word) => [word, kind as MovementCode])));

/** Whether a pupil who is at the school is on leave 休学; other words say nothing of it. */
const standings = new Map<string, '01' | '02'>([
  ['休学', '02'],
  ...['在读', '复学', '在校', '在籍', '正常'].map((word): [string, '01'] => [word, '01']),
]);

const longestName = 50;
const longestTitle = 100;
export const unstorable = /[\0\p{Surrogate}]/u;

/** Full-width signs as ordinary ones, no blanks around, and none between Chinese characters: 张 三 is 张三. */
export const tidy = (text: string): string =>
  alreadyTidy.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\u200b\ufeff]/g, '')
        .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
        .trim();

/** What most cells are: ASCII and common Chinese characters without any blank. */
const alreadyTidy = /^[\x21-\x7e\u4e00-\u9fff]*$/;

/** Reads the rows of one table, as far as they can be understood. */
export class TableReading {
  private readonly seen = new SeenNumbers();

  constructor(
    private readonly header: Header<TableField>,
    private readonly file: string,
    private readonly mayGive: (role: RosterPost['role']) => boolean,
    /** Of whom a row speaks that does not say it. */
    private readonly usual: 'pupil' | 'teacher',
    private readonly today: string,
  ) {}

  /** The person of a row; an error for each cell that is wrong, and then nobody. */
  read({ line, cells }: TableRow, errors: RowErrorFound[]): TablePerson | undefined {
    const before = errors.length;
    const get = (field: TableField) => tidy(cells[this.header.at.get(field) ?? -1] ?? '');
    const wrong = (field: TableField, code: RowErrorCode) =>
      void errors.push({ file: this.file, line, field: this.header.headings[this.header.at.get(field) ?? -1] ?? field, code });
    const name = get('name');
    if (!name) wrong('name', 'field.missing');
    else if (name.length > longestName) wrong('name', 'field.too_long');
    else if (/[*＊]/.test(name)) wrong('name', 'name.masked');
    else if (unstorable.test(name)) wrong('name', 'field.unstorable');
    const idType = get('idType') === '' ? '1' : idTypeIn(get('idType'));
    if (!idType) wrong('idType', 'id_type.unknown');
    const number = (field: 'idNumber' | 'pupilNumber') => {
      const raw = get(field);
      if (!raw) return undefined;
      const { number, fault } = field === 'idNumber' ? checkIdNumber(idType ?? 'Z', raw) : checkPupilNumber(raw);
      if (fault) wrong(field, `${field === 'idNumber' ? 'id_number' : 'pupil_number'}.${fault}`);
      else if (this.seen.add(`${field === 'idNumber' ? idType : 'P'}:${number}`)) wrong(field, 'number.twice');
      return number;
    };
    const idNumber = number('idNumber');
    const pupilNumber = number('pupilNumber');
    if (errors.length === before && !idNumber && !pupilNumber)
      wrong(this.header.at.has('pupilNumber') ? 'pupilNumber' : 'idNumber', 'number.missing');
    const phone = get('phone') ? checkPhone(get('phone')) : undefined;
    if (phone?.fault) wrong('phone', 'phone.form');
    const gender = get('gender') ? genderIn(get('gender')) : undefined;
    if (get('gender') && !gender) wrong('gender', 'gender.unknown');
    const day = (field: 'birthDate' | 'since') => {
      const written = get(field);
      const found = written ? dayWritten(written) : undefined;
      if (written && !found) wrong(field, 'date.form');
      return found;
    };
    const birthDate = day('birthDate');
    if (birthDate && !isBirthDate(birthDate, this.today)) wrong('birthDate', 'birth_date.impossible');
    const since = day('since');
    const role = get('role') ? rolesOfTables[get('role').toLowerCase()] : this.usual;
    if (!role) wrong('role', 'role.unsupported');
    else if (!this.mayGive(role)) wrong('role', 'role.not_yours');
    const inClass = classOf(get('grade'), get('class'));
    if (inClass && inClass.title.length > longestTitle) wrong('class', 'field.too_long');
    if (inClass && (unstorable.test(inClass.title) || unstorable.test(inClass.grade ?? ''))) wrong('class', 'field.unstorable');
    if (errors.length > before) return undefined;
    const left = gone.get(get('status'));
    const ended = left !== undefined;
    const pupilStatus = role === 'pupil' ? standings.get(get('status')) : undefined;
    const place = { file: this.file, line };
    return {
      person: {
        ...place,
        sourcedId: String(line),
        name,
        idType,
        idNumber,
        pupilNumber,
        phone: phone?.number,
        gender,
        birthDate,
        numberField: this.header.headings[this.header.at.get(idNumber ? 'idNumber' : 'pupilNumber')!],
        ended,
        left,
        posts: ended ? [] : [{ ...place, role: role!, pupilStatus, since, until: null, ended: false, wards: [] }],
      },
      school: { code: get('schoolCode'), name: get('school') },
      class: ended || pupilStatus === '02' ? undefined : inClass,
    };
  }
}

/** A day as people write it into a sheet; undefined when it is none. */
export const dayWritten = (written: string): string | undefined => dayIn(wholeDay(written));

/** 2026年9月1日, 2026.9.1, and a month alone, which begins with its first day: 202609, 2026年9月. */
function wholeDay(written: string): string {
  const day = written.replace(/[年月]/g, '-').replace(/[-日]$/, '');
  const [, year, month] = /^(\d{4})[-/.]?(\d{1,2})$/.exec(day) ?? [];
  return year ? `${year}-${month}-01` : day;
}

/** A class that is only numbered is named with its grade: 三年级 + 1 is 三年级1班. */
function classOf(grade: string, title: string): TablePerson['class'] {
  if (!title) return undefined;
  const numbered = /^\(?(\d{1,2}|[一二三四五六七八九十]{1,3})\)?班?$/.exec(title);
  if (!numbered || !grade) return { title, grade: grade || null };
  return { title: `${grade}${title.endsWith('班') ? title : `${title}班`}`, grade };
}

/** By what two ways of writing a class are one: no blanks, no brackets. */
export const classKey = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s()[\]]/g, '')
    .toLowerCase();
