import { enrolmentFacts, inBeijing, type PostWork } from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { Enrolment } from '../rosters/enrolment.entity.js';

type Holder = Parameters<PostWork['of']>[0];

/** Who teaches has classes; they are what identity itself knows of a post's work. */
const teaching: readonly string[] = ['teacher', 'homeroomTeacher'];

/** The classes a teacher's successor takes over. */
@Injectable()
export class TaughtClasses {
  constructor(private readonly store: Store) {}

  async of({ person, role, organisation }: Holder): ReturnType<PostWork['of']> {
    if (!teaching.includes(role)) return [];
    const rows = await this.store.read<{ id: string; title: string; at: Date }>(
      sql`select c.id, c.title, e.created_at as at from enrolment e join school_class c on c.id = e.class
          where e.person = ${person} and e.organisation = ${organisation} and e.role <> 'pupil' and not e.ended and not c.ended
          order by e.id limit 500`,
    );
    return rows.map(({ id, title, at }) => ({ service: 'identity', thing: 'class', id, title, since: inBeijing(at) }));
  }

  /** The classes go on with the successor from today; where they teach already, only the old teacher leaves. */
  async passOver({ person, role, organisation }: Holder, to: string, today: string, work: Work): Promise<void> {
    if (!teaching.includes(role)) return;
    const taught = await work.all(
      Enrolment,
      sql`t.person = ${person} and t.organisation = ${organisation} and t.role <> 'pupil' and not t.ended`,
    );
    for (const enrolment of taught) {
      const [already] = await work.all(
        Enrolment,
        sql`t.class = ${enrolment.class} and t.person = ${to} and t.role = ${enrolment.role} and not t.ended`,
        1,
      );
      await work.update(Object.assign(enrolment, { ended: true, until: today }), enrolmentFacts.ended);
      if (already) continue;
      const next = Object.assign(new Enrolment(), enrolment, { id: newId(), person: to, since: today, until: null, ended: false });
      await work.insert(next, enrolmentFacts.made);
    }
  }
}
