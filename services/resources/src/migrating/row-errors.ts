/** What can be wrong with a row of a list of resources, in words that mend it. */
const reasons = {
  'field.missing': ['必填', 'is required'],
  'field.too_long': ['过长', 'is too long'],
  'field.unfit': ['不符合要求的形式', 'has not the form it needs'],
  'field.unstorable': ['含有无法保存的字符', 'contains a character that cannot be stored'],
  'word.unknown': ['没有该取值', 'is none of the words that may stand here'],
  'record.unreadable': [
    '读不出此处的 XML：格式有误、嵌套过深或带有文档类型声明',
    'this XML is broken, nested too deep, or has a document type',
  ],
  'row.twice': ['同一清单中出现两次', 'appears twice in this list'],
  'organisation.unknown': ['本单位及下级中没有该单位，或不止一个可能', 'no such organisation here or below, or several that may be meant'],
  'keeper.beyond': [
    '著录人不在该单位或其上级，无法补全、送审',
    'its keeper is neither of this organisation nor above it, and could not complete it',
  ],
  'contributor.unknown': ['查无此人，或已不任职', 'nobody here has this id, or holds a post any more'],
  'file.unknown': ['压缩包中没有该文件，也不是您上传的文件标识', 'in no archive, and the id of no file that you have sent'],
  'file.ambiguous': ['不止一个压缩包有该文件', 'several archives have such a file'],
  'file.altered': ['文件内容与所报的 SHA-256 不符', 'has another SHA-256 than was said'],
  'file.unrecognised': ['认不出文件内容，不能收取', 'what the file is cannot be told'],
  'file.active_content': ['文件含有脚本、宏或程序，不能收取', 'the file does something by itself when it is opened'],
  'file.polyglot': ['文件同时是两种东西，不能收取', 'the file is two things at once'],
  'file.bomb': ['文件展开后大得不合情理，不能收取', 'unpacked, the file is beyond all measure'],
  'file.broken': ['文件已损坏或已加密', 'the file is damaged or locked'],
  'file.name_lies': ['文件名与内容不符', 'the name of the file says otherwise than its content'],
  'file.not_allowed': ['本层级不收此类文件，或文件过大', 'not taken at this tier, or not so large'],
  'file.unfit': ['该文件不能作此用途', 'the file cannot serve this purpose'],
  'usage.missing': [
    '直接发布须有使用方法、应用场景、典型案例和年级',
    'needed to be published at once: how to use it, where it fits, a model case, grades',
  ],
  'review.not_named': ['本级已指定他人审核该学段、学科', 'the tier has named somebody else to review this stage and subject'],
  'resource.locked': ['此处的资源正在审核或未通过，不能修改', 'the resource here is under review or was rejected, and cannot be edited'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type RowErrorCode = keyof typeof reasons;

/** Why a row did not go in, in the reader’s language. */
export const reasonOf = (code: string, language: 'zh' | 'en'): string =>
  code in reasons ? reasons[code as RowErrorCode][language === 'zh' ? 0 : 1] : code;

/** A row that does not go in: in which field, and why. */
export class WrongRow extends Error {
  constructor(
    readonly field: string,
    readonly code: RowErrorCode,
  ) {
    super(code);
  }
}
