import { AttendanceEntryEntity } from './attendance/attendance-entry.entity.js';
import { GradeCategory } from './gradebook/grade-category.entity.js';
import { GradeResultEntity } from './gradebook/grade-result.entity.js';
import { LineItem } from './gradebook/line-item.entity.js';
import { ScoreScale } from './gradebook/score-scale.entity.js';
import { DeliveredClassEntity } from './planning/delivered-class.entity.js';
import { ClassSessionEntity } from './sessions/class-session.entity.js';

/** What this service keeps, seats and the rule of counting apart. */
export const entities = [
  DeliveredClassEntity,
  ClassSessionEntity,
  AttendanceEntryEntity,
  GradeCategory,
  ScoreScale,
  LineItem,
  GradeResultEntity,
];
