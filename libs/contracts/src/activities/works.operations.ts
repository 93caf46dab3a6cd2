import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { schoolStaff } from '../roles.js';
import { creatable, Id, item, page, paging } from '../shapes/shapes.js';
import { ActivityNotFound, ActivityNotRunning, ActivityStageClosed, ActivityStageNotOpen, organisers } from './settings.js';
import {
  Entry,
  EntryAdviserUnknown,
  EntryAtTop,
  EntryChoiceUnknown,
  EntryElsewhere,
  EntryInput,
  EntryNotFound,
  EntryPupilUnknown,
  entryStates,
  QuotaExceeded,
} from './entries.js';

const activityId = z.object({ activityId: Id.describe('活动标识 id of the activity') });
const entryId = z.object({ entryId: Id.describe('作品标识 id of the entry') });

/** A work’s way from its pupil to the organiser. */
export const works = {
  enterWork: operation('post', '/activities/:activityId/entries', {
    summary: '报送作品 Make an entry',
    description: 'A teacher enters a pupil’s work for the school. Only the pupil’s person id is kept.',
    scope: 'activities.write',
    permits: schoolStaff,
    reach: 'handedDown',
    creates: true,
    params: activityId,
    body: EntryInput.extend({ ...creatable, organisation: Id.describe('报送学校 school that enters it') }),
    returns: item(Entry),
    fails: [
      ActivityNotFound,
      ActivityNotRunning,
      ActivityStageNotOpen,
      ActivityStageClosed,
      EntryChoiceUnknown,
      EntryPupilUnknown,
      EntryAdviserUnknown,
    ],
  }),
  entries: operation('get', '/entries', {
    summary: '列出作品 List entries',
    description: 'A pupil and a guardian see the pupil’s own.',
    scope: 'activities.read',
    permits: [...schoolStaff, ...organisers, 'bureauLeader', 'pupil', 'guardian', 'app'],
    query: z.object({
      ...paging,
      activity: Id.optional().describe('只列该活动的 only those of this activity'),
      group: z.string().max(40).optional().describe('只列该组别的 only those of this group'),
      status: z.enum(entryStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(Entry),
  }),
  entry: operation('get', '/entries/:entryId', {
    summary: '读取作品 Read an entry',
    scope: 'activities.read',
    permits: [...schoolStaff, ...organisers, 'bureauLeader', 'pupil', 'guardian', 'app'],
    params: entryId,
    returns: item(Entry),
    fails: [EntryNotFound],
  }),
  changeEntry: operation('put', '/entries/:entryId', {
    summary: '修改作品信息 Change an entry',
    description: 'Until the school has recommended it.',
    scope: 'activities.write',
    permits: schoolStaff,
    guarded: true,
    params: entryId,
    body: EntryInput,
    returns: item(Entry),
    fails: [
      EntryNotFound,
      ActivityNotRunning,
      ActivityStageNotOpen,
      ActivityStageClosed,
      EntryChoiceUnknown,
      EntryPupilUnknown,
      EntryAdviserUnknown,
    ],
  }),
  withdrawEntry: operation('post', '/entries/:entryId/withdraw', {
    summary: '撤回作品 Withdraw an entry',
    scope: 'activities.write',
    permits: schoolStaff,
    params: entryId,
    returns: item(Entry),
    fails: [EntryNotFound],
  }),
  recommendEntry: operation('post', '/entries/:entryId/recommend', {
    summary: '推荐作品 Recommend an entry',
    description:
      'By the organisation with which it stands, to the next tier, within its quota. A tier that does not exist above the school is skipped.',
    scope: 'activities.write',
    permits: ['schoolAdmin', ...organisers],
    params: entryId,
    returns: item(Entry),
    fails: [EntryNotFound, EntryElsewhere, EntryAtTop, QuotaExceeded, ActivityNotRunning, ActivityStageNotOpen, ActivityStageClosed],
  }),
};
