import { usualCalendar, type Indicator } from '@lianxue/contracts';
import { atMost, count, inSection, known, share, yesNo } from '../asking.js';
import type { ShippedDataSet } from '../shipped-data-set.js';

/** The nine fields of the national monitoring of compulsory education. */
const fields = [
  ['moral', '德育', 'Moral education'],
  ['chinese', '语文', 'Chinese'],
  ['maths', '数学', 'Mathematics'],
  ['english', '英语', 'English'],
  ['science', '科学', 'Science'],
  ['sports', '体育与健康', 'Sports and health'],
  ['arts', '艺术', 'Arts'],
  ['labour', '劳动', 'Labour'],
  ['mind', '心理健康', 'Mental health'],
] as const;

const optional = { required: false } as const;

/** How many took part, how many of them reached the middle grade, and their share; only of fields monitored in the year. */
const monitored = fields.flatMap(([code, name, nameEn]): Indicator[] => [
  count(`${code}_tested`, `${name}参测人数`, `${nameEn}: tested`, { unit: '人', ...optional }),
  count(`${code}_reached`, `${name}达到中等及以上人数`, `${nameEn}: middle grade or better`, { unit: '人', ...optional }),
  share(`${code}_rate`, `${name}达标率`, `${nameEn}: share`, `${code}_reached / ${code}_tested * 100`),
]);

/** 教育质量监测: how pupils are, and what they have learnt. Asked as numbers of pupils, so that every rate comes from sums. */
export const educationQuality: ShippedDataSet = {
  code: 'education_quality',
  name: '教育质量监测',
  nameEn: 'Monitoring of the quality of education',
  description:
    '体质健康、视力、睡眠、作业与各监测领域，每学年一次；无统一表式，可按本地监测方案修改。 Health, eyesight, sleep, homework and the monitored fields, once a school year; no norm fixes the form, so change it to the plan at hand.',
  filledBy: ['school', 'centralSchool'],
  calendar: { ...usualCalendar, kind: 'schoolYear' },
  form: {
    sections: [
      { code: 'health', name: '体质健康与视力', nameEn: 'Health and eyesight' },
      { code: 'load', name: '睡眠与作业', nameEn: 'Sleep and homework' },
      { code: 'mind', name: '心理健康', nameEn: 'Mental health' },
      { code: 'fields', name: '监测领域', nameEn: 'Monitored fields' },
    ],
    indicators: [
      ...inSection(
        'health',
        known('student_count', '在校生数', 'Pupils', 'pupils'),
        count('fitness_tested', '参加体质健康测试人数', 'Pupils tested for fitness', { unit: '人' }),
        count('fitness_passed', '体质健康合格及以上人数', 'Pupils who passed', { unit: '人' }),
        count('fitness_good', '体质健康优良人数', 'Pupils who did well', { unit: '人' }),
        share('fitness_pass_rate', '体质健康合格率', 'Share that passed', 'fitness_passed / fitness_tested * 100'),
        share('fitness_good_rate', '体质健康优良率', 'Share that did well', 'fitness_good / fitness_tested * 100'),
        count('eyes_checked', '视力检查人数', 'Pupils whose eyes were checked', { unit: '人' }),
        count('myopic', '近视人数', 'Short-sighted pupils', { unit: '人', direction: 'lowerBetter' }),
        share('myopia_rate', '近视率', 'Share of short-sighted pupils', 'myopic / eyes_checked * 100', { direction: 'lowerBetter' }),
      ),
      ...inSection(
        'load',
        count('sleep_asked', '睡眠调查人数', 'Pupils asked about sleep', { unit: '人' }),
        count('sleep_enough', '睡眠时间达标人数', 'Pupils who sleep enough', {
          unit: '人',
          definition:
            '每天睡眠：小学 10 小时、初中 9 小时、高中 8 小时。 Ten hours at primary school, nine at junior and eight at senior high school.',
        }),
        share('sleep_rate', '睡眠达标率', 'Share that sleeps enough', 'sleep_enough / sleep_asked * 100'),
        count('homework_asked', '作业调查人数', 'Pupils asked about homework', { unit: '人' }),
        count('homework_within', '作业时长达标人数', 'Pupils whose homework is within the limit', {
          unit: '人',
          definition:
            '小学一二年级无书面家庭作业，三至六年级平均不超过 60 分钟，初中不超过 90 分钟。 None in writing in grades one and two, 60 minutes at most up to grade six, 90 at junior high school.',
        }),
        share('homework_rate', '作业时长达标率', 'Share within the limit', 'homework_within / homework_asked * 100'),
      ),
      ...inSection(
        'mind',
        yesNo('counsellor', '是否配备专（兼）职心理健康教师', 'Has a teacher for mental health'),
        yesNo('counselling_room', '是否有心理辅导室', 'Has a room for counselling'),
      ),
      ...inSection('fields', ...monitored),
    ],
    rules: [
      atMost('fitness_passed', 'fitness_tested', '合格人数不得多于测试人数', 'No more pass than are tested'),
      atMost('fitness_good', 'fitness_passed', '优良人数不得多于合格人数', 'No more do well than pass'),
      atMost('myopic', 'eyes_checked', '近视人数不得多于检查人数', 'No more are short-sighted than were checked'),
      atMost('sleep_enough', 'sleep_asked', '睡眠达标人数不得多于调查人数', 'No more sleep enough than were asked'),
      atMost('homework_within', 'homework_asked', '作业达标人数不得多于调查人数', 'No more are within the limit than were asked'),
      ...fields.map(([code, name, nameEn]) =>
        atMost(`${code}_reached`, `${code}_tested`, `${name}达标人数不得多于参测人数`, `${nameEn}: no more reach it than are tested`),
      ),
    ],
  },
};
