import {
  courseLifeCycle,
  OnlineCourseNotFound,
  resources,
  type Call,
  type Caller,
  type InputOf,
  type OnlineCourse,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { Composing } from './composing.js';
import { Covering } from './covering.js';
import { MainSubjects } from './main-subjects.js';
import { OnlineCourseEntity } from './online-course.entity.js';
import { itemOf } from '../item.js';

/** Its author edits, another publishes; both may withdraw it. */
function courseView(course: OnlineCourseEntity, caller: Caller): OnlineCourse {
  const isAuthor = course.author === caller.subject;
  const moves = courseLifeCycle.movesFor(course.status, caller).filter((move) => {
    if (course.organisation !== caller.organisation) return false;
    if (move === 'withdraw') return isAuthor || courseLifeCycle.isMadeBy('publish', caller);
    return move === 'publish' ? !isAuthor : isAuthor;
  });
  const { periods: _, ...fact } = course.fact();
  return { ...fact, ...itemOf(course), ...course.content, author: course.author, moves };
}

@Controller()
export class CoursesHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Composing) private readonly composing: Composing,
    @Inject(Covering) private readonly covering: Covering,
    @Inject(MainSubjects) private readonly subjects: MainSubjects,
  ) {}

  @Handles(resources.beginCourse)
  async beginCourse(input: InputOf<typeof resources.beginCourse>, call: Call) {
    return courseView(await this.composing.begin(input, call), call.caller);
  }

  @Handles(resources.onlineCourses)
  onlineCourses({ stage, subject, series, resource, status, limit, cursor }: InputOf<typeof resources.onlineCourses>, call: Call) {
    const where = allOf(
      stage !== undefined && sql`t.stage = ${stage}`,
      subject !== undefined && sql`t.subject = ${subject}`,
      series !== undefined && sql`t.series = ${series}`,
      resource !== undefined && sql`t.units @> ${JSON.stringify([{ materials: [{ resource }] }])}::jsonb`,
      status !== undefined && sql`t.status = ${status}`,
    );
    return this.store.page(OnlineCourseEntity, call, { where, limit, cursor }, (course) => courseView(course, call.caller));
  }

  @Handles(resources.onlineCourse)
  async onlineCourse({ courseId }: InputOf<typeof resources.onlineCourse>, call: Call) {
    return courseView(await this.store.one(OnlineCourseEntity, courseId, call, OnlineCourseNotFound), call.caller);
  }

  @Handles(resources.editCourse)
  async editCourse(input: InputOf<typeof resources.editCourse>, call: Call) {
    return courseView(await this.composing.edit(input, call), call.caller);
  }

  @Handles(resources.discardCourse)
  discardCourse({ courseId }: InputOf<typeof resources.discardCourse>, call: Call) {
    return this.composing.discard(courseId, call);
  }

  @Handles(resources.courseConformity)
  courseConformity(input: InputOf<typeof resources.courseConformity>, call: Call) {
    return this.composing.conformity(input, call);
  }

  @Handles(resources.publishCourse)
  async publishCourse({ courseId }: InputOf<typeof resources.publishCourse>, call: Call) {
    return courseView(await this.composing.publish(courseId, call), call.caller);
  }

  @Handles(resources.withdrawCourse)
  async withdrawCourse(input: InputOf<typeof resources.withdrawCourse>, call: Call) {
    return courseView(await this.composing.withdraw(input, call), call.caller);
  }

  @Handles(resources.courseCoverage)
  courseCoverage(input: InputOf<typeof resources.courseCoverage>, call: Call) {
    return this.covering.of(input, call);
  }

  @Handles(resources.mainSubjects)
  mainSubjects(_: InputOf<typeof resources.mainSubjects>, call: Call) {
    return this.subjects.inForce(call);
  }

  @Handles(resources.setMainSubjects)
  setMainSubjects(input: InputOf<typeof resources.setMainSubjects>, call: Call) {
    return this.subjects.set(input, call);
  }

  @Handles(resources.chapterCoverage)
  chapterCoverage(input: InputOf<typeof resources.chapterCoverage>, call: Call) {
    return this.covering.chapters(input, call);
  }
}
