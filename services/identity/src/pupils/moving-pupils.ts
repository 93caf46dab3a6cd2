import {
  assertThat,
  CLOCK,
  dayInBeijing,
  enrolmentFacts,
  accountFacts,
  MovementTooEarly,
  personFacts,
  PersonUnknown,
  postFacts,
  PupilElsewhere,
  PupilInClass,
  PupilNotOnLeave,
  PupilOnLeave,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Account } from '../people/account.entity.js';
import { followPosts, followPostsOf } from '../people/ending.js';
import { givePost } from '../people/granting.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import type { SchoolClass } from '../rosters/school-class.entity.js';
import { Revocations } from '../signing-in/revocations.js';
import { record, type Movement } from './movement.entity.js';
import { endSchooling, enrolmentIn, fitClass, pupilWithin, type PupilHere } from './pupil-here.js';

/** 学籍异动 of one pupil within a school: in, between classes, on leave and back, out. */
@Injectable()
export class MovingPupils {
  constructor(
    private readonly store: Store,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The only way in besides a transfer; the record moves to the school when nobody else keeps the pupil. */
  enter({ organisationId: school, person: id, class: classId, on }: InputOf<typeof identity.enterPupil>, call: Call): Promise<Movement> {
    const since = on ?? this.today();
    return this.store.commit(call, async (work) => {
      const person = await work.one(Person, id, PersonUnknown);
      person.refuseClosed();
      const posts = await work.all(Post, sql`t.person = ${id}`);
      const asPupil = posts.filter(({ role }) => role === 'pupil');
      assertThat(!asPupil.some((post) => !post.ended && post.organisation !== school), PupilElsewhere);
      await givePost(person, { role: 'pupil', organisation: school, since, wards: [] }, this.today(), work, call);
      const inClass = classId === undefined ? undefined : await fitClass(classId, school, work);
      if (inClass) await work.insert(enrolmentIn(inClass, id, since), enrolmentFacts.made);
      if (!posts.some((post) => !post.ended && post.organisation === person.organisation)) await keepAt(person, school, work);
      await followPosts([person], work);
      const kind = asPupil.length > 0 ? 'reentry' : 'entry';
      return record({ organisation: school, person: id, kind, on: since, ...into(inClass) }, work);
    });
  }

  async changeClass(
    { organisationId: school, personId: person, class: classId, on, reason }: InputOf<typeof identity.changePupilClass>,
    call: Call,
  ): Promise<Movement> {
    const day = this.happened(on);
    return this.store.commit(call, async (work) => {
      const here = await pupilWithin(school, person, work);
      assertThat(here.post.pupilStatus !== '02', PupilOnLeave);
      const inClass = await fitClass(classId, school, work);
      assertThat(here.homeroom?.id !== inClass.id, PupilInClass);
      await leaveHomeroom(here, day, work);
      await work.insert(enrolmentIn(inClass, person, day), enrolmentFacts.made);
      return record(
        { organisation: school, person, kind: 'classChange', on: day, reason: reason ?? null, ...outOf(here.homeroom), ...into(inClass) },
        work,
      );
    });
  }

  /** The place on the roll stays, and so does the sign-in; classes end. */
  async suspend(
    { organisationId: school, personId: person, on, reason }: InputOf<typeof identity.suspendPupil>,
    call: Call,
  ): Promise<Movement> {
    const day = this.happened(on);
    return this.store.commit(call, async (work) => {
      const here = await pupilWithin(school, person, work);
      assertThat(here.post.pupilStatus !== '02', PupilOnLeave);
      for (const enrolment of here.enrolments) await work.update(enrolment.end(day), enrolmentFacts.ended);
      await work.update(Object.assign(here.post, { pupilStatus: '02' }), postFacts.changed);
      return record({ organisation: school, person, kind: 'suspension', on: day, reason: reason ?? null, ...outOf(here.homeroom) }, work);
    });
  }

  async resume(
    { organisationId: school, personId: person, class: classId, on, reason }: InputOf<typeof identity.resumePupil>,
    call: Call,
  ): Promise<Movement> {
    const day = this.happened(on);
    return this.store.commit(call, async (work) => {
      const here = await pupilWithin(school, person, work);
      assertThat(here.post.pupilStatus === '02', PupilNotOnLeave);
      const inClass = await fitClass(classId, school, work);
      await work.insert(enrolmentIn(inClass, person, day), enrolmentFacts.made);
      await work.update(Object.assign(here.post, { pupilStatus: '01' }), postFacts.changed);
      return record({ organisation: school, person, kind: 'resumption', on: day, reason: reason ?? null, ...into(inClass) }, work);
    });
  }

  async leave(
    { organisationId: school, personId: person, as: kind, on, reason }: InputOf<typeof identity.leaveSchool>,
    call: Call,
  ): Promise<Movement> {
    const day = this.happened(on);
    return this.revocations.commit(call, async (work, revoke) => {
      const here = await pupilWithin(school, person, work);
      const guardians = await endSchooling([here], kind, day, work, revoke);
      await followPostsOf([person, ...guardians.map((post) => post.person)], work);
      return record({ organisation: school, person, kind, on: day, reason: reason ?? null, ...outOf(here.homeroom) }, work);
    });
  }

  private today(): string {
    return dayInBeijing(this.clock.now());
  }

  private happened(on: string | undefined): string {
    const today = this.today();
    assertThat(on === undefined || on <= today, MovementTooEarly);
    return on ?? today;
  }
}

export const outOf = (left: SchoolClass | undefined) => ({ fromClass: left?.id ?? null, fromGrade: left?.gradeOrdinal ?? null });
export const into = (entered: SchoolClass | undefined) => ({ toClass: entered?.id ?? null, toGrade: entered?.gradeOrdinal ?? null });

/** Ends the enrolment in the pupil's own class; teaching groups go on. */
async function leaveHomeroom({ enrolments, homeroom }: PupilHere, on: string, work: Work): Promise<void> {
  for (const enrolment of enrolments) if (enrolment.class === homeroom?.id) await work.update(enrolment.end(on), enrolmentFacts.ended);
}

/** Another organisation keeps the record from now on, and the account with it. */
export async function keepAt(person: Person, organisation: string, work: Work): Promise<void> {
  if (person.organisation === organisation) return;
  person.organisation = organisation;
  await work.update(person, personFacts.changed);
  for (const account of await work.all(Account, sql`t.person = ${person.id}`))
    await work.update(Object.assign(account, { organisation }), accountFacts.moved);
}
