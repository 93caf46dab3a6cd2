import { auditOf, identityChapters, reportingChapters, resourcesChapters, type AnyOperation } from '@lianxue/contracts';

const headings = (service: string, chapters: Readonly<Record<string, object>>) =>
  Object.entries(chapters).flatMap(([chapter, operations]) =>
    Object.keys(operations).map((key) => [`${service}.${key}`, chapter] as const),
  );

const services = ['identity', 'resources', 'classrooms', 'reporting', 'incidents', 'activities'] as const;

const chapters = new Map<string, string>([
  ...headings('identity', identityChapters),
  ...headings('reporting', reportingChapters),
  ...headings('resources', resourcesChapters),
  ...services.flatMap((service) => headings(service, { audit: auditOf(service) })),
]);

/** Under which heading an operation stands: its contract, or the chapter of a contract too long for one heading. */
export const tagOf = ({ name, service }: AnyOperation): string => chapters.get(name) ?? service;

/** What each heading is about, as the API document introduces it; the order is the reader's. */
export const tags: Readonly<Record<string, string>> = {
  identity: '身份：所发生的事实。 Who: the facts of the chapters below.',
  organisations: '组织：单位、校区、隶属与属地、代码、调整与历史。 Organisations: where they stand, their codes, moves and history.',
  people: '人员：账号、岗位、兼任、证卡、档案与合并。 People: accounts, posts, deputies, cards, staff files and merging.',
  minors: '未成年人：监护人、同意与披露。 Minors: guardians, consents and disclosures.',
  pupils: '学生：学籍、异动、升级与转学。 Pupils: their standing at school, its changes, promotion and transfer.',
  rosters: '名单：学期、课程、班级、导入导出与注册率。 Rosters: terms, courses, classes, imports, exports and registration rates.',
  apps: '应用中心：厂商、上架、沙箱、备案与可用范围。 App centre: vendors, listing, sandboxes, filings and reach.',
  signIns:
    '登录：登录方式、安全要求、本人的登录与获准的应用。 Signing in: its ways and policies, where a person is signed in, and which apps they let in.',
  edge: '应用与入口：被拒绝的调用、批量查询与沙箱时钟。 At the edge: refused calls of an app, look-up, and the clock and faults of sandboxes.',
  audit: '审计：各服务的审计记录与审计链。 Audit: what each service wrote down of who did what, and the chain that holds it.',
  files: '文件：凭票上传与限时下载。 Files: uploads against tickets, downloads by short-lived links.',
  resources: '资源：所发生的事实。 What is taught with: the facts of the chapters below.',
  catalogue: '资源目录：登记、修改与查找。 The catalogue: registering, editing and finding resources.',
  resourceUse:
    '资源使用：浏览、下载、课堂使用、收藏、评分与推荐。 The use of resources: views, downloads, uses in class, favourites, ratings, and what is recommended.',
  resourceReview:
    '资源审核：初审、复审、终审，检查单、审核人与轮次。 Review of resources: its steps, checklists, reviewers and rounds, by the rule of each tier.',
  standings:
    '资源上架：报送上级、下架、紧急下架、复查、发布版、来历与举报。 Where resources stand: put forward, withdrawn, taken down, checked again; their releases, provenance and reports.',
  curricula:
    '课程树：教材章节、知识点与素养点，导入、后继与对照。 Curricula: chapters, knowledge points and competencies as imported data, with successors.',
  questions:
    '题库与监测库：登记、导入、审核、查找与 QTI 导出。 Question banks: entering, importing, reviewing and finding questions, and QTI.',
  testPapers: '试卷：手工组卷、按蓝图组卷、打印与参考答案。 Test papers: assembled by hand or by a blueprint, printed, with their key.',
  orders:
    '教材征订：目录、征订窗口、学校订单、配送与签收、汇总公布与投诉。 Orders: the vetted catalogue, windows, school orders, deliveries, published totals and complaints.',
  holdings:
    '馆藏与借阅：音像教材和图书的入库、领用、归还、核销，校际共享与借阅。 Holdings and loans: audio-visual material and books received, used, written off, shared and lent between schools.',
  clientPrograms:
    '教学客户端：装机、版本与使用，设备上报、只计一次。 Client programs: where they are installed and used, as devices report, counted once.',
  productTests:
    '产品评测：产品、版本、测试方案、专家评分与比较结果。 Product tests: products, plans, expert scores and published comparisons.',
  courses:
    '网络课程：系列、专题资源库、课程标准、课程与覆盖，及征集入库。 Courses: series, themed libraries, standards, courses, what they cover, and works that came from calls.',
  harvesting: '目录采集：采集源与采集到的记录。 Harvesting: other platforms’ catalogues, and what they told.',
  migration:
    '资源迁移：从其他平台迁入资源、纳入采集记录、进度、重复项与迁入记录。 Migration: resources brought from other platforms or taken over from a harvest, how far it is, duplicates, and where each came from.',
  resourceFiles: '资源文件：添加、下载、移除与转码。 Files of resources: added, handed out, taken away, transcoded.',
  contributions: '贡献分：记分、统计与申诉。 Contributions: credits of people and schools, their sums, and appeals.',
  classrooms: '课堂：专递课堂的安排、场次、签到与补课。 Where and when: planned classes, their sessions, sign-ins and make-ups.',
  reporting: '数据填报：所发生的事实。 How it is going: the facts of the chapters below.',
  collecting: '数据采集：数据集、表单、填报期与时限。 What is collected and when: data sets, forms, periods and their windows.',
  validationRules:
    '校验规则：定义、试运行、启用与停用。 Validation rules: what is demanded of submissions, tried on the past, then switched on.',
  submissions: '填报：填报、校验与提交。 Submissions: filling in, checking and submitting.',
  reviews: '审核：退回、通过、逐级审核、代审与流转记录。 Reviews: returning and approving, level by level, and the trail of it.',
  sheets: '填报表 Excel：下载、填写、上传，逐格标错。 Forms in Excel: down, filled in, up again, faults marked cell by cell.',
  completion: '进度：完成情况、逾期名单与催报。 How far it has come: who has reported, who is overdue, and urging them.',
  figures: '指标：汇总与分析。 Figures: what the approved submissions add up to.',
  measures:
    '数据中心：各服务的事实汇成的度量，按组织、日期与维度。 The data centre: what the facts of every service come to, by organisation, day and dimension.',
  assessments:
    '督导考核：指标体系、自评、初评、终评、扣分、异议与年度结果。 Assessments: rubrics, ratings, deductions, objections and yearly results.',
  surveys: '满意度测评：匿名或记名、抽样、每人一次。 Surveys: anonymous or named, sampled, one answer per person.',
  funds: '专项资金：预算、下达、支出与公用经费占比。 Funds: budgets, allocations, spending, and their share of public funds.',
  milestones: '建设计划：里程碑、周报与月报。 Build plans: milestones, weekly and monthly reports.',
  bulletins:
    '通报：拟稿、核稿、签发、印发、签收、异议与更正。 Bulletins: drafting, checking, signing, issuing, receipts, objections and corrections.',
  warnings: '预警：阈值、试运行、预警、签收与办结。 Early warnings: thresholds, tried on the past, and the warnings they raise.',
  incidents: '网络安全：事件、时限、重保与零报告。 What threatens it: incidents, their clocks, guard periods and nil reports.',
  activities:
    '活动：征集、推荐、评审与公示。 What people take part in: calls for works, recommendation, expert evaluation and public notice.',
  federation: '联邦同步：变更流与快照，供上级平台读取。 Synchronisation: the feed of changes and snapshots, for the platforms above.',
  subscriptions:
    '订阅：用 webhook 接收事实，签名、重试、记录与重新投递。 Events by webhook: signed deliveries, retries, their log and redelivery.',
};
