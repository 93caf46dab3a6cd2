import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { creatable, Id, item, page, paging, text } from '../shapes/shapes.js';
import { PersonClosed, PersonId, PersonMerged, PersonUnknown } from './people.js';
import { StaffRecord, StaffRecordKind, StaffRecordNotStaff, StaffRecordOwn, StaffRecordUnknown } from './staff-records.js';

const staff = postRoles.filter((role) => role !== 'pupil' && role !== 'guardian' && role !== 'vendor');
const keepers = ['schoolAdmin', 'systemAdmin'] as const;
const person = z.object({ personId: PersonId });
const record = z.object({ recordId: Id.describe('条目标识 id of the line') });
const { title, issuer, from, to, hours } = StaffRecord.shape;

/** 教师档案（易加人才）: the file of a member of staff, line by line. */
export const staffRecordOperations = {
  staffRecords: operation('get', '/people/:personId/records', {
    summary: '教师档案 Read somebody’s staff file',
    description:
      '本人，以及保管单位及其上级的管理员可读。 For the person, and the administrators of the organisation that keeps it and above.',
    scope: 'identity.read',
    permits: staff,
    params: person,
    query: z.object({ kind: StaffRecordKind.optional(), ...paging }),
    returns: page(StaffRecord),
    fails: [PersonUnknown, PersonMerged],
  }),

  enterStaffRecord: operation('post', '/people/:personId/records', {
    summary: '录入档案条目 Enter a line of a staff file',
    description: '本人或管理员录入，由他人核实。 By the person or an administrator; somebody else confirms it.',
    scope: 'identity.write',
    permits: staff,
    creates: true,
    params: person,
    body: z.strictObject({
      ...creatable,
      kind: StaffRecordKind,
      title,
      issuer: issuer.default(null),
      from,
      to: to.default(null),
      hours: hours.default(null),
    }),
    returns: item(StaffRecord),
    fails: [PersonUnknown, PersonClosed, PersonMerged, StaffRecordNotStaff],
  }),

  confirmStaffRecord: operation('post', '/staff-records/:recordId/confirm', {
    summary: '核实档案条目 Confirm a line of a staff file',
    scope: 'identity.write',
    permits: keepers,
    params: record,
    returns: item(StaffRecord),
    fails: [StaffRecordUnknown, StaffRecordOwn],
  }),

  returnStaffRecord: operation('post', '/staff-records/:recordId/return', {
    summary: '退回档案条目 Return a line of a staff file',
    scope: 'identity.write',
    permits: keepers,
    params: record,
    body: z.strictObject({ reason: text(200).describe('退回原因 why') }),
    returns: item(StaffRecord),
    fails: [StaffRecordUnknown, StaffRecordOwn],
  }),
};
