import type { CallTemplate } from '@lianxue/contracts';

/** 课程征集: schools and teachers send in courses freely, as 抚州 collects them. */
const courses: CallTemplate = {
  code: 'courses',
  rules: {
    name: '课程征集',
    nameEn: 'Call for courses',
    description: '面向全市学校和教师征集线上课程，经审核后汇入资源库。',
    resourceType: 'coursePackage',
    catalogued: true,
    openToAll: true,
    plan: false,
    experts: 0,
    files: 20,
    fileKinds: ['mp4', 'pdf', 'docx', 'pptx'],
    keywords: ['课程征集'],
    remindDays: 3,
  },
};

/** 智慧作业配套微课: so many micro-lessons from each school, one for each exercise. */
const homeworkMicroLessons: CallTemplate = {
  code: 'homeworkMicroLessons',
  rules: {
    name: '作业微课录制',
    nameEn: 'Micro-lessons for homework',
    description: '为智慧作业录制配套微课，按任务分到学校和教师，一题一课。',
    resourceType: 'microLesson',
    catalogued: true,
    openToAll: false,
    plan: false,
    experts: 0,
    files: 2,
    fileKinds: ['mp4', 'pdf', 'pptx'],
    keywords: ['作业微课'],
    remindDays: 3,
  },
};

/** 精品课: a hundred lessons, planned, shot and judged by experts before they are taken. */
const finestLessons: CallTemplate = {
  code: 'finestLessons',
  rules: {
    name: '精品课拍摄',
    nameEn: 'Finest lessons',
    description: '按课题下达拍摄任务，先报拍摄计划，拍摄后上传，经专家评审后采用。',
    resourceType: 'classroomRecord',
    catalogued: true,
    openToAll: false,
    plan: true,
    target: 100,
    experts: 2,
    files: 5,
    fileKinds: ['mp4', 'pdf', 'docx', 'pptx'],
    keywords: ['精品课'],
    remindDays: 7,
  },
};

/** 学科德育精品课程专题资源征集: its works carry the theme by which the library of moral education finds them. */
const moralEducation: CallTemplate = {
  code: 'moralEducation',
  rules: {
    ...courses.rules,
    name: '学科德育精品课程专题征集',
    nameEn: 'Moral education in every subject',
    description: '征集学科德育精品课程和德育微视频，择优入库展示。',
    resourceType: 'classroomRecord',
    experts: 1,
    keywords: ['德育'],
  },
};

/** 教研成果: what schools and teachers find out by research 教学研究 goes straight into the pool once it is accepted. */
const researchOutput: CallTemplate = {
  code: 'researchOutput',
  rules: {
    ...courses.rules,
    name: '教研成果汇聚',
    nameEn: 'Output of teaching research',
    description: '汇聚课题研究报告、教学案例、研讨课例等教研成果，经评审采用后直接进入资源库。',
    resourceType: 'case',
    experts: 1,
    keywords: ['教研成果'],
  },
};

/** 十百千资源制作学校: schools apply with a statement, the authority recognises some; what they then make is called for by other calls. */
const productionSchools: CallTemplate = {
  code: 'productionSchools',
  rules: {
    name: '十百千资源制作学校申报',
    nameEn: 'Schools that produce resources',
    description: '学校提交申报书和已有资源清单，经审批认定为数字教育资源制作学校。',
    resourceType: 'case',
    catalogued: false,
    openToAll: true,
    plan: false,
    target: 100,
    experts: 0,
    files: 5,
    fileKinds: ['pdf', 'docx', 'xlsx'],
    keywords: [],
    remindDays: 7,
  },
};

/** 十百千资源制作团队: the same for teams, whose members are the contributors of the application. */
const productionTeams: CallTemplate = {
  code: 'productionTeams',
  rules: {
    ...productionSchools.rules,
    name: '十百千资源制作团队申报',
    nameEn: 'Teams that produce resources',
    description: '团队提交申报书，列明成员与分工，经审批认定为数字教育资源制作团队。',
    target: 1000,
  },
};

/** What the platform ships, to begin a new call from. */
export const callTemplates: CallTemplate[] = [
  courses,
  homeworkMicroLessons,
  finestLessons,
  moralEducation,
  researchOutput,
  productionSchools,
  productionTeams,
];
