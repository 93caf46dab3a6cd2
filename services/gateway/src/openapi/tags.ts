/** What each contract is about, as the API document introduces it; the order is the reader's. */
export const tags: Readonly<Record<string, string>> = {
  identity: '身份：组织、人员、账号、角色、应用与名单。 Who: organisations, people, accounts, roles, apps and rosters.',
  signIns: '登录：本人的登录与获准的应用。 Sign-ins: where a person is signed in, and which apps they let in.',
  edge: '应用与入口：被拒绝的调用、批量查询与沙箱时钟。 At the edge: refused calls of an app, look-up, and the clock and faults of sandboxes.',
  files: '文件：凭票上传与限时下载。 Files: uploads against tickets, downloads by short-lived links.',
  resources: '资源：目录、提交、审核与发布。 What is taught with: the catalogue, submission, review and publication of resources.',
  classrooms: '课堂：专递课堂的安排、场次、签到与补课。 Where and when: planned classes, their sessions, sign-ins and make-ups.',
  reporting: '数据填报：报表、填报期、审核与汇总。 How it is going: forms, periods, review of data and roll-ups.',
  incidents: '网络安全：事件、时限、重保与零报告。 What threatens it: incidents, their clocks, guard periods and nil reports.',
  activities:
    '活动：征集、推荐、评审与公示。 What people take part in: calls for works, recommendation, expert evaluation and public notice.',
  federation: '联邦同步：变更流与快照，供上级平台读取。 Synchronisation: the feed of changes and snapshots, for the platforms above.',
  subscriptions:
    '订阅：用 webhook 接收事实，签名、重试、记录与重新投递。 Events by webhook: signed deliveries, retries, their log and redelivery.',
};
