import type { AttendanceEntry } from '@lianxue/contracts';
import type { AttendanceEntryEntity } from './attendance-entry.entity.js';

export const attendanceEntryView = (row: AttendanceEntryEntity): AttendanceEntry => ({
  ...row.fact(),
  evidence: { kind: row.evidenceKind, reference: row.evidenceReference },
});
