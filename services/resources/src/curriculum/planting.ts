import { CurriculumLoops, curriculumKinds, refuse, type CurriculumRelation } from '@lianxue/contracts';
import { newId, type Work } from '@lianxue/persistence';
import type { CurriculumTree } from './curriculum.entity.js';
import type { Grown } from './growing.js';
import { referenced } from './referenced.js';
import { unfit, type NodeFault } from './sheet.js';

interface Link {
  readonly source: string;
  readonly kind: CurriculumRelation;
  readonly target: string;
}

/** Writes the nodes of a tree and their relations: a known code keeps its id, one that is missing goes out of use. */
export async function planted(tree: CurriculumTree, nodes: readonly Grown[], work: Work, now: Date): Promise<{ retired: number }> {
  const known = await work.query<{ id: string; code: string }>('select id, code from curriculum_node where tree = $1', [tree.id]);
  const ids = new Map(known.map(({ id, code }) => [code, id]));
  for (const { node } of nodes) if (!ids.has(node.code)) ids.set(node.code, newId());
  // Roots first: a node stands in the table before what lies below it.
  const order = nodes.map((each, position) => ({ ...each, position })).sort((a, b) => a.depth - b.depth);
  await work.query(
    `insert into curriculum_node (id, tree, kind, code, name, parent, position, depth)
     select id, $1, $2, code, name, parent, position, depth
     from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::int[], $8::int[]) as n (id, code, name, parent, position, depth)
     on conflict (id) do update set name = excluded.name, parent = excluded.parent, position = excluded.position, depth = excluded.depth, retired_at = null`,
    [
      tree.id,
      curriculumKinds[tree.kind].node,
      order.map(({ node }) => ids.get(node.code)),
      order.map(({ node }) => node.code),
      order.map(({ node }) => node.name),
      order.map(({ node }) => (node.parent === undefined ? null : ids.get(node.parent))),
      order.map(({ position }) => position + 1),
      order.map(({ depth }) => depth),
    ],
  );
  const inUse = nodes.map(({ node }) => node.code);
  await work.query('update curriculum_node set retired_at = $3 where tree = $1 and code <> all($2::text[]) and retired_at is null', [
    tree.id,
    inUse,
    now,
  ]);
  await relate(tree, nodes, ids, work);
  return { retired: ids.size - inUse.length };
}

/** The relations of this tree's nodes as they were imported this time; successors of other nodes stay where they were said. */
async function relate(tree: CurriculumTree, nodes: readonly Grown[], own: ReadonlyMap<string, string>, work: Work): Promise<void> {
  const named = nodes.flatMap(({ node }) => [...node.related, ...node.covers, ...node.replaces]);
  const elsewhere = await referenced(named, tree.organisation, work, tree.id);
  const faults: NodeFault[] = [];
  const links: Link[] = [];
  for (const { row, node } of nodes) {
    const id = own.get(node.code)!;
    const each = (references: readonly string[], link: (other: string) => Link) => {
      for (const reference of references) {
        const other = own.get(reference) ?? elsewhere.get(reference);
        if (other === undefined || other === id) faults.push({ row, code: node.code, fault: 'reference.unknown' });
        else links.push(link(other));
      }
    };
    const to = (kind: CurriculumRelation) => (target: string) => ({ source: id, kind, target });
    each(node.prerequisites, to('prerequisite'));
    each(node.related, to('related'));
    each(node.covers, to('covers'));
    each(node.replaces, (source) => ({ source, kind: 'successor', target: id }));
  }
  if (faults.length > 0) throw unfit(faults);
  await work.query(
    `delete from curriculum_relation r using curriculum_node n
     where n.tree = $1 and case when r.kind = 'successor' then r.target else r.source end = n.id`,
    [tree.id],
  );
  await work.query(
    `insert into curriculum_relation (source, kind, target)
     select source, kind, target from unnest($1::uuid[], $2::text[], $3::uuid[]) as l (source, kind, target) on conflict do nothing`,
    [links.map(({ source }) => source), links.map(({ kind }) => kind), links.map(({ target }) => target)],
  );
  if (links.some(({ kind }) => kind === 'successor')) await refuseSuccessionInCircles(tree, work);
}

async function refuseSuccessionInCircles(tree: CurriculumTree, work: Work): Promise<void> {
  const circle = await work.query<{ code: string }>(
    `with recursive later (start, id) as (
       select r.target, r.target from curriculum_relation r join curriculum_node n on n.id = r.target
       where r.kind = 'successor' and n.tree = $1
       union
       select l.start, r.target from later l join curriculum_relation r on r.source = l.id and r.kind = 'successor')
     select distinct n.code from later l join curriculum_relation r on r.source = l.id and r.kind = 'successor' and r.target = l.start
     join curriculum_node n on n.id = l.start order by n.code limit 20`,
    [tree.id],
  );
  if (circle.length > 0) throw refuse(CurriculumLoops, { relation: 'successor', codes: circle.map(({ code }) => code) });
}
