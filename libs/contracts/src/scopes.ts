/** What an app may be granted, with the words shown when a school selects the app. */
export const scopes = {
  'identity.read': { zh: '读取组织与名单', en: 'Read organisations and rosters' },
  'identity.write': { zh: '维护组织、人员与应用', en: 'Maintain organisations, people and apps' },
  'resources.read': { zh: '读取资源', en: 'Read resources' },
  'resources.write': { zh: '提交与审核资源', en: 'Submit and review resources' },
  'classrooms.read': { zh: '读取课堂安排与考勤', en: 'Read class plans and attendance' },
  'classrooms.write': { zh: '安排与记录课堂', en: 'Plan and record classes' },
  'reporting.read': { zh: '读取填报数据', en: 'Read reported data' },
  'reporting.write': { zh: '填报与审核数据', en: 'Fill in and review data' },
  'incidents.read': { zh: '读取网络安全事件', en: 'Read network-security incidents' },
  'incidents.write': { zh: '报告与处置网络安全事件', en: 'Report and handle network-security incidents' },
  'activities.read': { zh: '读取活动', en: 'Read activities' },
  'activities.write': { zh: '参加与组织活动', en: 'Take part in and run activities' },
  'files.write': { zh: '上传与下载文件', en: 'Upload and download files' },
  'sandbox.control': { zh: '操作沙箱的时钟与故障', en: 'Control the clock and the faults of the sandbox' },
  'federation.read': { zh: '同步变更', en: 'Synchronise changes' },
  'events.read': { zh: '订阅事件', en: 'Hear of events by webhook' },
  'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly': {
    zh: '读取名单（OneRoster 核心）',
    en: 'Read rosters (OneRoster core)',
  },
  'https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly': { zh: '读取名单（OneRoster）', en: 'Read rosters (OneRoster)' },
  'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-demographics.readonly': {
    zh: '读取性别与出生信息（OneRoster）',
    en: 'Read demographics (OneRoster)',
  },
  'https://purl.imsglobal.org/spec/or/v1p2/scope/resource-core.readonly': {
    zh: '读取资源（OneRoster 核心）',
    en: 'Read resources (OneRoster core)',
  },
  'https://purl.imsglobal.org/spec/or/v1p2/scope/resource.readonly': { zh: '读取资源（OneRoster）', en: 'Read resources (OneRoster)' },
  'https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.readonly': { zh: '读取成绩册（OneRoster）', en: 'Read gradebooks (OneRoster)' },
  'https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.createput': {
    zh: '写入成绩册（OneRoster）',
    en: 'Write into gradebooks (OneRoster)',
  },
  'https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.delete': {
    zh: '从成绩册删除（OneRoster）',
    en: 'Delete from gradebooks (OneRoster)',
  },
} as const;

export type Scope = keyof typeof scopes;
