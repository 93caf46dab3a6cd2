import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators } from '../roles.js';
import { Day, Id, item, page, paging, value } from '../shapes/shapes.js';
import { filingModes, FilingNotice, FilingPolicy, GivenFiling, LookedUp, Quota, ReachedOrganisation } from './app-reach.js';
import { AppMisplaced, AppUnknown, RegisteredApp, Selection, SelectionUnknown } from './apps.js';
import { OrganisationUnknown } from './organisations.js';

const app = z.object({ appId: Id.describe('应用记录标识 id of the app') });
const organisation = z.object({ organisationId: Id.describe('组织标识 id of the organisation') });

/** Which organisations an app may serve, and what it takes: filings, quotas. */
export const appReachOperations = {
  myReach: operation('get', '/me/reach', {
    summary: '我可服务的组织 The organisations this app may serve',
    description: '也列出已失去的组织及原因。 Those it has lost are listed with the reason.',
    scope: 'identity.read',
    permits: ['app'],
    reach: 'public',
    query: z.object({ ...paging }),
    returns: page(ReachedOrganisation),
  }),

  appReach: operation('get', '/apps/:appId/reach', {
    summary: '应用可服务的组织 The organisations an app may serve',
    description: '应用暂停或下架后，企业仍可在此查看原因。 Its vendor reads here why, also when the app is suspended or withdrawn.',
    scope: 'identity.read',
    permits: ['vendor', 'systemAdmin', 'securityAdmin', 'auditAdmin'],
    params: app,
    query: z.object({ ...paging }),
    returns: page(ReachedOrganisation),
    fails: [AppUnknown],
  }),

  clientWithin: operation('post', '/internal/client-within', {
    summary: '组织及其下级应用的客户端标识 The client of an app that belongs to an organisation or below it',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ app: Id, within: Id }),
    returns: value(z.object({ client: z.string() })),
    fails: [AppUnknown],
  }),

  lookUp: operation('post', '/me/look-up', {
    summary: '批量核对标识 Look up to 200 ids at once',
    description:
      '组织、人员、班级的标识是否仍在；无权知道的与不存在的相同。 Whether ids of organisations, people and classes still hold; what one may not know is as unknown as what never was.',
    scope: 'identity.read',
    permits: ['app'],
    body: z.strictObject({ ids: z.array(Id).min(1).max(200).describe('标识，最多 200 个 ids') }),
    returns: value(z.object({ items: z.array(LookedUp).describe('逐个结果 one for each id') })),
  }),

  setQuota: operation('put', '/apps/:appId/quota', {
    summary: '设定应用配额 Set the quota of an app',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    guarded: true,
    params: app,
    body: z.strictObject(Quota.shape),
    returns: item(RegisteredApp),
    fails: [AppUnknown],
  }),

  setAppFiling: operation('put', '/apps/:appId/filing', {
    summary: '登记提供者备案 Keep the filing of an app',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    guarded: true,
    params: app,
    body: GivenFiling,
    returns: item(RegisteredApp),
    fails: [AppUnknown],
  }),

  setSelectionFiling: operation('put', '/selections/:selectionId/filing', {
    summary: '登记使用者备案 Keep the filing of a selection',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    guarded: true,
    params: z.object({ selectionId: Id.describe('选用标识 id of the selection') }),
    body: GivenFiling,
    returns: item(Selection),
    fails: [SelectionUnknown],
  }),

  setFilingPolicy: operation('put', '/organisations/:organisationId/filing-policy', {
    summary: '设定本地区的备案要求 Set what a region asks of filings',
    description: '对本级及以下生效，最近的一级为准。 Holds for the authority and all below; the nearest one counts.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params: organisation,
    body: z.strictObject({
      mode: z.enum(filingModes).describe('方式：观察、提醒、强制 mode'),
      from: Day.describe('自何日起 from which day'),
    }),
    returns: item(FilingPolicy),
    fails: [OrganisationUnknown, AppMisplaced],
  }),

  filingNotices: operation('get', '/organisations/:organisationId/filing-notices', {
    summary: '备案到期提醒 Notices of filings about to lapse',
    scope: 'identity.read',
    permits: administrators,
    params: organisation,
    query: z.object({ ...paging }),
    returns: page(FilingNotice),
    fails: [OrganisationUnknown],
  }),
};
