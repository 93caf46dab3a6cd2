import { Inject, Injectable } from '@nestjs/common';
import {
  CurriculumNodeNotFound,
  CurriculumNotFound,
  inBeijing,
  refuse,
  type Call,
  type CurriculumNode,
  type CurriculumNodeAround,
  type CurriculumNodeName,
  type CurriculumRelation,
  type InputOf,
  type Page,
  type resources,
} from '@lianxue/contracts';
import { allOf, containing, sql, Store } from '@lianxue/persistence';
import { CurriculumTree } from './curriculum.entity.js';

interface Row {
  readonly id: string;
  readonly tree: string;
  readonly kind: CurriculumNode['kind'];
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly position: number;
  readonly depth: number;
  readonly retired_at: Date | null;
}

const columns = sql`t.id, t.tree, t.kind, t.code, t.name, t.parent, t.position, t.depth, t.retired_at`;

/** Everyone below reads what an authority has imported. */
@Injectable()
export class ReadingCurricula {
  constructor(@Inject(Store) private readonly store: Store) {}

  one(id: string, call: Call): Promise<CurriculumTree> {
    return this.store.one(CurriculumTree, id, call, CurriculumNotFound);
  }

  page({ kind, stage, subject, state, limit, cursor }: InputOf<typeof resources.curricula>, call: Call) {
    const where = allOf(
      kind !== undefined && sql`t.kind = ${kind}`,
      stage !== undefined && sql`t.stage = ${stage}`,
      subject !== undefined && sql`t.subject = ${subject}`,
      state !== undefined && sql`t.state = ${state}`,
    );
    return this.store.page(CurriculumTree, call, { where, limit, cursor }, (tree) => tree.view());
  }

  async nodes(asked: InputOf<typeof resources.curriculumNodes>, call: Call): Promise<Page<CurriculumNode>> {
    const { curriculumId, q, parent, retired, limit, cursor } = asked;
    await this.one(curriculumId, call);
    const pattern = q && containing(q);
    const where = allOf(
      sql`t.tree = ${curriculumId}`,
      retired !== 'true' && sql`t.retired_at is null`,
      parent !== undefined && sql`t.parent = ${parent}`,
      pattern !== undefined && sql`(t.name ilike ${pattern} or t.code = ${q})`,
    );
    const { items, ...rest } = await this.store.pageOf<Row>(sql`select ${columns} from curriculum_node t where ${where}`, call, {
      limit,
      cursor,
    });
    return { ...rest, items: items.map(nodeView) };
  }

  async node(id: string, call: Call): Promise<CurriculumNodeAround> {
    const [row] = await this.store.read<Row>(sql`select ${columns} from curriculum_node t where t.id = ${id}`);
    const tree = row && (await this.store.first(CurriculumTree, sql`t.id = ${row.tree}`, call));
    if (!tree) throw refuse(CurriculumNodeNotFound);
    const [above, relations] = await Promise.all([this.above(row), this.relations(id, call)]);
    return { ...nodeView(row), path: above.map(nameOf), relations };
  }

  private above(row: Row): Promise<Row[]> {
    return this.store.read<Row>(
      sql`with recursive above as (
            select n.* from curriculum_node n where n.id = ${row.parent}
            union all select n.* from above a join curriculum_node n on n.id = a.parent)
          select ${columns} from above t order by t.depth`,
    );
  }

  /** Those whose other end the caller may read as well. */
  private async relations(id: string, call: Call): Promise<CurriculumNodeAround['relations']> {
    const reach = await this.store.reachOf(CurriculumTree, call);
    const rows = await this.store.read<{ kind: CurriculumRelation; source: Row; target: Row }>(
      sql`select r.kind, to_jsonb(s) as source, to_jsonb(e) as target
          from curriculum_relation r join curriculum_node s on s.id = r.source join curriculum_node e on e.id = r.target
          where (r.source = ${id} or r.target = ${id})
          and exists (select 1 from curriculum t where t.id = case when r.source = ${id} then e.tree else s.tree end and ${reach})
          order by r.kind, s.position, e.position limit 500`,
    );
    return rows.map(({ kind, source, target }) => ({ kind, from: nameOf(source), to: nameOf(target) }));
  }
}

const nameOf = ({ id, tree, kind, code, name }: Row): CurriculumNodeName => ({ id, curriculum: tree, kind, code, name });

const nodeView = ({ parent, position, depth, retired_at: at, ...row }: Row): CurriculumNode => ({
  ...nameOf(row as Row),
  ...{ parent, position, depth },
  retiredAt: at && inBeijing(at),
});
