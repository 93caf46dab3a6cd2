import type { Criterion, RubricContent } from '@lianxue/contracts';

type Line = readonly [code: string, name: string, nameEn: string, points: number, asks: string, evidence?: string];

/** A criterion written in one line. */
const criterion = ([code, name, nameEn, points, asks, evidence]: Line): Criterion => ({
  code,
  name,
  nameEn,
  points,
  asks,
  ...(evidence === undefined ? {} : { evidence }),
});

export const dimension = (code: string, name: string, nameEn: string, ...lines: readonly Line[]): RubricContent['dimensions'][number] => ({
  code,
  name,
  nameEn,
  criteria: lines.map(criterion),
});

/** 事件迟报、零报告漏报: what other services tell, the same in every rubric that has a criterion for network security. */
export const securityDeductions = (under: string): RubricContent['deductions'] => [
  {
    code: 'lateIncident',
    name: '网络安全事件迟报、漏报',
    nameEn: 'Incident reported late or not at all',
    cause: 'incidentClock',
    clock: 'education.emergency',
    criterion: under,
    points: 2,
    limit: 6,
  },
  {
    code: 'lateFinalReport',
    name: '总结报告逾期',
    nameEn: 'Final report overdue',
    cause: 'incidentClock',
    clock: 'final',
    criterion: under,
    points: 1,
    limit: 2,
  },
  {
    code: 'missingDailyReport',
    name: '重要时期零报告迟报、漏报',
    nameEn: 'Daily report of a guard period late or missing',
    cause: 'dailyReport',
    criterion: under,
    points: 0.5,
    limit: 3,
  },
];

export const vetoes: RubricContent['vetoes'] = [
  { code: 'seriousIncident', name: '发生重大及以上网络安全责任事件', nameEn: 'Serious incident by own fault' },
  { code: 'falseData', name: '数据弄虚作假', nameEn: 'Falsified data' },
];

export const fourGrades: RubricContent['grades'] = [
  { code: 'excellent', name: '优秀', nameEn: 'Excellent', from: 90 },
  { code: 'good', name: '良好', nameEn: 'Good', from: 80 },
  { code: 'qualified', name: '合格', nameEn: 'Qualified', from: 60 },
];
