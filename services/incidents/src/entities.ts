import { IncidentEntity } from './cases/incident.entity.js';
import { SupplementEntity } from './cases/supplement.entity.js';
import { DailyReportEntity } from './guarding/daily-report.entity.js';
import { GuardPeriodEntity } from './guarding/guard-period.entity.js';

/** What this service keeps, its code tables apart. */
export const entities = [IncidentEntity, SupplementEntity, GuardPeriodEntity, DailyReportEntity];
