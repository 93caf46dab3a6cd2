/** 张三 is shown as 张*: the first character and no length. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}*`;

/** A number shown by its ends: enough to tell two apart, too little to use. */
export function maskedNumber(number: string, first = 2, last = 2): string {
  return `${number.slice(0, first)}${'*'.repeat(Math.max(number.length - first - last, 1))}${number.slice(-last)}`;
}

/** One name from the two fields of a roster: 张 + 三 without a blank, Jack + Craig with one. */
export function composedName(family: string, given: string): string {
  if (!family || !given) return family || given;
  return /\p{Script=Han}/u.test(family + given) ? `${family}${given}` : `${given} ${family}`;
}
