import { schoolYearOf, subjects, courseLevels, type Subject } from '@lianxue/contracts';
import type { Course } from '../courses/course.entity.js';
import { gradeIn } from '../rosters/grades.js';
import type { Term } from '../terms/term.entity.js';
import type { Row } from './files.js';
import type { RosterCourse, RosterSession } from './roster.js';
import { dayOf, filled, isGone, wrong } from './row-checks.js';
import type { RowErrors } from './row-errors.js';

/** What OneRoster and SDS call the parts of a school year; all that lies right in it is a term here. */
const kinds: Readonly<Record<string, Term['kind']>> = {
  schoolyear: 'schoolYear',
  term: 'term',
  semester: 'term',
  trimester: 'term',
  quarter: 'term',
  session: 'term',
  summer: 'term',
  gradingperiod: 'gradingPeriod',
};
const order: readonly Term['kind'][] = ['schoolYear', 'term', 'gradingPeriod'];
const parentKind: Readonly<Record<Term['kind'], Term['kind'] | undefined>> = {
  schoolYear: undefined,
  term: 'schoolYear',
  gradingPeriod: 'term',
};

const longestTitle = 100;

/** The calendar of a roster, what others lie in first. */
export function readSessions(rows: readonly Row[], errors: RowErrors): RosterSession[] {
  const seen = new Set<string>();
  const read = rows.flatMap((row): RosterSession[] => {
    const sourcedId = row.get('sourcedId');
    if (!filled(row, errors, ['sourcedId'], ['title'], ['startDate'], ['endDate'])) return [];
    if (seen.has(sourcedId)) return wrong(row, errors, 'sourcedId', 'sourced_id.twice');
    seen.add(sourcedId);
    const title = row.get('title');
    if (title.length > longestTitle) return wrong(row, errors, 'title', 'field.too_long');
    const kind = row.get('type') === '' ? 'term' : kinds[row.get('type').toLowerCase()];
    if (!kind) return wrong(row, errors, 'type', 'session.type_unknown');
    const [since, until] = [dayOf(row, errors, 'startDate'), dayOf(row, errors, 'endDate')];
    if (!since || !until) return [];
    if (since > until) return wrong(row, errors, 'endDate', 'session.backwards');
    const parent = row.get('parentSourcedId') || undefined;
    const schoolYear = schoolYearOf(middleOf(since, until));
    return [
      {
        file: row.file,
        line: row.line,
        sourcedId,
        title,
        kind,
        schoolYear,
        ordinal: ordinalIn(title),
        since,
        until,
        parent,
        ended: isGone(row),
      },
    ];
  });
  return read
    .map((session) => ({ ...session, parent: parentOf(session, read) }))
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || (one.since < other.since ? -1 : 1));
}

/** OneRoster names a school year after the year in which it ends, SDS after that in which it begins: the days say which is meant. */
function middleOf(since: string, until: string): string {
  return new Date((Date.parse(since) + Date.parse(until)) / 2).toISOString().slice(0, 10);
}

/** What the row says it lies in, if that is of the right kind; where a layout has no such column, what it lies in by its days. */
function parentOf({ kind, parent, since, until }: RosterSession, all: readonly RosterSession[]): string | undefined {
  const fitting = all.filter((other) => other.kind === parentKind[kind]);
  if (parent !== undefined && all.some(({ sourcedId }) => sourcedId === parent))
    return fitting.find(({ sourcedId }) => sourcedId === parent)?.sourcedId;
  return parent ?? fitting.find((other) => other.since <= since && other.until >= until)?.sourcedId;
}

const numerals = '一二三四';

/** 第一学期, 第2学期. */
function ordinalIn(title: string): number | undefined {
  const [, said] = /第([一二三四1-4])学期/.exec(title) ?? [];
  if (!said) return undefined;
  return numerals.includes(said) ? numerals.indexOf(said) + 1 : Number(said);
}

const subjectBy = (key: 'code' | 'zh' | 'en') =>
  new Map(Object.entries(subjects).map(([subject, names]) => [names[key].toLowerCase(), subject as Subject]));
const byCode = subjectBy('code');
const byName = new Map([...subjectBy('zh'), ...subjectBy('en')]);

/** The courses of this school, and those of an authority above it that the roster hands down. */
export function readCourses(
  rows: readonly Row[],
  {
    isThisSchool,
    isAbove,
    isTaught,
  }: { isThisSchool: (org: string) => boolean; isAbove: (org: string) => boolean; isTaught: (course: string) => boolean },
  errors: RowErrors,
): RosterCourse[] {
  const seen = new Set<string>();
  return rows.flatMap((row): RosterCourse[] => {
    const sourcedId = row.get('sourcedId');
    if (!filled(row, errors, ['sourcedId'], ['title'])) return [];
    if (seen.has(sourcedId)) return wrong(row, errors, 'sourcedId', 'sourced_id.twice');
    seen.add(sourcedId);
    // What only 行政班 are said to have is no course here: they have none.
    if (!isTaught(sourcedId)) return [];
    const org = row.get('orgSourcedId');
    if (org && !isThisSchool(org) && !isAbove(org)) return wrong(row, errors, 'orgSourcedId', 'org.not_this_school');
    const title = row.get('title');
    if (title.length > longestTitle) return wrong(row, errors, 'title', 'field.too_long');
    const code = row.get('courseCode', 'code') || null;
    if (code && code.length > longestTitle) return wrong(row, errors, row.column('courseCode', 'code'), 'field.too_long');
    const subject = subjectOf(row);
    return [
      {
        file: row.file,
        line: row.line,
        sourcedId,
        title,
        code: row.has('courseCode', 'code') ? code : undefined,
        subject: row.has('subjects', 'subjectCodes', 'subject') ? subject : undefined,
        grades: row.has('grades', 'grade') ? gradesOf(row.get('grades', 'grade')) : undefined,
        level: levelOf(row),
        ended: isGone(row),
      },
    ];
  });
}

/** Codes are those of 中小学课程代码; SDS numbers subjects by a table of its own, so there only a name counts. */
function subjectOf(row: Row): Subject | null {
  const all = (column: string) => row.get(column).split(',').map((one) => one.trim().toLowerCase()); // prettier-ignore
  for (const code of all('subjectCodes')) if (byCode.has(code)) return byCode.get(code)!;
  for (const name of [...all('subjects'), ...all('subject')]) if (byName.has(name)) return byName.get(name)!;
  return null;
}

const gradesOf = (written: string): number[] =>
  [...new Set(written.split(',').flatMap((one) => gradeIn(one) ?? []))].sort((one, other) => one - other);

const levelOf = (row: Row): Course['level'] | undefined => {
  const said = row.get('metadata.level');
  return said in courseLevels ? (said as Course['level']) : undefined;
};
