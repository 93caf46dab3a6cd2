import { CurriculumLoops, deepestNode, refuse, type CurriculumNodeInput, type CurriculumRelation } from '@lianxue/contracts';
import { unfit, type NodeFault, type NodeRow } from './sheet.js';

/** A node in its place: how deep it lies below a root. */
export interface Grown extends NodeRow {
  readonly depth: number;
}

/** Holds the nodes to being a tree: every code once, every parent there, nothing its own ancestor; and that nothing is its own prerequisite. */
export function grown(rows: readonly NodeRow[]): Grown[] {
  const byCode = new Map(rows.map(({ node }) => [node.code, node]));
  const faults: NodeFault[] = [];
  const seen = new Set<string>();
  for (const { row, node } of rows) {
    const say = (fault: NodeFault['fault']) => faults.push({ row, code: node.code, fault });
    if (seen.has(node.code)) say('code.repeated');
    seen.add(node.code);
    if (node.parent !== undefined && !byCode.has(node.parent)) say('parent.unknown');
    if (isItsOwn(node)) say('reference.itself');
    if (node.prerequisites.some((code) => !byCode.has(code))) say('reference.unknown');
  }
  if (faults.length > 0) throw unfit(faults);
  refuseLoops('parent', byCode, ({ parent }) => (parent === undefined ? [] : [parent]));
  refuseLoops('prerequisite', byCode, ({ prerequisites }) => prerequisites);
  const depths = new Map<string, number>();
  const depthOf = ({ code, parent }: CurriculumNodeInput): number => {
    const known = depths.get(code);
    if (known !== undefined) return known;
    const depth = parent === undefined ? 1 : depthOf(byCode.get(parent)!) + 1;
    depths.set(code, depth);
    return depth;
  };
  const tree = rows.map((each) => ({ ...each, depth: depthOf(each.node) }));
  const deep = tree.filter(({ depth }) => depth > deepestNode);
  if (deep.length > 0) throw unfit(deep.map(({ row, node }) => ({ row, code: node.code, fault: 'too_deep' })));
  return tree;
}

const isItsOwn = ({ code, prerequisites, related, covers, replaces }: CurriculumNodeInput) =>
  [...prerequisites, ...related, ...covers, ...replaces].includes(code);

/** Walks without recursion: a circle may be as long as the tree has nodes. */
function refuseLoops(
  relation: 'parent' | CurriculumRelation,
  nodes: ReadonlyMap<string, CurriculumNodeInput>,
  next: (node: CurriculumNodeInput) => readonly string[],
): void {
  const done = new Set<string>();
  for (const start of nodes.keys()) {
    const way: string[] = [];
    const steps: { code: string; left: string[] }[] = [];
    const enter = (code: string) => {
      way.push(code);
      steps.push({ code, left: [...next(nodes.get(code)!)] });
    };
    if (!done.has(start)) enter(start);
    while (steps.length > 0) {
      const step = steps.at(-1)!;
      const to = step.left.pop();
      if (to === undefined) {
        done.add(step.code);
        steps.pop();
        way.pop();
      } else if (way.includes(to)) throw refuse(CurriculumLoops, { relation, codes: way.slice(way.indexOf(to)).slice(0, 20) });
      else if (!done.has(to)) enter(to);
    }
  }
}
