import {
  stages,
  type Call,
  type ChapterCoverage,
  type CourseContent,
  type CourseCoverage,
  type InputOf,
  type Page,
  type resources,
} from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OnlineCourseEntity } from './online-course.entity.js';

type Stage = CourseContent['stage'];
type Subject = CourseContent['subject'];
type Cell = CourseCoverage['cells'][number];

/** 主要学科: the subjects of each stage that every plan of full coverage names. */
const mainSubjects: Readonly<Partial<Record<Stage, readonly Subject[]>>> = {
  primary: ['chinese', 'mathematics', 'english', 'science', 'morality'],
  junior: ['chinese', 'mathematics', 'english', 'physics', 'chemistry', 'biology', 'history', 'geography', 'morality'],
  senior: ['chinese', 'mathematics', 'english', 'physics', 'chemistry', 'biology', 'history', 'geography', 'politics'],
};

/** Textbooks are handed down as courses are. */
const textbooks = { reach: { handedDown: 'true' } };

/** Which stages, subjects and chapters have published courses 课程覆盖. */
@Injectable()
export class Covering {
  constructor(@Inject(Store) private readonly store: Store) {}

  async of({ stage, subject }: InputOf<typeof resources.courseCoverage>, call: Call): Promise<CourseCoverage> {
    const which = allOf(stage !== undefined && sql`t.stage = ${stage}`, subject !== undefined && sql`t.subject = ${subject}`);
    const counted = await this.store.scan<Omit<Cell, 'isMain'>>(
      sql`with course as (${this.courses(await this.store.reachOf(OnlineCourseEntity, call), which)}),
            chapter as (${chapters(await this.store.reachOf(textbooks, call), which)}),
            counted as (
              select stage, subject, 1 as courses, jsonb_array_length(units) as units, 0 as chapters, 0 as covered from course
              union all
              select c.stage, c.subject, 0, 0, 1,
                (c.id::text in (select u ->> 'chapterId' from course cross join lateral jsonb_array_elements(units) u))::int from chapter c
            )
          select stage, subject, sum(courses)::int as courses, sum(units)::int as units, sum(chapters)::int as chapters,
            sum(covered)::int as covered from counted group by stage, subject`,
    );
    const cells = mainCells(stage, subject).map(
      (cell) => counted.find((each) => each.stage === cell.stage && each.subject === cell.subject) ?? cell,
    );
    const others = counted.filter((cell) => !isMain(cell));
    const all = [...cells, ...others].map((cell): Cell => ({ ...cell, isMain: isMain(cell) })).sort(inOrder);
    return { cells: all, main: cells.length, mainWithCourses: cells.filter(({ courses }) => courses > 0).length };
  }

  async chapters(
    { stage, subject, missing, ...paging }: InputOf<typeof resources.chapterCoverage>,
    call: Call,
  ): Promise<Page<ChapterCoverage>> {
    const which = sql`t.stage = ${stage} and t.subject = ${subject}`;
    const rows = sql`with taught as (
        select u ->> 'chapterId' as chapter, count(distinct c.id)::int as courses, count(*)::int as units
        from (${this.courses(await this.store.reachOf(OnlineCourseEntity, call), which)}) c cross join lateral jsonb_array_elements(c.units) u group by 1
      )
      select t.id, t.code, t.name, t.parent, coalesce(taught.courses, 0) as courses, coalesce(taught.units, 0) as units
      from (${chapters(await this.store.reachOf(textbooks, call), which)}) t left join taught on taught.chapter = t.id::text
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

const isMain = ({ stage, subject }: Pick<Cell, 'stage' | 'subject'>): boolean => mainSubjects[stage]?.includes(subject) ?? false;

function mainCells(stage: Stage | undefined, subject: Subject | undefined): Omit<Cell, 'isMain'>[] {
  const cells = Object.entries(mainSubjects).flatMap(([each, main]) => main.map((one) => ({ stage: each as Stage, subject: one })));
  return cells
    .filter((cell) => (stage === undefined || cell.stage === stage) && (subject === undefined || cell.subject === subject))
    .map((cell) => ({ ...cell, courses: 0, units: 0, chapters: 0, covered: 0 }));
}

const order = Object.keys(stages);
const inOrder = (one: Cell, other: Cell): number =>
  order.indexOf(one.stage) - order.indexOf(other.stage) ||
  Number(other.isMain) - Number(one.isMain) ||
  one.subject.localeCompare(other.subject);
