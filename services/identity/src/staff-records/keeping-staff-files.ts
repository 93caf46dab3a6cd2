import {
  assertThat,
  PersonUnknown,
  StaffRecordNotStaff,
  StaffRecordOwn,
  StaffRecordUnknown,
  staffRecordFacts,
  type Call,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { allOf, newId, sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { Person } from '../people/person.entity.js';
import { StaffRecord } from './staff-record.entity.js';

const keepers: readonly string[] = ['schoolAdmin', 'systemAdmin'];

/** Staff files 教师档案: people and their schools enter lines, somebody else confirms them. */
@Injectable()
export class KeepingStaffFiles {
  constructor(private readonly store: Store) {}

  async list({ personId, kind, ...request }: InputOf<typeof identity.staffRecords>, call: Call) {
    await this.fileOf(personId, call);
    const where = allOf(sql`t.person = ${personId}`, kind !== undefined && sql`t.kind = ${kind}`);
    return this.store.page(StaffRecord, call, { where, ...request }, (record) => record);
  }

  async enter({ personId, id, ...line }: InputOf<typeof identity.enterStaffRecord>, call: Call): Promise<StaffRecord> {
    const person = await this.fileOf(personId, call);
    person.refuseClosed();
    assertThat(person.kinds.includes('staff'), StaffRecordNotStaff);
    return this.store.commit(call, (work) => {
      const { organisation } = person;
      const record = Object.assign(new StaffRecord(), line, {
        id: id ?? newId(),
        person: personId,
        organisation,
        enteredBy: call.caller.subject,
      });
      const same = (existing: StaffRecord) =>
        existing.person === personId && existing.kind === line.kind && existing.title === line.title && existing.from === line.from;
      return work.insert(record, staffRecordFacts.entered, same);
    });
  }

  confirm(recordId: string, call: Call): Promise<StaffRecord> {
    return this.judge(recordId, 'confirm', null, call);
  }

  return(recordId: string, reason: string, call: Call): Promise<StaffRecord> {
    return this.judge(recordId, 'return', reason, call);
  }

  private judge(recordId: string, move: 'confirm' | 'return', reason: string | null, call: Call): Promise<StaffRecord> {
    return this.store.commit(call, async (work) => {
      const record = await work.target(StaffRecord, recordId, StaffRecordUnknown);
      assertThat(record.person !== call.caller.subject, StaffRecordOwn);
      record.make(move);
      record.reason = reason;
      return work.update(record, move === 'confirm' ? staffRecordFacts.confirmed : staffRecordFacts.returned);
    });
  }

  /** One's own file wherever one acts; others' only by those who keep files there. */
  private async fileOf(personId: string, call: Call): Promise<Person> {
    if (call.caller.subject === personId) return this.store.one(Person, personId, ownCall(), PersonUnknown);
    assertThat(keepers.includes(call.caller.role), PersonUnknown);
    const person = await this.store.one(Person, personId, call, PersonUnknown);
    person.refuseMerged();
    return person;
  }
}
