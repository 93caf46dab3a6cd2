import type { Tier } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import type { ActivityTerms } from '../organising/stages.js';

/** Which tier an organisation belongs to, by its kind. */
const tierOf: Readonly<Record<string, Tier>> = {
  school: 'school',
  centralSchool: 'school',
  teachingPoint: 'school',
  campus: 'school',
  county: 'county',
  bureau: 'county',
  city: 'city',
  province: 'province',
};

export const schoolKinds = Object.keys(tierOf).filter((kind) => tierOf[kind] === 'school');

export interface Station {
  readonly organisation: string;
  readonly tier: Tier;
}

/** Where an entry goes when it is recommended: to the next tier that exists above the school, at last to the organiser. */
export async function stationAfter(
  tier: Tier,
  school: string,
  { organisation: organiser, settings }: ActivityTerms,
  work: Work,
): Promise<Station> {
  const above = await work.query<{ id: string; kind: string }>(
    `select a.id, a.kind from organisation o join organisation a on a.path @> o.path and a.id <> o.id where o.id = $1 order by nlevel(a.path) desc`,
    [school],
  );
  const last = settings.tiers.at(-1)!;
  const between = settings.tiers.slice(settings.tiers.indexOf(tier) + 1, -1);
  for (const next of between) {
    const station = above.find(({ id, kind }) => tierOf[kind] === next && id !== organiser);
    if (station) return { organisation: station.id, tier: next };
  }
  return { organisation: organiser, tier: last };
}
