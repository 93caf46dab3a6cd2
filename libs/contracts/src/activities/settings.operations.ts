import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { schoolStaff } from '../roles.js';
import { creatable, Id, item, page, paging, value } from '../shapes/shapes.js';
import { Activity, ActivityNotFound, ActivitySettings, activityStates, ActivityTemplate, organisers } from './settings.js';

const activityId = z.object({ activityId: Id.describe('活动标识 id of the activity') });
const readers = [...schoolStaff, ...organisers, 'bureauLeader', 'pupil', 'guardian', 'expert', 'app'] as const;

/** Preparing, opening and closing an activity. */
export const organising = {
  activityTemplates: operation('get', '/activity-templates', {
    summary: '列出活动模板 List templates of activities',
    description: 'Shipped configurations under their own names (电脑制作活动 …), to begin a new activity from.',
    scope: 'activities.read',
    permits: organisers,
    returns: value(z.object({ items: z.array(ActivityTemplate).describe('模板 templates') })),
  }),
  prepareActivity: operation('post', '/activities', {
    summary: '筹备活动 Prepare an activity',
    description: 'A draft that only the organiser sees; once it is opened, organisations below take part.',
    scope: 'activities.write',
    permits: organisers,
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('组织单位 organiser'),
      settings: ActivitySettings.describe('活动设置 its settings'),
    }),
    returns: item(Activity),
  }),
  activities: operation('get', '/activities', {
    summary: '列出活动 List activities',
    scope: 'activities.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({ ...paging, status: z.enum(activityStates).optional().describe('只列该状态的 only those in this state') }),
    returns: page(Activity),
  }),
  activity: operation('get', '/activities/:activityId', {
    summary: '读取活动 Read an activity',
    scope: 'activities.read',
    permits: readers,
    reach: 'handedDown',
    params: activityId,
    returns: item(Activity),
    fails: [ActivityNotFound],
  }),
  changeActivity: operation('put', '/activities/:activityId', {
    summary: '修改活动设置 Change the settings of an activity',
    description: 'While it is a draft.',
    scope: 'activities.write',
    permits: organisers,
    guarded: true,
    params: activityId,
    body: z.strictObject({ settings: ActivitySettings.describe('活动设置 its settings') }),
    returns: item(Activity),
    fails: [ActivityNotFound],
  }),
  openActivity: operation('post', '/activities/:activityId/open', {
    summary: '开放活动 Open an activity',
    scope: 'activities.write',
    permits: organisers,
    params: activityId,
    returns: item(Activity),
    fails: [ActivityNotFound],
  }),
  closeActivity: operation('post', '/activities/:activityId/close', {
    summary: '结束活动 Close an activity',
    scope: 'activities.write',
    permits: organisers,
    params: activityId,
    returns: item(Activity),
    fails: [ActivityNotFound],
  }),
};
