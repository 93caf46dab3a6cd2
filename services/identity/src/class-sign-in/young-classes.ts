import { assertThat, ClassEnded, ClassGradeTooHigh, ClassNotYours, ClassUnknown, lastGradeByPicture, type Call } from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { SchoolClass } from '../rosters/school-class.entity.js';

/** Homeroom classes of grades 1 to 3, and who may arrange how they sign in: their homeroom teachers and the school's administrators. */
@Injectable()
export class YoungClasses {
  constructor(private readonly store: Store) {}

  async read(id: string, call: Call): Promise<SchoolClass> {
    const found = await this.store.one(SchoolClass, id, call, ClassUnknown);
    await this.check(found, call);
    return found;
  }

  /** The class, locked: whoever gives out its pictures stands in line. */
  async locked(id: string, call: Call, work: Work): Promise<SchoolClass> {
    const found = await work.target(SchoolClass, id, ClassUnknown);
    await this.check(found, call);
    return found;
  }

  /** Who its pupils are today, in the order in which they came to it. */
  async pupils({ id }: SchoolClass): Promise<string[]> {
    const rows = await this.store.read<{ person: string }>(
      sql`select e.person from enrolment e join person p on p.id = e.person
          where e.class = ${id} and e.role = 'pupil' and not e.ended and not p.closed order by e.id limit 200`,
    );
    return rows.map(({ person }) => person);
  }

  private async check({ id, kind, ended, gradeOrdinal }: SchoolClass, { caller }: Call): Promise<void> {
    assertThat(!ended, ClassEnded);
    if (caller.role === 'homeroomTeacher') {
      const leads = await this.store.read(
        sql`select 1 from enrolment where class = ${id} and person = ${caller.subject} and role = 'homeroomTeacher' and not ended limit 1`,
      );
      assertThat(leads.length > 0, ClassNotYours);
    }
    assertThat(kind === 'homeroom' && gradeOrdinal !== null && gradeOrdinal <= lastGradeByPicture, ClassGradeTooHigh);
  }
}
