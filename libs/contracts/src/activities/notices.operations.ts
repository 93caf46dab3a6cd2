import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { schoolStaff } from '../roles.js';
import { Id, item, page, paging } from '../shapes/shapes.js';
import { ActivityNotFound, ActivityNotRunning, organisers } from './settings.js';
import {
  NoticeAwardUnknown,
  NoticeEntriesUnready,
  NoticeEntryUnknown,
  NoticeInput,
  NoticeNotFound,
  NoticeOver,
  NoticeRunning,
  NoticeTooShort,
  Objection,
  ObjectionDecision,
  ObjectionInput,
  ObjectionNotFound,
  objectionStates,
  ObjectionUndecided,
  PublicNotice,
} from './notices.js';

const activityId = z.object({ activityId: Id.describe('活动标识 id of the activity') });
const noticeId = z.object({ noticeId: Id.describe('公示标识 id of the public notice') });
const objectionId = z.object({ objectionId: Id.describe('异议标识 id of the objection') });
/** Roles that may hold something against a result; a program may not. */
const objectors = [...schoolStaff, ...organisers, 'responsiblePerson', 'pupil', 'guardian'] as const;

/** Results in public notice, objections, recognition. */
export const announcing = {
  announceResults: operation('post', '/activities/:activityId/public-notices', {
    summary: '公示结果 Put results in public notice',
    description: 'School, title, group and award, no people. During it anybody signed in may file an objection.',
    scope: 'activities.write',
    permits: organisers,
    creates: true,
    params: activityId,
    body: NoticeInput,
    returns: item(PublicNotice),
    fails: [ActivityNotFound, ActivityNotRunning, NoticeEntriesUnready, NoticeAwardUnknown, NoticeTooShort],
  }),
  publicNotices: operation('get', '/public-notices', {
    summary: '列出公示 List public notices',
    permits: 'anyone',
    reach: 'public',
    query: z.object({ ...paging, activity: Id.optional().describe('只列该活动的 only those of this activity') }),
    returns: page(PublicNotice),
  }),
  publicNotice: operation('get', '/public-notices/:noticeId', {
    summary: '读取公示 Read a public notice',
    permits: 'anyone',
    reach: 'public',
    params: noticeId,
    returns: item(PublicNotice),
    fails: [NoticeNotFound],
  }),
  fileObjection: operation('post', '/public-notices/:noticeId/objections', {
    summary: '提出异议 File an objection',
    description: 'While the public notice runs.',
    scope: 'activities.write',
    permits: objectors,
    reach: 'public',
    creates: true,
    params: noticeId,
    body: ObjectionInput,
    returns: item(Objection),
    fails: [NoticeNotFound, NoticeOver, NoticeEntryUnknown],
  }),
  objections: operation('get', '/objections', {
    summary: '列出异议 List objections',
    description: 'One sees one’s own, the organiser those against its results.',
    scope: 'activities.read',
    permits: objectors,
    reach: 'assigned',
    query: z.object({
      ...paging,
      notice: Id.optional().describe('只列该公示的 only those against this public notice'),
      status: z.enum(objectionStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(Objection),
  }),
  objection: operation('get', '/objections/:objectionId', {
    summary: '读取异议 Read an objection',
    scope: 'activities.read',
    permits: objectors,
    reach: 'assigned',
    params: objectionId,
    returns: item(Objection),
    fails: [ObjectionNotFound],
  }),
  decideObjection: operation('post', '/objections/:objectionId/decide', {
    summary: '处理异议 Decide an objection',
    description: 'An objection that is upheld strikes the entry from the results.',
    scope: 'activities.write',
    permits: organisers,
    params: objectionId,
    body: ObjectionDecision,
    returns: item(Objection),
    fails: [ObjectionNotFound],
  }),
  finaliseNotice: operation('post', '/public-notices/:noticeId/finalise', {
    summary: '认定公示结果 Recognise the results after their public notice',
    scope: 'activities.write',
    permits: organisers,
    params: noticeId,
    returns: item(PublicNotice),
    fails: [NoticeNotFound, NoticeRunning, ObjectionUndecided],
  }),
};
