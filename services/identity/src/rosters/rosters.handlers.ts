import { ClassUnknown, identity, inBeijing, OrganisationUnknown, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { containing } from '../organisations/searching.js';
import { PeopleFields } from '../people/people-fields.js';
import { ReadingPeople } from '../people/reading-people.js';
import { Enrolment } from './enrolment.entity.js';
import { SchoolClass } from './school-class.entity.js';

@Controller()
export class RosterHandlers {
  constructor(
    private readonly store: Store,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
  ) {}

  @Handles(identity.pupils)
  pupils({ organisationId, class: inClass, ...paging }: InputOf<typeof identity.pupils>, call: Call) {
    const among =
      inClass === undefined
        ? undefined
        : sql`exists (select 1 from enrolment e where e.class = ${inClass} and e.person = t.person and e.role = 'pupil' and not e.ended)`;
    return this.people.listOf(organisationId, 'pupil', paging, call, among);
  }

  @Handles(identity.classes)
  async classes({ organisationId, title, ...paging }: InputOf<typeof identity.classes>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const where = allOf(
      sql`t.organisation = ${organisationId} and not t.ended`,
      title !== undefined && sql`t.title like ${containing(title)}`,
    );
    return this.store.page(SchoolClass, call, { where, order: [{ column: 'title' }, { column: 'id' }], ...paging }, classView);
  }

  @Handles(identity.enrolments)
  async enrolments({ classId, role, ...paging }: InputOf<typeof identity.enrolments>, call: Call) {
    const { organisation } = await this.store.one(SchoolClass, classId, call, ClassUnknown);
    const where = allOf(sql`t.class = ${classId} and not t.ended`, role !== undefined && sql`t.role = ${role}`);
    const { items: rows, ...rest } = await this.store.page(Enrolment, call, { where, ...paging }, (row) => row);
    const people = await this.people.byId(rows.map(({ person }) => person));
    const shown = await this.fields.of(call.caller, people, () => organisation);
    const named = (person: string) => {
      const { name, masked, consent } = shown.get(person)!;
      return { name, masked, consent };
    };
    return { items: rows.map((row) => ({ ...enrolmentView(row), ...named(row.person) })), ...rest };
  }
}

const classView = ({ id, version, createdAt, updatedAt, organisation, title, grade, course, term, ended }: SchoolClass) => ({
  id,
  version,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
  organisation,
  title,
  grade,
  course,
  term,
  ended,
});

const enrolmentView = ({ id, version, createdAt, updatedAt, class: inClass, person, role, since, until, ended }: Enrolment) => ({
  id,
  version,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
  class: inClass,
  person,
  role,
  since,
  until,
  ended,
});
