import { CourseUnknown, identity, inBeijing, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, containing, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { Course } from './course.entity.js';
import { OfferingCourses } from './offering-courses.js';

@Controller()
export class CourseHandlers {
  constructor(
    private readonly store: Store,
    private readonly offering: OfferingCourses,
  ) {}

  @Handles(identity.openCourse)
  async openCourse(input: InputOf<typeof identity.openCourse>, call: Call) {
    return courseView(await this.offering.open(input, call));
  }

  @Handles(identity.courses)
  courses({ title, subject, stage, ...paging }: InputOf<typeof identity.courses>, call: Call) {
    const where = allOf(
      sql`not t.ended`,
      title !== undefined && sql`t.title like ${containing(title)}`,
      subject !== undefined && sql`t.subject = ${subject}`,
      stage !== undefined && sql`(t.stage is null or t.stage = ${stage})`,
    );
    return this.store.page(Course, call, { where, order: [{ column: 'title' }, { column: 'id' }], ...paging }, courseView);
  }

  @Handles(identity.course)
  async course({ courseId }: InputOf<typeof identity.course>, call: Call) {
    return courseView(await this.store.one(Course, courseId, call, CourseUnknown));
  }

  @Handles(identity.changeCourse)
  async changeCourse(input: InputOf<typeof identity.changeCourse>, call: Call) {
    return courseView(await this.offering.change(input, call));
  }

  @Handles(identity.endCourse)
  async endCourse({ courseId }: InputOf<typeof identity.endCourse>, call: Call) {
    return courseView(await this.offering.end(courseId, call));
  }
}

const courseView = ({ createdAt, updatedAt, ...course }: Course) => ({
  ...course,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
});
