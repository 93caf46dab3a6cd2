import { stages, type Call, type ChapterCoverage, type CourseCoverage, type InputOf, type Page, type resources } from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { MainSubjects } from './main-subjects.js';
import { OnlineCourseEntity } from './online-course.entity.js';

type Cell = CourseCoverage['cells'][number];
type Place = Pick<Cell, 'stage' | 'subject'>;

const none = { courses: 0, units: 0, chapters: 0, covered: 0 };

/** Textbooks are handed down as courses are. */
const textbooks = { reach: { handedDown: 'true' } };

/** Which stages, subjects and chapters have published courses 课程覆盖. */
@Injectable()
export class Covering {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(MainSubjects) private readonly mainSubjects: MainSubjects,
  ) {}

  async of({ stage, subject }: InputOf<typeof resources.courseCoverage>, call: Call): Promise<CourseCoverage> {
    const { setBy, main } = await this.mainSubjects.inForce(call);
    const isMain = (cell: Place) => main.some((each) => each.stage === cell.stage && each.subjects.includes(cell.subject));
    const which = allOf(stage !== undefined && sql`t.stage = ${stage}`, subject !== undefined && sql`t.subject = ${subject}`);
    const counted = await this.store.scan<Omit<Cell, 'isMain'>>(
      sql`with recursive course as (${this.courses(await this.store.reachOf(OnlineCourseEntity, call), which)}),
            chapter as (${chapters(await this.store.reachOf(textbooks, call), which)}),
            ${taught},
            counted as (
              select stage, subject, 1 as courses, jsonb_array_length(units) as units, 0 as chapters, 0 as covered from course
              union all
              select c.stage, c.subject, 0, 0, 1,
                (c.id in (select chapter from taught))::int from chapter c
            )
          select stage, subject, sum(courses)::int as courses, sum(units)::int as units, sum(chapters)::int as chapters,
            sum(covered)::int as covered from counted group by stage, subject`,
    );
    const asked = (cell: Place) => (stage ?? cell.stage) === cell.stage && (subject ?? cell.subject) === cell.subject;
    const cells = main
      .flatMap((each) => each.subjects.map((one) => ({ stage: each.stage, subject: one })))
      .filter(asked)
      .map((cell) => counted.find((each) => each.stage === cell.stage && each.subject === cell.subject) ?? { ...cell, ...none });
    const others = counted.filter((cell) => !isMain(cell));
    const all = [...cells, ...others].map((cell): Cell => ({ ...cell, isMain: isMain(cell) })).sort(inOrder);
    return { cells: all, setBy, main: cells.length, mainWithCourses: cells.filter(({ courses }) => courses > 0).length };
  }

  async chapters(
    { stage, subject, missing, ...paging }: InputOf<typeof resources.chapterCoverage>,
    call: Call,
  ): Promise<Page<ChapterCoverage>> {
    const which = sql`t.stage = ${stage} and t.subject = ${subject}`;
    const rows = sql`with recursive course as (${this.courses(await this.store.reachOf(OnlineCourseEntity, call), which)}),
        chapter as (${chapters(await this.store.reachOf(textbooks, call), which)}),
        ${taught}
      select t.id, t.code, t.name, t.parent, coalesce(taught.courses, 0) as courses, coalesce(taught.units, 0) as units
      from chapter t left join taught on taught.chapter = t.id
      where ${missing === undefined ? sql`true` : sql`taught.chapter is null`}`;
    return this.store.pageOf<ChapterCoverage>(rows, call, paging);
  }

  private courses(reach: Sql, which: Sql): Sql {
    return sql`select t.id, t.stage, t.subject, t.units from online_course t where t.status = 'published' and ${which} and ${reach}`;
  }
}

/** Chapters of textbooks in use. */
const chapters = (reach: Sql, which: Sql): Sql =>
  sql`select n.id, n.code, n.name, n.parent, t.stage, t.subject from curriculum t
      join curriculum_node n on n.tree = t.id and n.kind = 'chapter' and n.retired_at is null
      where t.kind = 'textbook' and t.state = 'current' and ${which} and ${reach}`;

/** Chapters that units of courses name: themselves, or by what they took the place of. */
const taught = sql`said as (
    select id as chapter, id as node from chapter
    union select s.chapter, r.source from said s join curriculum_relation r on r.target = s.node and r.kind = 'successor'),
  unit as (select c.id as course, (u ->> 'chapterId')::uuid as node from course c cross join lateral jsonb_array_elements(c.units) u),
  taught as (select s.chapter, count(distinct course)::int as courses, count(*)::int as units from said s join unit using (node) group by s.chapter)`;

const order = Object.keys(stages);
const inOrder = (one: Cell, other: Cell): number =>
  order.indexOf(one.stage) - order.indexOf(other.stage) ||
  Number(other.isMain) - Number(one.isMain) ||
  one.subject.localeCompare(other.subject);
