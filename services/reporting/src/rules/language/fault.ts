type Language = 'zh' | 'en';

/** What can be wrong with an expression before any value is known, and what is said of it. */
const sentences = {
  syntax: { zh: '语法有误', en: 'This is not an expression' },
  too_large: { zh: '表达式过长或嵌套过深', en: 'The expression is too long or too deep' },
  unknown_name: { zh: '没有名为“{what}”的指标、来源或函数', en: 'There is no indicator, source or function called "{what}"' },
  wrong_type: { zh: '此处应为{what}', en: 'Here {what} is needed' },
  not_offered: { zh: '不支持“{what}”', en: '"{what}" is not offered' },
  malformed_number: { zh: '数字应为至多 12 位整数、6 位小数', en: 'A number has at most 12 digits and 6 decimal places' },
  unknown_option: { zh: '该指标没有选项“{what}”', en: 'The indicator has no option "{what}"' },
  arguments: { zh: '函数“{what}”的参数个数不对', en: 'The number of arguments of "{what}" is wrong' },
  product: {
    zh: '公式中不能将两项指标相乘：合计数之积不是积之合计',
    en: 'A formula cannot multiply two indicators: the product of sums is not the sum of products',
  },
  circle: { zh: '公式循环引用：{what}', en: 'The formulas refer to one another in a circle: {what}' },
} as const satisfies Record<string, Record<Language, string>>;

type FaultCode = keyof typeof sentences;

/** One thing wrong with an expression, and where: characters counted from 0, the end not included. */
export class Fault {
  constructor(
    readonly code: FaultCode,
    readonly start: number,
    readonly end: number,
    private readonly what: Readonly<Record<Language, string>>,
  ) {}

  words(language: Language): string {
    return sentences[this.code][language].replace('{what}', this.what[language]);
  }
}

/** Finds fault with a stretch of an expression. */
export function wrong(
  code: FaultCode,
  { start, end }: { readonly start: number; readonly end: number },
  what: string | Readonly<Record<Language, string>> = '',
): Fault {
  return new Fault(code, start, end, typeof what === 'string' ? { zh: what, en: what } : what);
}
