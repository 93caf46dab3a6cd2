import type { Part } from '@lianxue/persistence';
import { KeepingStaffFiles } from './keeping-staff-files.js';
import { StaffRecord } from './staff-record.entity.js';
import { StaffRecordHandlers } from './staff-records.handlers.js';

/** Staff files 教师档案. */
export const staffRecords: Part = { entities: [StaffRecord], rules: [KeepingStaffFiles], handlers: [StaffRecordHandlers] };
