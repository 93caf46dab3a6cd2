import type { BulletinTemplate } from '@lianxue/contracts';

const kept = '请各单位认真核对所通报的数据；有异议的，在规定期限内书面提出。';
const fromPeriod = '{period}应报单位{expected}个，审核通过{approved}个，完成率{completeness}%。现将有关情况通报如下。';

/** The bulletins that bureaus write over and over, as they are shipped: what differs is data. */
export const templates: readonly BulletinTemplate[] = [
  {
    code: 'teachingApps',
    name: '教学通应用数据通报',
    figures: 'period',
    title: '关于{period}教学通应用情况的通报',
    opening: fromPeriod,
    closing: kept,
  },
  {
    code: 'quarter',
    name: '数据上报情况通报',
    figures: 'period',
    title: '关于{period}数据上报情况的通报',
    opening: fromPeriod,
    closing: kept,
  },
  {
    code: 'patrol',
    name: '巡查情况通报',
    figures: 'given',
    title: '关于网络安全巡查情况的通报',
    opening: '现将近期网络安全巡查情况通报如下。',
    closing: '请有关单位限期整改，并反馈整改情况。',
  },
  {
    code: 'activity',
    name: '活动情况通报',
    figures: 'given',
    title: '关于活动开展情况的通报',
    opening: '现将活动开展情况通报如下。',
    closing: kept,
  },
  {
    code: 'weekly',
    name: '周报',
    figures: 'given',
    title: '教育信息化工作周报',
    opening: '本周重点工作进展如下。',
    closing: '请按进度推进。',
  },
  {
    code: 'monthly',
    name: '月报',
    figures: 'given',
    title: '教育信息化工作月报',
    opening: '本月重点工作进展如下。',
    closing: '请按进度推进。',
  },
];

/** A text with its placeholders filled in; what is unknown stays as it is. */
export const filled = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
