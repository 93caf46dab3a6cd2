import type { OrganisationKind } from '@lianxue/contracts';
import { headerFinder } from '@lianxue/files';

/** What a list of organisations says of one. */
export type ListField =
  | 'name'
  | 'shortName'
  | 'formerNames'
  | 'kind'
  | 'divisionCode'
  | 'schoolCode'
  | 'creditCode'
  | 'schoolType'
  | 'parent'
  | 'parentCode'
  | 'from';

/** What stands above the columns. Data, not code: a heading that is met is added here. */
const headings: Readonly<Record<ListField, readonly string[]>> = {
  name: ['名称', '全称', '组织名称', '机构名称', '单位名称', '学校名称', '学校全称', 'name'],
  shortName: ['简称', '学校简称', '单位简称', 'shortname'],
  formerNames: ['曾用名', '原名', 'formernames'],
  kind: ['类别', '组织类别', '机构类别', '单位类别', 'kind'],
  divisionCode: ['区划代码', '行政区划代码', '所在地区划代码', '属地代码', 'divisioncode'],
  schoolCode: ['学校标识码', '学校机构标识码', '机构标识码', '学校代码', 'schoolcode'],
  creditCode: ['统一社会信用代码', '信用代码', 'creditcode'],
  schoolType: ['办学类型码', '学校办学类型码', '办学类型', 'schooltype'],
  parent: ['隶属', '上级', '上级名称', '上级单位', '上级组织', '主管部门', '主管单位', 'parent'],
  parentCode: ['上级代码', '隶属代码', '上级标识码', '主管部门代码', 'parentcode'],
  from: ['隶属生效日期', '隶属变更日期', '生效日期', 'from'],
};

/** A list needs names, and something that says which organisation is meant, or where it stands. */
export const listHeaderIn = headerFinder(
  headings,
  (has) => has('name') && (['schoolCode', 'creditCode', 'divisionCode', 'parent', 'parentCode', 'kind'] as const).some(has),
);

/** A kind as it is written into a list; the first of each is what a template offers. */
const kindWords: Readonly<Record<OrganisationKind, readonly string[]>> = {
  province: ['省级主管部门', '省', '省教育厅'],
  city: ['市级主管部门', '市', '市教育局'],
  county: ['县级主管部门', '县', '区', '县市区', '区县', '县教育局', '区教育局'],
  bureau: ['园区机构', '机构', '园区', '新区', '开发区'],
  school: ['学校', '小学', '中学', '初中', '高中', '九年一贯制学校', '十二年一贯制学校', '完全中学', '幼儿园', '特殊教育学校', '职业学校'],
  centralSchool: ['中心校', '中心学校', '中心小学', '中心完小'],
  campus: ['校区', '分校'],
  teachingPoint: ['教学点', '小学教学点'],
  vendor: ['企业', '公司'],
};

export const kindOfWord: ReadonlyMap<string, OrganisationKind> = new Map(
  (Object.entries(kindWords) as [OrganisationKind, readonly string[]][]).flatMap(([kind, words]) => [
    [kind.toLowerCase(), kind] as const,
    ...words.map((word) => [word, kind] as const),
  ]),
);

/** The columns of an empty list, and what may stand in them. */
export const listTemplate: readonly { readonly heading: string; readonly options?: readonly string[] }[] = [
  { heading: '名称' },
  { heading: '简称' },
  { heading: '曾用名' },
  { heading: '类别', options: Object.values(kindWords).map(([word]) => word!) },
  { heading: '区划代码' },
  { heading: '学校标识码' },
  { heading: '统一社会信用代码' },
  { heading: '办学类型码' },
  { heading: '上级' },
  { heading: '上级代码' },
  { heading: '隶属生效日期' },
];
