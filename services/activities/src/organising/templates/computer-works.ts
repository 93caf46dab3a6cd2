import type { ActivityTemplate } from '@lianxue/contracts';

/**
 * 中小学电脑制作活动, today 师生信息素养提升实践活动. Groups, categories and criteria follow the yearly guide, which
 * changes; quotas and weights are each authority's own, so all of it is a beginning and no rule.
 */
export const computerWorks: ActivityTemplate = {
  code: 'computerWorks',
  rules: {
    name: '中小学电脑制作活动',
    nameEn: 'Computer works by pupils',
    description: '面向中小学生，以“探索与创新”为主题，鼓励学生结合学习与实践活动，运用信息技术设计、创作作品。',
    groups: [
      { code: 'primary', name: '小学组', nameEn: 'Primary' },
      { code: 'junior', name: '初中组', nameEn: 'Junior secondary' },
      { code: 'senior', name: '高中组（含中职）', nameEn: 'Senior and vocational secondary' },
    ],
    categories: [
      { code: 'painting', name: '电脑绘画', nameEn: 'Digital painting' },
      { code: 'animation', name: '电脑动画', nameEn: 'Animation' },
      { code: 'microVideo', name: '微视频', nameEn: 'Micro video' },
      { code: 'design3d', name: '3D创意设计', nameEn: '3D design' },
      { code: 'programming', name: '创意编程', nameEn: 'Creative programming' },
    ],
    tiers: ['school', 'county', 'city'],
    quotas: [
      { tier: 'school', group: 'primary', quota: 5 },
      { tier: 'school', group: 'junior', quota: 5 },
      { tier: 'school', group: 'senior', quota: 5 },
      { tier: 'county', group: 'primary', quota: 40 },
      { tier: 'county', group: 'junior', quota: 40 },
      { tier: 'county', group: 'senior', quota: 40 },
    ],
    rubric: [
      { code: 'idea', name: '思想性、科学性、规范性', nameEn: 'Idea, science, form', max: 25 },
      { code: 'innovation', name: '创新性', nameEn: 'Innovation', max: 25 },
      { code: 'art', name: '艺术性', nameEn: 'Art', max: 25 },
      { code: 'technique', name: '技术性', nameEn: 'Technique', max: 25 },
    ],
    evaluationsPerEntry: 3,
    expertLoad: 100,
    awards: [
      { code: 'first', name: '一等奖', nameEn: 'First prize' },
      { code: 'second', name: '二等奖', nameEn: 'Second prize' },
      { code: 'third', name: '三等奖', nameEn: 'Third prize' },
    ],
    noticeDays: 7,
  },
};
