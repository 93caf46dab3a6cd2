import type { SeriesTemplate } from '@lianxue/contracts';

const series: SeriesTemplate['rules'] = {
  ...{ kind: 'series', name: '', nameEn: null, description: null, stages: [], subjects: [], keywords: [], unitNeeds: ['lesson'] },
};

/** What the platform ships under the names the plans give them; everything in it may be changed. */
export const seriesTemplates: SeriesTemplate[] = [
  {
    code: 'masterLectures',
    rules: {
      ...series,
      name: '名师讲堂',
      nameEn: 'Lectures of master teachers',
      description: '名师主讲的系列课程。',
      keywords: ['名师讲堂'],
    },
  },
  {
    code: 'openLessons',
    rules: { ...series, name: '彭城公开课', nameEn: 'Open lessons', description: '面向全市师生的公开课。', keywords: ['公开课'] },
  },
  {
    code: 'microLessons',
    rules: {
      ...series,
      name: '彭城网络微（视频）课',
      nameEn: 'Micro-lessons online',
      description: '每课配导学案和小组合作材料。',
      keywords: ['网络微课'],
      unitNeeds: ['lesson', 'studyGuide', 'groupWork'],
    },
  },
  {
    code: 'summits',
    rules: {
      ...series,
      name: '筑峰行动',
      nameEn: 'Building summits',
      description: '高中学科拔尖课程。',
      stages: ['senior'],
      keywords: ['筑峰行动'],
      unitNeeds: ['lesson', 'exercise'],
    },
  },
  {
    code: 'aestheticEducation',
    rules: {
      ...series,
      kind: 'library',
      name: '美育课程资源库',
      nameEn: 'Library of aesthetic education',
      keywords: ['美育'],
      unitNeeds: [],
    },
  },
  {
    code: 'moralEducation',
    rules: { ...series, kind: 'library', name: '德育专题资源库', nameEn: 'Library of moral education', keywords: ['德育'], unitNeeds: [] },
  },
  {
    code: 'teacherSkills',
    rules: {
      ...series,
      kind: 'skillPack',
      name: '教师教育信息化技能包',
      nameEn: 'Skills of teachers with technology',
      keywords: ['技能包'],
      unitNeeds: ['lesson', 'exercise'],
    },
  },
];
