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
  'pupil.on_leave': ['该学生休学中；复学的，当前状态请填“复学”', 'this pupil is on leave; who is back has 复学 as their state'],
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
  'kind.unknown': ['没有该类别', 'no such kind of organisation'],
  'kind.differs': ['与已登记的类别不同', 'is registered as another kind'],
  'name.ambiguous': ['同名组织不止一所，请填代码或上级', 'several have this name; give a code or the parent'],
  'parent.unknown': ['辖区内没有该上级，或同名不止一个', 'no such parent within reach, or several of this name'],
  'parent.wrong': ['上级所在行有误', 'the row of its parent has an error'],
  'parent.circle': ['上下级互为上级', 'it stands above its own parent'],
  'parent.misplaced': ['该类别不能设在此上级之下', 'this kind does not stand below such a parent'],
  'organisation.closed': ['该组织已撤销或合并，代码不再使用', 'this organisation is closed or merged, and its codes are never used again'],
  'organisation.elsewhere': ['该代码属于辖区外的组织', 'the code belongs to an organisation elsewhere'],
  'organisation.twice': ['同一文件中出现两次', 'appears twice in this file'],
  'code.of_another': ['代码分属两个组织', 'the codes belong to two organisations'],
  'code.differs': ['同名组织的代码与此不同', 'the organisation of this name has another code'],
  'move.past': ['变更只能从今天或以后生效', 'a move takes effect today or later'],
  'rename.at_once': ['更名即时生效，不能预定日期', 'a new name holds at once; only moves are planned'],
  'division_code.form': ['区划代码应为 6 位数字', 'a division code has 6 digits'],
  'division_code.unknown': ['没有该区划代码', 'no such division code'],
  'division_code.expired': ['该区划代码已停用', 'this division code is out of use'],
  'division_code.level': ['区划代码的级别与类别不符', 'the division is of another level'],
  'division_code.missing': ['省、市、县主管部门须有区划代码', 'an authority has the code of its division'],
  'school_code.form': ['学校标识码应为 10 位数字', 'a school code has 10 digits'],
  'school_code.category': ['学校标识码的前两位与类别不符', 'the first two digits of the school code do not fit'],
  'school_code.province': ['学校标识码的第三、四位不是省级代码', 'the third and fourth digit of the school code are no province'],
  'credit_code.form': ['统一社会信用代码应为 18 位', 'a credit code has 18 signs'],
  'credit_code.check': ['统一社会信用代码校验位不符', 'the credit code’s check digit does not fit'],
  'school_type.form': ['办学类型码应为 3 位数字', 'a school type has 3 digits'],
  'school_type.category': ['只有学校有办学类型码', 'only a school has a school type'],
  'school_type.unknown': ['没有该办学类型码', 'no such school type'],
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
  // What the schools of a roster have in common is read for each of them, and wrong once.
  private readonly byRow = new Map<string, RowErrorFound>();

  add({ file, line }: Place, field: string, code: RowErrorCode): void {
    this.byRow.set(`${file}:${line}:${field}:${code}`, { file, line, field, code });
  }

  addAll(more: readonly RowErrorFound[]): void {
    for (const { field, code, ...place } of more) this.add(place, field, code);
  }

  get all(): readonly RowErrorFound[] {
    return [...this.byRow.values()];
  }

  /** How many rows, and the first of their errors in the reader's language. */
  told(language: 'zh' | 'en') {
    const found = this.all;
    const rows = new Set(found.map(({ file, line }) => `${file}:${line}`));
    const errors = found.slice(0, listed).map((error) => ({ ...error, reason: reasonOf(error.code, language) }));
    return { errorCount: rows.size, errors };
  }
}
