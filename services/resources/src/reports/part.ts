import type { Part } from '@lianxue/persistence';
import { Hearing } from './hearing.js';
import { ReportsHandlers } from './reports.handlers.js';
import { ResourceReportEntity } from './resource-report.entity.js';

/** Readers report what should not be there. */
export const reports: Part = { entities: [ResourceReportEntity], rules: [Hearing], handlers: [ReportsHandlers] };
