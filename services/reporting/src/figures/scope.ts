import { FiguresNoSiblings, FiguresNoTerritory, refuse, type Breakdown, type Figures } from '@lianxue/contracts';
import { allOf, sql, type Sql, type Store } from '@lianxue/persistence';
import { authorityKinds } from '../submissions/chain.js';
import { authoritiesOf, unitsOf, type Asking } from './units.js';

/** How a reader wants units taken together. */
export interface Taken {
  readonly by: Figures['by'];
  readonly teachingPoints: Figures['teachingPoints'];
  readonly breakdown: Breakdown;
}

/** Whose units count, and into which lines they fall. */
export interface Scope extends Taken {
  /** The organisation whose figures they are; its parent when those beside it are asked for. */
  readonly root: string;
  /** Whether it is a school or below one: its units are few and no authority stands for them. */
  readonly isUnit: boolean;
  /** What the codes of divisions begin with, by territory. */
  readonly prefix: string;
  /** Whether the lines are authorities, which alone may be ranked. */
  readonly ranked: boolean;
}

interface Root {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly division_code: string | null;
  readonly governs: boolean;
}

/** The scope of one organisation, which the caller has been found to reach. */
export async function scopeOf(organisation: string, taken: Taken, store: Store): Promise<Scope> {
  const [asked] = await store.read<Root>(sql`
    select o.id, o.parent, o.kind, o.division_code,
      exists (select 1 from organisation c where c.parent = o.id and c.kind = any(${authorityKinds})) as governs
    from organisation o where o.id = ${organisation}`);
  const isUnit = !authorityKinds.includes(asked!.kind);
  const beside = taken.breakdown === 'sibling';
  if (beside && (isUnit || asked!.parent === null)) throw refuse(FiguresNoSiblings);
  const root = beside ? asked!.parent! : asked!.id;
  const breakdown = beside ? 'child' : taken.breakdown;
  if (taken.by === 'managed') {
    const lines = breakdown === 'child' && !beside && !asked!.governs ? 'unit' : breakdown;
    return { ...taken, root, isUnit, prefix: '', breakdown: lines, ranked: lines === 'county' || lines === 'child' };
  }
  if (isUnit || asked!.division_code === null) throw refuse(FiguresNoTerritory);
  const own = prefixOf(asked!.division_code);
  const prefix = beside ? own.slice(0, -2) : own;
  return { ...taken, root, isUnit, prefix, breakdown, ranked: breakdown === 'county' || breakdown === 'child' };
}

/** 361002 is a county, 361000 a city, 360000 a province: what the codes of all below begin with. */
const prefixOf = (division: string): string => division.replace(/(00){1,2}$/, '');

/** The line a row `x` falls into; `a` is its authority's place. */
export function lineOf({ by, breakdown, root, prefix }: Scope): Sql {
  if (breakdown === 'kind') return sql`x.kind`;
  if (breakdown === 'unit') return sql`x.unit::text`;
  if (breakdown === 'none') return sql`''::text`;
  if (by === 'territory') {
    const digits = breakdown === 'county' ? 6 : Math.min(prefix.length + 2, 6);
    return sql`rpad(left(x.division, ${digits}::int), 6, '0')`;
  }
  if (breakdown === 'county') return sql`x.authority::text`;
  return sql`coalesce(a.above[array_position(a.above, ${root}::uuid) + 1], x.authority)::text`;
}

/** Rows `x` that count: by division where it goes by territory, with or without teaching points. */
export const countsIn = ({ by, prefix, teachingPoints }: Scope): Sql =>
  allOf(
    by === 'territory' && sql`left(x.division, ${prefix.length}::int) = ${prefix}`,
    teachingPoints === 'without' && sql`x.kind <> 'teachingPoint'`,
  );

/** Units by name are told only to who manages them, also where it goes by territory. */
const boundary = ({ by, breakdown, root }: Scope, { organisation }: Asking): string =>
  by === 'territory' && breakdown !== 'unit' ? organisation : root;

/** Only lines of the next level ask where an authority stands; for ten thousand units that is a million comparisons. */
const asksPlace = ({ by, breakdown }: Scope): boolean => by === 'managed' && breakdown === 'child';

/** The expected units `x` of a scope, with the places `a` of their authorities where lines ask for them. */
export function unitsIn(period: Asking, scope: Scope): Sql {
  const units = sql`(${unitsOf(period, boundary(scope, period))}) x`;
  return asksPlace(scope) ? sql`${units} left join (${authoritiesOf(period)}) a on a.organisation = x.authority` : units;
}

/** Which authorities' rows `x` of the summary are in a scope. */
export const authoritiesIn = (period: Asking, scope: Scope): Sql =>
  sql`join (${authoritiesOf(period, boundary(scope, period))}) a on a.organisation = x.authority`;
