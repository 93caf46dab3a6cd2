import type { RubricTemplate } from '@lianxue/contracts';
import { dimension, fourGrades, securityDeductions, vetoes } from './writing.js';

/** For counties, by their city: the targets of the regional plans the platform was made for. */
export const countySupervision: RubricTemplate = {
  code: 'countySupervision',
  content: {
    name: '县区教育信息化督导考核',
    nameEn: 'County supervision of education informatization',
    description: '供市级对县区年度目标考核使用，考核对象宜为 county 与 bureau；目标值取自各地规划，可修改。',
    dimensions: [
      dimension(
        'A1',
        '基础环境',
        'Infrastructure',
        ['B1', '标准达标率', 'Standard attainment', 10, '教育信息化标准达标率达到85%，每低1个百分点扣0.5分。', '达标学校名单'],
        ['B2', '网络', 'Network', 8, '不低于1000M到校、100M到班。'],
        ['B3', '生机比', 'Pupils per computer', 6, '生机比不高于10:1。'],
        ['B4', '智慧校园', 'Smart campuses', 8, '智慧校园覆盖率达到60%。'],
      ),
      dimension(
        'A2',
        '应用',
        'Use',
        ['B5', '专递课堂', 'Delivered classes', 10, '教学点专递课堂全覆盖，常态化应用。', '开课记录'],
        ['B6', '网络学习空间', 'Learning spaces', 6, '教师注册率不低于90%。'],
        ['B7', '教学通与智慧作业', 'Teaching platforms', 8, '教学通应用与智慧作业普及。'],
        ['B8', '网络教研与结对', 'Research and pairs', 6, '网络结对全覆盖，活动有记录。'],
      ),
      dimension(
        'A3',
        '数据与安全',
        'Data and security',
        ['B9', '数据上报', 'Reported data', 10, '季度数据按期审核上报，一次通过率高。'],
        ['B10', '网络安全', 'Network security', 12, '责任制落实，事件按时限报告，重要时期零报告。', '责任书与演练记录'],
      ),
      dimension(
        'A4',
        '保障',
        'Support',
        ['B11', '经费', 'Funds', 8, '信息化经费不低于公用经费的10%，设立专项资金。', '预算或决算'],
        ['B12', '队伍', 'People', 4, '“一校一师”，配齐电教人员。'],
        ['B13', '机制', 'Mechanisms', 4, '部门联席、督导检查与周报月报制度。'],
      ),
    ],
    vetoes,
    grades: fourGrades,
    deductions: securityDeductions('B10'),
  },
};
