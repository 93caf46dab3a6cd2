import type { Work } from '@lianxue/persistence';
import type { Period } from '../collecting/period.entity.js';
import type { Submission } from '../submissions/submission.entity.js';

/**
 * What submissions of one form ($1) add to the summary: whole numbers and numbers, never percentages, since a mean of
 * ratios is no ratio. Each document is opened once and not asked for its indicators one by one.
 */
const contributions = `
  select s.period, s.nearest as organisation, v.code as indicator, v.value::numeric as value
  from submission s cross join lateral jsonb_each(s.figures) as v(code, value)
  where v.code = any(array(
    select d.code from form f cross join lateral jsonb_to_recordset(f.indicators) as d(code text, type text) where f.id = $1 and d.type in ('integer', 'number')
  ))`;

/** Adds approved submissions of one form, in their own transaction. Rows are taken in the order of their indicators, so that two counties' approvals never wait for each other in a circle. */
export async function addToSummary(form: string, submissions: readonly Submission[], work: Work): Promise<void> {
  await work.query(
    `insert into summary as kept (period, organisation, indicator, total, units)
     select period, organisation, indicator, sum(value), count(*)::int from (${contributions} and s.id = any($2::uuid[])) added
     group by 1, 2, 3 order by 1, 2, 3
     on conflict (period, organisation, indicator) do update set total = kept.total + excluded.total, units = kept.units + excluded.units`,
    [form, submissions.map(({ id }) => id)],
  );
}

/**
 * The figures of one reviewing organisation anew, from its approved submissions; a county at a time, since a province at
 * once outlasts a transaction. The period's row must be locked, so that no approval comes between.
 */
export async function recount({ id, form }: Period, organisation: string, work: Work): Promise<void> {
  await work.query('delete from summary where period = $1 and organisation = $2', [id, organisation]);
  await work.query(
    `insert into summary (period, organisation, indicator, total, units)
     select period, organisation, indicator, sum(value), count(*)::int
     from (${contributions} and s.period = $2 and s.nearest = $3 and s.status = 'approved') added group by 1, 2, 3`,
    [form, id, organisation],
  );
}
