/** Why a number cannot be what it is said to be. */
type NumberFault = 'form' | 'date' | 'check' | 'precision_lost';

/** A spreadsheet has turned eighteen digits into 3.61002E+17, or 3.61002E+017: the last digits are gone for good. */
const exponent = /^\d(\.\d+)?[eE]\+?\d{1,3}$/;

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: the eighteenth sign checks the seventeen digits before it. */
const checkHolds = (number: string): boolean =>
  '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11] === number[17];

function dateHolds(eightDigits: string): boolean {
  const [year, month, day] = [Number(eightDigits.slice(0, 4)), Number(eightDigits.slice(4, 6)), Number(eightDigits.slice(6))];
  const leaps = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (month === 2 && !leaps ? 28 : (daysOfMonths[month - 1] ?? 0));
}

/** A number as it is kept, or what is wrong with it. Full-width digits and blanks of a typed table are understood. */
export type Checked = { readonly number: string; readonly fault?: never } | { readonly fault: NumberFault; readonly number?: never };

/** As a number is kept: no blanks, no full-width signs, x as X. */
export const tidy = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\s\u200b-]/g, '')
    .toUpperCase();

/** Documents whose eighteen signs are built like a citizen's number, and how they begin: 居民身份证, 港澳台居民居住证, 永久居留身份证 of 2023. */
const builtLikeCitizens: Readonly<Record<string, RegExp>> = { '1': /^\d/, '6': /^81/, '7': /^82/, '8': /^83/, '9': /^9/ };

/** What else a document of this type may look like; the permit of permanent residence of 2017 has three letters and twelve digits. */
const otherForm = (type: string): RegExp => (type === '9' ? /^[A-Z]{3}\d{12}$/ : /^[0-9A-Z()]{5,20}$/);

/**
 * 证件号码. The check of GB 11643 binds citizens' numbers and the permits built like them; the first six digits are the
 * division of first registration and need not be in today's table.
 */
export function checkIdNumber(type: string, raw: string): Checked {
  if (exponent.test(raw.trim())) return { fault: 'precision_lost' };
  const number = tidy(raw);
  const beginning = builtLikeCitizens[type];
  if (type !== '1' && !(beginning && /^\d{17}[\dX]$/.test(number))) return otherForm(type).test(number) ? { number } : { fault: 'form' };
  if (!/^\d{17}[\dX]$/.test(number) || !beginning!.test(number)) return { fault: 'form' };
  if (!dateHolds(number.slice(6, 14))) return { fault: 'date' };
  return checkHolds(number) ? { number } : { fault: 'check' };
}

/** 学籍号: G with the citizen's number of the day it was given, J for those without, L temporary with a random tail. */
export function checkPupilNumber(raw: string): Checked {
  if (exponent.test(raw.trim())) return { fault: 'precision_lost' };
  const number = tidy(raw);
  if (!/^([GJ]\d{17}[\dX]|L\d{18})$/.test(number)) return { fault: 'form' };
  if (!dateHolds(number.slice(7, 15))) return { fault: 'date' };
  // G may differ from today's citizen number and was given with errors; only J must check.
  return number[0] !== 'J' || checkHolds(number.slice(1)) ? { number } : { fault: 'check' };
}

/** A phone as E.164; eleven digits are a mobile of this country. */
export function checkPhone(raw: string): Checked {
  const number = tidy(raw);
  if (/^1[3-9]\d{9}$/.test(number)) return { number: `+86${number}` };
  return /^\+[1-9]\d{6,14}$/.test(number) ? { number } : { fault: 'form' };
}

/** Whether a text is built like a 学籍号 or a citizen's number: what stands on lists is no secret, and nobody signs in by it. */
export const isBuiltLikeNumber = (text: string): boolean => /^[GJL]?\d{17}[\dX]$/.test(tidy(text));

/** Whether a checked number of this type is built like a citizen's, and so tells of birth. */
export const isBuiltLikeCitizens = (type: string, number: string): boolean => type in builtLikeCitizens && /^\d{17}[\dX]$/.test(number);

/** What a citizen's number says of its owner's birth; a residence permit and a 学籍号 of kind G or J say it alike. */
export function birthIn(number: string): { readonly bornOn: string; readonly gender: '1' | '2' } {
  const [, year, month, day, order] = /(\d{4})(\d{2})(\d{2})(\d{3})[\dX]$/.exec(number)!;
  return { bornOn: `${year}-${month}-${day}`, gender: Number(order) % 2 === 1 ? '1' : '2' };
}
