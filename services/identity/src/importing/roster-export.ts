import { CLOCK, dayInBeijing, identity, OrganisationUnknown, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { FILES, handOut, type Files } from '@lianxue/files';
import { Jobs, newId, sql, Store, type JobKind, type Outcome, type RunningJob } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { openOrganisation } from '../organisations/open-organisation.js';
import { schoolKinds } from '../organisations/placing.js';
import { PersonNumbers } from '../people/person-numbers.js';
import { isEntitled } from './entitled.js';
import { excelOf, template, type Shown } from './export-excel.js';
import { oneRosterOf, type ExportedSchool } from './export-one-roster.js';
import { sdsOf } from './export-sds.js';
import { exportedPeople, exportedRoles, tabledRoles, type ExportedPerson } from './exported-people.js';

const formats = {
  excel: { name: '名单.xlsx', roles: tabledRoles, write: (_: readonly ExportedSchool[], people: AsyncIterable<Shown>) => excelOf(people) },
  oneroster: { name: 'oneroster.zip', roles: exportedRoles, write: oneRosterOf },
  sds: { name: 'sds.zip', roles: exportedRoles, write: sdsOf },
} as const;

type Order = InputOf<typeof identity.exportRoster>;

/** Writes the roster of a school, or of all below an authority, to a file: for whoever ordered it alone, with the reason in the audit trail. */
@Injectable()
export class RosterExport implements JobKind {
  readonly kind = 'roster.export';
  readonly operation = identity.exportRoster;

  constructor(
    private readonly jobs: Jobs,
    private readonly store: Store,
    private readonly numbers: PersonNumbers,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    jobs.serve(this);
  }

  isEntitled = isEntitled;

  async order(input: Order, call: Call) {
    const organisation = await openOrganisation(input.organisationId, call, this.store);
    return this.store.commit(call, async (work) => {
      work.note('roster.export_ordered', organisation.id, { format: input.format, reason: input.reason });
      return this.jobs.order(this, organisation.id, { ...input }, work, call);
    });
  }

  async run(job: RunningJob): Promise<Outcome> {
    const { format, reason } = job.input as unknown as Order;
    // Before anything is read: whoever ordered it may still.
    await this.store.commit(job.call(), async (work) => {
      await job.hold(work);
      await work.within(job.organisation, OrganisationUnknown);
    });
    const schools = await this.schools(job.organisation);
    const { name, roles, write } = formats[format];
    const { bytes, count } = await write(schools, this.people(schools, roles), dayInBeijing(this.clock.now()), this.store);
    // A file full of names lies no longer than somebody needs to fetch it.
    const { id } = await handOut(
      this.files,
      bytes,
      { file: { id: newId(), name }, kind: 'roster.export' },
      job.call().caller,
      this.clock.now(),
    );
    await this.store.commit(job.call(), async (work) => {
      await job.hold(work);
      await work.within(job.organisation, OrganisationUnknown);
      work.note('roster.exported', job.organisation, { format, reason, people: count, file: id });
      await job.made(work, { id, name });
      await job.advance(work, { done: count, total: count });
    });
    return { result: { people: count } };
  }

  /** The empty table, as a file of its own. */
  async template(call: Call) {
    const file = { id: newId(), name: '名单模板.xlsx' };
    return this.store.commit(call, async (work) => {
      work.note('roster.template_made', file.id);
      return handOut(this.files, template(), { file, kind: 'roster.template' }, call.caller, this.clock.now());
    });
  }

  private schools(organisation: string): Promise<ExportedSchool[]> {
    return this.store.read(
      sql`select r.id, r.name, r.school_code as code from organisation_record r join organisation o on o.id = r.id
          where o.path <@ (select path from organisation where id = ${organisation}) and r.kind = any(${schoolKinds}::text[]) and r.state = 'open'
          order by r.id`,
    );
  }

  private async *people(schools: readonly ExportedSchool[], roles: readonly ExportedPerson['role'][]): AsyncGenerator<Shown> {
    const byId = new Map(schools.map((school) => [school.id, school]));
    for await (const person of exportedPeople([...byId.keys()], roles, this.store)) {
      const school = byId.get(person.school)!;
      yield {
        ...person,
        idNumber: this.numbers.open(person.idNumberSealed),
        pupilNumber: this.numbers.open(person.pupilNumberSealed),
        phone: this.numbers.open(person.phoneSealed),
        schoolCode: school.code,
        schoolName: school.name,
      };
    }
  }
}
