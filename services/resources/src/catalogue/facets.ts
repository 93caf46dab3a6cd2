import type { ResourceFacets } from '@lianxue/contracts';

/** How many resources are of one stage, subject, type and state, and for these grades. */
export interface Found {
  readonly stage: ResourceFacets['stage'][number]['value'];
  readonly subject: ResourceFacets['subject'][number]['value'];
  readonly type: ResourceFacets['type'][number]['value'];
  readonly status: ResourceFacets['status'][number]['value'];
  readonly grades: readonly number[];
  readonly count: number;
}

const facets = ['stage', 'subject', 'grade', 'type', 'status'] as const;
type Facet = (typeof facets)[number];
type Asked = { readonly [F in Facet]?: string | number | undefined };

const valuesOf = (found: Found, facet: Facet): readonly (string | number)[] => (facet === 'grade' ? found.grades : [found[facet]]);

/** A facet counts what all filters but its own leave: who asked for primary schools still sees how many there are for junior ones. */
export function facetsOf(found: readonly Found[], asked: Asked): ResourceFacets {
  const counts = new Map(facets.map((facet) => [facet, new Map<string | number, number>()]));
  let count = 0;
  for (const one of found) {
    const missed = facets.filter((facet) => asked[facet] !== undefined && !valuesOf(one, facet).includes(asked[facet]));
    if (missed.length === 0) count += one.count;
    for (const facet of facets) {
      if (missed.some((other) => other !== facet)) continue;
      const values = counts.get(facet)!;
      for (const value of valuesOf(one, facet)) values.set(value, (values.get(value) ?? 0) + one.count);
    }
  }
  const counted = (facet: Facet) => [...counts.get(facet)!].map(([value, many]) => ({ value, count: many })).sort(mostFirst);
  return { count, ...(Object.fromEntries(facets.map((facet) => [facet, counted(facet)])) as Omit<ResourceFacets, 'count'>) };
}

type Counted = { readonly value: string | number; readonly count: number };
const mostFirst = (one: Counted, other: Counted): number => other.count - one.count || (one.value < other.value ? -1 : 1);
