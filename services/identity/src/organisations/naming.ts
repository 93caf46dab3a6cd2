/**
 * How names of schools and authorities are written long and short. Data, in the order in which it is applied; whoever changes it
 * counts {@link namingRules} up, and every name is read anew.
 */
export const namingRules = 2;

/** The same kind of place in other words: longer words first. What stands on the right is how a kind is written here. */
export const kindWords: readonly (readonly [RegExp, string])[] = [
  [/(?:有限责任|股份有限|有限)公司$/u, '公司'],
  [/教育和?体育局$/u, '教体局'],
  [/教育科?技?和?体育局$/u, '教体局'],
  [/教育局$/u, '教育局'],
  [/教学点$/u, '点'],
  [/(?:中心完全小学|中心完小|中心小学校?|中心学校|中心校|中心小)$/u, '中心校'],
  [/实验(?:小学校?|小)$/u, '实小'],
  [/实验(?:中学校?|中)$/u, '实中'],
  [/实验(?:学校|校)$/u, '实校'],
  [/实验(?:幼儿园|幼)$/u, '实幼'],
  [/附属(?:小学校?|小)$/u, '附小'],
  [/附属(?:中学校?|中)$/u, '附中'],
  [/(?:九年一贯制学校|九年制学校|九年一贯制)$/u, '九年校'],
  [/(?:特殊教育学校|特教学校|特教校)$/u, '特校'],
  [/(?:中等职业技术学校|中等职业学校|职业技术学校|职业学校|职校)$/u, '职校'],
  [/(?:完全小学|完小)$/u, '小'],
  [/(?:高级中学|高中)$/u, '高'],
  [/(?:初级中学|初中)$/u, '初'],
  [/(?:中心幼儿园|中心幼)$/u, '中心幼'],
  [/(?:幼儿园|幼稚园)$/u, '幼'],
  [/(?:小学校|小学)$/u, '小'],
  [/(?:中学校|中学)$/u, '中'],
  [/学校$/u, '校'],
];

/** Every kind as it is written after {@link kindWords}, longer ones first: what is left before it is a place's own name. */
export const kinds = [
  ...new Set([...kindWords.map(([, kind]) => kind), '小', '中', '校', '幼', '点', '实小', '实中', '附小', '附中', '园']),
].sort((one, other) => other.length - one.length);

/** A kind by itself names nothing; these say which one it is. */
export const distinctKinds: ReadonlySet<string> = new Set([
  '实小',
  '实中',
  '实校',
  '实幼',
  '附小',
  '附中',
  '中心校',
  '中心幼',
  '特校',
  '职校',
  '教体局',
  '教育局',
]);

/** Kinds that one writes for another. */
export const kin: readonly ReadonlySet<string>[] = [
  new Set(['小', '实小', '附小', '中心校', '校', '点', '实校', '九年校']),
  new Set(['中', '初', '高', '实中', '附中', '校', '实校', '九年校', '职校']),
  new Set(['幼', '实幼', '中心幼', '园']),
  new Set(['教育局', '教体局']),
];

/** What stands in too many names of places to tell them apart. */
export const commonSigns: ReadonlySet<string> = new Set('省市县区旗乡镇村屯街道路');

/** What a name of a division may end in; people leave it out. */
export const divisionSuffix = /(?:特别行政区|自治区|自治州|自治县|自治旗|林区|特区|地区|省|市|区|县|旗|盟)$/u;
/** 自治 names carry their peoples: 峨边彝族自治县 is 峨边. */
export const divisionPeoples = /(?:[\u4e00-\u9fa5]{1,4}族)+$/u;

/** What a match is worth, by what it was recognised by. */
export const worth = {
  /** The very name. */
  whole: { name: 1, shortName: 0.98, formerName: 0.95 },
  /** The same after 全角, abbreviations, numbers, and a division that was said or left out. */
  core: { name: 0.93, shortName: 0.91, formerName: 0.88 },
  /** Multiplied with how alike they are. */
  alike: 0.85,
  /** How much of being alike is the own name; the rest is the kind. */
  ofStem: 0.75,
  /** A kind that one writes for another. */
  ofKin: 0.6,
  /** The division that was said is where it stands. */
  placed: 0.04,
  /** It stands elsewhere. */
  misplaced: 0.5,
  /** Below this nobody would have meant it. */
  least: 0.45,
} as const;
