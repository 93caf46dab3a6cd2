import { assertThat, purposeCovers, RosterRowUnknown, type identity, type InputOf, type OutputOf, type Subject } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { ConsentStanding } from '../consents/standing.js';
import { homeroomCourse } from './collections.js';

/** What another service has to know of the roster before it keeps or shows something about classes and pupils. */
@Injectable()
export class StandingOfPupils {
  constructor(
    private readonly store: Store,
    private readonly consents: ConsentStanding,
  ) {}

  async inClass({ class: id, people, sessions }: InputOf<typeof identity.classStanding>): Promise<OutputOf<typeof identity.classStanding>> {
    const [found] = await this.store.read<OutputOf<typeof identity.classStanding>>(
      sql`select t.organisation, t.ended, coalesce(t.course_id, ${homeroomCourse(sql`t.organisation`)}) as course,
                 array(select distinct e.person from enrolment e where e.class = t.id and e.person = any(${people}::uuid[]) and e.role = 'pupil') as pupils,
                 array(select x.id from term x where x.id = any(${sessions}::uuid[]) and not x.withdrawn) as sessions
          from school_class t where t.id = ${id}`,
    );
    assertThat(found, RosterRowUnknown);
    return found;
  }

  async taughtIn({ kind, id }: InputOf<typeof identity.taughtIn>): Promise<OutputOf<typeof identity.taughtIn>> {
    const [found] = await this.store.read<{ organisation: string; subject: Subject | null; grades: number[] }>(
      kind === 'course'
        ? sql`select organisation, subject, grades from roster_course where id = ${id}`
        : sql`select t.organisation, k.subject, case when t.grade_ordinal is null then '{}' else array[t.grade_ordinal] end as grades
              from school_class t left join course k on k.id = t.course_id where t.id = ${id}`,
    );
    assertThat(found, RosterRowUnknown);
    return found;
  }

  /** Of a pupil whom the app may not read there is nothing, as in the roster. */
  async taughtTo({ person, client }: InputOf<typeof identity.taughtTo>): Promise<OutputOf<typeof identity.taughtTo>> {
    const [found] = await this.store.read<{ isPupil: boolean; organisations: string[] }>(
      sql`select 'pupil' = any(p.kinds) as "isPupil", array(select distinct t.organisation from post t where t.person = p.id and not t.ended) as organisations
          from person p where p.id = ${person} and not p.closed`,
    );
    assertThat(found, RosterRowUnknown);
    const covering = found.isPupil ? await this.consents.covering(client, [person]) : undefined;
    assertThat(covering?.(person).length !== 0, RosterRowUnknown);
    const taught = await this.store.read<{ organisation: string; subject: Subject | null; grades: number[] }>(
      sql`select distinct t.organisation, k.subject, case when t.grade_ordinal is null then '{}' else array[t.grade_ordinal] end as grades
          from enrolment e join school_class t on t.id = e.class left join course k on k.id = t.course_id
          where e.person = ${person} and not e.ended and not t.ended limit 200`,
    );
    return { organisations: found.organisations, taught };
  }

  /** A homeroom teacher teaches their class. */
  async classesOf({ people, as }: InputOf<typeof identity.classesOf>): Promise<OutputOf<typeof identity.classesOf>> {
    const roles = as === 'pupil' ? ['pupil'] : ['teacher', 'homeroomTeacher'];
    const rows = await this.store.read<{ class: string }>(
      sql`select distinct e.class from enrolment e where e.person = any(${people}::uuid[]) and e.role = any(${roles}::text[]) and not e.ended`,
    );
    return { classes: rows.map((row) => row.class) };
  }

  /** Those whose results the app has no purpose for that holds; all, when it has not said what it reads pupils for. */
  async withheld({ client, people }: InputOf<typeof identity.withheldPupils>) {
    const covering = await this.consents.covering(client, people);
    return { withheld: people.filter((person) => !covering?.(person).some((purpose) => purposeCovers[purpose].results)) };
  }
}
