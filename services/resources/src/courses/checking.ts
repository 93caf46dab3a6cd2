import {
  materialRoles,
  stages,
  subjects,
  type CourseContent,
  type CourseFinding,
  type CourseUnit,
  type MaterialRole,
} from '@lianxue/contracts';
import type { CourseStandardEntity } from './course-standard.entity.js';
import type { SeriesEntity } from './series.entity.js';

type Scope = Pick<SeriesEntity, 'stages' | 'subjects'>;

/** What a course lacks by the edition of a standard and by its series; nothing where it conforms. */
export function findingsOf(
  course: CourseContent,
  standard: CourseStandardEntity | undefined,
  series: SeriesEntity | undefined,
): CourseFinding[] {
  return [...(standard ? byStandard(course, standard) : []), ...(series ? bySeries(course, series) : [])];
}

function byStandard(course: CourseContent, standard: CourseStandardEntity): CourseFinding[] {
  const { minUnits, maxUnits, minPeriods, unitNeeds, courseNeeds, chapters, goals } = standard.demands;
  const { units } = course;
  const periods = units.reduce((sum, unit) => sum + unit.periods, 0);
  const whole = (isMet: boolean, rule: CourseFinding['rule'], words: string): CourseFinding[] =>
    isMet ? [] : [{ rule, by: 'standard', unit: null, words }];
  const has = (role: MaterialRole) => units.some((unit) => serves(unit, role));
  return [
    ...outside(course, standard, 'standard'),
    ...whole(units.length >= minUnits, 'minUnits', `至少 ${minUnits} 个单元，现有 ${units.length} 个`),
    ...whole(units.length <= maxUnits, 'maxUnits', `至多 ${maxUnits} 个单元，现有 ${units.length} 个`),
    ...whole(periods >= minPeriods, 'minPeriods', `至少 ${minPeriods} 课时，现有 ${periods} 课时`),
    ...courseNeeds.flatMap((role) => whole(has(role), 'courseNeeds', `全课程没有${materialRoles[role].zh}`)),
    ...whole(!goals || (course.goals ?? '').trim() !== '', 'goals', '没有写明课程目标'),
    ...units.flatMap((unit, index) =>
      chapters && unit.chapterId === null && unit.chapter === null
        ? [{ rule: 'chapters', by: 'standard', unit: index + 1, words: `第 ${index + 1} 单元没有对应章节` } as const]
        : [],
    ),
    ...missingMaterials(units, unitNeeds, 'standard'),
  ];
}

const bySeries = (course: CourseContent, series: SeriesEntity): CourseFinding[] => [
  ...outside(course, series, 'series'),
  ...missingMaterials(course.units, series.unitNeeds, 'series'),
];

function outside({ stage, subject }: CourseContent, scope: Scope, by: CourseFinding['by']): CourseFinding[] {
  const finding = (words: string): CourseFinding => ({ rule: 'scope', by, unit: null, words });
  const fits = <T>(allowed: readonly T[], value: T) => allowed.length === 0 || allowed.includes(value);
  return [
    ...(fits(scope.stages, stage) ? [] : [finding(`不适用于${stages[stage].zh}`)]),
    ...(fits(scope.subjects, subject) ? [] : [finding(`不适用于${subjects[subject].zh}`)]),
  ];
}

const serves = ({ materials }: CourseUnit, role: MaterialRole): boolean => materials.some((material) => material.role === role);

const missingMaterials = (units: readonly CourseUnit[], needs: readonly MaterialRole[], by: CourseFinding['by']): CourseFinding[] =>
  units.flatMap((unit, index) =>
    needs
      .filter((role) => !serves(unit, role))
      .map((role) => ({ rule: 'unitNeeds' as const, by, unit: index + 1, words: `第 ${index + 1} 单元缺${materialRoles[role].zh}` })),
  );
