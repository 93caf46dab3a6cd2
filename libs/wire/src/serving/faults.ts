import type { z } from 'zod';
import type { InputFault } from '@lianxue/contracts';
import { pointerTo, type JsonFault } from './json.js';

type Language = 'zh' | 'en';
type Fault = z.output<typeof InputFault>;
type Issue = z.core.$ZodIssue;

/** A page of complaints helps nobody. */
const mostFaults = 50;

/** What a schema found wrong, as a reader of that language understands it; an unknown key is one fault each. */
export function faultsOf(issues: readonly Issue[], language: Language, at: string): Fault[] {
  return issues
    .flatMap((issue) => {
      const pointer = at + pointerTo(issue.path);
      if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fault(pointer + pointerTo([key]), 'field.unknown', language));
      const [code, ...facts] = named(issue);
      return [fault(pointer, code, language, ...facts)];
    })
    .slice(0, mostFaults);
}

export function fault(pointer: string, code: string, language: Language, ...facts: readonly string[]): Fault {
  const [zh, en] = words[code as keyof typeof words] ?? [facts[0] ?? '不符合要求', facts[0] ?? 'does not meet the rules'];
  return { pointer, code, detail: (language === 'zh' ? zh : en).replace('{}', facts[language === 'zh' ? 0 : facts.length - 1] ?? '') };
}

/** Our name of a broken rule, and what its sentence mentions (twice where the languages differ). */
function named(issue: Issue): [code: string, ...facts: string[]] {
  // A schema may name its rule itself: text(), refinements.
  if (/^[a-z_]+(\.[a-z_]+)+$/.test(issue.message)) return [issue.message];
  switch (issue.code) {
    case 'invalid_type': {
      const [zh, en] = types[issue.expected] ?? [issue.expected, issue.expected];
      return issue.input === undefined ? ['field.required'] : ['value.type', zh, en];
    }
    case 'too_small':
      return [
        issue.origin === 'string' ? 'text.too_short' : issue.origin === 'array' ? 'list.too_short' : 'number.too_small',
        String(issue.minimum),
      ];
    case 'too_big':
      return [
        issue.origin === 'string' ? 'text.too_long' : issue.origin === 'array' ? 'list.too_long' : 'number.too_large',
        String(issue.maximum),
      ];
    case 'invalid_format':
      return ['value.format', issue.format === 'regex' ? '' : `（${issue.format}）`, issue.format === 'regex' ? '' : ` (${issue.format})`];
    case 'invalid_value':
      return issue.input === undefined
        ? ['field.required']
        : ['value.not_allowed', issue.values.map(String).join('、'), issue.values.map(String).join(', ')];
    case 'not_multiple_of':
      return ['number.not_multiple', String(issue.divisor)];
    case 'custom':
      return ['value.rule', issue.message];
    default:
      return ['value.invalid'];
  }
}

const types: Record<string, readonly [zh: string, en: string]> = {
  string: ['文本', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  array: ['数组', 'a list'],
  object: ['对象', 'an object'],
  record: ['对象', 'an object'],
};

const words = {
  'field.required': ['必填', 'is required'],
  'field.unknown': ['没有这个字段', 'is not a known field'],
  'value.type': ['应为{}', 'must be {}'],
  'value.format': ['格式不正确{}', 'has the wrong format{}'],
  'value.not_allowed': ['只能是：{}', 'must be one of: {}'],
  'value.invalid': ['无效', 'is not valid'],
  'value.rule': ['{}', '{}'],
  'text.too_short': ['至少 {} 个字符', 'must have at least {} characters'],
  'text.too_long': ['最多 {} 个字符', 'must have at most {} characters'],
  'text.unstorable': ['含有不能保存的字符', 'has characters that cannot be stored'],
  'file_name.path': ['文件名不能含路径', 'is a path, not the name of a file'],
  'file_name.control': ['文件名含有控制字符', 'has control characters'],
  'file_name.direction': ['文件名含有改变书写方向的字符', 'has characters that turn the direction of writing'],
  'file_name.too_long': ['文件名过长，至多 255 字节', 'is too long for a file name: at most 255 bytes'],
  'list.too_short': ['至少 {} 项', 'must have at least {} items'],
  'list.too_long': ['最多 {} 项', 'must have at most {} items'],
  'number.too_small': ['不能小于 {}', 'must be at least {}'],
  'number.too_large': ['不能大于 {}', 'must be at most {}'],
  'number.not_multiple': ['应为 {} 的倍数', 'must be a multiple of {}'],
  'header.malformed': ['请求头格式不正确', 'is not a well-formed header field'],
  'organisation.mismatch': ['与当前身份所在的组织不同', 'is not the organisation of the post you act in'],
  'json.malformed': ['不是有效的 JSON', 'is not JSON'],
  'json.not_utf8': ['不是有效的 UTF-8 文本', 'is not UTF-8 text'],
  'json.too_deep': ['嵌套过深', 'is nested too deeply'],
  'json.too_large': ['内容过多', 'has too many values'],
  'json.duplicate_key': ['有重复的键', 'names a key twice'],
} as const satisfies Record<string, readonly [zh: string, en: string]> & Record<JsonFault, unknown>;
