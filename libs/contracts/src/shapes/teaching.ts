import { z } from 'zod';

/** 学段, with the code of 任课学段 RKXD where one fits. */
export const stages = {
  preschool: { zh: '学前教育', en: 'Preschool', code: '1' },
  primary: { zh: '小学', en: 'Primary', code: '2' },
  junior: { zh: '初中', en: 'Junior secondary', code: '3' },
  senior: { zh: '普通高中', en: 'Senior secondary', code: '4' },
  vocational: { zh: '职业高中', en: 'Vocational secondary', code: '6' },
  special: { zh: '特殊教育', en: 'Special education', code: 'A' },
} as const;

/**
 * 学科, with the code of 中小学课程代码 ZXXKC. Subjects named after 2012 have no national code in that table;
 * theirs lie in the local range 9x and are mapped outward per interface.
 */
export const subjects = {
  chinese: { zh: '语文', en: 'Chinese', code: '13' },
  mathematics: { zh: '数学', en: 'Mathematics', code: '14' },
  english: { zh: '英语', en: 'English', code: '41' },
  foreignLanguage: { zh: '外语', en: 'Foreign language', code: '40' },
  science: { zh: '科学', en: 'Science', code: '15' },
  physics: { zh: '物理', en: 'Physics', code: '16' },
  chemistry: { zh: '化学', en: 'Chemistry', code: '17' },
  biology: { zh: '生物', en: 'Biology', code: '18' },
  history: { zh: '历史', en: 'History', code: '21' },
  geography: { zh: '地理', en: 'Geography', code: '20' },
  sport: { zh: '体育与健康', en: 'Sport and health', code: '22' },
  art: { zh: '艺术', en: 'Arts', code: '23' },
  music: { zh: '音乐', en: 'Music', code: '24' },
  fineArt: { zh: '美术', en: 'Fine art', code: '25' },
  generalTechnology: { zh: '通用技术', en: 'General technology', code: '27' },
  practice: { zh: '综合实践活动', en: 'Integrated practice', code: '60' },
  morality: { zh: '道德与法治', en: 'Morality and law', code: '91' },
  informationTechnology: { zh: '信息科技', en: 'Information technology', code: '92' },
  labour: { zh: '劳动', en: 'Labour', code: '93' },
  politics: { zh: '思想政治', en: 'Politics', code: '94' },
  other: { zh: '其他', en: 'Other', code: '99' },
} as const;

const keys = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

export const Stage = z.enum(keys(stages)).describe('学段 stage');
export type Stage = z.output<typeof Stage>;

export const Subject = z.enum(keys(subjects)).describe('学科 subject');
export type Subject = z.output<typeof Subject>;

/** 年级 counted through from 1 to 12, since 六三制 and 五四制 draw the line between the stages differently. */
export const Grade = z.int().min(1).max(12).describe('年级 grade, counted through from 1 to 12');
