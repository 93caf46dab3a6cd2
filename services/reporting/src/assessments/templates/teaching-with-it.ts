import type { RubricTemplate } from '@lianxue/contracts';
import { dimension, fourGrades } from './writing.js';

/** 教师信息化教学: of a school as a whole; people are not ranked here. */
export const teachingWithIt: RubricTemplate = {
  code: 'teachingWithIt',
  content: {
    name: '教师信息化教学评估',
    nameEn: 'Evaluation of teaching with information technology',
    description: '以学校为单位评估教师开展信息化教学的情况，不对教师个人排名；分值为建议，可修改。',
    dimensions: [
      dimension(
        'A1',
        '能力',
        'Ability',
        ['B1', '培训', 'Training', 20, '年度培训人均学时与合格率。', '培训统计'],
        ['B2', '发展测评', 'Development', 10, '信息技术应用能力校本测评。'],
      ),
      dimension(
        'A2',
        '应用',
        'Use',
        ['B3', '常态应用', 'Everyday use', 30, '常态应用信息技术教学的教师占比。', '平台应用数据'],
        ['B4', '资源', 'Resources', 15, '使用与共建共享资源。'],
      ),
      dimension(
        'A3',
        '成效',
        'Effect',
        ['B5', '课例与教研', 'Lessons and research', 15, '信息化课例与网络教研成果。'],
        ['B6', '学生发展', 'Pupils', 10, '学生信息素养提升。'],
      ),
    ],
    vetoes: [],
    grades: fourGrades,
    deductions: [],
  },
};
