import { z } from 'zod';
import { text } from '../shapes/shapes.js';

/** 应用分类 of 国家数字教育资源公共服务体系. */
export const appCategories = {
  preparation: '备课授课',
  interactiveClass: '互动课堂',
  collaboration: '协作互动',
  onlineCourse: '网络课程',
  onlineResearch: '网络教研',
  homework: '作业测评',
  library: '数字图书馆',
  language: '语言学习',
} as const;
const category = Object.keys(appCategories) as [keyof typeof appCategories, ...(keyof typeof appCategories)[]];

/** 接入级别: at which tier an app is offered to be selected. */
export const accessLevels = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '区县级',
  school: '校级',
  personal: '个人',
} as const;
const accessLevel = Object.keys(accessLevels) as [keyof typeof accessLevels, ...(keyof typeof accessLevels)[]];

const httpsUrl = z.url({ protocol: /^https$/ }).max(500);

/** What an app says of itself 登记材料: the fields of 教育移动互联网应用程序备案. */
export const AppPapers = z
  .strictObject({
    description: text(2000).nullable().describe('应用简介 description'),
    category: z
      .enum(category)
      .nullable()
      .describe('分类：备课授课、互动课堂、协作互动、网络课程、网络教研、作业测评、数字图书馆、语言学习 category'),
    stages: z
      .array(z.enum(['preschool', 'primary', 'junior', 'senior', 'vocational', 'special']))
      .max(6)
      .describe('适用学段 stages'),
    users: z
      .array(z.enum(['pupil', 'guardian', 'teacher', 'manager']))
      .max(4)
      .describe('使用对象：学生、家长、教师、管理者 users'),
    platforms: z
      .array(z.enum(['web', 'h5', 'windows', 'android', 'ios', 'harmony', 'miniProgram']))
      .max(7)
      .describe('运行平台 platforms'),
    packageName: text(200).nullable().describe('软件包名或小程序标识 package or mini-program id'),
    release: text(50).nullable().describe('版本号 release'),
    subjectTraining: z.boolean().nullable().describe('是否含学科培训 whether it trains school subjects'),
    fee: z.enum(['free', 'paid']).nullable().describe('收费：免费、收费 fee'),
    feeNote: text(500).nullable().describe('收费说明 what is paid for'),
    personalData: z
      .array(text(50))
      .max(100)
      .nullable()
      .describe('收集的个人信息清单，不收集则为空 personal data it collects; empty when none'),
    privacyUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .describe('隐私政策地址 privacy policy'),
    minorsRuleUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .describe('未成年人信息保护规则地址 rule for minors’ data'),
    icpNumber: text(50).nullable().describe('ICP 备案号 ICP filing number'),
    protectionNumber: text(50).nullable().describe('等级保护备案号 number of the graded-protection filing'),
    protectionLevel: z.int().min(1).max(4).nullable().describe('等级保护级别 level of graded protection'),
    thirdParties: z.array(text(100)).max(100).nullable().describe('第三方 SDK 与受托方清单，没有则为空 third-party SDKs; empty when none'),
    domains: z.array(text(200)).max(50).describe('域名或 IP domains or addresses'),
    serverPlace: text(200).nullable().describe('服务器所在地 where its servers stand'),
    accessLevel: z.enum(accessLevel).nullable().describe('接入级别：国家级、省级、市级、区县级、校级、个人 tier at which it is offered'),
    iconUrl: httpsUrl.nullable().describe('图标地址 address of its icon'),
    launchUrl: httpsUrl.nullable().describe('打开应用的地址，网页应用须有 where it is opened; an app of pages has one'),
  })
  .meta({ id: 'AppPapers' });

export const noPapers: z.output<typeof AppPapers> = {
  description: null,
  category: null,
  stages: [],
  users: [],
  platforms: [],
  packageName: null,
  release: null,
  subjectTraining: null,
  fee: null,
  feeNote: null,
  personalData: null,
  privacyUrl: null,
  minorsRuleUrl: null,
  icpNumber: null,
  protectionNumber: null,
  protectionLevel: null,
  thirdParties: null,
  domains: [],
  serverPlace: null,
  accessLevel: null,
  iconUrl: null,
  launchUrl: null,
};
