import type { ActivityTemplate } from '@lianxue/contracts';
import { computerWorks } from './computer-works.js';

/** 中小学微视频征集展播活动: one kind of work, judged as something to be shown. */
export const microVideos: ActivityTemplate = {
  code: 'microVideos',
  rules: {
    ...computerWorks.rules,
    name: '中小学微视频征集展播活动',
    nameEn: 'Micro videos by pupils',
    description: '征集中小学生原创微视频，评选后集中展播。',
    categories: [
      { code: 'campus', name: '校园生活', nameEn: 'School life' },
      { code: 'science', name: '科学探究', nameEn: 'Science' },
      { code: 'culture', name: '传统文化', nameEn: 'Culture' },
    ],
    rubric: [
      { code: 'content', name: '内容与立意', nameEn: 'Content and idea', max: 40 },
      { code: 'originality', name: '原创性', nameEn: 'Originality', max: 30 },
      { code: 'craft', name: '拍摄与制作', nameEn: 'Filming and editing', max: 30 },
    ],
  },
};
