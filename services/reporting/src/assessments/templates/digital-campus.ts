import type { RubricTemplate } from '@lianxue/contracts';
import { dimension, fourGrades, securityDeductions, vetoes } from './writing.js';

/** The areas and their leaves are those of 教技〔2018〕5号, which gives no points: the points here are a beginning. */
export const digitalCampus: RubricTemplate = {
  code: 'digitalCampus',
  content: {
    name: '中小学数字校园建设自评',
    nameEn: 'Digital campus self-assessment',
    description: '框架依据《中小学数字校园建设规范（试行）》（教技〔2018〕5号）；该规范不设分值，此处分值为建议，可修改。',
    dimensions: [
      dimension(
        'A1',
        '用户信息素养',
        'Information literacy',
        ['B1', '学生', 'Pupils', 5, '学生具备与学段相应的信息意识、计算思维与数字化学习能力。'],
        ['B2', '教师', 'Teachers', 5, '教师能常态开展信息化教学，完成信息技术应用能力培训。', '培训名册或证书'],
        ['B3', '管理人员', 'Managers', 3, '校级领导参加过信息化领导力培训，学校有首席信息官。'],
        ['B4', '技术人员', 'Technical staff', 3, '有专（兼）职技术人员，“一校一师”。'],
      ),
      dimension(
        'A2',
        '信息化应用',
        'Use',
        ['B5', '教育教学', 'Teaching', 14, '网络备课、网络教学、网络教研、课堂教学与教学资源的常态应用。', '平台应用数据或活动记录'],
        ['B6', '教育管理', 'Management', 8, '教务、行政、财务、人事、学生、设备资产管理的信息化。'],
        ['B7', '教育评价', 'Evaluation', 6, '学生、教师与学校的发展性评价。'],
        ['B8', '生活服务', 'Services', 4, '家校互通、文化生活与社会开放。'],
      ),
      dimension(
        'A3',
        '基础设施',
        'Infrastructure',
        ['B9', '网络环境', 'Network', 8, '不低于1000M到校、100M到班，无线网络覆盖教学区域。', '带宽合同或测速记录'],
        ['B10', '数字终端', 'Terminals', 6, '师机比不高于1:1，生机比不高于10:1。'],
        ['B11', '数字化教学空间', 'Digital classrooms', 6, '普通教室全部配备网络多媒体，乡镇中心小学以上建有录播教室。'],
        ['B12', '创新创造空间', 'Maker spaces', 3, '有创客或人工智能实践空间并正常使用。'],
        ['B13', '文化生活空间', 'Cultural spaces', 2, '数字图书馆、校园电视台等。'],
      ),
      dimension(
        'A4',
        '网络安全',
        'Network security',
        ['B14', '组织管理', 'Organisation', 4, '明确第一责任人与网络安全联络员，有应急预案并演练。', '制度与演练记录'],
        ['B15', '网络应用', 'Applications', 4, '信息系统定级备案，教育移动应用双备案。', '备案编号'],
        ['B16', '校园环境', 'Campus', 2, '机房、出口与终端防护到位。'],
      ),
      dimension(
        'A5',
        '保障机制',
        'Support',
        ['B17', '组织架构', 'Structure', 3, '有信息化领导小组，职责明确。'],
        ['B18', '全员培训', 'Training for all', 4, '每年组织全员培训。'],
        ['B19', '制度建设', 'Rules', 3, '有规划、管理与考核制度。'],
        ['B20', '资金投入', 'Funding', 4, '信息化经费不低于公用经费的10%。', '预算或决算'],
        ['B21', '多方协同', 'Cooperation', 3, '与高校、企业、社区协同推进。'],
      ),
    ],
    vetoes,
    grades: fourGrades,
    deductions: securityDeductions('B14'),
  },
};
