import { isDeepStrictEqual } from 'node:util';
import {
  assertThat,
  CLOCK,
  coursePublishers,
  CourseStandardNotFound,
  OnlineCourseEmpty,
  onlineCourseFacts,
  OnlineCourseMaterialsUnpublished,
  OnlineCourseNotConforming,
  OnlineCourseNotFound,
  OnlineCourseNotYours,
  OnlineCourseOwn,
  refuse,
  SeriesClosed,
  SeriesNotFound,
  type Call,
  type Clock,
  type CourseConformity,
  type CourseContent,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { findingsOf } from './checking.js';
import { CourseStandardEntity } from './course-standard.entity.js';
import { OnlineCourseEntity } from './online-course.entity.js';
import { SeriesEntity } from './series.entity.js';

/** Teachers and researchers put resources together to courses; another publishes what meets its standard and series. */
@Injectable()
export class Composing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KnownNodes) private readonly nodes: KnownNodes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async begin({ id = newId(), organisation, ...content }: InputOf<typeof resources.beginCourse>, call: Call): Promise<OnlineCourseEntity> {
    await this.holdTo(content, organisation, call);
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      const course = Object.assign(new OnlineCourseEntity(), { id, organisation, author: call.caller.subject, ...content });
      const same = (existing: OnlineCourseEntity) =>
        existing.author === course.author && isDeepStrictEqual(existing.content, course.content);
      return work.insert(course, onlineCourseFacts.begun, same);
    });
  }

  async edit({ courseId, ...content }: InputOf<typeof resources.editCourse>, call: Call): Promise<OnlineCourseEntity> {
    const { organisation } = await this.store.one(OnlineCourseEntity, courseId, call, OnlineCourseNotFound);
    await this.holdTo(content, organisation, call);
    return this.store.commit(call, async (work) => {
      const course = await ownCourse(courseId, call, work);
      course.make('edit');
      Object.assign(course, content);
      return work.update(course, onlineCourseFacts.edited);
    });
  }

  discard(courseId: string, call: Call): Promise<void> {
    return this.store.commit(call, async (work) => {
      const course = await ownCourse(courseId, call, work);
      course.make('discard');
      await work.remove(course, onlineCourseFacts.discarded);
    });
  }

  /** What it lacks by its standard, or by another edition, and by its series. */
  async conformity({ courseId, by }: InputOf<typeof resources.courseConformity>, call: Call): Promise<CourseConformity> {
    const course = await this.store.one(OnlineCourseEntity, courseId, call, OnlineCourseNotFound);
    if (by !== undefined) await this.store.one(CourseStandardEntity, by, call, CourseStandardNotFound);
    return this.checked(course, by ?? course.standard);
  }

  async publish(courseId: string, call: Call): Promise<OnlineCourseEntity> {
    const { findings } = await this.checked(await this.store.one(OnlineCourseEntity, courseId, call, OnlineCourseNotFound));
    return this.store.commit(call, async (work) => {
      const course = await work.target(OnlineCourseEntity, courseId, OnlineCourseNotFound);
      course.make('publish');
      assertThat(course.author !== call.caller.subject, OnlineCourseOwn);
      assertThat(course.units.length > 0, OnlineCourseEmpty);
      await holdToPublished(course, work);
      if (findings.length > 0) throw refuse(OnlineCourseNotConforming, { words: findings.map(({ words }) => words), findings });
      course.publishedAt = this.clock.now();
      return work.update(course, onlineCourseFacts.published);
    });
  }

  withdraw({ courseId, reason }: InputOf<typeof resources.withdrawCourse>, call: Call): Promise<OnlineCourseEntity> {
    return this.store.commit(call, async (work) => {
      const course = await work.target(OnlineCourseEntity, courseId, OnlineCourseNotFound);
      const publishes = coursePublishers.some((role) => role === call.caller.role);
      assertThat(publishes || course.author === call.caller.subject, OnlineCourseNotYours);
      course.make('withdraw');
      course.reason = reason;
      return work.update(course, onlineCourseFacts.withdrawn);
    });
  }

  /** Standards and series are read whatever the reach: a course keeps to what it named, though that has moved away since. */
  private async checked(course: OnlineCourseEntity, by = course.standard): Promise<CourseConformity> {
    const [standard] = by === null ? [] : await this.store.read<CourseStandardEntity>(standardOf(by));
    const [series] = course.series === null ? [] : await this.store.read<SeriesEntity>(seriesOf(course.series));
    const findings = findingsOf(course.content, standard, series);
    return {
      ...{ course: course.id, standard: standard?.id ?? null, edition: standard?.edition ?? null, series: series?.id ?? null },
      ...{ conforms: findings.length === 0, findings },
    };
  }

  private async holdTo({ series, standard, units }: CourseContent, organisation: string, call: Call): Promise<void> {
    if (series !== null) {
      const { status } = await this.store.one(SeriesEntity, series, call, SeriesNotFound);
      assertThat(status === 'open', SeriesClosed);
    }
    if (standard !== null) {
      const { status } = await this.store.one(CourseStandardEntity, standard, call, CourseStandardNotFound);
      assertThat(status !== 'draft', CourseStandardNotFound);
    }
    const chapters = units.flatMap(({ chapterId }) => chapterId ?? []);
    await this.nodes.hold({ chapter: [...new Set(chapters)] }, organisation);
  }
}

const standardOf = (id: string) => sql`select id, edition, stages, subjects, demands from course_standard where id = ${id}`;
const seriesOf = (id: string) => sql`select id, stages, subjects, unit_needs as "unitNeeds" from series where id = ${id}`;

async function ownCourse(id: string, { caller }: Call, work: Work): Promise<OnlineCourseEntity> {
  const course = await work.target(OnlineCourseEntity, id, OnlineCourseNotFound);
  assertThat(course.author === caller.subject, OnlineCourseNotYours);
  return course;
}

/** Whoever reads the course reads its materials: a tier at or above the course's own shows each of them. */
async function holdToPublished({ organisation, materials }: OnlineCourseEntity, work: Work): Promise<void> {
  const shown = await work.query<{ id: string }>(
    `select id from resource where id = any($1::uuid[]) and status = 'published'
       and shared_by && array(select a.id from organisation a join organisation o on a.path @> o.path where o.id = $2)`,
    [materials, organisation],
  );
  const unpublished = materials.filter((material) => !shown.some(({ id }) => id === material));
  if (unpublished.length > 0) throw refuse(OnlineCourseMaterialsUnpublished, { count: unpublished.length, resources: unpublished });
}
