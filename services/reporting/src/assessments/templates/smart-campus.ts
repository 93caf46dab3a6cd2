import type { RubricTemplate } from '@lianxue/contracts';
import { dimension, securityDeductions, vetoes } from './writing.js';

/** Built like the one municipal rubric whose frame is public: 4 dimensions, 19 criteria, 110 points, grades from 80 and 90. */
export const smartCampus: RubricTemplate = {
  code: 'smartCampus',
  content: {
    name: '智慧校园评估',
    nameEn: 'Smart campus evaluation',
    description:
      '结构参照公开的市级评估细则：4 个一级指标、19 个二级指标、110 分，80–89 分为合格校，90 分及以上为示范校。除智慧环境中已公开的分值外均为建议，可修改。',
    dimensions: [
      dimension(
        'A1',
        '智慧环境',
        'Environment',
        ['B1', '校园网络', 'Campus network', 8, '千兆到校、百兆到班，无线覆盖。', '带宽合同或测速记录'],
        ['B2', '信息终端', 'Terminals', 5, '师机比不高于1:1；生机比不高于8:1，高中不高于6:1。'],
        ['B3', '教学环境', 'Teaching environment', 6, '教室多媒体全覆盖，有录播教室与创新实验室。'],
        ['B4', '安防与物联', 'Safety and sensors', 3, '视频监控、一卡通与环境感知。'],
        ['B5', '数据中心', 'Data centre', 2, '数据集中存储，接入区域平台。'],
      ),
      dimension(
        'A2',
        '智慧应用',
        'Use',
        ['B6', '智慧教学', 'Teaching', 12, '常态开展数字化备课、授课、作业与辅导。', '平台应用数据'],
        ['B7', '智慧学习', 'Learning', 8, '学生开展个性化、探究式学习。'],
        ['B8', '智慧教研', 'Teaching research', 6, '网络教研常态化，有结对。'],
        ['B9', '智慧管理', 'Management', 8, '校务、学籍、资产管理信息化，数据一数一源。'],
        ['B10', '智慧评价', 'Evaluation', 6, '过程性评价与综合素质评价。'],
        ['B11', '智慧服务', 'Services', 5, '家校互通与社会服务。'],
        ['B12', '资源建设', 'Resources', 6, '引入、自建并共享优质资源。'],
      ),
      dimension(
        'A3',
        '队伍与素养',
        'People',
        ['B13', '教师能力', 'Teachers', 6, '教师信息技术应用能力提升。', '培训记录'],
        ['B14', '学生素养', 'Pupils', 5, '学生参加信息素养提升活动。'],
        ['B15', '领导力', 'Leadership', 4, '校长信息化领导力与首席信息官制度。'],
      ),
      dimension(
        'A4',
        '保障与特色',
        'Support and character',
        ['B16', '组织与经费', 'Organisation and funds', 5, '有规划、有机构，经费不低于公用经费的10%。', '预算或决算'],
        ['B17', '网络安全', 'Network security', 8, '责任制、定级备案、零报告与应急演练。', '制度与演练记录'],
        ['B18', '数据填报', 'Reported data', 4, '按期、准确填报。'],
        ['B19', '特色创新', 'Character', 3, '有可推广的特色案例。'],
      ),
    ],
    vetoes,
    grades: [
      { code: 'model', name: '示范校', nameEn: 'Model school', from: 90 },
      { code: 'qualified', name: '合格校', nameEn: 'Qualified school', from: 80 },
    ],
    deductions: securityDeductions('B17'),
  },
};
