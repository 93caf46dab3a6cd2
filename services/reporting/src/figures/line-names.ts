import { sql, type Store } from '@lianxue/persistence';
import type { Scope } from './scope.js';

/** What the kinds of organisation are called. */
export const kindNames: Readonly<Record<string, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
  bureau: '无区划机构',
  school: '学校',
  centralSchool: '中心学校',
  campus: '校区',
  teachingPoint: '教学点',
  vendor: '企业',
};

/** What the lines of a scope are called, in the order in which they are told: by division, then by name. */
export async function namesOf(lines: readonly string[], { by, breakdown }: Scope, store: Store): Promise<ReadonlyMap<string, string>> {
  if (breakdown === 'none') return new Map();
  if (breakdown === 'kind') return new Map([...lines].sort().map((line) => [line, kindNames[line] ?? line]));
  if (by === 'territory' && breakdown !== 'unit') return divisionsNamed(lines, store);
  const rows = await store.read<{ id: string; name: string }>(
    sql`select id, name from organisation where id = any(${lines}::uuid[]) order by division_code nulls last, name, id`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A division is called by the authority that governs it; by its code where there is none. */
async function divisionsNamed(codes: readonly string[], store: Store): Promise<ReadonlyMap<string, string>> {
  const rows = await store.read<{ code: string; name: string }>(
    sql`select distinct on (division_code) division_code as code, name from organisation
        where division_code = any(${codes}::text[]) and kind in ('province', 'city', 'county') order by division_code, id`,
  );
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return new Map([...codes].sort().map((code) => [code, names.get(code) ?? code]));
}
