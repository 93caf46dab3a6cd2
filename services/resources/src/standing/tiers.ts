import type { OrganisationKind, ResourceLevel, ResourceStanding } from '@lianxue/contracts';
import { sql, type Asking } from '@lianxue/persistence';

/** Which tier an organisation is, by its kind: 校、县、市、省. */
const levels: Readonly<Record<Exclude<OrganisationKind, 'vendor'>, ResourceStanding['level']>> = {
  teachingPoint: 'school',
  campus: 'school',
  school: 'school',
  centralSchool: 'school',
  bureau: 'county',
  county: 'county',
  city: 'city',
  province: 'province',
};

export const levelOf = (kind: OrganisationKind): ResourceStanding['level'] => levels[kind as keyof typeof levels];

/** What a resource is called that is published at these tiers. */
export function highestOf(shown: readonly ResourceStanding['level'][]): ResourceLevel {
  return (['province', 'city', 'county', 'school'] as const).find((level) => shown.includes(level)) ?? 'personal';
}

/** Where a resource stands that was put forward from tier to tier: from below, which is the order of the tree. */
export interface Standing extends Omit<ResourceStanding, 'publishedAt'> {
  readonly resource: string;
  readonly publishedAt: Date;
}

export async function standingsOf(resources: readonly string[], ask: Asking): Promise<Standing[]> {
  const rows = await ask<Omit<Standing, 'level'> & { kind: OrganisationKind }>(
    sql`select s.resource, s.organisation, o.kind, s.status, s.release, s.published_at as "publishedAt", s.recheck_on::text as "recheckOn",
               s.taken_off as "takenOff", s.taken_off_by as "takenOffBy"
        from standing s join organisation o on o.id = s.organisation
        where s.resource = any(${resources}::uuid[]) order by s.resource, nlevel(o.path) desc, s.published_at`,
  );
  return rows.map(({ kind, ...standing }) => ({ ...standing, level: levelOf(kind) }));
}

/** The organisation right above, to which a resource is put forward; null at the top. */
export async function nextTier(organisation: string, ask: Asking): Promise<string | null> {
  const [above] = await ask<{ parent: string | null }>(sql`select parent from organisation where id = ${organisation}`);
  return above?.parent ?? null;
}

/** Which of these organisations lie at or below this one. */
export async function atOrBelow(organisations: readonly string[], top: string, ask: Asking): Promise<ReadonlySet<string>> {
  const others = organisations.filter((each) => each !== top);
  if (others.length === 0) return new Set([top]);
  const below = await ask<{ id: string }>(
    sql`select o.id from organisation o join organisation acting on acting.id = ${top} where o.id = any(${others}::uuid[]) and o.path <@ acting.path`,
  );
  return new Set([...below.map(({ id }) => id), top]);
}
