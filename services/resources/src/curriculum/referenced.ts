import type { Statements } from '@lianxue/contracts';

/** Nodes named as `curriculum/code`: of the nearest curriculum of that code at or above the organisation. */
export async function referenced(
  references: readonly string[],
  organisation: string,
  work: Statements,
  except: string | null = null,
): Promise<ReadonlyMap<string, string>> {
  const named = [...new Set(references)].filter((each) => each.includes('/'));
  if (named.length === 0) return new Map();
  const found = await work.query<{ reference: string; id: string }>(
    `select distinct on (r.reference) r.reference, n.id
     from unnest($2::text[]) as r (reference)
     join curriculum c on c.code = split_part(r.reference, '/', 1) and c.id is distinct from $3
     join organisation o on o.id = c.organisation
     join organisation own on own.id = $1 and own.path <@ o.path
     join curriculum_node n on n.tree = c.id and n.code = split_part(r.reference, '/', 2)
     order by r.reference, nlevel(o.path) desc`,
    [organisation, named, except],
  );
  return new Map(found.map(({ reference, id }) => [reference, id]));
}
