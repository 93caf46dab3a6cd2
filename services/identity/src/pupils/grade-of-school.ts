import type { PromotionPreview, Stage } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import type { z } from 'zod';
import { enrolYearOf } from '../rosters/grades.js';

/** Which grade of which school is to move up, into which school year. */
export interface GradeOfSchool {
  readonly organisation: string;
  readonly schoolYear: number;
  readonly grade: number;
  readonly stage: Stage | null;
  readonly graduation: boolean;
}

/** A pupil who stays in the grade, in another class. */
export interface Repeater {
  readonly person: string;
  readonly class: string;
}

type Problems = z.output<typeof PromotionPreview>['problems'];

/** A class as promoting sees it. */
interface ClassInGrade {
  readonly id: string;
  readonly gradeOrdinal: number;
  readonly enrolYear: number | null;
  readonly stage: Stage | null;
  readonly done: boolean;
}

/** What there is to do for a grade. */
export interface Outlook {
  /** Ids of the classes that are still to move. */
  readonly classes: readonly string[];
  readonly done: number;
  readonly pupils: number;
  readonly suspended: number;
  readonly problems: Problems;
}

/** The grades that leave unless somebody says otherwise: the last of primary, junior and senior school. */
export const leavesByDefault = (grade: number): boolean => [6, 9, 12].includes(grade);

/**
 * Looks at a grade: a class moves up once for a school year, told by its own mark; one whose pupils entered late enough to be
 * in this grade in that year already has arrived, whether it moved or was opened new.
 */
export async function lookAt(asked: GradeOfSchool, repeaters: readonly Repeater[], store: Store): Promise<Outlook> {
  const { organisation, schoolYear, grade, stage } = asked;
  const own = await store.read<ClassInGrade>(
    sql`select c.id, c.grade_ordinal as "gradeOrdinal", c.enrol_year as "enrolYear", c.stage,
               exists (select 1 from class_promotion p where p.class = c.id and p.school_year = ${schoolYear}) as done
        from school_class c where c.organisation = ${organisation} and c.kind = 'homeroom' and not c.ended
          and c.grade_ordinal is not null and (${stage}::text is null or c.stage = ${stage})
        order by c.id`,
  );
  const classes = own.filter((one) => one.gradeOrdinal === grade && !one.done && !hasArrived(one, schoolYear)).map(({ id }) => id);
  const gone = own.filter((one) => one.gradeOrdinal === grade + 1 && one.done).length;
  const [pupils, [onLeave]] = await Promise.all([
    store.read<{ person: string }>(
      sql`select person from enrolment where class = any(${classes}::uuid[]) and role = 'pupil' and not ended`,
    ),
    store.read<{ count: number }>(
      sql`select count(distinct m.person)::int as count from movement m join post t on t.person = m.person and t.organisation = m.organisation
          where m.from_class = any(${classes}::uuid[]) and m.kind = 'suspension' and t.role = 'pupil' and not t.ended and t.pupil_status = '02'`,
    ),
  ]);
  const there = new Set(pupils.map(({ person }) => person));
  // Where the grade's next pupils are: in classes that stay behind it, or have come up to it.
  const fit = new Set(own.filter((one) => [grade - 1, grade].includes(one.gradeOrdinal) && !classes.includes(one.id)).map(({ id }) => id));
  const problems = repeaters.flatMap(({ person, class: into }): Problems => [
    ...(there.has(person) ? [] : [{ person, code: 'pupil.not_in_grade' as const }]),
    ...(fit.has(into) ? [] : [{ person, code: 'class.unfit' as const }]),
  ]);
  return { classes, done: gone, pupils: there.size, suspended: onLeave?.count ?? 0, problems };
}

const hasArrived = ({ enrolYear, stage, gradeOrdinal }: ClassInGrade, schoolYear: number): boolean =>
  enrolYear !== null && stage !== null && enrolYearOf(stage, gradeOrdinal, schoolYear) === enrolYear;
