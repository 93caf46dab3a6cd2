import {
  assertThat,
  CourseEnded,
  courseFacts,
  CourseUnknown,
  OrganisationClosed,
  OrganisationUnknown,
  type Call,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { Course } from './course.entity.js';

/** Opening, changing and ending courses. */
@Injectable()
export class OfferingCourses {
  constructor(private readonly store: Store) {}

  open(input: InputOf<typeof identity.openCourse>, call: Call): Promise<Course> {
    return this.store.commit(call, async (work) => {
      const owner = await work.one(OrganisationRecord, input.organisation, OrganisationUnknown);
      assertThat(owner.state === 'open', OrganisationClosed);
      const course = Object.assign(new Course(), { ...input, grades: inOrder(input.grades) });
      return work.insert(course, courseFacts.opened, (there) => there.organisation === course.organisation && there.title === course.title);
    });
  }

  change({ courseId, grades, ...said }: InputOf<typeof identity.changeCourse>, call: Call): Promise<Course> {
    return this.store.commit(call, async (work) => {
      const course = await work.target(Course, courseId, CourseUnknown);
      assertThat(!course.ended, CourseEnded);
      return work.update(Object.assign(course, said, grades && { grades: inOrder(grades) }), courseFacts.changed);
    });
  }

  end(courseId: string, call: Call): Promise<Course> {
    return this.store.commit(call, async (work) => {
      const course = await work.target(Course, courseId, CourseUnknown);
      assertThat(!course.ended, CourseEnded);
      return work.update(Object.assign(course, { ended: true }), courseFacts.ended);
    });
  }
}

const inOrder = (grades: readonly number[]): number[] => [...new Set(grades)].sort((one, other) => one - other);
