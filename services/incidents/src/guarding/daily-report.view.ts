import type { DailyReport } from '@lianxue/contracts';
import type { DailyReportEntity } from './daily-report.entity.js';

export const dailyReportView = (row: DailyReportEntity): DailyReport => ({ ...row.fact(), note: row.note });
