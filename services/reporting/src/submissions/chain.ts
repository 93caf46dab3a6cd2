import type { ReviewLevel } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';

/** An education authority that reviews what lies below it. */
export interface Reviewer {
  readonly id: string;
  readonly name: string;
  readonly level: ReviewLevel;
}

/** Which level an authority reviews at. A bureau without a division code stands beside counties. */
const levels: Readonly<Record<string, ReviewLevel>> = { bureau: 'county', county: 'county', city: 'city', province: 'province' };

/** The kinds of organisation that review. */
export const authorityKinds = Object.keys(levels);

/** The authorities above an organisation by 隶属, nearest first; a level that does not exist is not among them. */
export async function reviewersAbove(organisation: string, work: Work): Promise<Reviewer[]> {
  const rows = await work.query<{ id: string; name: string; kind: string }>(
    `select a.id, a.name, a.kind from organisation o join organisation a on a.path @> o.path and a.id <> o.id
     where o.id = $1 and a.kind = any($2) order by nlevel(a.path) desc`,
    [organisation, authorityKinds],
  );
  return rows.map(({ id, name, kind }) => ({ id, name, level: levels[kind]! }));
}
