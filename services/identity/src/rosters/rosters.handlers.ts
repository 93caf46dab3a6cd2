import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { sql } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { ReadingPeople } from '../people/reading-people.js';

@Controller()
export class RosterHandlers {
  constructor(private readonly people: ReadingPeople) {}

  @Handles(identity.pupils)
  pupils({ organisationId, class: inClass, ...paging }: InputOf<typeof identity.pupils>, call: Call) {
    const among =
      inClass === undefined
        ? undefined
        : sql`exists (select 1 from enrolment e where e.class = ${inClass} and e.person = t.person and e.role = 'pupil' and not e.ended)`;
    return this.people.listOf(organisationId, 'pupil', paging, call, among);
  }
}
