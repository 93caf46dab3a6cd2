import { licences, resourceTypes, stages, subjects } from '@lianxue/contracts';
import { headerFinder } from '@lianxue/files';

/** What a list says of a resource of another platform. */
export type ListField =
  | 'idThere'
  | 'title'
  | 'type'
  | 'stage'
  | 'subject'
  | 'grades'
  | 'edition'
  | 'volume'
  | 'chapter'
  | 'knowledgePoints'
  | 'description'
  | 'keywords'
  | 'language'
  | 'licence'
  | 'rightsHolder'
  | 'validUntil'
  | 'address'
  | 'organisation'
  | 'contributors'
  | 'method'
  | 'scene'
  | 'example'
  | 'main'
  | 'sha256'
  | 'supplement'
  | 'cover';

/** What stands above the columns; the first is what a template says. Data, not code: a heading that is met is added here. */
const headings: Readonly<Record<ListField, readonly string[]>> = {
  idThere: ['原平台编号', '原编号', '资源编号', '资源id', '编号', 'id', 'identifier'],
  title: ['标题', '资源名称', '资源标题', '题名', '名称', 'title'],
  type: ['资源类型', '类型', 'type'],
  stage: ['学段', 'stage'],
  subject: ['学科', '科目', 'subject'],
  grades: ['年级', '适用年级', 'grade', 'grades'],
  edition: ['教材版本', '版本', 'edition'],
  volume: ['册次', '册别', 'volume'],
  chapter: ['章节', 'chapter'],
  knowledgePoints: ['知识点', 'knowledgepoints'],
  description: ['简介', '内容简介', '描述', '摘要', 'description'],
  keywords: ['关键词', '关键字', '标签', 'keywords'],
  language: ['语种', '语言', 'language'],
  licence: ['许可', '授权方式', 'licence', 'license'],
  rightsHolder: ['权利人', '版权单位', '版权所有', 'rightsholder'],
  validUntil: ['有效期至', '授权到期', 'validuntil'],
  address: ['原网址', '原地址', '网址', '链接', 'url', 'address'],
  organisation: ['单位', '所属单位', '来源单位', '学校', 'organisation'],
  contributors: ['作者标识', '贡献者标识', 'contributors'],
  method: ['使用方法', 'method'],
  scene: ['应用场景', 'scene'],
  example: ['典型案例', 'example'],
  main: ['文件', '主文件', '文件名', 'file'],
  sha256: ['文件sha256', 'sha256', '文件校验值', '校验值'],
  supplement: ['附件', '配套文件', 'supplements'],
  cover: ['封面', 'cover'],
};

/** A list needs ids and titles: by the one a resource is known again, by the other it is told from others. */
export const listHeaderIn = headerFinder(headings, (has) => has('idThere') && has('title'));

const wordsOf = (table: Readonly<Record<string, { readonly zh: string }>>): string[] => Object.values(table).map(({ zh }) => zh);

const options: Partial<Record<ListField, readonly string[]>> = {
  type: wordsOf(resourceTypes),
  stage: wordsOf(stages),
  subject: wordsOf(subjects),
};

/** The columns of an empty list, and what may stand in them. */
export const listTemplate = (Object.keys(headings) as ListField[]).map((field) => ({
  heading: headings[field][0]!,
  ...(options[field] && { options: options[field] }),
}));

const folded = (word: string): string => word.normalize('NFKC').replace(/\s/gu, '').toLowerCase();

/** How a thing of a closed list may be written: by its key, its names, its code, and what other platforms call it. */
function keyOfWord<K extends string>(
  table: Readonly<Record<K, { readonly zh: string; readonly en: string; readonly code?: string }>>,
  others: Readonly<Record<string, K>> = {},
): (word: string) => K | undefined {
  const known = new Map<string, K>(Object.entries(others).map(([word, key]) => [folded(word), key]));
  for (const [key, { zh, en, code }] of Object.entries(table) as [K, { zh: string; en: string; code?: string }][])
    for (const word of [key, zh, en, ...(code ? [code] : [])]) known.set(folded(word), key);
  return (word) => known.get(folded(word));
}

export const typeOfWord = keyOfWord(resourceTypes, {
  教学设计: 'lessonPlan',
  教学课件: 'courseware',
  微课视频: 'microLesson',
  试卷: 'exercise',
  习题: 'exercise',
  教学素材: 'material',
  电子课本: 'textbook',
});
export const stageOfWord = keyOfWord(stages, {
  幼儿园: 'preschool',
  小学段: 'primary',
  初级中学: 'junior',
  高中: 'senior',
  中职: 'vocational',
});
export const subjectOfWord = keyOfWord(subjects, {
  品德与社会: 'morality',
  思想品德: 'morality',
  政治: 'politics',
  体育: 'sport',
  信息技术: 'informationTechnology',
});
export const licenceOfWord = keyOfWord(licences);

const numerals = '一二三四五六七八九';
const offsets: Readonly<Record<string, number>> = { 初: 6, 高: 9 };

/** One grade: `3`, `3年级`, `三年级`, `初一`, `高三`; undefined when it is none. */
export function gradeOfWord(word: string): number | undefined {
  const [, above, numeral] = /^(初|高)?([一二三四五六七八九]|\d{1,2})(?:年级|级)?$/u.exec(folded(word)) ?? [];
  if (!numeral) return undefined;
  const grade = (above ? offsets[above]! : 0) + (numerals.indexOf(numeral) + 1 || Number(numeral));
  return grade >= 1 && grade <= 12 ? grade : undefined;
}
