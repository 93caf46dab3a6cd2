import type { YearAssessed, YearBulletins, YearLapses, YearMilestones } from '@lianxue/contracts';
import { sql, type Sql, type Store } from '@lianxue/persistence';

/** A year below an organisation, which the caller has been found to reach. */
export interface YearBelow {
  readonly organisation: string;
  readonly year: number;
  readonly now: Date;
}

/** The organisation and what lies below it, as `o`. */
const below = (organisation: string): Sql => sql`organisation o join organisation top on top.id = ${organisation} and o.path <@ top.path`;

const begin = (year: number): Date => new Date(`${year}-01-01T00:00:00+08:00`);

/** Bulletins that the organisation and those below it issued. */
export async function bulletinsOf({ organisation, year }: YearBelow, store: Store): Promise<YearBulletins> {
  const [row] = await store.scan<YearBulletins>(sql`
    select count(*)::int as issued, count(b.replaced_by)::int as replaced, count(*) filter (where b.status = 'withdrawn')::int as withdrawn,
      coalesce(sum(r.addressed), 0)::int as addressed, coalesce(sum(r.received), 0)::int as received, coalesce(sum(j.objections), 0)::int as objections
    from ${below(organisation)} join bulletin b on b.organisation = o.id and b.issued_at >= ${begin(year)} and b.issued_at < ${begin(year + 1)}
    cross join lateral (select count(*) as addressed, count(received_at) as received from bulletin_receipt where bulletin = b.id) r
    cross join lateral (select count(*) as objections from bulletin_objection where bulletin = b.id) j`);
  return row!;
}

const gradeName = sql`(select g ->> 'name' from jsonb_array_elements(u.grades) g where g ->> 'code' = r.grade)`;

/** Published results alone: of the organisation itself, and how those below it spread over the grades. */
export async function assessedOf({ organisation, year }: YearBelow, store: Store): Promise<YearAssessed> {
  const [results, grades] = await Promise.all([
    store.scan<YearAssessed['results'][number]>(sql`
      select a.id as assessment, a.name, r.total::float8 as total, ${gradeName} as grade, jsonb_array_length(r.vetoes) > 0 as vetoed
      from rating r join assessment a on a.id = r.assessment and a.year = ${year} and a.status = 'published' join rubric u on u.id = a.rubric
      where r.organisation = ${organisation} order by a.name, a.id`),
    store.scan<YearAssessed['grades'][number]>(sql`
      select a.id as assessment, a.name, ${gradeName} as grade, count(*)::int as units
      from ${below(organisation)} join rating r on r.organisation = o.id and o.id <> top.id
      join assessment a on a.id = r.assessment and a.year = ${year} and a.status = 'published' join rubric u on u.id = a.rubric
      group by a.id, a.name, 3 order by a.name, a.id, max(r.total) desc nulls last`),
  ]);
  return { results, grades };
}

/** Milestones of the organisation and those below it, by the day they were due. */
export async function milestonesOf({ organisation, year, now }: YearBelow, store: Store): Promise<YearMilestones> {
  const [row] = await store.scan<YearMilestones>(sql`
    select count(*)::int as due, count(*) filter (where m.status = 'done')::int as reached,
      count(*) filter (where m.status = 'done' and m.done_on > m.due)::int as late,
      count(*) filter (where m.status = 'open' and m.due < (${now}::timestamptz at time zone 'Asia/Shanghai')::date)::int as overdue
    from ${below(organisation)} join milestone m on m.organisation = o.id and m.due between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`);
  return row!;
}

/** What other services told that something was owed, and the points it cost in the year's assessments. */
export async function lapsesOf({ organisation, year, now }: YearBelow, store: Store): Promise<YearLapses> {
  const [causes, [counted]] = await Promise.all([
    store.scan<YearLapses['causes'][number] & { entities: number }>(sql`
      select l.cause, count(*)::int as due, count(*) filter (where l.done > l.due)::int as late,
        count(*) filter (where l.done is null and l.due < ${now})::int as never, count(distinct l.entity)::int as entities
      from ${below(organisation)} join lapse l on l.organisation = o.id and l.due >= ${begin(year)} and l.due < ${begin(year + 1)} and not l.void
      group by l.cause order by l.cause`),
    store.scan<Pick<YearLapses, 'deductions' | 'points'>>(sql`
      select count(*)::int as deductions, coalesce(sum(d.points), 0)::float8 as points
      from ${below(organisation)} join deduction d on d.organisation = o.id and d.status <> 'lifted'
      join assessment a on a.id = d.assessment and a.year = ${year}`),
  ]);
  return {
    causes: causes.map(({ cause, due, late, never }) => ({ cause, due, late, never })),
    incidents: causes.find(({ cause }) => cause === 'incidentClock')?.entities ?? 0,
    ...counted!,
  };
}
