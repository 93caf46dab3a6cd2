import { usualCalendar, type Indicator } from '@lianxue/contracts';
import { choice, inSection } from '../asking.js';
import type { ShippedDataSet } from '../shipped-data-set.js';

const standings: Indicator['options'] = [
  { code: 'none', name: '未建设', nameEn: 'Not begun' },
  { code: 'building', name: '建设中', nameEn: 'Being built' },
  { code: 'built', name: '已建成', nameEn: 'Built' },
  { code: 'used', name: '常态应用', nameEn: 'Used as a matter of course' },
];

const leaf = (code: string, name: string, nameEn: string): Indicator =>
  choice(code, name, nameEn, standings, { direction: 'higherBetter' });

/** 中小学数字校园建设规范（试行）, 教技〔2018〕5号: a school rates itself in five areas. */
export const digitalCampus: ShippedDataSet = {
  code: 'digital_campus',
  name: '数字校园自评',
  nameEn: 'Digital campus: self-assessment',
  description: '依据《中小学数字校园建设规范（试行）》（教技〔2018〕5号）的五个方面。 By the five areas of the norm of 2018.',
  filledBy: ['school', 'centralSchool'],
  calendar: { ...usualCalendar, kind: 'schoolYear' },
  form: {
    sections: [
      { code: 'literacy', name: '用户信息素养', nameEn: 'Literacy' },
      { code: 'application', name: '信息化应用', nameEn: 'Application' },
      { code: 'foundation', name: '基础设施', nameEn: 'Foundations' },
      { code: 'security', name: '网络安全', nameEn: 'Network security' },
      { code: 'support', name: '保障机制', nameEn: 'Support' },
    ],
    indicators: [
      ...inSection(
        'literacy',
        leaf('pupil_literacy', '学生信息素养', 'Of pupils'),
        leaf('teacher_literacy', '教师信息素养', 'Of teachers'),
        leaf('manager_literacy', '管理人员信息素养', 'Of managers'),
        leaf('technician_literacy', '技术人员信息素养', 'Of technicians'),
      ),
      ...inSection(
        'application',
        leaf('lesson_preparation', '网络备课', 'Preparing lessons'),
        leaf('online_teaching', '网络教学', 'Teaching online'),
        leaf('online_research', '网络教研', 'Teaching research'),
        leaf('classroom_teaching', '课堂教学', 'In class'),
        leaf('teaching_resources', '教学资源', 'Resources'),
        leaf('academic_affairs', '教务管理', 'Academic affairs'),
        leaf('administration', '行政管理', 'Administration'),
        leaf('finance', '财务管理', 'Finance'),
        leaf('personnel', '人事管理', 'Personnel'),
        leaf('pupil_affairs', '学生管理', 'Pupil affairs'),
        leaf('assets', '设备资产管理', 'Equipment'),
        leaf('pupil_development', '学生发展性评价', 'Pupils’ development'),
        leaf('teacher_development', '教师发展性评价', 'Teachers’ development'),
        leaf('school_development', '学校发展性评价', 'The school’s development'),
        leaf('home_school', '家校互通', 'Home and school'),
        leaf('culture', '文化生活', 'Culture'),
        leaf('openness', '社会开放', 'Open to the public'),
      ),
      ...inSection(
        'foundation',
        leaf('network_environment', '网络环境', 'Network'),
        leaf('digital_terminals', '数字终端', 'Terminals'),
        leaf('teaching_spaces', '数字化教学空间', 'Teaching spaces'),
        leaf('making_spaces', '创新创造空间', 'Making spaces'),
        leaf('culture_spaces', '文化生活空间', 'Spaces for culture'),
      ),
      ...inSection(
        'security',
        leaf('security_organisation', '组织管理', 'Organisation'),
        leaf('application_security', '网络应用安全', 'Applications'),
        leaf('campus_security', '校园环境安全', 'Campus'),
      ),
      ...inSection(
        'support',
        leaf('structure', '组织架构', 'Structure'),
        leaf('staff_training', '全员培训', 'Training'),
        leaf('rules_made', '制度建设', 'Rules'),
        leaf('investment', '资金投入', 'Investment'),
        leaf('partnership', '多方协同', 'Partnership'),
      ),
    ],
    rules: [],
  },
};
