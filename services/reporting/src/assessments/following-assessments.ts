import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  AssessmentNotFound,
  CLOCK,
  inBeijing,
  type AssessmentProgress,
  type AssessmentResult,
  type Call,
  type Clock,
  type InputOf,
  type Page,
  type reporting,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { unitsOf } from './announcing.js';
import { Assessment } from './assessment.entity.js';
import { Rating } from './rating.entity.js';

/** As many names as somebody may still telephone; the counts tell the rest. */
const listed = 500;

interface Beside {
  readonly rating: string;
  readonly name: string;
  readonly rank: number;
  readonly year: number | null;
  readonly total: string | null;
  readonly grade: string | null;
}

/** How far an assessment has come below the caller, and what came of it. */
@Injectable()
export class FollowingAssessments {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async progress({ assessmentId }: InputOf<typeof reporting.assessmentProgress>, call: Call): Promise<AssessmentProgress> {
    const assessment = await this.store.one(Assessment, assessmentId, call, AssessmentNotFound);
    const organisation = actingOrganisation(call.caller);
    const units = sql`select unit.id, unit.name, r.id as rating, r.status, r.total, jsonb_array_length(r.vetoes) as vetoes
      from (${unitsOf(assessment)}) unit join organisation acting on acting.id = ${organisation} and unit.path <@ acting.path
      left join rating r on r.assessment = ${assessment.id} and r.organisation = unit.id where not unit.closed or r.id is not null`;
    type Counts = Pick<AssessmentProgress, 'expected' | 'begun' | 'selfRated' | 'firstRated' | 'finalRated'>;
    const [[counts], grades, missing] = await Promise.all([
      this.store.read<Counts>(sql`
        select count(*)::int as expected, count(rating)::int as begun, count(*) filter (where status = 'selfRated')::int as "selfRated",
          count(*) filter (where status = 'firstRated')::int as "firstRated", count(*) filter (where status = 'finalRated')::int as "finalRated"
        from (${units}) u`),
      this.store.read<AssessmentProgress['grades'][number]>(sql`
        select g.grade ->> 'code' as code, count(u.id)::int as units
        from rubric cross join lateral jsonb_array_elements(rubric.grades) with ordinality as g (grade, place)
        left join (${units}) u on u.status = 'finalRated' and u.vetoes = 0 and u.total >= (g.grade ->> 'from')::numeric
        where rubric.id = ${assessment.rubric} group by g.place, g.grade order by g.place`),
      this.store.read<AssessmentProgress['missing'][number]>(sql`
        select id as organisation, name from (${units}) u where status is null or status in ('draft', 'returned') order by name, id limit ${listed}`),
    ]);
    return { assessment: assessment.id, organisation, asOf: inBeijing(this.clock.now()), ...counts!, grades, missing };
  }

  /** Best first; a rank tells how many in the whole assessment did better, and names nobody. */
  async results({ assessmentId, limit, cursor }: InputOf<typeof reporting.assessmentResults>, call: Call): Promise<Page<AssessmentResult>> {
    const assessment = await this.store.one(Assessment, assessmentId, call, AssessmentNotFound);
    const where = assessment.status === 'published' ? sql`t.assessment = ${assessment.id}` : sql`false`;
    const order = [
      { column: 'total', descending: true },
      { column: 'id', descending: true },
    ];
    const { items, next } = await this.store.page(Rating, call, { where, order, limit, cursor }, (rating) => rating);
    const beside = await this.beside(assessment, items);
    return { items: items.map((rating) => resultOf(rating, beside.get(rating.id)!, assessment)), ...(next !== undefined && { next }) };
  }

  /** Names, ranks, and the result of the year before: by the same authority, by an edition of the same rubric. */
  private async beside({ id, organisation, rubric, year }: Assessment, ratings: readonly Rating[]): Promise<ReadonlyMap<string, Beside>> {
    const rows = await this.store.read<Beside>(sql`
      select r.id as rating, o.name, 1 + (select count(*)::int from rating better where better.assessment = ${id} and better.total > r.total) as rank,
        before.year, before.total::text, before.grade
      from rating r join organisation o on o.id = r.organisation
      left join lateral (
        select a.year, p.total, p.grade from assessment a
        join rubric used on used.id = a.rubric join rubric now on now.id = ${rubric} and now.organisation = used.organisation and now.code = used.code
        join rating p on p.assessment = a.id and p.organisation = r.organisation
        where a.organisation = ${organisation} and a.year = ${year - 1} and a.status = 'published' order by a.id desc limit 1
      ) before on true where r.id = any(${ratings.map((rating) => rating.id)}::uuid[])`);
    return new Map(rows.map((row) => [row.rating, row]));
  }
}

function resultOf(rating: Rating, { name, rank, year, total, grade }: Beside, { ranked }: Assessment): AssessmentResult {
  const previous = year === null ? null : { year, total: total === null ? null : Number(total), grade };
  return { rating: rating.id, organisation: rating.organisation, name, ...rating.result, rank: ranked ? rank : null, previous };
}
