import { render, sql, type Sql, type Work } from '@lianxue/persistence';
import type { Period } from '../collecting/period.entity.js';
import { computed, type Formed } from '../rules/formulas.js';
import type { Submission } from '../submissions/submission.entity.js';
import { unitsOf, type Asking } from './units.js';

/**
 * What contributions by one form add to the summary: whole numbers and numbers, never percentages and never what a formula
 * computes, since a mean of ratios is no ratio. Each document is opened once and not asked for its indicators one by one.
 */
export const addends = (form: string, contributions: Sql): Sql => sql`
  select c.seq, c.period, c.organisation as unit, c.authority, c.division_code, c.kind, v.code as indicator, v.value::numeric as value
  from contribution c cross join lateral jsonb_each(c.figures) as v(code, value)
  where ${contributions} and v.code = any(array(
    select d.code from form f cross join lateral jsonb_to_recordset(f.indicators) as d(code text, type text, formula text)
    where f.id = ${form} and d.type in ('integer', 'number') and d.formula is null
  ))`;

/** Counts submissions of one form from now on, in their own transaction, each instead of what counted of its unit before. */
export async function addToSummary(form: string, submissions: readonly Submission[], work: Work): Promise<void> {
  for (const period of new Set(submissions.map((submission) => submission.period))) {
    const those = submissions.filter((submission) => submission.period === period);
    const ended = await end(those, work);
    await spread(form, await contribute(period, form, those, work), ended, work);
  }
}

/** What these units have added counts no more; their contributions stay, ended. */
export async function takeFromSummary(form: string, submissions: readonly Submission[], work: Work): Promise<void> {
  await spread(form, [], await end(submissions, work), work);
}

/** Each where its unit stands, or stood at the end of a period that is settled; with what its formulas come to. */
async function contribute(of: string, form: string, submissions: readonly Submission[], work: Work): Promise<string[]> {
  const [period] = await ask<Asking & Formed>(
    sql`select p.id, p.organisation, p.data_set as "dataSet", f.indicators from period p join form f on f.id = ${form} where p.id = ${of}`,
    work,
  );
  const counted = submissions.map(({ id, figures }) => ({ submission: id, figures: { ...figures, ...computed(period!, figures) } }));
  // A school is looked for below itself, hundreds below the authority.
  const below = submissions.length === 1 ? submissions[0]!.organisation : period!.organisation;
  return seqs(
    sql`insert into contribution (period, organisation, authority, division_code, kind, form, figures)
        select s.period, s.organisation, coalesce(u.authority, s.nearest), coalesce(u.division, o.division_code, ''), coalesce(u.kind, o.kind, ''), s.form, c.figures
        from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as c (submission uuid, figures jsonb) join submission s on s.id = c.submission
        left join organisation o on o.id = s.organisation left join (${unitsOf(period!, below)}) u on u.unit = s.organisation returning seq`,
    work,
  );
}

/** Ends what counts of these units. */
const end = (submissions: readonly Submission[], work: Work): Promise<string[]> =>
  seqs(
    sql`update contribution c set replaced_by = nextval(pg_get_serial_sequence('contribution', 'seq'))
        from submission s where s.id = any(${submissions.map(({ id }) => id)}::uuid[])
          and c.period = s.period and c.organisation = s.organisation and c.replaced_by is null returning c.seq`,
    work,
  );

/** Adds and takes contributions. Rows are taken in one order, so that two approvals never wait for each other in a circle. */
async function spread(form: string, added: readonly string[], taken: readonly string[], work: Work): Promise<void> {
  await ask(
    sql`insert into summary as kept (period, organisation, division_code, kind, indicator, total, units)
        select period, authority, division_code, kind, indicator, trim_scale(sum(value * sign)), sum(sign)::int
        from (${addends(form, sql`c.seq = any(${[...added, ...taken]}::bigint[])`)}) changed
        cross join lateral (select case when seq = any(${added}::bigint[]) then 1 else -1 end as sign) signed
        group by 1, 2, 3, 4, 5 having sum(sign) <> 0 or sum(value * sign) <> 0 order by 1, 2, 3, 4, 5
        on conflict (period, organisation, division_code, kind, indicator)
        do update set total = trim_scale(kept.total + excluded.total), units = kept.units + excluded.units`,
    work,
  );
  if (taken.length === 0) return;
  await ask(
    sql`delete from summary s using (select distinct period, authority from contribution where seq = any(${taken}::bigint[])) c
        where s.period = c.period and s.organisation = c.authority and s.units = 0`,
    work,
  );
}

/**
 * The figures of one authority anew, from what counts of its units; a county at a time, since a province at once outlasts a
 * transaction. The period's row must be locked, so that no approval comes between.
 */
export async function recount({ id, form }: Pick<Period, 'id' | 'form'>, authority: string, work: Work): Promise<void> {
  await ask(sql`delete from summary where period = ${id} and organisation = ${authority}`, work);
  await ask(
    sql`insert into summary (period, organisation, division_code, kind, indicator, total, units)
        select period, authority, division_code, kind, indicator, trim_scale(sum(value)), count(*)::int
        from (${addends(form, sql`c.period = ${id} and c.authority = ${authority} and c.replaced_by is null`)}) added group by 1, 2, 3, 4, 5`,
    work,
  );
}

async function seqs(statement: Sql, work: Work): Promise<string[]> {
  return (await ask<{ seq: string }>(statement, work)).map(({ seq }) => seq);
}

function ask<R>(statement: Sql, work: Work): Promise<R[]> {
  const { text, values } = render(statement);
  return work.query<R>(text, values);
}
