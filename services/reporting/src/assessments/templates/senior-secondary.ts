import type { RubricTemplate } from '@lianxue/contracts';
import { dimension, fourGrades, securityDeductions, vetoes } from './writing.js';

/** 普通高中信息化攻坚: data pooled, analysed, and used. */
export const seniorSecondary: RubricTemplate = {
  code: 'seniorSecondary',
  content: {
    name: '普通高中信息化攻坚',
    nameEn: 'Informatization of senior secondary schools',
    description: '数据汇聚、分析和评分结果的使用；分值为建议，可修改。',
    dimensions: [
      dimension(
        'A1',
        '数据汇聚',
        'Pooling data',
        ['B1', '数据接入', 'Connected data', 15, '教务、选课、考试、资产数据接入区域平台。', '接口清单'],
        ['B2', '数据质量', 'Data quality', 15, '数据完整、及时、一致。'],
      ),
      dimension(
        'A2',
        '数据分析',
        'Analysis',
        ['B3', '教学分析', 'Teaching', 15, '定期开展学情与教学分析。', '分析报告'],
        ['B4', '选课走班', 'Electives', 15, '网上排课与学生选课。'],
      ),
      dimension(
        'A3',
        '结果使用',
        'Use of results',
        ['B5', '改进教学', 'Improvement', 15, '依据分析改进教学，有记录。'],
        ['B6', '综合素质评价', 'Whole-person evaluation', 10, '过程性数据用于综合素质评价。'],
      ),
      dimension(
        'A4',
        '保障',
        'Support',
        ['B7', '网络安全', 'Network security', 10, '责任制与应急演练。'],
        ['B8', '经费与队伍', 'Funds and people', 5, '经费与人员到位。'],
      ),
    ],
    vetoes,
    grades: fourGrades,
    deductions: securityDeductions('B7'),
  },
};
