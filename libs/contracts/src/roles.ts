/** The kinds of organisation in the tree. */
export const organisationKinds = [
  'province',
  'city',
  'county',
  'bureau',
  'school',
  'centralSchool',
  'campus',
  'teachingPoint',
  'vendor',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

const authority = ['province', 'city', 'county', 'bureau'] as const;
const schools = ['school', 'centralSchool', 'campus', 'teachingPoint'] as const;

/** Every role, its Chinese name, and the kinds of organisation at which it may be held. */
export const roles = {
  pupil: { zh: '学生', at: schools },
  guardian: { zh: '家长', at: schools },
  teacher: { zh: '教师', at: schools },
  homeroomTeacher: { zh: '班主任', at: schools },
  subjectResearcher: { zh: '教研员', at: [...authority, ...schools] },
  schoolAdmin: { zh: '学校管理员', at: schools },
  rollManager: { zh: '学籍管理员', at: [...authority, ...schools] },
  countyReviewer: { zh: '县级审核员', at: ['county', 'bureau'] },
  cityReviewer: { zh: '市级审核员', at: ['city'] },
  provinceReviewer: { zh: '省级审核员', at: ['province'] },
  bureauLeader: { zh: '分管领导', at: authority },
  centreHead: { zh: '电教馆长', at: authority },
  resourceReviewer: { zh: '资源审核员', at: [...authority, ...schools] },
  expert: { zh: '专家', at: [...authority, ...schools] },
  siteInspector: { zh: '网站督导员', at: [...authority, ...schools] },
  correspondent: { zh: '通讯员', at: [...authority, ...schools] },
  securityContact: { zh: '网络安全联络员', at: [...authority, ...schools] },
  responsiblePerson: { zh: '第一责任人', at: [...authority, ...schools] },
  dutyOfficer: { zh: '值班员', at: [...authority, ...schools] },
  dutyLeader: { zh: '带班领导', at: [...authority, ...schools] },
  systemAdmin: { zh: '系统管理员', at: authority },
  securityAdmin: { zh: '安全管理员', at: authority },
  auditAdmin: { zh: '审计管理员', at: authority },
  vendor: { zh: '企业人员', at: ['vendor'] },
  app: { zh: '应用', at: [] },
  service: { zh: '服务', at: [] },
} as const satisfies Record<string, { zh: string; at: readonly OrganisationKind[] }>;

export type Role = keyof typeof roles;

/** Roles a person may hold as a post. */
export type PostRole = Exclude<Role, 'app' | 'service'>;
export const postRoles = (Object.keys(roles) as Role[]).filter((role): role is PostRole => role !== 'app' && role !== 'service');

/** Sets of roles that many operations permit, by what the people do. */
export const schoolStaff = ['teacher', 'homeroomTeacher', 'schoolAdmin'] as const satisfies readonly Role[];
export const authorityReviewers = ['countyReviewer', 'cityReviewer', 'provinceReviewer'] as const satisfies readonly Role[];
export const administrators = ['systemAdmin', 'schoolAdmin'] as const satisfies readonly Role[];
/** Whose sign-in opens the most: held to two factors where the policy asks for it, and signed out sooner when idle. */
export const privilegedRoles = ['systemAdmin', 'securityAdmin', 'auditAdmin', 'schoolAdmin'] as const satisfies readonly Role[];
