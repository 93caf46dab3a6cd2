import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators } from '../roles.js';
import { creatable, Id, item, page, paging, text } from '../shapes/shapes.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { NumberInvalid, PersonClosed, PersonMerged, PostMisplaced } from './people.js';
import { ClassUnfit } from './pupils.js';
import {
  Transfer,
  TransferNotYours,
  TransferOpen,
  TransferPupilGone,
  TransferPupilUnknown,
  TransferSame,
  transferStates,
  TransferUnknown,
} from './transfers.js';

const keepers = [...administrators, 'rollManager'] as const;
const params = z.object({ transferId: Id.describe('转学标识 id of the transfer') });
const failures = [TransferUnknown, TransferNotYours, TransferPupilGone];

export const transferOperations = {
  requestTransfer: operation('post', '/transfers', {
    summary: '申请转学 Request a transfer',
    description:
      '由接收学校按家长所示姓名与学籍号申请；转出学校同意后由接收学校接收。 The receiving school asks by the name and 学籍号 that the guardian shows; the releasing school releases, the receiving one accepts.',
    scope: 'identity.write',
    permits: keepers,
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('接收学校标识 id of the receiving school'),
      name: text(50).describe('学生姓名 name of the pupil'),
      pupilNumber: text(30).describe('学籍号，现用或曾用 pupil number, present or former'),
      class: Id.optional().describe('拟入行政班 class to enter'),
      reason: text(200).describe('转学原因 reason'),
    }),
    returns: item(Transfer),
    fails: [
      OrganisationUnknown,
      OrganisationClosed,
      PostMisplaced,
      NumberInvalid,
      TransferPupilUnknown,
      TransferSame,
      TransferOpen,
      ClassUnfit,
    ],
  }),

  transfers: operation('get', '/transfers', {
    summary: '转学列表 List transfers',
    description: 'waiting 只列等待该方办理的。 With `waiting`, only those that wait for that side.',
    scope: 'identity.read',
    permits: keepers,
    reach: 'assigned',
    query: z.object({
      status: z.enum(transferStates).optional().describe('状态 state'),
      side: z.enum(['releasing', 'receiving']).optional().describe('转出或接收一方 which side the acting organisation stands on'),
      waiting: z.stringbool().optional().describe('只列待办 only those that wait for the acting organisation'),
      ...paging,
    }),
    returns: page(Transfer),
  }),

  transfer: operation('get', '/transfers/:transferId', {
    summary: '查看转学 Read a transfer',
    scope: 'identity.read',
    permits: keepers,
    reach: 'assigned',
    params,
    returns: item(Transfer),
    fails: [TransferUnknown],
  }),

  releaseTransfer: operation('post', '/transfers/:transferId/release', {
    summary: '同意转出 Release a pupil',
    scope: 'identity.write',
    permits: keepers,
    reach: 'assigned',
    params,
    returns: item(Transfer),
    fails: failures,
  }),

  refuseTransfer: operation('post', '/transfers/:transferId/refuse', {
    summary: '不同意转出 Refuse to release a pupil',
    scope: 'identity.write',
    permits: keepers,
    reach: 'assigned',
    params,
    body: z.strictObject({ reason: text(200).describe('理由 reason') }),
    returns: item(Transfer),
    fails: failures,
  }),

  acceptTransfer: operation('post', '/transfers/:transferId/accept', {
    summary: '接收转入 Accept a pupil',
    description:
      '学生与家长的岗位、在班记录在转出学校结束、在本校开始，档案随之转来。 Posts and enrolments of the pupil, and the guardians’ posts, end there and begin here; the record comes along.',
    scope: 'identity.write',
    permits: keepers,
    reach: 'assigned',
    params,
    body: z.strictObject({ class: Id.optional().describe('入班，默认申请时所填 class to enter; the requested one unless said') }),
    returns: item(Transfer),
    fails: [...failures, OrganisationClosed, PersonMerged, PersonClosed, ClassUnfit],
  }),

  cancelTransfer: operation('post', '/transfers/:transferId/cancel', {
    summary: '取消转学 Cancel a transfer',
    scope: 'identity.write',
    permits: keepers,
    reach: 'assigned',
    params,
    returns: item(Transfer),
    fails: failures,
  }),
};
