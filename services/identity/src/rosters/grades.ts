import type { Stage } from '@lianxue/contracts';

/** The grades of each stage, counted through; 初中 begins with the sixth where primary school ends with the fifth 五四制. */
const gradesOf: Partial<Record<Stage, readonly [first: number, last: number]>> = {
  primary: [1, 6],
  junior: [6, 9],
  senior: [10, 12],
  vocational: [10, 12],
};

export function gradeFits(stage: Stage | null, grade: number | null): boolean {
  const span = stage && gradesOf[stage];
  return !span || grade === null || (grade >= span[0] && grade <= span[1]);
}

/** The stage of a grade where only one is meant: the sixth is primary 六三制 unless somebody says otherwise. */
export function stageOf(grade: number): Stage {
  if (grade <= 6) return 'primary';
  return grade <= 9 ? 'junior' : 'senior';
}

/** The year in which pupils who are in this grade in this school year entered the stage. */
export function enrolYearOf(stage: Stage, grade: number, schoolYear: number): number | null {
  const first = stage === 'junior' ? 7 : gradesOf[stage]?.[0];
  return first === undefined || grade < first ? null : schoolYear - (grade - first);
}

const numerals = '一二三四五六七八九十';
const firstOf: Readonly<Record<string, number>> = { 初: 7, 高: 10 };

/** `3`, `03`, 三年级, 初二, 高一: the grade meant, or null for words that mean none. */
export function gradeIn(words: string | null): number | null {
  const said = words?.trim() ?? '';
  const [, digits] = /^0?(\d{1,2})(?:年级)?$/.exec(said) ?? [];
  if (digits) return Number(digits) >= 1 && Number(digits) <= 12 ? Number(digits) : null;
  const [, stage, place] = /^([初高])([一二三])(?:年级)?$/.exec(said) ?? [];
  if (stage) return firstOf[stage]! + numerals.indexOf(place!);
  const [, numeral] = /^([一二三四五六七八九])年级$/.exec(said) ?? [];
  return numeral ? numerals.indexOf(numeral) + 1 : null;
}

/** 三年级, 初二, 高一. */
export function gradeTitle(grade: number): string {
  if (grade <= 6) return `${numerals[grade - 1]}年级`;
  return grade <= 9 ? `初${numerals[grade - 7]}` : `高${numerals[grade - 10]}`;
}
