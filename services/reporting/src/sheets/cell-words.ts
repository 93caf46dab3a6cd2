type Language = 'zh' | 'en';

/** What a cell of a sheet can be blamed for that a value on the wire cannot. */
export const cellWords = {
  formula: (language: Language) => (language === 'zh' ? '不接受公式，请粘贴为数值' : 'Formulas are not taken; paste the value instead'),
  cellError: (language: Language) => (language === 'zh' ? '单元格中是错误值' : 'The cell holds an error'),
  exponent: (language: Language) =>
    language === 'zh'
      ? '已被表格软件改成科学计数法，请改为文本格式后重新输入'
      : 'A spreadsheet has turned it into an exponent; format the cell as text and type it again',
  tooLong: (language: Language, most: number) => (language === 'zh' ? `最多 ${most} 个字` : `At most ${most} characters`),
  rowMissing: (language: Language) => (language === 'zh' ? '表中缺少此行' : 'The sheet lacks this row'),
  rowTwice: (language: Language) => (language === 'zh' ? '表中此行出现两次' : 'The sheet has this row twice'),
};
