import { Inject, Injectable } from '@nestjs/common';
import { CurriculumNodesUnknown, refuse, type CurriculumNodeKind, type CurriculumNodeName } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';

/** What is bound to nodes, by their kind. */
export type Bindings = Partial<Record<CurriculumNodeKind, readonly string[]>>;

/** Chapters, knowledge points and competencies that others bind themselves to. */
@Injectable()
export class KnownNodes {
  constructor(@Inject(Store) private readonly store: Store) {}

  /** Refuses what is no node of that kind in a curriculum of this organisation or one above it. */
  async hold(bindings: Bindings, organisation: string): Promise<void> {
    const bound = Object.entries(bindings).flatMap(([kind, ids]) => ids.map((id) => ({ kind, id })));
    if (bound.length === 0) return;
    const known = await this.known(
      bound.map(({ id }) => id),
      organisation,
    );
    const unknown = bound.filter(({ kind, id }) => known.get(id.toLowerCase()) !== kind);
    if (unknown.length > 0) throw refuse(CurriculumNodesUnknown, { nodes: unknown.map(({ id }) => id) });
  }

  /** Which of these are nodes in a curriculum of this organisation or one above it, and of what kind. */
  async known(ids: readonly string[], organisation: string): Promise<ReadonlyMap<string, CurriculumNodeKind>> {
    const rows = await this.store.read<{ id: string; kind: CurriculumNodeKind }>(
      sql`select n.id, n.kind from curriculum_node n join curriculum c on c.id = n.tree
          join organisation o on o.id = c.organisation join organisation own on own.id = ${organisation} and own.path <@ o.path
          where n.id = any(${[...new Set(ids)]}::uuid[])`,
    );
    return new Map(rows.map(({ id, kind }) => [id, kind]));
  }

  /** These nodes, all below them, and all that any of those has succeeded: what is bound to one of these speaks of one of them. */
  async within(ids: readonly string[]): Promise<string[]> {
    const rows = await this.store.read<{ id: string }>(
      sql`with recursive within (id) as (
            select unnest(${[...ids]}::uuid[])
            union select step.id from within w cross join lateral (
              select n.id from curriculum_node n where n.parent = w.id
              union all select r.source from curriculum_relation r where r.target = w.id and r.kind = 'successor') step)
          select id from within`,
    );
    return rows.map(({ id }) => id);
  }

  /** What these nodes are called, by id. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, CurriculumNodeName>> {
    const rows = await this.store.read<CurriculumNodeName>(
      sql`select id, tree as curriculum, kind, code, name from curriculum_node where id = any(${[...new Set(ids)]}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
