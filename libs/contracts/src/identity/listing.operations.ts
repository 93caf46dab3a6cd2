import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, item } from '../shapes/shapes.js';
import { AppIncomplete, AppNotAccepted, AppNothingProposed, AppRedirectInvalid, AppUnknown, RegisteredApp } from './apps.js';
import { Reasons, VendorNotApproved } from './vendors.js';

const params = z.object({ appId: Id.describe('应用记录标识 id of the app') });
const scope = 'identity.write';
const reasons = z.strictObject({ reasons: Reasons });
const returns = item(RegisteredApp);

/** The way of a vendor's app onto the shelf 上架. */
export const listingOperations = {
  submitApp: operation('post', '/apps/:appId/submit', {
    summary: '应用送审 Submit an app for review',
    scope,
    permits: ['vendor'],
    params,
    returns,
    fails: [AppUnknown, AppIncomplete, VendorNotApproved],
  }),

  admitApp: operation('post', '/apps/:appId/admit', {
    summary: '同意应用进入联调 Admit an app to integration',
    scope,
    permits: ['systemAdmin'],
    params,
    returns,
    fails: [AppUnknown],
  }),

  returnApp: operation('post', '/apps/:appId/return', {
    summary: '应用退回修改 Return an app',
    scope,
    permits: ['systemAdmin'],
    params,
    body: reasons,
    returns,
    fails: [AppUnknown],
  }),

  requestListing: operation('post', '/apps/:appId/request-listing', {
    summary: '申请应用上架 Ask to list an app',
    scope,
    permits: ['vendor'],
    params,
    returns,
    fails: [AppUnknown],
  }),

  reintegrateApp: operation('post', '/apps/:appId/reintegrate', {
    summary: '应用退回联调 Send an app back to integration',
    scope,
    permits: ['systemAdmin'],
    params,
    body: reasons,
    returns,
    fails: [AppUnknown],
  }),

  listApp: operation('post', '/apps/:appId/list', {
    summary: '应用上架 List an app',
    description: '沙箱检查单须全部通过。 The checklist of its sandbox must have been passed.',
    scope,
    permits: ['systemAdmin'],
    params,
    returns,
    fails: [AppUnknown, AppNotAccepted],
  }),

  approveAppChange: operation('post', '/apps/:appId/proposed-change/approve', {
    summary: '批准上架应用的变更 Approve a change of a listed app',
    scope,
    permits: ['systemAdmin'],
    params,
    returns,
    fails: [AppUnknown, AppNothingProposed, AppIncomplete, AppRedirectInvalid],
  }),

  refuseAppChange: operation('post', '/apps/:appId/proposed-change/refuse', {
    summary: '不批准上架应用的变更 Refuse a change of a listed app',
    scope,
    permits: ['systemAdmin'],
    params,
    body: reasons,
    returns,
    fails: [AppUnknown, AppNothingProposed],
  }),

  withdrawApp: operation('post', '/apps/:appId/withdraw', {
    summary: '应用下架 Withdraw an app',
    description: '全部选用随之结束，已发的登录凭证在数秒内失效。 All its selections end, and tokens already given stop within seconds.',
    scope,
    permits: ['vendor', 'systemAdmin'],
    params,
    body: reasons,
    returns,
    fails: [AppUnknown],
  }),

  reviseApp: operation('post', '/apps/:appId/revise', {
    summary: '重新修改已下架的应用 Revise a withdrawn app',
    scope,
    permits: ['vendor'],
    params,
    returns,
    fails: [AppUnknown],
  }),
};
