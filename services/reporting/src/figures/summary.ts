import type { Work } from '@lianxue/persistence';
import type { Submission } from '../submissions/submission.entity.js';

/** What submissions add to the summary: whole numbers and numbers, never percentages, since a mean of ratios is no ratio. */
const contributions = `
  select s.period, s.reviewer as organisation, d.code as indicator, (s.figures ->> d.code)::numeric as value
  from submission s join form f on f.id = s.form cross join lateral jsonb_to_recordset(f.indicators) as d(code text, type text)
  where d.type in ('integer', 'number') and s.figures ? d.code`;

/** Adds one submission, in its own transaction. Rows are taken in the order of their indicators, so that two counties' approvals never wait for each other in a circle. */
export async function addToSummary({ id }: Submission, work: Work): Promise<void> {
  await work.query(
    `insert into summary as kept (period, organisation, indicator, total, units)
     select period, organisation, indicator, value, 1 from (${contributions} and s.id = $1) added order by indicator
     on conflict (period, organisation, indicator) do update set total = kept.total + excluded.total, units = kept.units + 1`,
    [id],
  );
}

/** The summary of a period anew, from its approved submissions. The period's row must be locked, so that no approval comes between. */
export async function recount(period: string, work: Work): Promise<void> {
  await work.query('delete from summary where period = $1', [period]);
  await work.query(
    `insert into summary (period, organisation, indicator, total, units)
     select period, organisation, indicator, sum(value), count(*)::int from (${contributions} and s.period = $1 and s.status = 'approved') added group by 1, 2, 3`,
    [period],
  );
}
