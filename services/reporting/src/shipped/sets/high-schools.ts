import { amount, count, inSection, known, perOne, share, yesNo } from '../asking.js';
import type { ShippedDataSet } from '../shipped-data-set.js';

/** 普通高中信息化攻坚: what has to be there for the pooling of data, its analysis and the use of scores. No norm fixes it. */
export const highSchools: ShippedDataSet = {
  code: 'high_schools',
  name: '普通高中信息化攻坚',
  nameEn: 'Informatization of senior high schools',
  description:
    '数据汇聚、分析与评分结果的使用；没有统一标准，按本地任务修改。 Pooling, analysis and use of scores; no norm fixes it, so change it to the task at hand.',
  filledBy: ['school'],
  form: {
    sections: [
      { code: 'conditions', name: '条件建设', nameEn: 'Conditions' },
      { code: 'data', name: '数据汇聚与分析', nameEn: 'Data' },
      { code: 'use', name: '结果使用', nameEn: 'Use' },
    ],
    indicators: [
      ...inSection(
        'conditions',
        known('student_count', '在校生数', 'Pupils', 'pupils'),
        known('class_count', '教学班数', 'Classes', 'classes', { unit: '个' }),
        count('smart_rooms', '智慧教室数', 'Smart classrooms', { unit: '间', direction: 'higherBetter' }),
        share('smart_room_share', '智慧教室班级占比', 'Smart classrooms to classes', 'smart_rooms / class_count * 100'),
        count('student_terminals', '学生终端', 'Terminals for pupils', { unit: '台' }),
        perOne('student_ratio', '生机比', 'Pupils to a terminal', 'student_count / student_terminals'),
        amount('investment', '本期投入', 'Invested', { unit: '万元' }),
      ),
      ...inSection(
        'data',
        yesNo('course_selection', '选课走班系统是否应用', 'Uses a system for course selection'),
        yesNo('quality_assessment', '综合素质评价系统是否应用', 'Uses a system for comprehensive assessment'),
        count('systems_connected', '已接入数据平台的系统数', 'Systems that give data', { unit: '个' }),
        count('exams_analysed', '本期纳入学情分析的考试次数', 'Exams analysed', { unit: '次' }),
      ),
      ...inSection(
        'use',
        count('teachers_use_analysis', '应用分析结果改进教学的教师数', 'Teachers who use the analysis', { unit: '人' }),
        yesNo('results_in_evaluation', '评分结果是否用于学校考核', 'Results count in assessment'),
      ),
    ],
    rules: [],
  },
};
