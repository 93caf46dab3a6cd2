import {
  assertThat,
  ClassEnded,
  ClassUnknown,
  CLOCK,
  dayInBeijing,
  EnrolmentElsewhere,
  EnrolmentEnded,
  enrolmentFacts,
  EnrolmentHeld,
  EnrolmentUnfit,
  EnrolmentUnknown,
  type Call,
  type Clock,
  type identity,
  type InputOf,
  type PostRole,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Post } from '../people/post.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { SchoolClass } from './school-class.entity.js';

/** Who leads, teaches or helps in a class is on the staff of its school. */
const staffOfSchool: readonly PostRole[] = ['teacher', 'homeroomTeacher', 'schoolAdmin', 'subjectResearcher'];

/** Putting people into classes and taking them out. */
@Injectable()
export class Enrolling {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  enrol({ classId, id, person, role, primary, since, until }: InputOf<typeof identity.enrol>, call: Call): Promise<Enrolment> {
    return this.store.commit(call, async (work) => {
      const inClass = await work.one(SchoolClass, classId, ClassUnknown);
      assertThat(!inClass.ended, ClassEnded);
      const fitting = role === 'pupil' ? (['pupil'] as const) : staffOfSchool;
      // Locked: two who enrol the same person at once see one another.
      const posts = await work.all(
        Post,
        sql`t.person = ${person} and t.organisation = ${inClass.organisation} and t.role = any(${fitting}::text[]) and not t.ended`,
      );
      assertThat(posts.length > 0, EnrolmentUnfit);
      const held = await work.all(Enrolment, sql`t.person = ${person} and t.role = ${role} and not t.ended`);
      assertThat(!held.some((one) => one.class === classId && one.id !== id), EnrolmentHeld);
      if (role === 'pupil' && inClass.kind === 'homeroom' && primary) {
        const others = held.filter((one) => one.primary && one.class !== classId).map((one) => one.class);
        const homerooms = await work.query(`select 1 from school_class where id = any($1::uuid[]) and kind = 'homeroom' and not ended`, [
          others,
        ]);
        assertThat(homerooms.length === 0, EnrolmentElsewhere);
      }
      const enrolment = Object.assign(new Enrolment(), {
        ...(id !== undefined && { id }),
        ...{ organisation: inClass.organisation, class: classId, person, role, primary },
        since: since ?? dayInBeijing(this.clock.now()),
        until: until ?? null,
      });
      return work.insert(
        enrolment,
        enrolmentFacts.made,
        (there) => there.class === classId && there.person === person && there.role === role,
      );
    });
  }

  end({ enrolmentId, on }: InputOf<typeof identity.endEnrolment>, call: Call): Promise<Enrolment> {
    return this.store.commit(call, async (work) => {
      const enrolment = await work.target(Enrolment, enrolmentId, EnrolmentUnknown);
      assertThat(!enrolment.ended, EnrolmentEnded);
      return work.update(enrolment.end(on ?? dayInBeijing(this.clock.now())), enrolmentFacts.ended);
    });
  }
}
