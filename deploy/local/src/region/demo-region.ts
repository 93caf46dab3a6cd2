import type { OrganisationKind, PostRole } from '@lianxue/contracts';

/** An organisation of the demo; `key` is how the others name it here. */
export interface DemoOrganisation {
  readonly key: string;
  readonly parent: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly divisionCode: string | null;
  readonly schoolCode?: string;
  readonly schoolType?: string;
}

/** A person of the demo who can sign in. */
export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly at: string;
  readonly roles: readonly PostRole[];
  readonly what: string;
  /** Usernames of a guardian's wards. */
  readonly wards?: readonly string[];
}

/** 抚州市 and its counties, GB/T 2260. */
export const authority = { key: 'city', name: '抚州市教育体育局', kind: 'city', divisionCode: '361000' } as const;

const counties = {
  linchuan: ['361002', '临川区'],
  dongxiang: ['361003', '东乡区'],
  nancheng: ['361021', '南城县'],
  lichuan: ['361022', '黎川县'],
  nanfeng: ['361023', '南丰县'],
  chongren: ['361024', '崇仁县'],
  lean: ['361025', '乐安县'],
  yihuang: ['361026', '宜黄县'],
  jinxi: ['361027', '金溪县'],
  zixi: ['361028', '资溪县'],
  guangchang: ['361030', '广昌县'],
} as const;

const school = (
  key: string,
  parent: string,
  name: string,
  divisionCode: string,
  schoolCode: string,
  schoolType: string,
): DemoOrganisation => ({
  key,
  parent,
  kind: 'school',
  name,
  divisionCode,
  schoolCode,
  schoolType,
});

/** Parents before children. Schools and their codes are invented; the codes are well formed (2.1 of the national rule). */
export const organisations: readonly DemoOrganisation[] = [
  ...Object.entries(counties).map(([key, [divisionCode, name]]) => ({
    key,
    parent: 'city',
    kind: 'county' as const,
    name: `${name}教育体育局`,
    divisionCode,
  })),
  { key: 'hightech', parent: 'city', kind: 'bureau', name: '抚州高新区教育分局', divisionCode: null },
  school('city-school', 'city', '抚州市示范高级中学', '361002', '3436900001', '342'),
  school('school', 'linchuan', '临川区明德小学', '361002', '2136900001', '211'),
  school('sibling', 'linchuan', '临川区知行小学', '361002', '2136900002', '211'),
  school('middle', 'linchuan', '临川区启明九年一贯制学校', '361002', '3136900003', '312'),
  school('far-school', 'dongxiang', '东乡区求真小学', '361003', '2136900004', '211'),
  school('far-middle', 'dongxiang', '东乡区博雅初级中学', '361003', '3136900005', '311'),
  {
    key: 'central',
    parent: 'linchuan',
    kind: 'centralSchool',
    name: '临川区云山中心小学',
    divisionCode: '361002',
    schoolCode: '2136900006',
    schoolType: '211',
  },
  { key: 'point-1', parent: 'central', kind: 'teachingPoint', name: '云山中心小学东坑教学点', divisionCode: '361002', schoolType: '218' },
  { key: 'point-2', parent: 'central', kind: 'teachingPoint', name: '云山中心小学石溪教学点', divisionCode: '361002', schoolType: '218' },
  { key: 'vendor', parent: 'city', kind: 'vendor', name: '抚州启智教育科技有限公司', divisionCode: null },
];

