/** What can be wrong with a row, in words that mend it. No word of the row itself: a list of errors is passed around. */
const reasons = {
  'field.missing': ['必填', 'is required'],
  'field.too_long': ['过长', 'is too long'],
  'sourced_id.twice': ['同一文件中出现两次', 'appears twice in this file'],
  'date.form': ['日期应为 2026-09-01 的形式', 'a date is written as 2026-09-01'],
  'id_number.form': ['证件号码应为 18 位', 'an identity number has 18 signs'],
  'id_number.date': ['证件号码中的出生日期不存在', 'the date of birth in the identity number does not exist'],
  'id_number.check': ['证件号码校验位不符', 'the identity number’s check digit does not fit'],
  'id_number.precision_lost': [
    '证件号码被表格软件改成科学计数法，末尾数字已丢失',
    'a spreadsheet has turned the identity number into an exponent; its last digits are lost',
  ],
  'pupil_number.form': ['学籍号应为 G、J 或 L 加 18 位', 'a pupil number is G, J or L and 18 signs'],
  'pupil_number.date': ['学籍号中的出生日期不存在', 'the date of birth in the pupil number does not exist'],
  'pupil_number.check': ['学籍号校验位不符', 'the pupil number’s check digit does not fit'],
  'pupil_number.precision_lost': [
    '学籍号被表格软件改成科学计数法，末尾数字已丢失',
    'a spreadsheet has turned the pupil number into an exponent; its last digits are lost',
  ],
  'id_type.unknown': ['没有该证件类型', 'no such type of document'],
  'gender.unknown': ['性别应为男或女', 'is not a gender code'],
  'name.masked': ['姓名已脱敏，须填全名', 'the name is masked; write it in full'],
  'field.unstorable': ['含有无法保存的字符', 'contains a character that cannot be stored'],
  'number.missing': ['身份证件号与学籍号至少填一项', 'an identity number or a pupil number is needed'],
  'school.unknown': ['辖区内没有该学校，或同名不止一所', 'no such school within reach, or several of this name'],
  'phone.form': ['电话号码不正确', 'is not a phone number'],
  'number.twice': ['同一文件中另一人已用此号码', 'another person of this file has this number'],
  'number.taken': ['该号码已属于另一人', 'this number belongs to another person'],
  'person.elsewhere': ['该人员的档案在另一组织，请办理转入', 'this person’s record is kept by another organisation; have it transferred'],
  'person.closed': ['该人员已注销', 'this person’s record is closed'],
  'org.unknown': ['文件中没有该组织', 'no organisation of this file'],
  'org.not_this_school': ['该行不属于本校', 'does not belong to this school'],
  'role.unsupported': ['名单不能授予该角色', 'a roster does not give this role'],
  'role.not_yours': ['您无权授予该角色', 'you may not give this role'],
  'user.unknown': ['没有该人员，或其所在行有误', 'no such person, or their row has an error'],
  'user.without_role': ['该人员在本校没有角色', 'this person has no role at this school'],
  'guardian.without_ward': ['家长没有对应的学生', 'this guardian has no pupil'],
  'relationship.not_guardian': ['该关系不是监护关系', 'this relationship is not guardianship'],
  'enrolment.twice': ['该人员在同一班级中出现两次', 'is in this class twice'],
  'session.type_unknown': ['学期种类应为 schoolYear、term、semester 或 gradingPeriod', 'is not a kind of term'],
  'session.backwards': ['结束日期早于起始日期', 'the last day comes before the first'],
  'session.without_term': ['评价阶段须属于学期', 'a grading period lies in a term'],
  'session.outside_parent': ['不在所属学年或学期的日期之内', 'is not within the days of what it lies in'],
  'session.not_yours': ['您无权设定学期', 'you may not set terms'],
  'course.not_yours': ['您无权开设课程', 'you may not open courses'],
  'course.unknown': ['没有该课程，或其所在行有误', 'no such course, or its row has an error'],
  'term.unknown': ['没有该学期，或其所在行有误', 'no such term, or its row has an error'],
  'birth_date.impossible': ['出生日期不可能', 'nobody of a roster was born on this day'],
  'class.unknown': ['没有该班级，或其所在行有误', 'no such class, or its row has an error'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type RowErrorCode = keyof typeof reasons;

/** Why a row did not go in, in the reader’s language. */
export const reasonOf = (code: string, language: 'zh' | 'en'): string =>
  code in reasons ? reasons[code as RowErrorCode][language === 'zh' ? 0 : 1] : code;

/** Where a row stands in what was sent. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface RowErrorFound extends Place {
  readonly field: string;
  readonly code: RowErrorCode;
}

/** As many as a person would mend before sending the file again. */
const listed = 500;

/** The rows that do not go in, in the order of the files. */
export class RowErrors {
  private readonly found: RowErrorFound[] = [];

  add({ file, line }: Place, field: string, code: RowErrorCode): void {
    this.found.push({ file, line, field, code });
  }

  addAll(more: readonly RowErrorFound[]): void {
    this.found.push(...more);
  }

  get all(): readonly RowErrorFound[] {
    return this.found;
  }

  /** How many rows, and the first of their errors in the reader's language. */
  told(language: 'zh' | 'en') {
    const rows = new Set(this.found.map(({ file, line }) => `${file}:${line}`));
    const errors = this.found.slice(0, listed).map((error) => ({ ...error, reason: reasonOf(error.code, language) }));
    return { errorCount: rows.size, errors };
  }
}
