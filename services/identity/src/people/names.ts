/** 张三 is shown as 张*: the first character and no length. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}*`;

/** A number shown by its ends: enough to tell two apart, too little to use. */
export function maskedNumber(number: string, first = 2, last = 2): string {
  return `${number.slice(0, first)}${'*'.repeat(Math.max(number.length - first - last, 1))}${number.slice(-last)}`;
}

/** One name from the two fields of a roster: 张 + 三 without a blank, Jack + Craig with one. */
export function composedName(family: string, given: string): string {
  if (!family || !given) return family || given;
  if (!/\p{Script=Han}/u.test(family + given)) return `${given} ${family}`;
  return isFathers(family) ? `${given}·${family}` : `${family}${given}`;
}

/** No Chinese family name has three signs or more, but for some 复姓: 买买提 is a father's name, which follows behind a dot. */
const isFathers = (family: string): boolean => [...family].length > 2 && !compoundSurnames.has(family);

/** 复姓 in use; a name that begins with one of them and goes on has it as its family name. */
const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 ' +
    '闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 ' +
    '公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 叶赫 完颜 耶律 爱新觉罗'
  ).split(' '),
);

/**
 * Family and given name of a name that is kept as one. Where a name has a middle dot 阿依古丽·买买提 the part behind it is the
 * father's; what cannot be taken apart is given name alone, since a name has to be shown whole.
 */
export function splitName(name: string): { familyName: string; givenName: string } {
  const [given = '', ...fathers] = name.split(/[·•・‧]/);
  if (fathers.length > 0) return { familyName: fathers.join('·').trim(), givenName: given.trim() };
  const signs = [...name];
  if (!signs.every((sign) => /\p{Script=Han}/u.test(sign))) {
    const [last = '', ...first] = name.trim().split(/\s+/).reverse();
    return first.length > 0 ? { familyName: last, givenName: first.reverse().join(' ') } : { familyName: '', givenName: name };
  }
  const family = [4, 2].find((length) => signs.length > length && compoundSurnames.has(signs.slice(0, length).join(''))) ?? 1;
  return signs.length > family
    ? { familyName: signs.slice(0, family).join(''), givenName: signs.slice(family).join('') }
    : { familyName: '', givenName: name };
}

/** The two fields of a roster for a name, such that {@link composedName} gives it back as it was; else it is given name alone. */
export function rosterName(name: string): { familyName: string; givenName: string } {
  const split = splitName(name);
  return composedName(split.familyName, split.givenName) === name ? split : { familyName: '', givenName: name };
}
