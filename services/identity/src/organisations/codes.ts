import { CodeInvalid, assertThat, type OrganisationKind } from '@lianxue/contracts';
import { divisions } from './divisions.js';
import { isSchool } from './placing.js';

/** The codes of an organisation that are checked together with its kind. */
export interface Codes {
  readonly divisionCode: string | null;
  readonly schoolCode: string | null;
  readonly creditCode: string | null;
  readonly schoolType: string | null;
}

// 学校标识码: two digits of category, two of the province, six of serial; no check digit.
const schoolCategories = new Set('11 21 22 31 32 33 34 35 36 37 41 42 51 91 92 93'.split(' '));

// GB/T 33782-2017 table 4, kinds of school below higher education and the training institutions.
const schoolTypes = new Set(
  (
    '111 119 211 218 219 221 222 228 229 311 312 319 321 329 331 332 341 342 345 349 351 352 ' +
    '361 362 363 364 365 366 368 369 371 411 412 413 414 415 419 421 422 423 424 425 426 429 511 512 513 514 519 911 921 931 932 933'
  ).split(' '),
);

/** Refuses codes that no register can have given; `today` decides which division codes are in use. */
export function checkCodes(kind: OrganisationKind, codes: Codes, today: string): void {
  checkDivision(kind, codes.divisionCode, today);
  const { schoolCode, creditCode, schoolType } = codes;
  if (schoolCode !== null) {
    const wrong = (reason: 'category' | 'province') => ({ field: 'schoolCode', value: schoolCode, reason });
    assertThat(isSchool(kind) && schoolCategories.has(schoolCode.slice(0, 2)), CodeInvalid, wrong('category'));
    assertThat(divisions.has(`${schoolCode.slice(2, 4)}0000`), CodeInvalid, wrong('province'));
  }
  if (creditCode !== null) {
    assertThat(creditCodeHolds(creditCode), CodeInvalid, { field: 'creditCode', value: creditCode, reason: 'check' });
  }
  if (schoolType !== null) {
    assertThat(isSchool(kind), CodeInvalid, { field: 'schoolType', value: schoolType, reason: 'category' });
    assertThat(schoolTypes.has(schoolType), CodeInvalid, { field: 'schoolType', value: schoolType, reason: 'unknown' });
  }
}

/** An authority of a division has that division's code; a bureau (园区、新区) and all others may stand anywhere or nowhere. */
function checkDivision(kind: OrganisationKind, code: string | null, today: string): void {
  const governs = kind === 'province' || kind === 'city' || kind === 'county';
  if (code === null) {
    assertThat(!governs, CodeInvalid, { field: 'divisionCode', value: '', reason: 'missing' });
    return;
  }
  const division = divisions.get(code);
  assertThat(division, CodeInvalid, { field: 'divisionCode', value: code, reason: 'unknown' });
  assertThat(!division.valid_to || today < division.valid_to, CodeInvalid, {
    field: 'divisionCode',
    value: code,
    reason: 'expired',
    ...(division.successor && { successor: division.successor }),
  });
  assertThat(!governs || division.level === kind, CodeInvalid, { field: 'divisionCode', value: code, reason: 'level' });
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: what it names is 主体标识码, the ninth to the seventeenth sign, with a check digit of its own, and then the check of all. */
const creditCodeHolds = (code: string): boolean => subjectHolds(code.slice(8, 17)) && wholeHolds(code);

const subjectWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11714-1997: eight signs of base 36 and a check modulo 11, where 10 is written X. */
function subjectHolds(code: string): boolean {
  const sum = subjectWeights.reduce((total, weight, place) => total + weight * Number.parseInt(code[place]!, 36), 0);
  return '0123456789X'[(11 - (sum % 11)) % 11] === code[8];
}

/** Weights are powers of 3 modulo 31; the last `% 31` covers remainder 0, which gives the digit 0. */
function wholeHolds(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, 17)) {
    sum += creditAlphabet.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === code[17];
}
