import { count, inSection, known, share, yesNo } from '../asking.js';
import type { ShippedDataSet } from '../shipped-data-set.js';

/** 三通两平台: every school on broadband, every class with resources, everyone with a space; two platforms. */
export const threeLinks: ShippedDataSet = {
  code: 'three_links',
  name: '三通两平台',
  nameEn: 'Three links and two platforms',
  description:
    '宽带网络校校通、优质资源班班通、网络学习空间人人通，教育资源与教育管理公共服务平台。 Schools on broadband, classes with resources, everyone with a space; the two platforms.',
  filledBy: ['school', 'centralSchool'],
  form: {
    sections: [
      { code: 'schools', name: '校校通', nameEn: 'Every school' },
      { code: 'classes', name: '班班通', nameEn: 'Every class' },
      { code: 'people', name: '人人通', nameEn: 'Everyone' },
      { code: 'platforms', name: '两平台', nameEn: 'Two platforms' },
    ],
    indicators: [
      ...inSection(
        'schools',
        count('bandwidth_mbps', '互联网出口带宽', 'Bandwidth', { unit: 'Mbps', direction: 'higherBetter' }),
        yesNo('gigabit_to_school', '是否 1000M 到校', '1000 M to the school', { direction: 'higherBetter' }),
      ),
      ...inSection(
        'classes',
        count('classrooms', '普通教室数', 'Classrooms', { unit: '间' }),
        count('hundred_m_rooms', '100M 到班的教室数', 'Classrooms with 100 M', { unit: '间' }),
        count('mm_classrooms', '网络多媒体教室数', 'Multimedia classrooms', { unit: '间' }),
        share('hundred_m_share', '100M 到班率', 'Share with 100 M', 'hundred_m_rooms / classrooms * 100'),
        share('mm_share', '多媒体教室占比', 'Share of multimedia classrooms', 'mm_classrooms / classrooms * 100'),
      ),
      ...inSection(
        'people',
        known('teacher_count', '专任教师数', 'Teachers', 'teachers'),
        known('student_count', '在校生数', 'Pupils', 'pupils'),
        count('spaces_teacher', '教师空间开通数', 'Spaces of teachers', { unit: '个' }),
        count('spaces_student', '学生空间开通数', 'Spaces of pupils', { unit: '个' }),
        share('teacher_space_share', '教师空间开通率', 'Teachers with a space', 'spaces_teacher / teacher_count * 100'),
        share('student_space_share', '学生空间开通率', 'Pupils with a space', 'spaces_student / student_count * 100'),
      ),
      ...inSection(
        'platforms',
        count('resource_platform_uses', '教育资源公共服务平台应用人次', 'Uses of the resource platform', { unit: '人次' }),
        yesNo('management_platform', '是否应用教育管理公共服务平台', 'Uses the management platform'),
      ),
    ],
    rules: [
      {
        code: 'hundred_m_within',
        left: { indicators: ['hundred_m_rooms'], constant: 0 },
        op: '<=',
        right: { indicators: ['classrooms'], constant: 0 },
        words: '100M 到班的教室不得多于普通教室',
        wordsEn: 'No more classrooms with 100 M than classrooms',
      },
    ],
  },
};
