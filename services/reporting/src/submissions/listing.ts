import type { InputOf, reporting } from '@lianxue/contracts';
import { allOf, sql, type PageRequest } from '@lianxue/persistence';

/** What a reviewer should look at first comes first. */
const byRisk = [
  { column: 'risk', descending: true },
  { column: 'id', descending: true },
];

/** A list of submissions as it is asked for. */
export function listed(input: InputOf<typeof reporting.submissions>): PageRequest {
  const { period, organisation, status, reviewer, warnings, changes, late, returned, unchanged, sort, limit, cursor } = input;
  const where = allOf(
    period !== undefined && sql`t.period = ${period}`,
    organisation !== undefined && sql`t.organisation = ${organisation}`,
    status !== undefined && sql`t.status = ${status}`,
    reviewer !== undefined && sql`t.reviewer = ${reviewer}`,
    warnings !== undefined && sql`(t.warning_count > 0) = ${warnings}`,
    // One that has nothing to compare with is all change.
    changes !== undefined && sql`(t.change_count is distinct from 0) = ${changes}`,
    late !== undefined && sql`t.is_late = ${late}`,
    unchanged !== undefined && sql`t.is_unchanged = ${unchanged}`,
    returned !== undefined && sql`(t.round > 1) = ${returned}`,
  );
  return { where, limit, cursor, ...(sort === 'risk' && { order: byRisk }) };
}
