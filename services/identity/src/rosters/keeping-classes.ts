import {
  assertThat,
  ClassEnded,
  classFacts,
  ClassGradeUnfit,
  ClassMisplaced,
  ClassUnknown,
  ClassWithoutCourse,
  CLOCK,
  CourseUnknown,
  dayInBeijing,
  enrolmentFacts,
  OrganisationClosed,
  OrganisationUnknown,
  schoolYearOf,
  TermUnknown,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Course } from '../courses/course.entity.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { isSchool } from '../organisations/placing.js';
import { holdingAt } from '../terms/handed-down.js';
import { Term } from '../terms/term.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { enrolYearOf, gradeFits, gradeTitle, stageOf } from './grades.js';
import { SchoolClass } from './school-class.entity.js';

/** What of a class the caller says; the words for grade, course and term follow from it. */
type Said = Partial<Pick<SchoolClass, 'title' | 'stage' | 'gradeOrdinal' | 'enrolYear' | 'courseId' | 'termIds'>>;

/** Opening, changing and ending classes. */
@Injectable()
export class KeepingClasses {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  open({ organisationId, id, kind, ...said }: InputOf<typeof identity.openClass>, call: Call): Promise<SchoolClass> {
    return this.store.commit(call, async (work) => {
      const school = await work.one(OrganisationRecord, organisationId, OrganisationUnknown);
      assertThat(school.state === 'open', OrganisationClosed);
      assertThat(isSchool(school.kind), ClassMisplaced);
      const opened = Object.assign(new SchoolClass(), { ...(id !== undefined && { id }), organisation: organisationId, kind });
      await this.describe(opened, said, work);
      return work.insert(opened, classFacts.registered, (there) => there.organisation === organisationId && there.title === opened.title);
    });
  }

  change({ classId, ...said }: InputOf<typeof identity.changeClass>, call: Call): Promise<SchoolClass> {
    return this.store.commit(call, async (work) => {
      const kept = await work.target(SchoolClass, classId, ClassUnknown);
      assertThat(!kept.ended, ClassEnded);
      await this.describe(kept, said, work);
      return work.update(kept, classFacts.changed);
    });
  }

  /** Nobody is in a class that is over. */
  end(classId: string, call: Call): Promise<SchoolClass> {
    const today = dayInBeijing(this.clock.now());
    return this.store.commit(call, async (work) => {
      const kept = await work.target(SchoolClass, classId, ClassUnknown);
      assertThat(!kept.ended, ClassEnded);
      for (const enrolment of await work.all(Enrolment, sql`t.class = ${classId} and not t.ended`))
        await work.update(enrolment.end(today), enrolmentFacts.ended);
      return work.update(Object.assign(kept, { ended: true }), classFacts.ended);
    });
  }

  private async describe(kept: SchoolClass, said: Said, work: Work): Promise<void> {
    Object.assign(kept, said);
    assertThat((kept.kind === 'scheduled') === (kept.courseId !== null), ClassWithoutCourse);
    if (kept.gradeOrdinal !== null) {
      kept.stage ??= stageOf(kept.gradeOrdinal);
      kept.grade = gradeTitle(kept.gradeOrdinal);
      if (kept.kind === 'homeroom')
        kept.enrolYear ??= enrolYearOf(kept.stage, kept.gradeOrdinal, schoolYearOf(dayInBeijing(this.clock.now())));
    }
    assertThat(gradeFits(kept.stage, kept.gradeOrdinal), ClassGradeUnfit);
    if (said.courseId) {
      const [course] = await holdingAt(Course, [said.courseId], kept.organisation, work);
      assertThat(course && !course.ended, CourseUnknown);
      kept.course = course.title;
    }
    if (said.termIds === undefined) return;
    const terms = await holdingAt(Term, said.termIds, kept.organisation, work);
    assertThat(terms.length === new Set(said.termIds).size && terms.every(({ withdrawn }) => !withdrawn), TermUnknown);
    kept.term = terms.map(({ title }) => title).join('、') || null;
  }
}
