import type { Values } from '@lianxue/contracts';
import { sql, type Sql } from '@lianxue/persistence';
import type { Asking } from './asking.js';
import type { Submission } from './submission.entity.js';

/** What an organisation last had approved in the same data set, in a period of the same kind that ended before this one. */
export interface LastPeriod {
  readonly period: string;
  readonly name: string;
  readonly values: Values;
}

/** What an organisation last had approved before the period `p`, as a statement: at most one row of {@link LastPeriod}. */
export const lastApproved = (organisation: Sql): Sql => sql`
  select q.id as period, q.name, coalesce(s.correction -> 'values', s.figures || s.words) as values from submission s join period q on q.id = s.period
  where s.organisation = ${organisation} and (s.status = 'approved' or s.correction is not null) and q.data_set = p.data_set and q.kind = p.kind and q.last_day < p.last_day
  order by q.last_day desc, q.id desc limit 1`;

type Placed = Pick<Submission, 'id' | 'organisation' | 'period'>;

/** The last period of each submission that has one, by the submission's id; all by one statement. */
export async function lastPeriodsOf(submissions: readonly Placed[], ask: Asking): Promise<ReadonlyMap<string, LastPeriod>> {
  if (submissions.length === 0) return new Map();
  const ids = submissions.map(({ id }) => id);
  const organisations = submissions.map(({ organisation }) => organisation);
  const periods = submissions.map(({ period }) => period);
  const rows = await ask<LastPeriod & { id: string }>(
    sql`select asked.id, last.period, last.name, last.values
        from unnest(${ids}::uuid[], ${organisations}::uuid[], ${periods}::uuid[]) as asked (id, organisation, period)
        join period p on p.id = asked.period
        cross join lateral (${lastApproved(sql`asked.organisation`)}) last`,
  );
  return new Map(rows.map(({ id, ...last }) => [id, last]));
}
