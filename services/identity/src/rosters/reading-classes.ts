import type { Call } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { itself } from '../itself.js';
import { classView } from './class.view.js';
import { Enrolment } from './enrolment.entity.js';
import { SchoolClass } from './school-class.entity.js';

/** The classes somebody is in. */
@Injectable()
export class ReadingClasses {
  constructor(private readonly store: Store) {}

  /** A teacher’s and pupil’s own, a guardian’s wards’; of the acting school. */
  async mine(paging: { limit: number; cursor?: string | undefined }, call: Call) {
    const { subject, role, about, organisation } = call.caller;
    const whose = role === 'pupil' || role === 'guardian' ? about : [subject];
    const where = sql`t.person = any(${whose}::uuid[]) and t.organisation = ${organisation} and not t.ended`;
    const { items: rows, ...rest } = await this.store.page(Enrolment, call, { where, ...paging }, (row) => row);
    // Whoever is in a class may read what class it is.
    const ids = rows.map((row) => row.class);
    const among = sql`t.id = any(${ids}::uuid[])`;
    const { items: classes } = await this.store.page(SchoolClass, { ...call, caller: itself }, { where: among, limit: 200 }, (row) => row);
    const byId = new Map(classes.map((one) => [one.id, one]));
    const items = rows.map((row) => ({
      enrolment: row.id,
      person: row.person,
      role: row.role,
      primary: row.primary,
      class: classView(byId.get(row.class)!),
    }));
    return { items, ...rest };
  }
}
