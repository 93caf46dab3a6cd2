import { ClassUnknown, identity, OrganisationUnknown, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, containing, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { PeopleFields } from '../people/people-fields.js';
import { ReadingPeople } from '../people/reading-people.js';
import { classView, enrolmentView } from './class.view.js';
import { Enrolling } from './enrolling.js';
import { Enrolment } from './enrolment.entity.js';
import { KeepingClasses } from './keeping-classes.js';
import { ReadingClasses } from './reading-classes.js';
import { SchoolClass } from './school-class.entity.js';

@Controller()
export class ClassHandlers {
  constructor(
    private readonly store: Store,
    private readonly keeping: KeepingClasses,
    private readonly enrolling: Enrolling,
    private readonly reading: ReadingClasses,
    private readonly people: ReadingPeople,
    private readonly fields: PeopleFields,
  ) {}

  @Handles(identity.classes)
  async classes({ organisationId, title, kind, gradeOrdinal, term, ...paging }: InputOf<typeof identity.classes>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const where = allOf(
      sql`t.organisation = ${organisationId} and not t.ended`,
      title !== undefined && sql`t.title like ${containing(title)}`,
      kind !== undefined && sql`t.kind = ${kind}`,
      gradeOrdinal !== undefined && sql`t.grade_ordinal = ${gradeOrdinal}`,
      term !== undefined && sql`${term}::uuid = any(t.term_ids)`,
    );
    return this.store.page(SchoolClass, call, { where, order: [{ column: 'title' }, { column: 'id' }], ...paging }, classView);
  }

  @Handles(identity.openClass)
  async openClass(input: InputOf<typeof identity.openClass>, call: Call) {
    return classView(await this.keeping.open(input, call));
  }

  @Handles(identity.class)
  async class({ classId }: InputOf<typeof identity.class>, call: Call) {
    return classView(await this.store.one(SchoolClass, classId, call, ClassUnknown));
  }

  @Handles(identity.changeClass)
  async changeClass(input: InputOf<typeof identity.changeClass>, call: Call) {
    return classView(await this.keeping.change(input, call));
  }

  @Handles(identity.endClass)
  async endClass({ classId }: InputOf<typeof identity.endClass>, call: Call) {
    return classView(await this.keeping.end(classId, call));
  }

  @Handles(identity.enrolments)
  async enrolments({ classId, role, ...paging }: InputOf<typeof identity.enrolments>, call: Call) {
    await this.store.one(SchoolClass, classId, call, ClassUnknown);
    const where = allOf(sql`t.class = ${classId} and not t.ended`, role !== undefined && sql`t.role = ${role}`);
    const { items: rows, ...rest } = await this.store.page(Enrolment, call, { where, ...paging }, (row) => row);
    return { items: await this.shown(rows, call), ...rest };
  }

  @Handles(identity.enrol)
  async enrol(input: InputOf<typeof identity.enrol>, call: Call) {
    return (await this.shown([await this.enrolling.enrol(input, call)], call))[0]!;
  }

  @Handles(identity.endEnrolment)
  async endEnrolment(input: InputOf<typeof identity.endEnrolment>, call: Call) {
    return (await this.shown([await this.enrolling.end(input, call)], call))[0]!;
  }

  @Handles(identity.myClasses)
  myClasses(paging: InputOf<typeof identity.myClasses>, call: Call) {
    return this.reading.mine(paging, call);
  }

  private async shown(rows: readonly Enrolment[], { caller }: Call) {
    const people = await this.people.byId(rows.map(({ person }) => person));
    const organisations = new Map(rows.map(({ person, organisation }) => [person, organisation]));
    const shown = await this.fields.of(caller, people, ({ id }) => organisations.get(id)!);
    return rows.map((row) => enrolmentView(row, shown.get(row.person)!));
  }
}
