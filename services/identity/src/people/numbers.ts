/** Why a number cannot be what it is said to be. */
type NumberFault = 'form' | 'date' | 'check' | 'precision_lost';

/** A spreadsheet has turned eighteen digits into 3.61002E+17: the last digits are gone for good. */
const exponent = /^\d(\.\d+)?[eE]\+?\d{1,2}$/;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: the eighteenth sign checks the seventeen digits before it. */
const checkHolds = (number: string): boolean =>
  '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11] === number[17];

function dateHolds(eightDigits: string): boolean {
  const day = `${eightDigits.slice(0, 4)}-${eightDigits.slice(4, 6)}-${eightDigits.slice(6)}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** A number as it is kept, or what is wrong with it. Full-width digits and blanks of a typed table are understood. */
export type Checked = { readonly number: string; readonly fault?: never } | { readonly fault: NumberFault; readonly number?: never };

const tidy = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\s\u200b-]/g, '')
    .toUpperCase();

/**
 * 证件号码. The check of GB 11643 binds citizens' numbers (type 1) and the residence permits built like them; its first six
 * digits are the division of first registration and need not be in today's table.
 */
export function checkIdNumber(type: string, raw: string): Checked {
  if (exponent.test(raw.trim())) return { fault: 'precision_lost' };
  const number = tidy(raw);
  if (type !== '1') return /^[0-9A-Z()]{5,20}$/.test(number) ? { number } : { fault: 'form' };
  if (!/^\d{17}[\dX]$/.test(number)) return { fault: 'form' };
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

/** What a citizen's number says of its owner's birth; a residence permit and a 学籍号 of kind G or J say it alike. */
export function birthIn(number: string): { readonly bornOn: string; readonly gender: '1' | '2' } {
  const [, year, month, day, order] = /(\d{4})(\d{2})(\d{2})(\d{3})[\dX]$/.exec(number)!;
  return { bornOn: `${year}-${month}-${day}`, gender: Number(order) % 2 === 1 ? '1' : '2' };
}
