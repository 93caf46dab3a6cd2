import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles, type PostRole } from '../roles.js';
import { Id, page, paging } from '../shapes/shapes.js';
import { AppPapers } from './app-papers.js';

const papers = AppPapers.shape;

/** For which users of its papers an app is one that this post opens; whoever is none of them opens what names no users. */
export const appUserOf: Readonly<Partial<Record<PostRole, z.output<typeof papers.users>[number]>>> = {
  pupil: 'pupil',
  guardian: 'guardian',
  teacher: 'teacher',
  homeroomTeacher: 'teacher',
  subjectResearcher: 'teacher',
  expert: 'teacher',
  schoolAdmin: 'manager',
  rollManager: 'manager',
  countyReviewer: 'manager',
  cityReviewer: 'manager',
  provinceReviewer: 'manager',
  bureauLeader: 'manager',
  centreHead: 'manager',
  resourceReviewer: 'manager',
  siteInspector: 'manager',
  correspondent: 'manager',
  securityContact: 'manager',
  responsiblePerson: 'manager',
  dutyOfficer: 'manager',
  dutyLeader: 'manager',
  systemAdmin: 'manager',
  securityAdmin: 'manager',
  auditAdmin: 'manager',
};

/** One app in somebody's space 应用空间. */
export const SpaceApp = z
  .object({
    id: Id.describe('应用记录标识 id'),
    clientId: z.string().describe('应用标识 OAuth client id'),
    name: z.string().describe('应用名称 name'),
    description: papers.description,
    category: papers.category,
    platforms: papers.platforms,
    accessLevel: papers.accessLevel,
    iconUrl: papers.iconUrl,
    launchUrl: z.string().describe('打开应用的地址 where it is opened'),
    provider: z.string().describe('提供单位名称 name of who provides it'),
  })
  .meta({ id: 'SpaceApp' });

export const appSpaceOperations = {
  appSpace: operation('get', '/me/app-space', {
    summary: '我的应用空间 List the apps of my app space',
    description:
      '当前身份所在组织或其上级选用、已上架、适用于该身份且有打开地址的应用。 Apps with an address that are listed, selected by the organisation of the acting post or one above it, and made for such a post.',
    scope: 'identity.read',
    permits: postRoles,
    reach: 'public',
    query: z.object({ category: papers.category.unwrap().optional().describe('分类 category'), ...paging }),
    returns: page(SpaceApp),
  }),
};
