import { identity, inBeijing, staffRecordLife, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { KeepingStaffFiles } from './keeping-staff-files.js';
import type { StaffRecord } from './staff-record.entity.js';

@Controller()
export class StaffRecordHandlers {
  constructor(private readonly files: KeepingStaffFiles) {}

  @Handles(identity.staffRecords)
  async staffRecords(input: InputOf<typeof identity.staffRecords>, call: Call) {
    const { items, ...rest } = await this.files.list(input, call);
    return { items: items.map((record) => recordView(record, call)), ...rest };
  }

  @Handles(identity.enterStaffRecord)
  async enterStaffRecord(input: InputOf<typeof identity.enterStaffRecord>, call: Call) {
    return recordView(await this.files.enter(input, call), call);
  }

  @Handles(identity.confirmStaffRecord)
  async confirmStaffRecord({ recordId }: InputOf<typeof identity.confirmStaffRecord>, call: Call) {
    return recordView(await this.files.confirm(recordId, call), call);
  }

  @Handles(identity.returnStaffRecord)
  async returnStaffRecord({ recordId, reason }: InputOf<typeof identity.returnStaffRecord>, call: Call) {
    return recordView(await this.files.return(recordId, reason, call), call);
  }
}

const recordView = (record: StaffRecord, { caller }: Call) => {
  const { id, version, person, organisation, kind, title, issuer, from, to, hours, state, reason } = record;
  const times = { createdAt: inBeijing(record.createdAt), updatedAt: inBeijing(record.updatedAt) };
  const moves = person === caller.subject ? [] : staffRecordLife.movesFor(state, caller);
  return { id, version, ...times, person, organisation, kind, title, issuer, from, to, hours, state, reason, moves };
};
