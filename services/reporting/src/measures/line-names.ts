import { movementKinds, roles, stages, subjects, type MeasureDimension } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import { templates } from '../bulletins/templates.js';
import { kindNames } from '../figures/line-names.js';
import { isOfOwnApps, type Asked } from './cells.js';

const inChinese = (words: Readonly<Record<string, { readonly zh: string }>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(words).map(([code, { zh }]) => [code, zh]));

/** What the values of dimensions are called whose values are known beforehand, in the order in which they are told. */
const known: Partial<Readonly<Record<MeasureDimension, ReadonlyMap<string, string>>>> = {
  organisationKind: new Map(Object.entries(kindNames)),
  stage: new Map([...inChinese(stages), ['other', '未定学段']]),
  subject: inChinese(subjects),
  resourceSource: new Map(Object.entries({ platform: '平台提供', elsewhere: '平台以外' })),
  holdingKind: new Map(Object.entries({ audiovisual: '音像教材', book: '图书' })),
  role: inChinese(roles),
  movement: inChinese(movementKinds),
  incidentLevel: new Map(Object.entries({ I: '特别重大', II: '重大', III: '较大', IV: '一般' })),
  dailyReport: new Map(Object.entries({ zero: '零报告', incident: '有事件' })),
  signIn: new Map(Object.entries({ signIn: '现场签到', afterwards: '补签', webhook: '平台推送', polling: '定时查询' })),
  bulletinTemplate: new Map(templates.map(({ code, name }) => [code, name])),
};

/** These values by name, in the order in which they are told: a list's own, or by name. What is called nothing goes by its value. */
export async function valuesNamed(
  dimension: MeasureDimension,
  values: readonly string[],
  store: Store,
): Promise<ReadonlyMap<string, string>> {
  const names = known[dimension];
  if (names) return new Map([...names].filter(([value]) => values.includes(value)));
  const rows = await store.read<{ value: string; name: string }>(sql`
    select v.value, coalesce(l.name, v.value) as name from unnest(${values}::text[]) v (value)
    left join measure_label l on l.dimension = ${dimension} and l.value = v.value order by 2, 1`);
  return new Map(rows.map(({ value, name }) => [value, name]));
}

export interface NamedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** The open organisations right below one, and those with an amount, itself among them, first; by division and name. */
export async function organisationsNamed(asked: Asked, withAmounts: readonly string[], store: Store): Promise<NamedOrganisation[]> {
  const { root, view } = asked;
  const belowIt = isOfOwnApps(asked) ? sql`false` : sql`parent = ${root} and not closed and kind <> 'vendor'`;
  const named = view === 'public' ? sql`kind in ('city', 'county')` : sql`true`;
  return store.read<NamedOrganisation>(sql`
    select id, name, kind from organisation where (${belowIt} and ${named}) or id = any(${withAmounts}::uuid[])
    order by id <> ${root}, division_code nulls last, name, id`);
}
