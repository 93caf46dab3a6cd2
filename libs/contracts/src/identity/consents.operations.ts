import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { Id, InstantInput, item, page, paging, text, value, Version } from '../shapes/shapes.js';
import { AppUnknown } from './apps.js';
import {
  AppPurpose,
  AppPurposes,
  AskedConsent,
  BasisReserved,
  Consent,
  ConsentCount,
  ConsentedPupil,
  ConsentNotAsked,
  ConsentNotYours,
  ConsentTextChanged,
  ConsentUnknown,
  DataPurpose,
  DeletionRequest,
  DeletionRequestUnknown,
  DeletionStanding,
  OwnPagesOnly,
  PupilAsked,
  PurposesTwice,
  PurposesUndeclared,
  Receipt,
} from './consents.js';
import { OrganisationUnknown } from './organisations.js';
import { PersonId, PersonUnknown } from './people.js';

const client = text(100).describe('应用标识 OAuth client id');
const ofApp = z.object({ appId: Id.describe('应用记录标识 id of the app') });
const ofWard = z.object({ personId: PersonId });
const ofSchool = z.object({ organisationId: Id.describe('组织标识 id of the organisation') });
const family = ['guardian', 'pupil'] as const;
const school = ['schoolAdmin', 'rollManager', 'homeroomTeacher', 'systemAdmin'] as const;
const watching = ['schoolAdmin', 'rollManager', 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const;

/** What apps do with pupils' data, who consented, and what must be deleted. */
export const consentOperations = {
  declarePurposes: operation('post', '/apps/:appId/purposes', {
    summary: '申明应用用途 Declare the purposes of an app',
    description:
      '整份取代上一份；法定职责的依据只能由系统管理员申明。 Replaces what was declared before; only a system administrator declares a statutory basis.',
    scope: 'identity.write',
    permits: ['vendor', 'systemAdmin'],
    params: ofApp,
    body: z.strictObject({ purposes: z.array(AppPurpose).max(20).describe('用途列表 purposes') }),
    returns: item(AppPurposes),
    fails: [AppUnknown, BasisReserved, PurposesTwice],
  }),

  appPurposes: operation('get', '/apps/:appId/purposes', {
    summary: '查看应用用途 Read the purposes of an app',
    description: '对所有人公开的告知。 A notice to everybody.',
    scope: 'identity.read',
    permits: [...postRoles, 'app'],
    reach: 'public',
    params: ofApp,
    returns: item(AppPurposes),
    fails: [PurposesUndeclared],
  }),

  wardConsents: operation('get', '/me/wards/:personId/consents', {
    summary: '被监护人的监护同意 List what apps ask consent for, for a ward',
    description: '满十四周岁的学生以本人标识查看。 From fourteen on, a pupil reads it under their own id.',
    scope: 'identity.read',
    permits: family,
    params: ofWard,
    returns: value(z.object({ apps: z.array(AskedConsent).describe('应用，至多 200 个 apps, at most 200') })),
    fails: [PersonUnknown],
  }),

  decideConsent: operation('post', '/me/wards/:personId/consents', {
    summary: '作出监护同意 Give or refuse a consent',
    scope: 'identity.write',
    permits: family,
    creates: true,
    params: ofWard,
    body: z.strictObject({
      client,
      decision: z.enum(['give', 'refuse']).describe('决定：同意 give、拒绝 refuse decision'),
      purposes: z.array(DataPurpose).max(20).default([]).describe('同意的用途 purposes consented to'),
      textVersion: Version.describe('所阅读的告知文本版本 version of the notice that was read'),
      until: InstantInput.optional().describe('有效期至 until when'),
    }),
    returns: item(Consent),
    fails: [PersonUnknown, OwnPagesOnly, ConsentNotYours, ConsentNotAsked, ConsentTextChanged],
  }),

  withdrawConsent: operation('post', '/consents/:consentId/withdraw', {
    summary: '撤回监护同意 Withdraw a consent',
    description:
      '立即生效；同时请应用提供方在十五日内删除并回执。 At once; the app’s provider is asked to delete within fifteen days and to give a receipt.',
    scope: 'identity.write',
    permits: family,
    params: z.object({ consentId: Id.describe('同意标识 id of the consent') }),
    returns: item(Consent),
    fails: [ConsentUnknown, OwnPagesOnly, ConsentNotYours],
  }),

  consentCounts: operation('get', '/organisations/:organisationId/consent-counts', {
    summary: '监护同意的进度 Count the consents of a school',
    scope: 'identity.read',
    permits: school,
    params: ofSchool,
    returns: value(z.object({ apps: z.array(ConsentCount).describe('应用，至多 200 个 apps, at most 200') })),
    fails: [OrganisationUnknown],
  }),

  consentsMissing: operation('get', '/organisations/:organisationId/consents-missing', {
    summary: '尚无监护同意的学生 List the pupils without a consent',
    scope: 'identity.read',
    permits: school,
    params: ofSchool,
    query: z.object({ client, ...paging }),
    returns: page(PupilAsked),
    fails: [OrganisationUnknown],
  }),

  consentedPupils: operation('get', '/organisations/:organisationId/consented-pupils', {
    summary: '已有监护同意的学生 List the pupils with a consent for this app',
    scope: 'identity.read',
    permits: ['app'],
    params: ofSchool,
    query: z.object({ ...paging }),
    returns: page(ConsentedPupil),
    fails: [OrganisationUnknown],
  }),

  myDeletionRequests: operation('get', '/me/deletion-requests', {
    summary: '应用的删除请求 List the deletion requests to this app',
    description: '停止选用之后仍可查看与回执。 Also after the app is no longer selected.',
    scope: 'identity.read',
    permits: ['app'],
    reach: 'public',
    query: z.object({ standing: DeletionStanding.optional(), ...paging }),
    returns: page(DeletionRequest),
  }),

  answerDeletionRequest: operation('post', '/deletion-requests/:requestId/receipt', {
    summary: '提交删除回执 Give a deletion receipt',
    scope: 'identity.read',
    permits: ['app'],
    reach: 'public',
    params: z.object({ requestId: Id.describe('删除请求标识 id of the deletion request') }),
    body: Receipt,
    returns: item(DeletionRequest),
    fails: [DeletionRequestUnknown],
  }),

  deletionRequests: operation('get', '/deletion-requests', {
    summary: '范围内的删除请求 List the deletion requests in reach',
    scope: 'identity.read',
    permits: [...watching, ...family],
    query: z.object({ standing: DeletionStanding.optional(), client: client.optional(), ...paging }),
    returns: page(DeletionRequest),
  }),
};
