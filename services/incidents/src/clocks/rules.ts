import type { ClockRule, Statements } from '@lianxue/contracts';

/** The rules in the form that was in force on the day an incident was discovered. */
export const rulesOn = (day: string, statements: Statements): Promise<ClockRule[]> =>
  statements.query<ClockRule>(
    `select distinct on (id) id, jsonb_build_object('zh', name_zh, 'en', name_en) as name,
       jsonb_build_object('zh', recipient_zh, 'en', recipient_en) as recipient, levels, operator_kinds as "operatorKinds", starts, minutes,
       warn_minutes as "warnMinutes", met_by as "metBy", basis, since::text
     from clock_rule where since <= $1::date order by id, since desc`,
    [day],
  );
