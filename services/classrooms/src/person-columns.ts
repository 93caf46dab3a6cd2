import { classrooms, gradeResultFacts } from '@lianxue/contracts';
import { toldAnew, type PersonColumns } from '@lianxue/persistence';
import { GradeResultEntity } from './gradebook/grade-result.entity.js';

/** What a merging of people does with each column that may name one: a pupil's results are the successor's. */
export const personColumns: PersonColumns = {
  operation: classrooms.changesAfter,
  follow: ['grade_result.person'],
  told: [toldAnew(GradeResultEntity, gradeResultFacts.put)],
  stay: {},
  ofNobody: ['academic_session', 'class', 'course', 'entity', 'grading_period', 'receiver', 'receivers'],
};
