import { usualCalendar } from '@lianxue/contracts';
import { accessModes, amount, choice, count, coverage, inSection, known, perOne, share, yesNo } from '../asking.js';
import type { ShippedDataSet } from '../shipped-data-set.js';

/** 信息化经费: what was meant for informatization and what was spent; bureaus report their own too. */
export const funds: ShippedDataSet = {
  code: 'ict_funds',
  name: '教育信息化经费',
  nameEn: 'Funds for informatization',
  description:
    '学校与县区本级、市本级均填报；经费不少于公用经费的 10%。 Filled in by schools and by bureaus for themselves; at least 10 % of public funds.',
  filledBy: ['school', 'centralSchool', 'county', 'bureau', 'city'],
  calendar: { ...usualCalendar, kind: 'halfYear' },
  form: {
    sections: [
      { code: 'sources', name: '经费来源', nameEn: 'Where from' },
      { code: 'spent', name: '经费支出', nameEn: 'What for' },
    ],
    indicators: [
      ...inSection(
        'sources',
        amount('public_funds', '公用经费', 'Public funds', { unit: '万元' }),
        amount('from_public_funds', '公用经费安排的信息化经费', 'Out of public funds', { unit: '万元' }),
        amount('special_funds', '智慧教育专项资金', 'Special funds', { unit: '万元' }),
        amount('other_funds', '其他资金', 'Others', { unit: '万元' }),
        share('ict_share', '占公用经费比', 'Share of public funds', 'from_public_funds / public_funds * 100', {
          definition: '不低于 10%。 10 % at least.',
        }),
      ),
      ...inSection(
        'spent',
        amount('spent_network', '网络', 'Networks', { unit: '万元' }),
        amount('spent_devices', '设备', 'Devices', { unit: '万元' }),
        amount('spent_software', '软件与资源', 'Software and resources', { unit: '万元' }),
        amount('spent_training', '培训', 'Training', { unit: '万元' }),
        amount('spent_upkeep', '运维与安全', 'Upkeep and security', { unit: '万元' }),
      ),
    ],
    rules: [
      {
        code: 'spent_within',
        left: { indicators: ['spent_network', 'spent_devices', 'spent_software', 'spent_training', 'spent_upkeep'], constant: 0 },
        op: '<=',
        right: { indicators: ['from_public_funds', 'special_funds', 'other_funds'], constant: 0 },
        words: '各项支出之和不得超过各项来源之和',
        wordsEn: 'No more is spent than there is',
      },
    ],
  },
};

/** 网络: what runs to the school and within it. */
export const network: ShippedDataSet = {
  code: 'network',
  name: '校园网络',
  nameEn: 'School networks',
  description: '1000M 到校、100M 到班，无线覆盖与信息点。 1000 M to the school, 100 M to the class, wireless coverage and sockets.',
  filledBy: ['school', 'centralSchool', 'teachingPoint'],
  form: {
    sections: [
      { code: 'outside', name: '接入', nameEn: 'To the school' },
      { code: 'inside', name: '校内', nameEn: 'Within' },
    ],
    indicators: [
      ...inSection(
        'outside',
        choice('access_mode', '接入方式', 'How it is connected', accessModes),
        count('bandwidth_mbps', '出口带宽', 'Bandwidth', { unit: 'Mbps', direction: 'higherBetter' }),
        yesNo('ipv6', '是否支持 IPv6', 'Supports IPv6'),
      ),
      ...inSection(
        'inside',
        count('classrooms', '普通教室数', 'Classrooms', { unit: '间' }),
        count('hundred_m_rooms', '100M 到班的教室数', 'Classrooms with 100 M', { unit: '间' }),
        share('hundred_m_share', '100M 到班率', 'Share with 100 M', 'hundred_m_rooms / classrooms * 100'),
        choice('wlan_cover', '无线网络覆盖', 'Wireless coverage', coverage),
        count('access_points', '无线接入点', 'Access points', { unit: '个' }),
        count('control_points', '信息点', 'Sockets', { unit: '个' }),
      ),
    ],
    rules: [],
  },
};

/** 设备: what there is to teach and learn with. */
export const devices: ShippedDataSet = {
  code: 'devices',
  name: '信息化设备',
  nameEn: 'Devices',
  description: '终端、多媒体与实验设备；生机比不高于 10:1。 Terminals, multimedia and laboratories; ten pupils to a terminal at most.',
  filledBy: ['school', 'centralSchool', 'teachingPoint'],
  form: {
    sections: [
      { code: 'terminals', name: '终端', nameEn: 'Terminals' },
      { code: 'rooms', name: '教室设备', nameEn: 'In classrooms' },
    ],
    indicators: [
      ...inSection(
        'terminals',
        known('student_count', '在校生数', 'Pupils', 'pupils'),
        known('teacher_count', '专任教师数', 'Teachers', 'teachers'),
        count('student_terminals', '学生终端', 'Terminals for pupils', { unit: '台' }),
        count('teacher_terminals', '教师终端', 'Terminals for teachers', { unit: '台' }),
        perOne('student_ratio', '生机比', 'Pupils to a terminal', 'student_count / student_terminals'),
        perOne('teacher_ratio', '师机比', 'Teachers to a terminal', 'teacher_count / teacher_terminals'),
        count('old_terminals', '使用六年以上的终端', 'Terminals older than six years', { unit: '台', direction: 'lowerBetter' }),
      ),
      ...inSection(
        'rooms',
        count('interactive_boards', '交互式多媒体设备', 'Interactive boards', { unit: '套' }),
        count('recording_rooms', '录播教室', 'Recording rooms', { unit: '间' }),
        count('broken', '故障待修设备', 'Out of order', { unit: '台', direction: 'lowerBetter' }),
      ),
    ],
    rules: [
      {
        code: 'old_within',
        left: { indicators: ['old_terminals'], constant: 0 },
        op: '<=',
        right: { indicators: ['student_terminals', 'teacher_terminals'], constant: 0 },
        words: '老旧终端数不得超过终端总数',
        wordsEn: 'No more old terminals than terminals',
      },
    ],
  },
};
