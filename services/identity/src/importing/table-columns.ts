import type { IdTypeCode } from '@lianxue/contracts';
import { headerFinder } from '@lianxue/files';
import type { GenderCode } from '../people/person.entity.js';

/** What a table of a school says of a person. */
export type TableField =
  | 'name'
  | 'idType'
  | 'idNumber'
  | 'pupilNumber'
  | 'gender'
  | 'birthDate'
  | 'phone'
  | 'grade'
  | 'class'
  | 'schoolCode'
  | 'school'
  | 'role'
  | 'since'
  | 'status';

/**
 * What stands above the columns, in tables of schools and in exports of the 学籍 system. Data, not code: a heading that is met
 * is added here.
 */
const headings: Readonly<Record<TableField, readonly string[]>> = {
  name: ['姓名', '学生姓名', '教师姓名', '学生', 'name'],
  idType: ['证件类型', '身份证件类型', '身份证类型'],
  idNumber: ['身份证件号', '身份证件号码', '身份证号', '身份证号码', '证件号码', '证件号', '公民身份号码', '身份证', 'idnumber'],
  pupilNumber: ['学籍号', '全国学籍号', '学籍号码', '学生学籍号', '国网学籍号', '全国统一学籍号', 'pupilnumber'],
  gender: ['性别', 'gender'],
  birthDate: ['出生日期', '出生年月日', '生日', 'birthdate'],
  phone: ['联系电话', '电话', '手机', '手机号', '手机号码', '本人电话', 'phone'],
  grade: ['年级', '年级名称', '所在年级', 'grade'],
  class: ['班级', '班级名称', '班号', '所在班级', '班', 'class'],
  schoolCode: ['学校标识码', '学校机构标识码', '学校代码', '机构标识码', 'schoolcode'],
  school: ['学校', '学校名称', '所在学校', '就读学校', 'school'],
  role: ['身份', '人员类别', '角色', 'role'],
  since: ['入学日期', '入学年月', '入校日期', '入职日期', 'since'],
  status: ['学生状态', '学生当前状态', '当前状态', '学籍状态', '在校状态', 'status'],
};

/** The header a row makes; undefined when it is none. A table needs names, and a number or a class to know people by. */
export const headerIn = headerFinder(headings, (has) => has('name') && (has('idNumber') || has('pupilNumber')));

/** 身份证件类型 as they are written, the first as an export writes it; what stands between is left out of account. */
const idTypeWords: Readonly<Record<IdTypeCode, readonly [string, ...string[]]>> = {
  '1': ['居民身份证', '身份证'],
  '2': ['军官证'],
  '3': ['士兵证'],
  '4': ['文职干部证'],
  '5': ['部队离退休证'],
  '6': ['港澳居民来往内地通行证', '香港特区护照/身份证明', '香港特区护照'],
  '7': ['澳门特区护照/身份证明', '澳门特区护照'],
  '8': ['台湾居民来往大陆通行证'],
  '9': ['境外永久居住证', '外国人永久居留证', '外国人永久居留身份证'],
  A: ['护照'],
  B: ['户口簿'],
  Z: ['其他', '其他证件'],
};
const bare = (words: string): string => words.replace(/[/()]/g, '');
const idTypes = new Map(Object.entries(idTypeWords).flatMap(([code, words]) => [code, ...words].map((word) => [bare(word), code])));
export const idTypeIn = (written: string): string | undefined => idTypes.get(bare(written));
export const idTypeWord = (code: string): string | undefined => idTypeWords[code as IdTypeCode]?.[0];

/** 性别 as it is written, the first as an export writes it. */
const genderWords: Readonly<Record<GenderCode, readonly [string, ...string[]]>> = {
  '1': ['男', '男性'],
  '2': ['女', '女性'],
  '0': ['未知', '未知的性别'],
  '9': ['未说明', '未说明的性别'],
};
const genders = new Map(Object.entries(genderWords).flatMap(([code, words]) => [code, ...words].map((word) => [word, code as GenderCode])));
export const genderIn = (written: string): GenderCode | undefined => genders.get(written);
export const genderWord = (code: string): string | undefined => genderWords[code as GenderCode]?.[0];

export const templateHeadings: readonly { heading: string; options?: readonly string[] }[] = [
  { heading: '姓名' },
  { heading: '身份', options: ['学生', '教师'] },
  { heading: '性别', options: ['男', '女'] },
  { heading: '出生日期' },
  { heading: '证件类型', options: Object.values(idTypeWords).map(([word]) => word) },
  { heading: '身份证件号' },
  { heading: '学籍号' },
  {
    heading: '年级',
    options: ['一', '二', '三', '四', '五', '六', '七', '八', '九'].map((n) => `${n}年级`).concat(['高一', '高二', '高三']),
  },
  { heading: '班级' },
  { heading: '入学日期' },
  { heading: '联系电话' },
  { heading: '当前状态', options: ['在读', '休学', '转出', '毕业', '退学'] },
];
