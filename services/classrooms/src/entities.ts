import { AttendanceEntryEntity } from './attendance/attendance-entry.entity.js';
import { DeliveredClassEntity } from './planning/delivered-class.entity.js';
import { ClassSessionEntity } from './sessions/class-session.entity.js';

/** What this service keeps, seats and the rule of counting apart. */
export const entities = [DeliveredClassEntity, ClassSessionEntity, AttendanceEntryEntity];
