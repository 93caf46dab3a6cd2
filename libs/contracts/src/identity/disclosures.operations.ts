import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { page, paging, value } from '../shapes/shapes.js';
import { OwnPagesOnly } from './consents.js';
import { Disclosed, Disclosing, Disclosure, Viewer, ViewingApp } from './disclosures.js';
import { PupilNotInYourClass } from './guardians.js';
import { PersonId, PersonUnknown } from './people.js';

const params = z.object({ personId: PersonId });
const overseers = ['guardian', 'pupil', 'schoolAdmin', 'securityAdmin', 'auditAdmin'] as const;

/** Reading people in full for a reason, and saying who can see whom. */
export const disclosureOperations = {
  disclosePerson: operation('post', '/people/:personId/disclosure', {
    summary: '按原因查看明文 Disclose fields of a person, for a reason',
    description:
      '班主任只限所任班级，家长与学生只限本人与被监护人；每次查看都有记录，本人与家长可查。 Each is recorded, and the person and their guardians can see it.',
    scope: 'identity.read',
    permits: ['schoolAdmin', 'rollManager', 'homeroomTeacher', 'guardian', 'pupil'],
    params,
    body: Disclosing,
    returns: value(Disclosed),
    fails: [PersonUnknown, OwnPagesOnly, PupilNotInYourClass],
  }),

  myDisclosures: operation('get', '/me/disclosures', {
    summary: '谁查看过明文 List the disclosures about me and my wards',
    scope: 'identity.read',
    permits: postRoles,
    query: z.object({ ...paging }),
    returns: page(Disclosure),
  }),

  viewers: operation('get', '/people/:personId/viewers', {
    summary: '谁能看到该学生 List who can see a pupil, and why',
    scope: 'identity.read',
    permits: overseers,
    params,
    query: z.object({ ...paging }),
    returns: page(Viewer),
    fails: [PersonUnknown],
  }),

  viewingApps: operation('get', '/people/:personId/viewing-apps', {
    summary: '哪些应用能看到该学生 List the apps that can see a pupil, and what they read',
    scope: 'identity.read',
    permits: overseers,
    params,
    returns: value(z.object({ apps: z.array(ViewingApp).describe('应用，至多 200 个 apps, at most 200') })),
    fails: [PersonUnknown],
  }),
};
