import { accessModes, amount, choice, count, coverage, inSection, known, perOne, share, yesNo } from '../asking.js';
import type { ShippedDataSet } from '../shipped-data-set.js';

/**
 * 全国教育信息化工作管理信息系统, by the quarter. Its official form has not been published: this one is made from the indicators that
 * the ministry reports from it. Ratios are computed, never typed.
 */
export const eduIctQuarterly: ShippedDataSet = {
  code: 'edu_ict_quarterly',
  name: '全国教育信息化工作管理信息系统季度数据',
  nameEn: 'Quarterly figures of the national information system of education informatization',
  description:
    '官方表样未公开，按教育部历次发布所用指标整理，可按本地要求修改。 The official form is not public; made from the indicators the ministry publishes, and open to change.',
  filledBy: ['school', 'centralSchool'],
  form: {
    sections: [
      { code: 'basics', name: '基本情况', nameEn: 'Basics' },
      { code: 'network', name: '宽带网络校校通', nameEn: 'Networks' },
      { code: 'rooms', name: '优质资源班班通', nameEn: 'Classrooms' },
      { code: 'terminals', name: '信息化终端', nameEn: 'Terminals' },
      { code: 'spaces', name: '网络学习空间人人通', nameEn: 'Learning spaces' },
      { code: 'use', name: '教学应用', nameEn: 'Use in teaching' },
      { code: 'management', name: '管理信息化', nameEn: 'Management' },
      { code: 'staff', name: '队伍建设', nameEn: 'Staff' },
      { code: 'funds', name: '经费投入', nameEn: 'Funds' },
      { code: 'security', name: '网络安全', nameEn: 'Network security' },
    ],
    indicators: [
      ...inSection(
        'basics',
        known('student_count', '在校生数', 'Pupils', 'pupils'),
        known('class_count', '教学班数', 'Classes', 'classes', { unit: '个' }),
        known('teacher_count', '专任教师数', 'Teachers', 'teachers'),
      ),
      ...inSection(
        'network',
        yesNo('net_access', '是否接入互联网', 'Connected to the internet', { direction: 'higherBetter' }),
        choice('access_mode', '接入方式', 'How it is connected', accessModes),
        count('bandwidth_mbps', '互联网出口带宽', 'Bandwidth', { unit: 'Mbps', max: 1_000_000, direction: 'higherBetter' }),
        choice('lan', '校园网覆盖', 'Wired campus network', coverage),
        choice('wlan_cover', '无线网络覆盖', 'Wireless coverage', coverage),
        yesNo('website', '是否有学校网站', 'Has a website'),
      ),
      ...inSection(
        'rooms',
        count('classrooms', '普通教室数', 'Classrooms', { unit: '间' }),
        count('special_rooms', '专用教室数', 'Special rooms', { unit: '间' }),
        count('mm_classrooms', '网络多媒体教室数', 'Multimedia classrooms', { unit: '间', direction: 'higherBetter' }),
        share('mm_ratio', '网络多媒体教室占比', 'Share of multimedia classrooms', 'mm_classrooms / (classrooms + special_rooms) * 100'),
        yesNo('mm_full', '普通教室是否全部配备多媒体', 'All classrooms are equipped'),
        count('recording_rooms', '录播（直播）教室数', 'Recording rooms', { unit: '间' }),
        count('maker_rooms', '创客教室数', 'Maker rooms', { unit: '间' }),
        count('computer_rooms', '计算机教室数', 'Computer rooms', { unit: '间' }),
      ),
      ...inSection(
        'terminals',
        count('teacher_terminals', '学校统一配备的教师终端', 'Terminals for teachers', { unit: '台', direction: 'higherBetter' }),
        count('student_terminals', '学校统一配备的学生终端', 'Terminals for pupils', { unit: '台', direction: 'higherBetter' }),
        perOne('teacher_ratio', '师机比', 'Teachers to a terminal', 'teacher_count / teacher_terminals'),
        perOne('student_ratio', '生机比', 'Pupils to a terminal', 'student_count / student_terminals', {
          definition: '不高于 10:1。 Not above 10:1.',
        }),
      ),
      ...inSection(
        'spaces',
        count('spaces_school', '学校空间开通数', 'Spaces of schools', { unit: '个' }),
        count('spaces_class', '班级空间开通数', 'Spaces of classes', { unit: '个' }),
        count('spaces_teacher', '教师空间开通数', 'Spaces of teachers', { unit: '个' }),
        count('spaces_student', '学生空间开通数', 'Spaces of pupils', { unit: '个' }),
        count('spaces_parent', '家长空间开通数', 'Spaces of guardians', { unit: '个' }),
        count('teacher_space_use', '应用空间的教师数', 'Teachers who use theirs', { unit: '人' }),
        count('student_space_use', '应用空间的学生数', 'Pupils who use theirs', { unit: '人' }),
      ),
      ...inSection(
        'use',
        count('teachers_use_ict', '常态应用信息技术教学的教师数', 'Teachers who teach with it as a matter of course', {
          unit: '人',
          direction: 'higherBetter',
        }),
        share('teachers_use_share', '常态应用教师占比', 'Their share', 'teachers_use_ict / teacher_count * 100'),
        count('resource_use', '使用国家、省资源平台人次', 'Uses of the national and provincial platforms', { unit: '人次' }),
        count('chuandi_weekly', '专递（同步）课堂周课时', 'Delivered classes a week', { unit: '节/周' }),
      ),
      ...inSection(
        'management',
        yesNo('roll_db_done', '学籍库数据是否录入完整', 'The roll is complete'),
        yesNo('teacher_db_done', '教师库数据是否录入完整', 'The register of teachers is complete'),
        yesNo('building_db_done', '校舍库数据是否录入完整', 'The register of buildings is complete'),
      ),
      ...inSection(
        'staff',
        count('principal_trained', '参训校长', 'Heads trained', { unit: '人次' }),
        count('teacher_trained', '参训教师', 'Teachers trained', { unit: '人次' }),
        count('it_staff', '信息化工作人员', 'Staff for information technology', { unit: '人' }),
      ),
      ...inSection(
        'funds',
        amount('ict_budget', '信息化经费', 'Spent on informatization', { unit: '万元' }),
        amount('public_funds', '公用经费', 'Public funds', { unit: '万元' }),
        share('ict_share', '信息化经费占公用经费比', 'Share of public funds', 'ict_budget / public_funds * 100', {
          definition: '不低于 10%。 10 % at least.',
        }),
      ),
      ...inSection(
        'security',
        count('djbh_filed', '等级保护备案系统数', 'Systems filed for graded protection', { unit: '个' }),
        yesNo('emergency_plan', '是否有网络安全应急预案', 'Has an emergency plan'),
      ),
    ],
    rules: [
      {
        code: 'mm_within_rooms',
        left: { indicators: ['mm_classrooms'], constant: 0 },
        op: '<=',
        right: { indicators: ['classrooms', 'special_rooms'], constant: 0 },
        words: '网络多媒体教室数不得超过普通教室与专用教室之和',
        wordsEn: 'No more multimedia classrooms than classrooms and special rooms',
      },
      {
        code: 'ict_within_funds',
        left: { indicators: ['ict_budget'], constant: 0 },
        op: '<=',
        right: { indicators: ['public_funds'], constant: 0 },
        words: '信息化经费不得超过公用经费',
        wordsEn: 'No more spent on informatization than public funds',
      },
    ],
  },
};
