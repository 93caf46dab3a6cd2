import { assertThat, PupilNotInYourClass, type Caller } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';

/** A homeroom teacher answers for the pupils of the classes they are in, and for no others of the school. */
@Injectable()
export class OwnClasses {
  constructor(private readonly store: Store) {}

  async hold(teacher: string, pupil: string): Promise<boolean> {
    const rows = await this.store.read(
      sql`select 1 from enrolment p join enrolment t on t.class = p.class
          where p.person = ${pupil} and p.role = 'pupil' and not p.ended and t.person = ${teacher} and t.role in ('homeroomTeacher', 'teacher') and not t.ended limit 1`,
    );
    return rows.length > 0;
  }

  /** Refuses a homeroom teacher with {@link PupilNotInYourClass}; other roles are not held to classes. */
  async refuseOthers({ role, subject }: Caller, pupil: string): Promise<void> {
    if (role === 'homeroomTeacher') assertThat(await this.hold(subject, pupil), PupilNotInYourClass);
  }
}
