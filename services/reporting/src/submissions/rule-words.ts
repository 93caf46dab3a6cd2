import type { Indicator } from '@lianxue/contracts';

type Language = 'zh' | 'en';

const typeNames: Record<Indicator['type'], Record<Language, string>> = {
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数值', en: 'a number' },
  percent: { zh: '百分数（0–100）', en: 'a percentage (0–100)' },
  choice: { zh: '选项之一', en: 'one of the options' },
  text: { zh: '文字', en: 'text' },
};

/** What each rule of a single field says to the person at the form. */
export const words = {
  unknown: (language: Language) => (language === 'zh' ? '表单中没有此指标' : 'The form has no such indicator'),
  required: (language: Language) => (language === 'zh' ? '必填' : 'Must be filled in'),
  attachment: (language: Language) => (language === 'zh' ? '缺少附件' : 'A file is missing'),
  computed: (language: Language) => (language === 'zh' ? '由系统计算，不可填报' : 'It is computed and cannot be typed in'),
  type: (language: Language, type: Indicator['type']) =>
    language === 'zh' ? `应为${typeNames[type].zh}` : `Must be ${typeNames[type].en}`,
  option: (language: Language) => (language === 'zh' ? '应为所列选项之一' : 'Must be one of the options'),
  min: (language: Language, least: number) => (language === 'zh' ? `不得小于 ${least}` : `Must not be less than ${least}`),
  max: (language: Language, most: number) => (language === 'zh' ? `不得大于 ${most}` : `Must not be greater than ${most}`),
  decimals: (language: Language, places: number) => {
    if (places === 0) return language === 'zh' ? '应为整数' : 'Must be a whole number';
    return language === 'zh' ? `最多 ${places} 位小数` : `At most ${places} decimal places`;
  },
};
