import { divisions } from './divisions.js';
import { commonSigns, distinctKinds, divisionPeoples, divisionSuffix, kinds, kindWords } from './naming.js';

/** One way to read a name: which divisions it begins with, and what is left of it when written short. */
export interface Reading {
  /** Codes each division it names may have; a name like 鼓楼区 has several. */
  readonly divisions: readonly (readonly string[])[];
  /** 云山中心小学 as 云山中心校, 第一小学 as 一小. */
  readonly core: string;
  /** What is its own: 云山. */
  readonly stem: string;
  /** What kind of place it says it is: 中心校. */
  readonly kind: string;
}

/** Full-width and half-width, spaces and punctuation are the same to who types a name. */
export const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

const numerals = '零一二三四五六七八九';

/** 12 as 十二; schools are not counted beyond 99. */
function numeral(digits: string): string {
  const number = Number(digits);
  if (digits.length > 2 || number === 0) return digits;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return (tens === 0 ? '' : `${tens === 1 ? '' : numerals[tens]}十`) + (ones === 0 ? '' : numerals[ones]);
}

/** A name written as short as people write it. */
function shorten(name: string): string {
  const counted = name.replace(/\d+/g, numeral).replace(/第(?=[一二三四五六七八九十])/gu, '');
  const word = kindWords.find(([long]) => long.test(counted));
  return word ? counted.replace(word[0], word[1]) : counted;
}

/** Names of divisions, whole and as people shorten them, with the codes they may mean. */
const divisionNames: ReadonlyMap<string, readonly string[]> = (() => {
  const names = new Map<string, string[]>();
  for (const { code, name } of divisions.values()) {
    const bare = name.replace(divisionSuffix, '');
    const bareOfPeoples = bare.replace(divisionPeoples, '');
    for (const known of new Set([name, bare, bareOfPeoples])) if (known.length >= 2) names.set(known, [...(names.get(known) ?? []), code]);
  }
  return names;
})();
const longestDivision = Math.max(...[...divisionNames.keys()].map((name) => name.length));

/** The name itself, and what is left of it without the divisions it begins with, as long as that still names something. */
export function readingsOf(name: string): Reading[] {
  let rest = folded(name);
  const named: (readonly string[])[] = [];
  const readings = [readingOf(rest, [])];
  for (;;) {
    const prefix = divisionAtStart(rest);
    if (!prefix) break;
    rest = rest.slice(prefix.length);
    named.push(divisionNames.get(prefix) ?? []);
    const reading = readingOf(rest, [...named]);
    if (isDistinct(reading)) readings.push(reading);
  }
  // 县一中, 市实验小学: of the county or city one is in anyway.
  const local = /^[省市县区](?=.{2})/u.test(rest) && readingOf(rest.slice(1), [...named]);
  if (local && isDistinct(local)) readings.push(local);
  return readings;
}

function divisionAtStart(name: string): string | undefined {
  for (let length = Math.min(longestDivision, name.length - 2); length >= 2; length--) {
    const prefix = name.slice(0, length);
    if (divisionNames.has(prefix)) return prefix;
  }
  return undefined;
}

function readingOf(name: string, codes: readonly (readonly string[])[]): Reading {
  const core = shorten(name);
  const kind = kinds.find((known) => core.endsWith(known)) ?? '';
  return { divisions: codes, core, stem: core.slice(0, core.length - kind.length), kind };
}

const isDistinct = ({ stem, kind }: Reading): boolean => stem !== '' || distinctKinds.has(kind);

/** What makes a name found, from the surest to the faintest; the next is asked for when the one before found nothing. */
export interface Keys {
  /** The cores it may be meant by. */
  readonly strong: readonly string[];
  /** Neighbours in what is its own, most of which survive a slip of the pen. */
  readonly weak: readonly string[];
  /** Of a short one each character with the kind, since one slip leaves no neighbours of two. */
  readonly faint: readonly string[];
}

export function keysOf(readings: readonly Reading[]): Keys {
  const owned = readings.map(({ core, stem, kind }) => ({
    own: [...stem].filter((sign) => !commonSigns.has(sign) && !isNumeral(sign)),
    kind,
    numbers: numbersIn(core),
  }));
  return {
    strong: distinct(readings.map(({ core }) => `=${core}`)),
    weak: distinct(owned.flatMap(({ own, numbers }) => own.slice(1).map((sign, index) => `*${own[index]}${sign}${numbers}`))),
    faint: distinct(
      owned.flatMap(({ own, kind, numbers }) =>
        own.length === 2 || own.length === 3 ? own.map((sign) => `?${sign}${numbers}${kind}`) : [],
      ),
    ),
  };
}

const distinct = (keys: readonly string[]): string[] => [...new Set(keys)];

const isNumeral = (character: string): boolean => /[一二三四五六七八九十\d]/u.test(character);

/** The numbers in a name: 三小 and 二小 differ in one sign and are two schools. */
export const numbersIn = (name: string): string => [...name].filter(isNumeral).join('');