/** One person at least for every role that a city's platform has (a province reviewer works at the province's). */
export const people: readonly DemoPerson[] = [
  { username: 'security', name: '邓安', at: 'city', roles: ['securityAdmin'], what: '市级安全管理员 security administrator of the city' },
  { username: 'audit', name: '涂明', at: 'city', roles: ['auditAdmin'], what: '市级审计管理员 audit administrator of the city' },
  { username: 'leader', name: '章立', at: 'city', roles: ['bureauLeader'], what: '市教体局分管领导 leader of the city bureau' },
  { username: 'centre', name: '黄教', at: 'city', roles: ['centreHead'], what: '市电教馆长 head of the city centre' },
  { username: 'city-reviewer', name: '徐审', at: 'city', roles: ['cityReviewer'], what: '市级审核员 city reviewer' },
  {
    username: 'city-first',
    name: '程初',
    at: 'city',
    roles: ['resourceReviewer'],
    what: '市级资源审核员，可作初审 resource reviewer, e.g. the first step',
  },
  {
    username: 'city-second',
    name: '祁复',
    at: 'city',
    roles: ['resourceReviewer'],
    what: '市级资源审核员，可作复审 resource reviewer, e.g. the second',
  },
  {
    username: 'city-final',
    name: '翟终',
    at: 'city',
    roles: ['resourceReviewer'],
    what: '市级资源审核员，可作终审 resource reviewer, e.g. the final',
  },
  { username: 'inspector', name: '游网', at: 'city', roles: ['siteInspector'], what: '网站督导员 site inspector' },
  { username: 'duty-officer', name: '饶值', at: 'city', roles: ['dutyOfficer'], what: '值班员 duty officer' },
  { username: 'duty-leader', name: '万带', at: 'city', roles: ['dutyLeader'], what: '带班领导 duty leader' },
  { username: 'linchuan-admin', name: '周县', at: 'linchuan', roles: ['systemAdmin'], what: '临川区系统管理员 administrator of a county' },
  {
    username: 'linchuan-reviewer',
    name: '吴审',
    at: 'linchuan',
    roles: ['countyReviewer', 'rollManager'],
    what: '临川区审核员、学籍管理员 county reviewer, with a second post',
  },
  { username: 'linchuan-resources', name: '杨资', at: 'linchuan', roles: ['resourceReviewer'], what: '临川区资源审核员 resource reviewer' },
  { username: 'linchuan-researcher', name: '何研', at: 'linchuan', roles: ['subjectResearcher'], what: '临川区教研员 subject researcher' },
  {
    username: 'linchuan-security',
    name: '罗络',
    at: 'linchuan',
    roles: ['securityContact'],
    what: '临川区网络安全联络员 security contact of a county',
  },
  {
    username: 'dongxiang-reviewer',
    name: '艾审',
    at: 'dongxiang',
    roles: ['countyReviewer'],
    what: '东乡区审核员 reviewer of the neighbouring county',
  },
  {
    username: 'dongxiang-security',
    name: '乐络',
    at: 'dongxiang',
    roles: ['securityContact'],
    what: '东乡区网络安全联络员 security contact of the neighbouring county',
  },
  { username: 'school-admin', name: '陈校', at: 'school', roles: ['schoolAdmin'], what: '明德小学管理员 administrator of a school' },
  { username: 'roll', name: '刘籍', at: 'school', roles: ['rollManager'], what: '明德小学学籍管理员 roll manager' },
  { username: 'teacher', name: '李老师', at: 'school', roles: ['teacher'], what: '明德小学教师 teacher' },
  {
    username: 'homeroom',
    name: '王老师',
    at: 'school',
    roles: ['homeroomTeacher', 'teacher'],
    what: '明德小学班主任 homeroom teacher, also teacher',
  },
  {
    username: 'school-resources',
    name: '赵核',
    at: 'school',
    roles: ['resourceReviewer'],
    what: '明德小学资源审核员 resource reviewer of a school',
  },
  {
    username: 'school-security',
    name: '孙联',
    at: 'school',
    roles: ['securityContact'],
    what: '明德小学网络安全联络员 security contact of a school',
  },
  { username: 'principal', name: '钱任', at: 'school', roles: ['responsiblePerson'], what: '明德小学第一责任人 responsible person' },
  { username: 'correspondent', name: '郑通', at: 'school', roles: ['correspondent'], what: '明德小学通讯员 correspondent' },
  { username: 'pupil', name: '张小明', at: 'school', roles: ['pupil'], what: '明德小学学生 pupil' },
  { username: 'guardian', name: '张大山', at: 'school', roles: ['guardian'], wards: ['pupil'], what: '张小明的家长 guardian of the pupil' },
  {
    username: 'sibling-admin',
    name: '冯校',
    at: 'sibling',
    roles: ['schoolAdmin'],
    what: '知行小学管理员 administrator of the neighbour school',
  },
  { username: 'expert', name: '曾专', at: 'sibling', roles: ['expert', 'teacher'], what: '知行小学专家 expert of another school' },
  {
    username: 'far-admin',
    name: '江校',
    at: 'far-school',
    roles: ['schoolAdmin'],
    what: '求真小学管理员 administrator of a school in another county',
  },
  {
    username: 'city-school-admin',
    name: '邱校',
    at: 'city-school',
    roles: ['schoolAdmin'],
    what: '市直属学校管理员 administrator of a school directly under the city',
  },
  {
    username: 'central-admin',
    name: '梅校',
    at: 'central',
    roles: ['schoolAdmin', 'teacher'],
    what: '云山中心小学管理员、教师 administrator and teacher of a central school',
  },
  { username: 'point-1-teacher', name: '尧老师', at: 'point-1', roles: ['teacher'], what: '东坑教学点教师 teacher of a teaching point' },
  { username: 'point-2-teacher', name: '祝老师', at: 'point-2', roles: ['teacher'], what: '石溪教学点教师 teacher of a teaching point' },
  { username: 'vendor', name: '熊企', at: 'vendor', roles: ['vendor'], what: '企业人员 staff of a vendor' },
];
